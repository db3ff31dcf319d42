package catalog

import (
	"net"
	"sync/atomic"
	"time"
)

// maxAnswer is how many bytes a server may send in answer to one request: with pages of 1000
// entries, 64 KB an entry, which is ten times what a rich one has. go-ldap builds an answer in
// memory, so this bounds it.
const maxAnswer = 64 << 20

// guard is the connection as go-ldap sees it. It bounds one answer in time and in bytes, and keeps
// what broke the connection, for go-ldap passes that on as mere text.
type guard struct {
	net.Conn
	left  atomic.Int64
	first atomic.Pointer[error]
	heard bool // something has been read; of the one goroutine that reads
}

// arm begins a request: the answer has to be here in full within d.
func (g *guard) arm(d time.Duration) {
	g.left.Store(maxAnswer)
	g.SetDeadline(time.Now().Add(d))
}

// disarm ends a request. go-ldap goes on listening, for as long as the consumer of a page may
// take.
func (g *guard) disarm() { g.SetDeadline(time.Time{}) }

// broke is what broke the connection; nil while it holds.
func (g *guard) broke() error {
	if err := g.first.Load(); err != nil {
		return *err
	}
	return nil
}

func (g *guard) Read(p []byte) (int, error) {
	const sequence = 0x30 // how every LDAP message begins
	n, err := g.Conn.Read(p)
	switch {
	case n == 0:
	case !g.heard && p[0] != sequence:
		// Another protocol: go-ldap would wait for as many bytes as its first letters seem to say.
		err = problemMalformed
	case g.left.Add(-int64(n)) < 0:
		err = problemTooLarge
	}
	g.heard = g.heard || n > 0
	g.note(err)
	return n, err
}

func (g *guard) Write(p []byte) (int, error) {
	n, err := g.Conn.Write(p)
	g.note(err)
	return n, err
}

func (g *guard) note(err error) {
	if err != nil {
		g.first.CompareAndSwap(nil, &err)
	}
}
