package history

import (
	"fmt"
	"testing"
)

// TestADigesterMakesWhatAHasherMakes: in the order of the persons, however many, and under the old key where there is
// one.
func TestADigesterMakesWhatAHasherMakes(t *testing.T) {
	rekeyed := written(t)
	rekeyed.OldKeyFile, rekeyed.KeyFile = rekeyed.KeyFile, rekeyed.KeyFile+".new"
	for _, o := range []Options{options(t.TempDir()), rekeyed} {
		s := open(t, o)
		for _, n := range []int{0, 1, perBatch - 1, perBatch, perBatch + 1, batches * perBatch, 9 * batches * perBatch} {
			d := s.Digester()
			for i := range n {
				d.Add(somebody(fmt.Sprint("u", i), ""))
			}
			d.Result()
			tokens := d.Result()
			if tokens.Len() != n {
				t.Fatalf("%d persons have tokens of %d", n, tokens.Len())
			}
			for i := range n {
				p := somebody(fmt.Sprint("u", i), "")
				if h := s.OldHasher(); *tokens.At(i) != (Tokens{h.Entry(p.Catalog, p.ID), h.Digest(p)}) {
					t.Fatalf("of %d persons, number %d has other tokens", n, i)
				}
			}
		}
	}
}
