package planted

import (
	"bytes"
	"strings"
	"testing"
)

// TestMany: the same bytes each time; everybody has a name, a number that holds and an address of their own, but for those
// who wait for a number.
func TestMany(t *testing.T) {
	const persons = 30_000
	var once, again bytes.Buffer
	for _, w := range []*bytes.Buffer{&once, &again} {
		if err := WriteMany(w, Options{Seed: 1, Persons: persons, AsOf: 20261123, Dated: true}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(once.Bytes(), again.Bytes()) {
		t.Error("one seed gives two catalogs")
	}
	seen := map[string]int{}
	numbers, birth := 0, ""
	for line := range strings.Lines(once.String()) {
		name, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		switch name {
		case "uid", "entryUUID":
			seen[value]++
		case "norEduPersonBirthDate":
			birth = value
		case "norEduPersonNIN":
			numbers++
			if seen[value]++; controlOf(value) != holds || birthOf(value).eight() != birth {
				t.Fatal("a number does not hold, or is not of the birth date")
			}
		}
	}
	if missing := persons - numbers; missing < persons/50 || missing > persons/30 {
		t.Errorf("%d of %d have no number", missing, persons)
	}
	if len(seen) != 2*persons+numbers {
		t.Errorf("%d values of %d are there once", len(seen), 2*persons+numbers)
	}
}

// TestManyFindTheirNumbers: five million of a kind find one each, so that there is room for more than any school owner has.
func TestManyFindTheirNumbers(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes seconds")
	}
	b, issued := newBuilder(Options{Seed: 1, AsOf: 20261123}), issues{}
	for range 300_000 {
		p := person{man: true}
		b.issue(&p, &issued)
	}
	deepest := uint16(0)
	for age := range issued {
		for day := range issued[age] {
			deepest = max(deepest, issued[age][day][1])
		}
	}
	if deepest > 60 { // of 250, for a tenth of five million's men
		t.Errorf("the deepest number of a date is the %d-th of its sex", deepest)
	}
}
