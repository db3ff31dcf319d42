package history

import (
	"ninaudit/audit"
	"ninaudit/audit/chunks"
)

// Digester makes the tokens of persons as they are read, Entry and Digest of each, on a goroutine of its own: whoever
// reads a catalog does not wait for them. Result must be called in the end.
type Digester struct {
	next       []digested
	work, done chan []digested
	tokens     chunks.List[Tokens]
}

// Tokens are what tells an entry from others, and whether it is as it was.
type Tokens struct{ Entry, Digest audit.Token }

// batches is how many batches of persons may be under way, and perBatch how many are in one.
const (
	batches  = 4
	perBatch = 256
)

// Digester makes tokens under the key that the database is under, as OldHasher does.
func (s *Store) Digester() *Digester {
	d := &Digester{work: make(chan []digested, batches), done: make(chan []digested, batches+1)}
	for range batches {
		d.done <- nil
	}
	go d.run(s.old.Another())
	return d
}

// Add takes the next person, of whom nothing is kept but what is to be hashed.
func (d *Digester) Add(p *audit.Person) {
	if d.next = append(d.next, digestedOf(p)); len(d.next) == perBatch {
		d.work <- d.next
		d.next = <-d.done
	}
}

// Result waits for the tokens, in the order of Add. It may be called again; nothing may be added after it.
func (d *Digester) Result() *chunks.List[Tokens] {
	if d.work != nil {
		d.work <- d.next
		close(d.work)
		for range d.done {
		}
		d.work = nil
	}
	return &d.tokens
}

func (d *Digester) run(h *Hasher) {
	defer close(d.done)
	for batch := range d.work {
		for _, one := range batch {
			d.tokens.Append(Tokens{h.Entry(one.catalog, one.id), h.digest(one)})
		}
		clear(batch) // what was hashed is let go
		d.done <- batch[:0]
	}
}
