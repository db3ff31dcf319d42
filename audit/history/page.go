package history

import (
	"database/sql"
	"encoding/binary"
	"slices"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// page is some persons as the database keeps them in one row, in the order of their IDs. Everybody is read each night,
// and a row takes as long to read as a token takes to make.
//
// A page is written anew whenever one of its persons changes, although a night changes few of each and very many pages: what
// was kept of somebody must not stay beside what is kept now, for the two would tie an old number to a new one.
//
// A person is its place in the page (1 byte), catalog (4), kind (1), faulty (1), the first day it was seen (4), the first
// day without a number (4), the day it was gone (4), and the tokens of entry, digest, number, principal, given name,
// surname and birth date (8 each), the highest byte first.
type page []byte

const (
	perPage    = 50 // fill one of SQLite's pages
	personSize = 1 + 4 + 1 + 1 + 4 + 4 + 4 + 7*8

	catalogAt, kindAt, faultyAt, seenAt, withoutAt, goneAt, tokensAt = 1, 5, 6, 7, 11, 15, 19
)

// packPerson appends a person in the form of a page.
func packPerson(b []byte, p *Person, catalog int64) []byte {
	faulty := byte(0)
	if p.Was.Faulty {
		faulty = 1
	}
	b = append(b, byte(p.ID%perPage))
	b = binary.BigEndian.AppendUint32(b, uint32(catalog))
	b = append(b, byte(p.Was.Kind), faulty)
	for _, day := range [...]nin.Date{p.FirstSeen, p.Without, p.Gone} {
		b = binary.BigEndian.AppendUint32(b, uint32(day))
	}
	for _, t := range [...]audit.Token{p.Entry, p.Digest, p.Was.Number, p.Was.Principal, p.Was.Given, p.Was.Surname,
		p.Was.Birth} {
		b = binary.BigEndian.AppendUint64(b, uint64(t))
	}
	return b
}

// unpackPerson reads a person of a page, of which catalogs gives the catalog's name; not ok if no run writes such a one.
func unpackPerson(b page, number int64, catalogs map[int64]string) (p Person, ok bool) {
	day := func(at int) nin.Date { return nin.Date(binary.BigEndian.Uint32(b[at:])) }
	token := func(i int) audit.Token { return audit.Token(binary.BigEndian.Uint64(b[tokensAt+8*i:])) }
	catalog, known := catalogs[int64(binary.BigEndian.Uint32(b[catalogAt:]))]
	kind, faulty := nin.Kind(b[kindAt]), b[faultyAt]
	p = Person{ID: number*perPage + int64(b[0]), Catalog: catalog, FirstSeen: day(seenAt), Without: day(withoutAt), Gone: day(goneAt),
		Entry: token(0), Digest: token(1),
		Was: audit.State{Kind: kind, Faulty: faulty == 1, Number: token(2), Principal: token(3), Given: token(4),
			Surname: token(5), Birth: token(6)}}
	ok = known && kind <= nin.Synthetic && faulty <= 1 && isDay(p.FirstSeen) && isDay(p.Without) && isDay(p.Gone)
	return p, ok
}

// isDay tells that d may be a day, or none.
func isDay(d nin.Date) bool { return 0 <= d && d <= 9999_12_31 }

// sound tells that the page holds persons, each in a place of its own, and in order.
func (p page) sound() bool {
	last := -1
	for one := range slices.Chunk(p, personSize) {
		if len(one) != personSize || int(one[0]) <= last || one[0] >= perPage {
			return false
		}
		last = int(one[0])
	}
	return true
}

// put takes a person into the page, in the place of the one with its ID if there is one.
func (p page) put(person []byte) page {
	at := 0
	for at < len(p) && p[at] < person[0] {
		at += personSize
	}
	if at < len(p) && p[at] == person[0] {
		copy(p[at:], person)
		return p
	}
	return slices.Insert(p, at, person...)
}

// without leaves out the persons that drop is true of, and counts them.
func (p page) without(drop func(person []byte) bool) (left page, dropped int) {
	for one := range slices.Chunk(p, personSize) {
		if drop(one) {
			dropped++
		} else {
			left = append(left, one...)
		}
	}
	return left, dropped
}

// gone is the first day on which one of the page's persons was gone; 0 if none is.
func (p page) gone() (first nin.Date) {
	for one := range slices.Chunk(p, personSize) {
		if day := goneOn(one); day != 0 && (first == 0 || day < first) {
			first = day
		}
	}
	return first
}

func goneOn(person []byte) nin.Date { return nin.Date(binary.BigEndian.Uint32(person[goneAt:])) }

// changePage reads a page, and writes what change makes of it.
func (w *writer) changePage(number int64, change func(page) page) error {
	if w.readPage == nil {
		var err error
		if w.readPage, err = w.tx.PrepareContext(w.ctx, "SELECT persons FROM persons WHERE page = ?"); err != nil {
			return err
		}
		const query = "INSERT INTO persons (page, gone, persons) VALUES (?1, ?2, ?3) " +
			"ON CONFLICT (page) DO UPDATE SET gone = ?2, persons = ?3" // in its place
		if w.writePage, err = w.tx.PrepareContext(w.ctx, query); err != nil {
			return err
		}
	}
	var p []byte
	if err := w.readPage.QueryRowContext(w.ctx, number).Scan(&p); err != nil && err != sql.ErrNoRows {
		return err
	}
	if !page(p).sound() {
		return errOddRow
	}
	left := change(p)
	if len(left) == 0 {
		return w.exec("DELETE FROM persons WHERE page = ?", number)
	}
	_, err := w.writePage.ExecContext(w.ctx, number, left.gone(), []byte(left))
	return err
}

// dropPersons forgets the persons that drop is true of on the pages of a query, and adds them to count.
func (w *writer) dropPersons(count *int, drop func(person []byte) bool, pages string, args ...any) error {
	var numbers []int64
	l := loader{ctx: w.ctx, tx: w.tx}
	err := l.each(pages, func(r *sql.Rows) error {
		var number int64
		err := r.Scan(&number)
		numbers = append(numbers, number)
		return err
	}, args...)
	for _, number := range numbers {
		if err != nil {
			return err
		}
		err = w.changePage(number, func(p page) page {
			left, dropped := p.without(drop)
			*count += dropped
			return left
		})
	}
	return err
}
