package audit

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestWhichServicesAPersonUses(t *testing.T) {
	school, other := &Unit{Name: "Fjordvik Skole", Number: "NO974000001"}, &Unit{Name: "Annen skole"}
	s := NewServices([]Service{
		{Name: "hit", Receives: true, Depends: Yes, Arranged: No},
		{Name: "told", Receives: true, Depends: Yes, Arranged: Yes, UsedBy: []string{"student"}},
		{Name: "asked", Receives: true, UsedBy: []string{"Student", "fjordvik skole", "Faculty"}},
		{Name: "silent", Receives: true, Depends: Yes, UsedBy: []string{"no974000001"}},
		{Name: "fine", Receives: true, Depends: No},
		{Name: "deaf", Depends: Yes},
		{Name: "nowhere", Receives: true, Depends: Yes, UsedBy: []string{"Nedlagt skole"}},
	})
	for _, test := range []struct {
		p    Person
		want string
	}{
		{Person{}, "hit [hit] tell [] ask 0"},
		{Person{Affiliations: Student}, "hit [hit] tell [told] ask 1"},
		{Person{Affiliations: Member | Faculty, Units: []*Unit{other}}, "hit [hit] tell [] ask 1"},
		{Person{Affiliations: Student | Member, Units: []*Unit{other, school}}, "hit [hit silent] tell [told] ask 2"},
		{Person{Affiliations: LibraryWalkIn, Units: []*Unit{school}}, "hit [hit silent] tell [] ask 2"},
	} {
		u := s.Of(&test.p)
		if got := fmt.Sprintf("hit %v tell %v ask %d", u.Hit, u.Tell, u.Ask); got != test.want {
			t.Errorf("%v at %d units: %s, want %s", test.p.Affiliations, len(test.p.Units), got, test.want)
		}
		if s.Of(&test.p) != u {
			t.Error("the same answer is worked out twice")
		}
	}
	if got := s.Unmatched([]*Unit{school, other}); !slices.Equal(got, []string{"nedlagt skole"}) {
		t.Errorf("unmatched %q", got)
	}
}

// TestServiceStates holds what each pair of answers asks for.
func TestServiceStates(t *testing.T) {
	for _, test := range []struct {
		depends, arranged Answer
		want              string
	}{
		{Unanswered, Unanswered, "asks"}, {Unanswered, No, "asks"}, {Unanswered, Yes, "asks"}, {No, Unanswered, ""}, {No, No, ""},
		{Yes, Unanswered, "hits asks"}, {Yes, No, "hits"}, {Yes, Yes, "tells"},
	} {
		s := Service{Receives: true, Depends: test.depends, Arranged: test.arranged}
		var got []string
		for word, is := range map[string]bool{"tells": s.Tells(), "hits": s.Hits(), "asks": s.Asks()} {
			if is {
				got = append(got, word)
			}
		}
		slices.Sort(got)
		slices.Reverse(got)
		if all := strings.ReplaceAll(strings.Join(got, " "), "asks hits", "hits asks"); all != test.want {
			t.Errorf("depends %s, arranged %s: %q, want %q", test.depends, test.arranged, all, test.want)
		}
		s.Receives = false
		if s.Hits() || s.Asks() || s.Tells() {
			t.Error("a service that does not receive the number asks for something")
		}
	}
}

// BenchmarkServices asks for 100 000 persons of 300 units which of 2 000 services they use.
func BenchmarkServices(b *testing.B) {
	units := make([]*Unit, 300)
	for i := range units {
		units[i] = &Unit{Name: fmt.Sprintf("Skole %d", i)}
	}
	var all []Service
	for i := range 2000 {
		s := Service{Name: fmt.Sprintf("Tjeneste %d", i), Receives: true, Depends: Answer(i % 3), Arranged: Answer(i / 3 % 3)}
		switch i % 4 {
		case 0:
			s.UsedBy = []string{"student"}
		case 1:
			s.UsedBy = []string{units[i%len(units)].Name, "faculty"}
		case 2:
			s.UsedBy = []string{units[i%len(units)].Name}
		}
		all = append(all, s)
	}
	persons := make([]Person, 100_000)
	for i := range persons {
		persons[i] = Person{Affiliations: Affiliation(1<<(i%8) | int(Member)), Units: []*Unit{units[i%len(units)]}}
		if i%10 == 0 {
			persons[i].Units = append(persons[i].Units, units[i/7%len(units)])
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		s := NewServices(all)
		for i := range persons {
			s.Of(&persons[i])
		}
	}
}
