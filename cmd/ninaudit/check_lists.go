package main

import (
	"fmt"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// tellLists counts what stands in the lists that the configuration names.
func (a *app) tellLists(c *config, p *plan) {
	if p.services != nil {
		a.tellServices(c.Services, p.services.All())
	}
	for i := range c.Catalogs {
		one := &c.Catalogs[i]
		source := p.sources[one.Name]
		if source == nil {
			continue
		}
		known := 0
		for _, r := range source.Rows() {
			if r.Known {
				known++
			}
		}
		fmt.Fprintf(a.stdout, "source system of %s, %s: persons: %d; with a number: %d\n", one.Name, nin.BlankAll(one.Compare.File),
			len(source.Rows()), known)
	}
	if p.shields && c.Protected.File != "" {
		fmt.Fprintf(a.stdout, "protected %s: persons: %d\n", nin.BlankAll(c.Protected.File), len(p.protected))
	}
}

// tellServices counts the services of a list.
func (a *app) tellServices(file string, all []audit.Service) {
	depend, unanswered := 0, 0
	for i := range all {
		if all[i].Receives && all[i].Depends == audit.Yes {
			depend++
		}
		if all[i].Asks() {
			unanswered++
		}
	}
	fmt.Fprintf(a.stdout, "services %s: services: %d; depend on the number: %d; unanswered: %d\n", nin.BlankAll(file), len(all), depend, unanswered)
}
