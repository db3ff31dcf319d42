package catalog

import (
	"bufio"
	"fmt"
	"hash/maphash"
	"io"
	"net"
	"sync/atomic"
	"time"
)

// sieve is the connection as go-ldap sees it. It takes the entries of a search out of what the server sends, and passes
// every other message through as it is: binding, searching, paging and result codes stay go-ldap's, which decodes an
// entry in the time in which a server sends six.
//
// go-ldap reads it in a goroutine of its own. A page gets entries from the request on that asks for it until the message
// that ends the answer, and belongs to whoever asked from then on.
type sieve struct {
	*guard
	in     *bufio.Reader // over the guard
	below  *bufio.Reader // over the socket
	passes int           // bytes of the message at hand that are still to be passed through
	page   atomic.Pointer[page]
	seed   maphash.Seed // of pages' sums
	size   int          // how many entries a page has
	pause  func(time.Duration)
	water  func(int)              // see lowWater; may be nil
	search atomic.Int64           // the message ID of the search whose entries go into page; 0: none is under way
	sent   atomic.Pointer[func()] // called once, when the next search has been sent
}

// readAhead is how many bytes are asked of the connection at a time.
const readAhead = 64 << 10

// newSieve makes a sieve over a guard; below is what has been read of the socket beneath it, where there is TLS between them.
func newSieve(g *guard, below *bufio.Reader) *sieve {
	in := bufio.NewReaderSize(g, readAhead)
	if below == nil {
		below = in
	}
	return &sieve{guard: g, in: in, below: below, seed: maphash.MakeSeed(), pause: time.Sleep}
}

// readingAhead is a socket of which is read as much as has come, however little is asked for: TLS asks for one record at a
// time, and a server makes one of each entry.
type readingAhead struct {
	net.Conn
	in *bufio.Reader
}

func newReadingAhead(c net.Conn) readingAhead {
	return readingAhead{c, bufio.NewReaderSize(c, readAhead)}
}

// Read gives what has come.
func (r readingAhead) Read(b []byte) (int, error) { return r.in.Read(b) }

// page is the entries that answer one request, as the server wrote them.
type page struct {
	bytes []byte
	ends  []int  // where each entry ends
	sum   uint64 // tells one page from another by its entries' DNs
}

func (p *page) reset() { p.bytes, p.ends, p.sum = p.bytes[:0], p.ends[:0], 0 }

func (p *page) len() int { return len(p.ends) }

// message is the i-th entry, and what the server wrote behind it.
func (p *page) message(i int) []byte {
	from := 0
	if i > 0 {
		from = p.ends[i-1]
	}
	return p.bytes[from:p.ends[i]:p.ends[i]]
}

// entry reads the i-th entry into e. Where it is no entry, the error tells which and the byte.
func (p *page) entry(i int, e *entry) error {
	if err := readEntry(p.message(i), e); err != nil {
		return malformed(i, err)
	}
	return nil
}

// malformed is the problem of the i-th entry.
func malformed(i int, err error) error {
	bad := problemMalformed
	bad.cause = fmt.Errorf("entry %d of the page, %w", i+1, err)
	return bad
}

// Write sends a request, which go-ldap writes in one piece, and notes the ID of a search that a page waits for.
func (s *sieve) Write(b []byte) (int, error) {
	if s.page.Load() != nil {
		if _, head, _, ok := berHeader(b); ok {
			if id, op, _, ok := messageStart(b[head:]); ok && op == tagSearch {
				s.search.Store(id)
				if sent := s.sent.Swap(nil); sent != nil {
					defer (*sent)()
				}
			}
		}
	}
	return s.guard.Write(b)
}

// messageStart reads the ID of a message and the tag of what follows it, which begins after size bytes. ok is false
// where b is too short to tell or is no message.
func messageStart(b []byte) (id int64, op byte, size int, ok bool) {
	tag, head, n, ok := berHeader(b)
	if !ok || tag != tagInteger || n < 1 || n > 4 || len(b) <= head+n {
		return 0, 0, 0, false
	}
	for _, c := range b[head : head+n] {
		id = id<<8 | int64(c)
	}
	return id, b[head+n], head + n, true
}

// Read gives go-ldap what is not an entry of the search under way.
func (s *sieve) Read(b []byte) (int, error) {
	for s.passes == 0 {
		if err := s.next(); err != nil {
			s.note(err)
			return 0, err
		}
	}
	n, err := s.in.Read(b[:min(len(b), s.passes)])
	s.passes -= n
	return n, err
}

// longestStart is more than a message has before the tag that tells what it is.
const longestStart = 6 + 6 + 1

// A server writes each entry by itself. To be woken for each takes the processor from a server on the same machine, and
// costs more than to decode it; so the reader lets some come together, except at the end of a page.
const (
	aMoment = time.Millisecond
	theLast = 100 // entries of a page
)

// rest lets more of the page come, if it is under way and far from its end.
func (s *sieve) rest() {
	if s.search.Load() == 0 || s.in.Buffered() > 0 || s.below.Buffered() > 0 {
		return
	}
	if p := s.page.Load(); p != nil && p.len() > 0 && p.len() < s.size-theLast {
		if s.water != nil { // or each entry would wake a thread that has nothing to do yet
			s.water(readAhead)
			defer s.water(1)
		}
		s.pause(aMoment)
	}
}

// next looks at the message that follows: an entry goes into the page, of any other it is noted how many bytes it has.
func (s *sieve) next() error {
	s.rest()
	if _, err := s.in.Peek(1); err != nil {
		return err
	}
	head, size := 0, 0
	for n := 2; head == 0; n++ {
		b, err := s.in.Peek(n)
		if err != nil {
			return broken(err)
		}
		var tag byte
		tag, head, size, _ = berHeader(b)
		if tag != tagSequence || size < 0 {
			return problemMalformed
		}
	}
	if size > maxAnswer {
		return problemTooLarge
	}
	b, err := s.in.Peek(min(head+size, longestStart))
	if err != nil {
		return broken(err)
	}
	id, op, start, ok := messageStart(b[head:])
	search := s.search.Load()
	if !ok || search == 0 || id != search {
		s.passes = head + size
		return nil
	}
	if op == tagEntry {
		_, _ = s.in.Discard(head + start)
		return s.keep(size - start)
	}
	if op == tagDone {
		s.search.Store(0)
	}
	s.passes = head + size
	return nil
}

// keep takes the rest of a message into the page, as it comes: memory grows with what is sent, not with what a length
// says.
func (s *sieve) keep(size int) error {
	p := s.page.Load()
	if p == nil {
		return net.ErrClosed // nobody waits for it any more
	}
	for size > 0 {
		n := min(size, readAhead)
		from := len(p.bytes)
		if cap(p.bytes)-from < n {
			p.bytes = append(p.bytes, make([]byte, n)...)
		} else {
			p.bytes = p.bytes[:from+n]
		}
		if _, err := io.ReadFull(s.in, p.bytes[from:from+n]); err != nil {
			p.bytes = p.bytes[:from]
			return broken(err)
		}
		size -= n
	}
	p.ends = append(p.ends, len(p.bytes))
	dn, err := readDN(p.message(p.len() - 1))
	if err != nil {
		return malformed(p.len()-1, err) // a server that breaks the protocol may never end the page
	}
	p.sum = p.sum*31 + maphash.Bytes(s.seed, dn) // in their order
	return nil
}

// broken is the end of the stream in the midst of a message.
func broken(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}
