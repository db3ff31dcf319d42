package catalog

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// TestNearlyAllIsReadQuickly: with the line ends of either world, comments and folded lines, all but what lies across two
// fillings of the read buffer.
func TestNearlyAllIsReadQuickly(t *testing.T) {
	const persons = 2000
	var file strings.Builder
	for i := range persons {
		fmt.Fprintf(&file, "# u%d, people\n"+personLDIF, i, i)
	}
	for name, content := range map[string]string{
		"as it is": file.String(), "carriage returns": strings.ReplaceAll(file.String(), "\n", "\r\n"),
	} {
		r, err := newLDIFReader("fjordvik", strings.NewReader(content))
		quickly := 0
		for err == nil {
			if r.quick() {
				quickly++
			} else {
				_, err = r.next()
			}
		}
		if quickly < persons-len(content)/readBuffer-2 {
			t.Errorf("%s: only %d of %d", name, quickly, persons)
		}
	}
}

// TestARecordAcrossTheReadBuffer is read alike wherever the buffer ends in it.
func TestARecordAcrossTheReadBuffer(t *testing.T) {
	person := fmt.Sprintf(personLDIF, 1) + fmt.Sprintf(personLDIF, 2)
	want := fmt.Sprint(spoken(strings.NewReader("#\n" + person)))
	for n := readBuffer - len(person) - 2; n <= readBuffer; n++ {
		file := append(append([]byte("#"), bytes.Repeat([]byte("x"), n)...), "\n"+person...)
		if got := fmt.Sprint(spoken(bytes.NewReader(file))); got != want {
			t.Fatalf("behind a comment of %d bytes: %s", n, got)
		}
	}
}
