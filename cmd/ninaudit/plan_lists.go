package main

import (
	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// readLists reads what the configuration names beside the catalogs: services, persons under protection, and exports of
// source systems.
func (p *plan) readLists(c *config, on nin.Date) (err error) {
	if c.Services != "" {
		all, err := readServices(c.Services)
		if err != nil {
			return err
		}
		p.services = audit.NewServices(all)
	}
	if p.shields = c.Protected != nil; p.shields && c.Protected.File != "" {
		if p.protected, err = readProtected(c.Protected.File); err != nil {
			return err
		}
	}
	p.sources, err = readSources(c, p.catalogs, on)
	return err
}
