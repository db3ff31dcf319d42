package reports

import (
	"slices"
	"testing"
)

// TestReaders names who an access list of Windows is open to.
func TestReaders(t *testing.T) {
	const all, write = 0x1f01ff, 0x2
	for name, test := range map[string]struct {
		list []accessEntry
		want []string
	}{
		"owner alone":         {[]accessEntry{{true, all, "S-1-5-21-1-2-3-1001"}, {true, all, "S-1-5-18"}}, nil},
		"everybody":           {[]accessEntry{{true, 0x1200a9, "S-1-1-0"}}, []string{"Everyone"}},
		"users, generic":      {[]accessEntry{{true, 0x8000_0000, "S-1-5-32-545"}, {true, 1, "S-1-5-11"}}, []string{"Users", "Authenticated Users"}},
		"may write, not read": {[]accessEntry{{true, write, "S-1-1-0"}}, nil},
		"denied above":        {[]accessEntry{{false, 1, "S-1-1-0"}, {true, all, "S-1-1-0"}}, nil},
		"denied below":        {[]accessEntry{{true, all, "S-1-1-0"}, {false, 1, "S-1-1-0"}}, []string{"Everyone"}},
		"twice":               {[]accessEntry{{true, 1, "S-1-1-0"}, {true, all, "S-1-1-0"}}, []string{"Everyone"}},
	} {
		if got := readersOf(test.list); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}
