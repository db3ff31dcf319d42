package history

import (
	"errors"
	"testing"

	"ninaudit/audit"
)

// TestStatesOfAnotherNight: who only reads keeps nobody from writing, and must not mix two nights.
func TestStatesOfAnotherNight(t *testing.T) {
	o := options(t.TempDir())
	s := open(t, o)
	persons := make([]Person, 4*perPage)
	for i := range persons {
		persons[i] = Person{ID: int64(i + 1), Catalog: "fjordvik", Digest: 7, Was: audit.State{Number: audit.Token(i)}}
	}
	write(t, s, &Update{Run: run(20261120, "fjordvik", 1), Persons: persons})
	ro := o
	ro.ReadOnly = true
	reader := open(t, ro)
	before := load(t, reader).Persons
	persons[100].Digest = 8
	write(t, s, &Update{Run: run(20261121, "fjordvik", 1), Persons: persons[100:101]})
	for name, wanted := range map[string][]Known{"all": before, "one": before[100:101]} {
		_, err := reader.States(t.Context(), wanted)
		var changed *ChangedError
		if !errors.As(err, &changed) || changed.Path != o.Path || changed.Hint() == "" {
			t.Errorf("%s: err = %v", name, err)
		}
	}
	if states, err := reader.States(t.Context(), before[:100]); err != nil || len(states) != 100 || states[42].Number != 41 {
		t.Errorf("of those who are as they were: %d states, %v", len(states), err)
	}
	if EndOf(0) != 0 || EndOf(1<<32) == 0 {
		t.Error("a token may have the end of none")
	}
}
