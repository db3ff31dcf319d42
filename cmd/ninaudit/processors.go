package main

import (
	"os"
	"runtime"
	"strings"

	"ninaudit/audit"
)

// spareProcessor leaves one processor, of two or more, to the server that sends a catalog in plain text: it may be on this
// machine, and sends no faster than it gets one. It gives what takes the processor back. A file is read with all, and what
// is encrypted too: it is decrypted beside what is done with it. Whoever sets GOMAXPROCS has decided otherwise.
func spareProcessor(catalogs []audit.Catalog, plain map[string]bool) (back func()) {
	all := runtime.GOMAXPROCS(0)
	if all == 1 || os.Getenv("GOMAXPROCS") != "" {
		return func() {}
	}
	for _, c := range catalogs {
		if plain[c.Name()] {
			runtime.GOMAXPROCS(all - 1)
			return func() { runtime.GOMAXPROCS(all) }
		}
	}
	return func() {}
}

// inPlainText tells of catalogs, by name, whether a server sends them without TLS.
func inPlainText(c *config) map[string]bool {
	out := map[string]bool{}
	for _, one := range c.Catalogs {
		l := one.LDAP
		out[one.Name] = l != nil && !l.StartTLS && !strings.HasPrefix(strings.ToLower(l.URL), "ldaps:")
	}
	return out
}
