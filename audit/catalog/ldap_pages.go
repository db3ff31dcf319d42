package catalog

import (
	"bytes"
	"context"
	"fmt"
	"hash/fnv"
	"iter"

	ber "github.com/go-asn1-ber/asn1-ber"
	"github.com/go-ldap/ldap/v3"
)

// A server in a loop sends pages for ever. AD sends an empty one now and then, and a catalog that
// changes while it is read can show an entry twice, so one of either proves nothing.
const (
	maxEmptyPages    = 20 // in a row
	maxRepeatedPages = 3  // in all: pages with the same entries as an earlier one
)

// pages reads the answer to one query, page by page (RFC 2696).
type pages struct {
	*session
	query
	number    int
	cookie    []byte
	empty     int
	repeated  int
	seen      map[uint64]bool // sums of the pages read, by their entries' DNs
	referrals int
	view      view
}

// entries reads what q finds. Each entry holds until the next. A stream that does not end with an
// error is complete: every page came with code 0 and the last one said that it is the last.
func (s *session) entries(ctx context.Context, q query) iter.Seq2[*entry, error] {
	return func(yield func(*entry, error) bool) {
		p := pages{session: s, query: q, seen: map[uint64]bool{}}
		for p.next(ctx, yield) {
		}
		if p.referrals > 0 {
			s.catalog.Log.Info("referrals to other servers not followed",
				"catalog", s.catalog.Name(), "count", p.referrals)
		}
	}
}

// next yields one page and tells whether there is another. Codes 3, 4 and 11 come with entries:
// those are yielded before the error.
func (p *pages) next(ctx context.Context, yield func(*entry, error) bool) bool {
	p.number++
	var answer *ldap.SearchResult
	err := ctx.Err() // a cancelled run asks for nothing more; the plug is pulled a moment later
	if err == nil {
		answer, err = p.search()
	}
	if answer != nil {
		p.referrals += len(answer.Referrals)
		for _, found := range answer.Entries {
			if !yield(p.view.of(found), nil) {
				return false
			}
		}
	}
	if err == nil {
		err = p.turn(answer)
	}
	if err != nil {
		yield(nil, p.catalog.failure(ctx, fmt.Sprintf("page %d", p.number), err))
		return false
	}
	return len(p.cookie) > 0
}

// search asks for one page.
func (p *pages) search() (answer *ldap.SearchResult, err error) {
	request := &ldap.SearchRequest{
		BaseDN:       p.base,
		Scope:        ldap.ScopeWholeSubtree,
		DerefAliases: ldap.NeverDerefAliases,
		Filter:       p.filter,
		Attributes:   p.attributes,
		Controls:     []ldap.Control{pageControl{size: p.catalog.PageSize, cookie: p.cookie}},
	}
	err = p.within(func() (err error) {
		answer, err = p.conn.Search(request)
		return err
	})
	return answer, err
}

// turn takes the cookie for the next page, and refuses a server that will never come to an end. A
// cookie that stays the same proves nothing: 389 Directory Server has one for all pages of a
// search.
func (p *pages) turn(answer *ldap.SearchResult) error {
	control, ok := ldap.FindControl(answer.Controls, ldap.ControlTypePaging).(*ldap.ControlPaging)
	if !ok {
		return problemUnpaged
	}
	if len(answer.Entries) > p.catalog.PageSize {
		return problemUnpaged
	}
	same := bytes.Equal(control.Cookie, p.cookie)
	p.cookie = bytes.Clone(control.Cookie)
	if len(p.cookie) == 0 {
		return nil
	}
	if len(answer.Entries) == 0 {
		p.empty++
		if same || p.empty > maxEmptyPages {
			return problemEndless
		}
		return nil
	}
	p.empty = 0
	sum := pageSum(answer.Entries)
	if p.seen[sum] {
		p.repeated++
	}
	p.seen[sum] = true
	if p.repeated >= maxRepeatedPages {
		return problemEndless
	}
	return nil
}

func pageSum(entries []*ldap.Entry) uint64 {
	h := fnv.New64a()
	for _, e := range entries {
		h.Write([]byte(e.DN))
		h.Write([]byte{0})
	}
	return h.Sum64()
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

// view shows go-ldap's entries as entries of this package; one at a time, over and over in the
// same memory.
type view struct {
	entry entry
	text  []byte
}

func (v *view) of(found *ldap.Entry) *entry {
	v.text = v.text[:0]
	v.entry.dn = v.bytes(found.DN)
	v.entry.attrs = v.entry.attrs[:0]
	for _, a := range found.Attributes {
		name := v.bytes(a.Name)
		for _, value := range a.ByteValues {
			v.entry.attrs = append(v.entry.attrs, attribute{name, value})
		}
	}
	return &v.entry
}

// bytes copies s into the view's memory. When that grows, earlier copies stay where they were.
func (v *view) bytes(s string) []byte {
	from := len(v.text)
	v.text = append(v.text, s...)
	return v.text[from:len(v.text):len(v.text)]
}
