package scan

import (
	"iter"
	"slices"

	"ninaudit/audit/chunks"
)

// hashes are halves of hashes of keys, by row; 0 where a row has no key.
type hashes = chunks.List[uint32]

// half is the half of a hash that is kept, never 0.
func half(hash uint64) uint32 { return max(uint32(hash>>32), 1) }

// keyed is one row under half the hash of its key, so that sorting puts rows of one key side by side. Two keys may have
// one hash: whoever goes through a group looks at the keys themselves.
type keyed uint64

func keyOf(hash uint32, row uint32) keyed { return keyed(uint64(hash)<<32 | uint64(row)) }

func (k keyed) hash() uint32 { return uint32(k >> 32) }
func (k keyed) row() uint32  { return uint32(k) }

// stretch is the hashes of rows that follow one another, from first on.
type stretch struct {
	*hashes
	first uint32
}

// shared yields the rows that may share a key, a group of two or more with one hash at a time, by their hashes; rows of a
// group are in their order. Nearly every row is alone, and is not put in order.
func shared(all ...stretch) iter.Seq[[]keyed] {
	return func(yield func([]keyed) bool) {
		rows := several(all)
		slices.Sort(rows)
		for from := 0; from < len(rows); {
			to := from + 1
			for to < len(rows) && rows[to].hash() == rows[from].hash() {
				to++
			}
			if to-from > 1 && !yield(rows[from:to]) {
				return
			}
			from = to
		}
	}
}

// several are the rows whose hashes, as far as can be told in little room, others have too.
func several(all []stretch) (rows []keyed) {
	n := 0
	for _, s := range all {
		n += s.Len()
	}
	twice := chunks.NewTwice(n)
	for _, s := range all {
		for _, hash := range s.All() {
			if *hash != 0 {
				twice.Add(uint64(*hash) << 32)
			}
		}
	}
	for _, s := range all {
		for at, hash := range s.All() {
			if *hash != 0 && twice.Has(uint64(*hash)<<32) {
				rows = append(rows, keyOf(*hash, s.first+uint32(at)))
			}
		}
	}
	return rows
}
