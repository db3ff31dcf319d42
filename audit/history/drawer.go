package history

import (
	"bytes"
	"cmp"
	"database/sql"
	"slices"
	"sort"

	"ninaudit/audit/nin"
)

// drawer holds, of some pages that follow one another, the persons who have changed since their page was written: a night
// changes a few persons on each of very many pages, and to write those would be to write half the file, once more for the
// journal. What stands in a drawer counts, not what its page says of the same person.
//
// Each is the number of the page among the drawer's (1 byte), and the person as on a page. They are in the order of both,
// which is that of the persons' IDs.
type drawer []byte

const (
	perDrawer = 64 // pages
	slipSize  = 1 + personSize
	// ripe is from how many persons on who have changed a page is written. More save little: drawers grow instead.
	ripe = 4
)

// sound tells that the drawer holds persons of its pages, each once, and in order.
func (d drawer) sound() bool {
	var last []byte
	for slip := range slices.Chunk(d, slipSize) {
		if len(slip) != slipSize || slip[0] >= perDrawer || slip[1] >= perPage || bytes.Compare(slip[:2], last) <= 0 {
			return false
		}
		last = slip[:2]
	}
	return true
}

// span is where the persons of one of the drawer's pages stand.
func (d drawer) span(number int64) (from, to int) {
	at := byte(number % perDrawer)
	of := func(i int) byte { return d[i*slipSize] }
	from = sort.Search(len(d)/slipSize, func(i int) bool { return of(i) >= at })
	for to = from; to < len(d)/slipSize && of(to) == at; {
		to++
	}
	return from * slipSize, to * slipSize
}

// of are the persons of one of the drawer's pages, as a page.
func (d drawer) of(number int64) (p page) {
	from, to := d.span(number)
	for slip := range slices.Chunk(d[from:to], slipSize) {
		p = append(p, slip[1:]...)
	}
	return p
}

// with puts persons in the place of all that the drawer holds of one of its pages.
func (d drawer) with(number int64, persons page) drawer {
	from, to := d.span(number)
	var slips []byte
	for one := range slices.Chunk(persons, personSize) {
		slips = append(append(slips, byte(number%perDrawer)), one...)
	}
	return slices.Replace(d, from, to, slips...)
}

// pages are the numbers of the pages of which the drawer holds persons that are asked for.
func (d drawer) pages(number int64, asked func(person []byte) bool) (pages []int64) {
	for slip := range slices.Chunk(d, slipSize) {
		if asked(slip[1:]) {
			pages = append(pages, number*perDrawer+int64(slip[0]))
		}
	}
	return slices.Compact(pages)
}

// gone is the first day on which one of the drawer's persons was gone; 0 if none is.
func (d drawer) gone() (first nin.Date) {
	for slip := range slices.Chunk(d, slipSize) {
		first = earlier(first, goneOn(slip[1:]))
	}
	return first
}

// earlier is the earlier of two days, either of which may be none.
func earlier(a, b nin.Date) nin.Date {
	if a == 0 || b == 0 {
		return max(a, b)
	}
	return min(a, b)
}

// drawer reads a drawer; an empty one where there is none.
func (w *writer) drawer(number int64) (d drawer, err error) {
	if w.readDrawer == nil {
		if w.readDrawer, err = w.tx.PrepareContext(w.ctx, "SELECT persons FROM drawers WHERE drawer = ?"); err != nil {
			return nil, err
		}
	}
	if err := w.readDrawer.QueryRowContext(w.ctx, number).Scan((*[]byte)(&d)); err != nil && err != sql.ErrNoRows {
		return nil, err
	}
	if !d.sound() {
		return nil, errOddRow
	}
	return d, nil
}

func (w *writer) putDrawer(number int64, d drawer) error {
	if len(d) == 0 {
		return w.exec("DELETE FROM drawers WHERE drawer = ?", number)
	}
	return w.exec("REPLACE INTO drawers (drawer, gone, persons) VALUES (?, ?, ?)", number, d.gone(), []byte(d))
}

// drawers reads all drawers, by number.
func (l *loader) drawers() (all map[int64]drawer, err error) {
	all = map[int64]drawer{}
	err = l.each("SELECT drawer, persons FROM drawers", func(r *sql.Rows) error {
		var number int64
		var d drawer
		if err := r.Scan(&number, (*[]byte)(&d)); err != nil {
			return err
		}
		if number < 0 || !d.sound() {
			return errOddRow
		}
		all[number] = d
		return nil
	})
	return all, err
}

// changes are the persons of a page that stand in its drawer.
type changes struct {
	number  int64 // of the page
	persons page
}

// changes reads what stands in drawers, by page.
func (l *loader) changes() (all []changes, err error) {
	drawers, err := l.drawers()
	for number, d := range drawers {
		for slip := range slices.Chunk(d, slipSize) {
			number := number*perDrawer + int64(slip[0])
			if n := len(all); n == 0 || all[n-1].number != number {
				all = append(all, changes{number: number})
			}
			last := &all[len(all)-1]
			last.persons = append(last.persons, slip[1:]...)
		}
	}
	slices.SortFunc(all, func(a, b changes) int { return cmp.Compare(a.number, b.number) })
	return all, err
}
