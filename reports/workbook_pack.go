package reports

import (
	"compress/flate"
	"io"
)

// packing is how hard a workbook is packed. What the standard level saves, a quarter of the size, would take a third of
// the time.
const packing = flate.BestSpeed

// packer packs what is written to it in a goroutine of its own, so that rows are made while those before them are packed.
// What comes out does not depend on who is faster.
type packer struct {
	flate      *flate.Writer
	block      []byte      // what is written and not handed over yet
	work, done chan []byte // blocks to be packed, and such as have been
	ended      chan error
}

// blockSize is how much is packed at a time, and blocks how many may wait.
const (
	blockSize = 64 << 10
	blocks    = 4
)

// pack begins to pack into w, by a flate.Writer that may have packed others before.
func pack(w io.Writer, by *flate.Writer) *packer {
	by.Reset(w)
	p := &packer{flate: by, work: make(chan []byte, blocks), done: make(chan []byte, blocks+1), ended: make(chan error, 1)}
	go p.run()
	return p
}

func (p *packer) run() {
	var failed error
	for b := range p.work {
		if failed == nil {
			_, failed = p.flate.Write(b)
		}
		select {
		case p.done <- b[:0]:
		default: // there are enough
		}
	}
	if failed == nil {
		failed = p.flate.Close()
	}
	p.ended <- failed
}

// Write takes a copy of b. What goes wrong is told by Close.
func (p *packer) Write(b []byte) (int, error) {
	for rest := b; len(rest) > 0; {
		if cap(p.block) == 0 {
			select {
			case p.block = <-p.done:
			default:
				p.block = make([]byte, 0, blockSize)
			}
		}
		n := min(len(rest), cap(p.block)-len(p.block))
		if p.block, rest = append(p.block, rest[:n]...), rest[n:]; len(p.block) == cap(p.block) {
			p.work <- p.block
			p.block = nil
		}
	}
	return len(b), nil
}

// Close waits until all is packed.
func (p *packer) Close() error {
	if len(p.block) > 0 {
		p.work <- p.block
	}
	close(p.work)
	return <-p.ended
}
