package linkage

import (
	"context"
	"runtime"
	"slices"
	"sync"

	"ninaudit/audit/chunks"
)

// linking is a set on the way to being linked. A pass is divided among linkers, which only read what they share: the
// set, what earlier passes capped, and the pairs that were met beyond all blocks.
type linking struct {
	*Set
	ctx        context.Context
	comparable func(catalogA, catalogB int) bool
	capped     cappedBlocks
	seen       map[[2]uint32]bool // pairs that passes may meet again; nil where there are none
}

// linker compares pairs and keeps what it finds for itself.
type linker struct {
	*linking
	block    []member
	found    []Pair
	mayBe    []compared // slips in given names wait until it is known how many there are
	slips    slips
	compared int
	capped   cappedBlocks // of this pass
}

func (l *linking) newLinker() *linker { return &linker{linking: l} }

// beyondBlocks compares pairs that no block has to hold together: of proven numbers and of earlier principal names.
func (l *linking) beyondBlocks(all *linker) {
	if len(l.earlier) == 0 && len(l.proven) == 0 {
		return
	}
	l.seen = map[[2]uint32]bool{}
	one := func(i, j uint32) bool {
		x, y := l.member(i), l.member(j)
		pair := [2]uint32{min(i, j), max(i, j)}
		if !l.seen[pair] {
			all.meet(encounter{passes, &x, []member{y}})
			l.seen[pair] = true
		}
		return l.ctx.Err() == nil
	}
	_ = l.provenPairs(&l.capped, one) && l.earlierPairs(&l.capped, one)
}

// portions is into how many a pass is divided for each linker: blocks differ in size.
const portions = 32

// passes compares the pairs of all blocks.
func (l *linking) passes(all *linker) {
	workers := make([]*linker, runtime.GOMAXPROCS(0))
	for i := range workers {
		workers[i] = l.newLinker()
	}
	f := l.newFiles()
	filed := make(chan []filed)
	go func() { // the next pass is filed while one is walked
		for pass := range passes {
			filed <- l.file(pass, f)
		}
	}()
	for pass := range passes {
		rows := <-filed
		size := len(rows)/(portions*len(workers)) + 1
		parts := chunks.Portions(len(rows), size)
		var running sync.WaitGroup
		for _, w := range workers {
			running.Go(func() {
				for from, to := range parts {
					if l.ctx.Err() != nil {
						return
					}
					w.walk(pass, rows, from, to)
				}
			})
		}
		running.Wait()
		for _, w := range workers {
			l.capped.join(&w.capped)
			w.capped = cappedBlocks{}
		}
	}
	for _, w := range workers {
		all.found, all.mayBe = slices.Concat(all.found, w.found), slices.Concat(all.mayBe, w.mayBe)
		all.slips = all.slips.plus(w.slips)
		all.compared += w.compared
	}
}

// walk compares the pairs of the blocks that begin within a part of the rows.
func (w *linker) walk(pass int, rows []filed, from, to int) {
	for from > 0 && from < to && hash(rows[from]) == hash(rows[from-1]) {
		from++ // it began in the part before
	}
	w.blocks(pass, rows, from, to, &w.capped, &w.block, func(e encounter) bool {
		w.meet(e)
		return w.ctx.Err() == nil
	})
}

// meet compares an entry with those that it meets.
func (w *linker) meet(e encounter) {
	for i := range e.others {
		x, y := e.x, &e.others[i]
		if !meet(e.pass, x, y, &w.linking.capped) || !w.comparable(int(x.catalog), int(y.catalog)) {
			continue
		}
		w.compared++
		switch {
		case w.proven == nil && x.bornApart(y): // they are no twins either
		case w.proven == nil && x.apart(y):
			w.slips.countTwins(different, x, y)
		default:
			w.look(x, y)
		}
	}
}

// look compares two entries field by field.
func (w *linker) look(x, y *member) {
	a, o := w.compare(x, y, false)
	if o != Open && o != Certain {
		w.slips.countTwins(a.given, x, y)
		return
	}
	c := compared{[2]uint32{min(x.row, y.row), max(x.row, y.row)}, a}
	switch {
	case w.seen[c.pair]:
	case a.given == slip && o == Open:
		w.slips.countSlip(w.Set, &a, x, y)
		w.mayBe = append(w.mayBe, c)
	default:
		w.found = w.name(w.found, c, o)
	}
}
