package main

import (
	"os"
	"runtime"

	"ninaudit/audit"
)

// spareProcessor leaves one processor, of two or more, to the server that a catalog is read from: it may be on this machine,
// and sends no faster than it gets one. It gives what takes the processor back. A file is read with all. Whoever sets
// GOMAXPROCS has decided otherwise.
func spareProcessor(catalogs []audit.Catalog, served map[string]bool) (back func()) {
	all := runtime.GOMAXPROCS(0)
	if all == 1 || os.Getenv("GOMAXPROCS") != "" {
		return func() {}
	}
	for _, c := range catalogs {
		if served[c.Name()] {
			runtime.GOMAXPROCS(all - 1)
			return func() { runtime.GOMAXPROCS(all) }
		}
	}
	return func() {}
}

// servers are the names of the catalogs that a server sends.
func servers(c *config) map[string]bool {
	out := map[string]bool{}
	for _, one := range c.Catalogs {
		out[one.Name] = one.LDAP != nil
	}
	return out
}
