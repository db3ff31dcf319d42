package serial

import (
	"math"
	"sync"

	"ninaudit/audit/chunks"
	"ninaudit/audit/nin"
)

// Entry is one entry of a catalog, as far as the order of issue asks.
type Entry struct {
	Number  nin.Number
	Unit    int   // 0: none
	Created int64 // seconds since 1970; 0: nobody knows
}

// Set is the entries of one catalog, numbered from 0 in the order in which they are added. When all are there, it may be
// judged from several goroutines.
type Set struct {
	entries chunks.List[entry]

	mu      sync.Mutex
	batches []Batch // of least persons; 0: nobody has asked yet
	least   int
}

// entry is what is kept of an Entry: 24 bytes, for there may be millions.
type entry struct {
	short   nin.Packed // the number, if it has a kind
	born    nin.Date   // in whatever number it has
	unit    uint32
	created uint32
	kind    nin.Kind // Fnr and D, of numbers with which nothing is wrong; else None
	group   group    // of such a number, as the next
	serial  uint16   // the individnummer
}

// Add takes in the next entry.
func (s *Set) Add(e Entry) {
	kept := entry{born: e.Number.Birth(), unit: uint32(e.Unit)}
	if 0 < e.Created && e.Created <= math.MaxUint32 {
		kept.created = uint32(e.Created)
	}
	if k := e.Number.Kind(); e.Number.Fault() == nin.Fine && (k == nin.Fnr || k == nin.D) {
		kept.kind = k
		kept.short, _ = e.Number.Pack()
		kept.serial = uint16(serialOf(e.Number))
		kept.group = groupOf(&kept)
	}
	s.entries.Append(kept)
}

// number is the entry's number as far as its digits are compared.
func (e *entry) number() nin.Number { return nin.Parser{}.Skim(e.short) }

// mayMeet tells that it is known when and where the entry was made.
func (e *entry) mayMeet() bool { return e.unit != 0 && e.created != 0 }
