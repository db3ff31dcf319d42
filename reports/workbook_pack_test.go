package reports

import (
	"bytes"
	"compress/flate"
	"errors"
	"io"
	"math/rand/v2"
	"testing"
)

// TestPacked: what is packed comes out as it went in, the same bytes however it was written, by a writer that packed
// another part before.
func TestPacked(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 7))
	by := must[*flate.Writer](t)(flate.NewWriter(io.Discard, packing))
	for _, size := range []int{0, 1, blockSize - 1, blockSize, blockSize + 1, 20 * blockSize} {
		data := make([]byte, size)
		for i := range data {
			data[i] = byte("abcabcd <row>"[r.IntN(13)])
		}
		var packed [2]bytes.Buffer
		for i, most := range []int{1 << 20, 1000} {
			p := pack(&packed[i], by)
			for rest := data; len(rest) > 0; {
				n := min(len(rest), 1+r.IntN(most))
				if written, err := p.Write(rest[:n]); written != n || err != nil {
					t.Fatal(written, err)
				}
				rest = rest[n:]
			}
			if err := p.Close(); err != nil {
				t.Fatal(err)
			}
		}
		back := must[[]byte](t)(io.ReadAll(flate.NewReader(bytes.NewReader(packed[0].Bytes()))))
		if !bytes.Equal(back, data) || !bytes.Equal(packed[0].Bytes(), packed[1].Bytes()) {
			t.Fatalf("%d bytes come back as %d; packed as %d and %d", size, len(back), packed[0].Len(), packed[1].Len())
		}
	}
}

// full takes nothing.
type full struct{}

var errFull = errors.New("full")

func (full) Write([]byte) (int, error) { return 0, errFull }

// TestPackingFails: a disk that is full is told, however much was still to come.
func TestPackingFails(t *testing.T) {
	p := pack(full{}, must[*flate.Writer](t)(flate.NewWriter(io.Discard, packing)))
	for range 100 {
		if _, err := p.Write(make([]byte, blockSize)); err != nil {
			t.Fatal(err)
		}
	}
	if err := p.Close(); !errors.Is(err, errFull) {
		t.Errorf("err = %v", err)
	}
}
