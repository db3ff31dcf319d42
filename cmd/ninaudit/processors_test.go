package main

import (
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// TestOneProcessorIsLeftToAServer while a catalog is read, and given back; a file is read with all.
func TestOneProcessorIsLeftToAServer(t *testing.T) {
	before := runtime.GOMAXPROCS(0)
	t.Setenv("GOMAXPROCS", "")
	defer runtime.GOMAXPROCS(before)
	config := filepath.Join(t.TempDir(), "ninaudit.yaml")
	const catalogs = "catalogs:\n" +
		"  - {name: nordby, ldif: {path: nordby.ldif}}\n" +
		"  - {name: fjordvik, ldap: {url: \"ldap://ldap.fjordvik.no\", base: \"dc=fjordvik,dc=no\"}}\n" +
		"  - {name: sandvik, ldap: {url: \"LDAPS://ldap.sandvik.no\", base: \"dc=sandvik,dc=no\"}}\n" +
		"  - {name: vikna, ldap: {url: \"ldap://ldap.vikna.no\", start_tls: true, base: \"dc=vikna,dc=no\"}}\n"
	if err := os.WriteFile(config, []byte(catalogs), 0o600); err != nil {
		t.Fatal(err)
	}
	a := &app{log: slog.New(slog.DiscardHandler), screen: newScreen(io.Discard), stdout: io.Discard, clock: time.Now}
	for name, c := range map[string]struct {
		of   int
		set  string // by somebody else
		args []string
		want int
	}{
		"files and servers":         {of: 4, want: 3},
		"a server in plain text":    {of: 2, args: []string{"fjordvik"}, want: 1},
		"over TLS":                  {of: 4, args: []string{"sandvik", "vikna"}, want: 4},
		"one processor":             {of: 1, want: 1},
		"the file alone":            {of: 4, args: []string{"nordby"}, want: 4},
		"somebody chose the number": {of: 4, set: "4", want: 4},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("GOMAXPROCS", c.set)
			p, err := a.plan(&scanFlags{config: config, lang: "en"}, c.args)
			if err != nil {
				t.Fatal(err)
			}
			runtime.GOMAXPROCS(c.of)
			done := a.run(p, nil, nil).Reading()
			if got := runtime.GOMAXPROCS(0); got != c.want {
				t.Errorf("%d of %d processors, want %d", got, c.of, c.want)
			}
			done()
			if got := runtime.GOMAXPROCS(0); got != c.of {
				t.Errorf("%d processors afterwards, want %d", got, c.of)
			}
		})
	}
}
