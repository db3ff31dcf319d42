package nin

import (
	"fmt"
	"strings"
	"testing"
)

// TestPackedNumbers packs values of every length and kind and reads them anew, and looks that nothing shows them.
func TestPackedNumbers(t *testing.T) {
	values := []string{"", "0", "00", "9", "20036914700", "200205705502", "03851598730", "00000000000", "99999999999", "81819077302"}
	for n := range mostPacked {
		values = append(values, strings.Repeat("0", n+1), strings.Repeat("9", n+1), strings.Repeat("1", n+1), "0"+strings.Repeat("9", n))
	}
	for _, p := range []Parser{{On: on}, {On: on, AcceptSynthetic: true}, {On: first2032, AcceptSynthetic: true}} {
		for _, value := range values {
			n := p.Parse(value)
			short, ok := n.Pack()
			if back := p.Unpack(short); !ok || back != n || back.Reveal() != value {
				t.Errorf("a value of %d characters comes back with %d: %t", len(value), len(back.Reveal()), ok)
			}
			if skimmed := p.Skim(short); skimmed.Reveal() != value || skimmed.RevealPlain() != n.RevealPlain() || skimmed.RevealTail() != n.RevealTail() {
				t.Errorf("a value of %d characters is skimmed as another", len(value))
			}
			if (short == Packed{}) != (value == "") {
				t.Errorf("a value of %d characters is packed as none, or none as one", len(value))
			}
			if shown := fmt.Sprintf("%v %+v %#v %d %x %s", short, short, struct{ Packed }{short}, short, &short, short); len(value) > 5 && strings.Contains(shown, value[:6]) {
				t.Errorf("digits of a value of %d characters are shown", len(value))
			}
		}
		for _, value := range []string{"UKJENT", "200369 14700", " ", strings.Repeat("1", mostPacked+1)} {
			if _, ok := p.Parse(value).Pack(); ok {
				t.Errorf("a value of %d characters that is not so many digits is packed", len(value))
			}
		}
	}
}

// TestUnpackingAllocatesNothing: it is done for a million persons, several times.
func TestUnpackingAllocatesNothing(t *testing.T) {
	p := Parser{On: on, AcceptSynthetic: true}
	short, _ := p.Parse("03851598730").Pack()
	if n := testing.AllocsPerRun(100, func() { p.Unpack(short); p.Skim(short) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkUnpack(b *testing.B) {
	p := Parser{On: on, AcceptSynthetic: true}
	short, _ := p.Parse("03851598730").Pack()
	for b.Loop() {
		p.Unpack(short)
	}
}
