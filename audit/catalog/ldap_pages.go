package catalog

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"sync"

	ber "github.com/go-asn1-ber/asn1-ber"
	"github.com/go-ldap/ldap/v3"
)

// A server in a loop sends pages for ever. AD sends an empty one now and then, and a catalog that
// changes while it is read can show an entry twice, so one of either proves nothing.
const (
	maxEmptyPages    = 20 // in a row
	maxRepeatedPages = 3  // in all: pages with the same entries as an earlier one
	// maxEntries is how many entries a catalog may have: more than all pupils, students and employees of Norway's
	// schools and universities together.
	maxEntries = 2_000_000
)

// pages reads the answer to one query, page by page (RFC 2696). While one page is being worked on, the next is on its way,
// and the one after that is asked for as soon as its cookie is known: a server never waits for who reads, unless that one is
// two pages behind.
type pages struct {
	*session
	query
	buffers   [3]page // one that is worked on, one that waits, and one that is being filled
	number    int
	cookie    []byte
	total     int // entries
	empty     int
	repeated  int
	seen      map[uint64]bool // sums of the pages read, by their entries' DNs
	referrals int
	entry     entry
}

// fetched is one page, and how it ended: with an error the entries count all the same. Codes 3, 4 and 11 come with
// entries.
type fetched struct {
	*page
	stage string // which page it is, for a reader
	err   error
	more  bool // there is another page
}

// entries reads what q finds. Each entry holds until the next. A stream that does not end with an
// error is complete: every page came with code 0 and the last one said that it is the last.
func (s *session) entries(ctx context.Context, q query) iter.Seq2[*entry, error] {
	return func(yield func(*entry, error) bool) {
		p := pages{session: s, query: q, seen: map[uint64]bool{}}
		coming, free := make(chan fetched, len(p.buffers)), make(chan struct{}, len(p.buffers))
		for range p.buffers {
			free <- struct{}{}
		}
		go p.fetchAll(ctx, coming, free)
		for f := range coming {
			if p.show(ctx, f, yield) {
				free <- struct{}{}
				continue
			}
			if f.more { // nobody waits for the rest: pull the plug, and let it end
				s.socket.Close()
				close(free)
				for range coming {
				}
			}
			return
		}
		if p.referrals > 0 {
			s.catalog.Log.Info("referrals to other servers not followed",
				"catalog", s.catalog.Name(), "count", p.referrals)
		}
	}
}

// fetchAll asks for one page after the other, each into a buffer that is free, until there are no more or one broke off.
// A page is handed over when the next has been asked for: whoever waits for it would take the processor first, and a
// server wait some milliseconds.
func (p *pages) fetchAll(ctx context.Context, coming chan<- fetched, free <-chan struct{}) {
	defer close(coming)
	handOver := func() {}
	for more := true; more; {
		select {
		case <-free:
		default: // all buffers are full, and whoever empties them may wait for this page
			handOver()
			<-free
		}
		last := handOver
		p.sieve.sent.Store(&last)
		f := p.fetch(ctx)
		p.sieve.sent.Store(nil)
		last() // unless it was when the request went out
		handOver = sync.OnceFunc(func() { coming <- f })
		more = f.more
	}
	handOver()
}

// fetch asks for the next page.
func (p *pages) fetch(ctx context.Context) (f fetched) {
	f.page = &p.buffers[p.number%len(p.buffers)]
	f.reset()
	p.number++
	f.stage = fmt.Sprintf("page %d", p.number)
	if err := ctx.Err(); err != nil { // a cancelled run asks for nothing more; the plug is pulled a moment later
		f.err = p.catalog.failure(ctx, f.stage, err)
		return f
	}
	answer, err := p.search(f.page)
	if answer != nil {
		p.referrals += len(answer.Referrals)
	}
	if err == nil {
		err = p.turn(answer, f.page)
	}
	if err != nil {
		f.err = p.catalog.failure(ctx, f.stage, err)
		return f
	}
	f.more = len(p.cookie) > 0
	return f
}

// show yields a page, and tells whether to go on. An entry that is none ends the stream, unless it did so as it came, and so
// does the end of ctx, whatever has been read ahead.
func (p *pages) show(ctx context.Context, f fetched, yield func(*entry, error) bool) bool {
	if err := ctx.Err(); err != nil {
		yield(nil, p.catalog.failure(ctx, f.stage, err))
		return false
	}
	for i := range f.len() {
		if err := f.page.entry(i, &p.entry); err != nil {
			if f.err == nil {
				f.err = p.catalog.failure(ctx, f.stage, err)
			}
			break
		}
		if !yield(&p.entry, nil) {
			return false
		}
	}
	if f.err != nil {
		yield(nil, f.err)
		return false
	}
	return true
}

// search asks for one page; its entries go into to.
func (p *pages) search(to *page) (answer *ldap.SearchResult, err error) {
	request := &ldap.SearchRequest{
		BaseDN:       p.base,
		Scope:        ldap.ScopeWholeSubtree,
		DerefAliases: ldap.NeverDerefAliases,
		Filter:       p.filter,
		Attributes:   p.attributes,
		Controls:     []ldap.Control{pageControl{size: p.catalog.PageSize, cookie: p.cookie}},
	}
	p.sieve.page.Store(to)
	err = p.within(func() (err error) {
		answer, err = p.conn.Search(request)
		return err
	})
	p.sieve.page.Store(nil)
	return answer, err
}

// turn takes the cookie for the next page, and refuses a server that will never come to an end. A
// cookie that stays the same proves nothing: 389 Directory Server has one for all pages of a
// search.
func (p *pages) turn(answer *ldap.SearchResult, got *page) error {
	control, ok := ldap.FindControl(answer.Controls, ldap.ControlTypePaging).(*ldap.ControlPaging)
	if !ok {
		return problemUnpaged
	}
	if got.len() > p.catalog.PageSize {
		return problemUnpaged
	}
	if p.total += got.len(); p.total > p.catalog.most {
		return problemUnending
	}
	same := bytes.Equal(control.Cookie, p.cookie)
	p.cookie = bytes.Clone(control.Cookie)
	if len(p.cookie) == 0 {
		return nil
	}
	if got.len() == 0 {
		p.empty++
		if same || p.empty > maxEmptyPages {
			return problemEndless
		}
		return nil
	}
	p.empty = 0
	if p.seen[got.sum] {
		p.repeated++
	}
	p.seen[got.sum] = true
	if p.repeated >= maxRepeatedPages {
		return problemEndless
	}
	return nil
}

// pageControl asks for a page (RFC 2696). Unlike go-ldap's own it is critical: a server that can
// not page is to say so, and not to send everything at once.
type pageControl struct {
	size   int
	cookie []byte
}

func (c pageControl) GetControlType() string { return ldap.ControlTypePaging }

func (c pageControl) String() string { return fmt.Sprintf("paged results, %d a page", c.size) }

func (c pageControl) Encode() *ber.Packet {
	own := (&ldap.ControlPaging{PagingSize: uint32(c.size), Cookie: c.cookie}).Encode()
	p := ber.NewSequence("control")
	p.AppendChild(own.Children[0])
	p.AppendChild(ber.NewBoolean(ber.ClassUniversal, ber.TypePrimitive, ber.TagBoolean, true, "criticality"))
	p.AppendChild(own.Children[1])
	return p
}
