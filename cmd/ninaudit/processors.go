package main

import (
	"os"
	"runtime"
	"slices"

	"ninaudit/audit"
)

// spareProcessor leaves one processor, of two or more, to a server that sends a catalog in plain text: it may be on this
// machine, and sends no faster than it gets one. It gives what takes the processor back. A file is read with all, and what
// is encrypted too: it is decrypted beside what is done with it. Whoever sets GOMAXPROCS has decided otherwise.
func spareProcessor(plain bool) (back func()) {
	all := runtime.GOMAXPROCS(0)
	if !plain || all == 1 || os.Getenv("GOMAXPROCS") != "" {
		return func() {}
	}
	runtime.GOMAXPROCS(all - 1)
	return func() { runtime.GOMAXPROCS(all) }
}

// inPlainText tells whether a server sends one of the catalogs without TLS.
func inPlainText(c *config, catalogs []audit.Catalog) bool {
	return slices.ContainsFunc(c.Catalogs, func(one catalogConfig) bool {
		read := func(o audit.Catalog) bool { return o.Name() == one.Name }
		return one.LDAP != nil && !one.LDAP.Encrypted() && slices.ContainsFunc(catalogs, read)
	})
}
