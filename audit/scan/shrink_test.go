package scan

import (
	"strings"
	"testing"
)

// TestASmallerCatalogIsNotBelieved at once: a server that says the same twice is, a file is not.
func TestASmallerCatalogIsNotBelieved(t *testing.T) {
	whole := slicesRepeat(person("a", mail("marked")), 100)
	half := fjordvik(whole[50:]...)
	for _, c := range []struct {
		name   string
		limit  Shrink
		second string
	}{
		{"server", Shrink{Most: 10, Certain: true}, "marked resolved 1101 a gone"},
		{"file", Shrink{Most: 10}, "marked standing 1101 a"},
		{"accepted", Shrink{Most: 10, Accept: true}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			n := newNights(t)
			n.shrink = map[string]Shrink{"fjordvik": c.limit}
			n.want(20261101, []string{"marked standing 1101 a"}, fjordvik(whole...))
			if c.limit.Accept {
				n.want(20261102, []string{"marked resolved 1101 a gone"}, half)
				return
			}
			r := n.want(20261102, []string{"marked standing 1101 a"}, half)
			if r.summary.Complete() || !strings.Contains(r.summary.Catalogs[0].Reason, "50 entries where 100") {
				t.Errorf("catalog %+v", r.summary.Catalogs[0])
			}
			if log := n.log.String(); strings.Count(log, "catalog read") != 1 || strings.Count(log, "catalog incomplete") != 1 {
				t.Errorf("the log says that it was read, or does not say that it is incomplete:\n%s", log)
			}
			r = n.want(20261103, []string{c.second}, half)
			if r.summary.Complete() != c.limit.Certain {
				t.Errorf("complete: %v", r.summary.Complete())
			}
			n.want(20261104, map[bool][]string{true: nil, false: {"marked standing 1101 a"}}[c.limit.Certain], half)
		})
	}
}

// TestASecondCutIsNoConfirmation: only about the same size twice is believed.
func TestASecondCutIsNoConfirmation(t *testing.T) {
	n := newNights(t)
	n.shrink = map[string]Shrink{"fjordvik": {Most: 10, Certain: true}}
	whole := slicesRepeat(person("a", mail("marked")), 200)
	stands := []string{"marked standing 1101 a"}
	n.want(20261101, stands, fjordvik(whole...))
	n.want(20261102, stands, fjordvik(whole[100:]...))
	n.want(20261103, stands, fjordvik(whole[140:]...))
	n.want(20261104, stands, fjordvik(whole[142:]...)) // two in sixty are over one per cent
	n.want(20261105, []string{"marked resolved 1101 a gone"}, fjordvik(whole[142:]...))
}
