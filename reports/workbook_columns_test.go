package reports

import (
	"fmt"
	"strings"
	"testing"

	"ninaudit/audit"
)

// TestManyEntriesOfOneCase: every column that lists entries says how many it leaves out.
func TestManyEntriesOfOneCase(t *testing.T) {
	v := voice{l: audit.Bokmal}
	var subjects []audit.Subject
	for i := range mostListed + 6 {
		subjects = append(subjects, audit.Subject{Ref: audit.Ref{ID: fmt.Sprint(i), Catalog: "fjordvik"}})
	}
	id := func(s *audit.Subject) string { return s.ID }
	if got := v.each(subjects, id); !strings.HasSuffix(got, "\nog 6 til") || strings.Count(got, "\n") != mostListed {
		t.Errorf("entries: %q", got)
	}
	if got := v.each(subjects[:mostListed], id); strings.Contains(got, "til") || strings.Count(got, "\n") != mostListed-1 {
		t.Errorf("as many as there is room for: %q", got)
	}
	if got := v.shared(subjects, func(s *audit.Subject) string { return s.Catalog }); got != "fjordvik" {
		t.Errorf("what all share: %q", got)
	}
}
