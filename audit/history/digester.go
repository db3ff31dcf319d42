package history

import (
	"ninaudit/audit"
	"ninaudit/audit/chunks"
)

// Digester makes the tokens of persons as they are read, Entry and Digest of each, on a goroutine of its own: whoever
// reads a catalog does not wait for them. Result must be called in the end.
type Digester struct {
	next       batch
	work, done chan batch
	tokens     chunks.List[Tokens]
}

// Tokens are what tells an entry from others, and whether it is as it was.
type Tokens struct{ Entry, Digest audit.Token }

// batch is some messages, two for each person, one after the other.
type batch struct {
	messages message
	ends     []int
}

// batches is how many batches may be under way, and perBatch how many persons are in one.
const (
	batches  = 4
	perBatch = 256
)

// Digester makes tokens under the key that the database is under, as OldHasher does.
func (s *Store) Digester() *Digester {
	key := s.key
	if s.Rekeying() {
		key = s.oldKey
	}
	d := &Digester{work: make(chan batch, batches), done: make(chan batch, batches+1)}
	for range batches {
		d.done <- batch{}
	}
	go d.run(newHasher(key))
	return d
}

// Add takes the next person, of whom nothing is kept but what is to be hashed.
func (d *Digester) Add(p *audit.Person) {
	b := &d.next
	b.messages.entry(p.Catalog, p.ID)
	b.ends = append(b.ends, len(b.messages))
	b.messages.digest(p)
	b.ends = append(b.ends, len(b.messages))
	if len(b.ends) == 2*perBatch {
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
	for b := range d.work {
		from := 0
		for i, end := range b.ends {
			if t := h.token(b.messages[from:end]); i%2 == 0 {
				d.tokens.Append(Tokens{Entry: t})
			} else {
				d.tokens.At(d.tokens.Len() - 1).Digest = t
			}
			from = end
		}
		d.done <- batch{b.messages[:0], b.ends[:0]}
	}
}
