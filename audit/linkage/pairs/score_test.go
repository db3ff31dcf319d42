package pairs

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestScore(t *testing.T) {
	truth := []Pair{{0, 1, "equal", "norwegian"}, {2, 3, "equal", "polish"}, {4, 5, "marks", "polish"}}
	decoys := []Pair{{6, 7, "twins", "dari"}, {8, 9, "twins", "somali"}}
	named := []Pair{
		{A: 0, B: 1}, {A: 1, B: 0}, // once, either way round
		{A: 5, B: 4},
		{A: 7, B: 6},                   // a decoy
		{A: 1, B: 6, Group: "mixed"},   // beside a true pair
		{A: 10, B: 11}, {A: 10, B: 11}, // out of nowhere
	}
	want := Report{
		Total:        Line{"all", 3, 2, 3},
		Kinds:        []Line{{"equal", 2, 1, 1}, {"marks", 1, 1, 0}, {"none", 0, 0, 2}},
		Groups:       []Line{{"dari", 0, 0, 1}, {"mixed", 0, 0, 1}, {"norwegian", 1, 1, 0}, {"polish", 2, 1, 0}, {"unknown", 0, 0, 1}},
		Decoys:       []Line{{"twins", 2, 0, 1}},
		WronglyNamed: 5,
	}
	got := Score(truth, decoys, named)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	const table = `total                   true   found   wrong  precision  recall      f1
all                        3       2       3     0.4000  0.6667  0.5000

kind                    true   found   wrong  precision  recall      f1
equal                      2       1       1     0.5000  0.5000  0.5000
marks                      1       1       0     1.0000  1.0000  1.0000
none                       0       0       2     0.0000  1.0000  0.0000

group                   true   found   wrong  precision  recall      f1
dari                       0       0       1     0.0000  1.0000  0.0000
mixed                      0       0       1     0.0000  1.0000  0.0000
norwegian                  1       1       0     1.0000  1.0000  1.0000
polish                     2       1       0     1.0000  0.5000  0.6667
unknown                    0       0       1     0.0000  1.0000  0.0000

decoy                  pairs   named
twins                      2       1

persons wrongly named: 5
`
	if diff := cmp.Diff(table, got.String()); diff != "" {
		t.Error(diff)
	}
}

// TestSetScore holds that naming all that is true scores 1, and that a wrong pair counts in the
// group of its records.
func TestSetScore(t *testing.T) {
	s := Generate(Options{Seed: 2, Persons: 2000})
	if r := s.Score(s.Truth); r.Total.F1() != 1 || r.WronglyNamed != 0 || r.Total.True != 20 {
		t.Errorf("the truth scores\n%v", r)
	}
	r := s.Score(s.Decoys)
	if r.Total.Found != 0 || r.Total.Wrong != len(s.Decoys) || r.WronglyNamed != 2*len(s.Decoys) {
		t.Errorf("the decoys score\n%v", r)
	}
	for _, l := range r.Groups {
		if l.Name == "unknown" && l.Wrong > 0 {
			t.Errorf("%d wrong pairs are in no group", l.Wrong)
		}
	}
}

func TestLabelled(t *testing.T) {
	s := Labelled(9, 10_000)
	if len(s.Records) != 10_000 || len(s.Truth) != 1000 || len(s.Decoys) != 0 {
		t.Fatalf("%d records, %d true pairs, %d decoys", len(s.Records), len(s.Truth), len(s.Decoys))
	}
	kinds := map[string]int{}
	for _, p := range s.Truth {
		kinds[p.Kind]++
		a, b := s.Records[p.A], s.Records[p.B]
		if a.Given == b.Given && a.Surname == b.Surname && a.Birth == b.Birth {
			t.Errorf("%+v: nothing was done to the duplicate", p)
		}
	}
	for _, kind := range []string{"edit-1", "edit-2", "edit-3", "swapped", "missing"} {
		if kinds[kind] < 5 {
			t.Errorf("%d pairs of kind %s", kinds[kind], kind)
		}
	}
	for i, r := range s.Records {
		if !r.Number.IsZero() || r.Unit != "" || r.Mail != "" || r.Principal != "" {
			t.Errorf("record %d has more than names and a date", i)
		}
	}
}
