package main

import (
	"runtime"
	"testing"

	"ninaudit/audit"
	"ninaudit/audit/catalog"
)

// TestOneProcessorIsLeftToAServer, and given back; a file is read with all.
func TestOneProcessorIsLeftToAServer(t *testing.T) {
	t.Setenv("GOMAXPROCS", "")
	before := runtime.GOMAXPROCS(4)
	defer runtime.GOMAXPROCS(before)
	catalogs := []audit.Catalog{
		catalog.NewLDIF("nordby.ldif", catalog.Options{Name: "nordby"}), catalog.NewLDIF("fjordvik.ldif", catalog.Options{Name: "fjordvik"}),
	}
	for name, c := range map[string]struct {
		served string
		set    string
		of     int
		want   int
	}{
		"a server":                  {"fjordvik", "", 4, 3},
		"a server, one processor":   {"fjordvik", "", 1, 1},
		"files":                     {"", "", 4, 4},
		"another catalog's server":  {"sandvik", "", 4, 4},
		"somebody chose the number": {"fjordvik", "4", 4, 4},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("GOMAXPROCS", c.set)
			runtime.GOMAXPROCS(c.of)
			back := spareProcessor(catalogs, map[string]bool{c.served: true})
			if got := runtime.GOMAXPROCS(0); got != c.want {
				t.Errorf("%d of %d processors, want %d", got, c.of, c.want)
			}
			back()
			if got := runtime.GOMAXPROCS(0); got != c.of {
				t.Errorf("%d processors afterwards, want %d", got, c.of)
			}
		})
	}
}
