package history

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// Known is an entry as a run has it at hand: a Person without what most nights never ask for. Its state is read when it is
// wanted: see Store.States.
type Known struct {
	ID        int64
	Entry     audit.Token
	Digest    audit.Token
	FirstSeen nin.Date
	Without   nin.Date
	Gone      nin.Date
	Catalog   int32 // its place in Night.Names
	// Number and Principal are the ends of the tokens in the state: who had a number, or a name, is among those of whom
	// this is the End.
	Number, Principal End
}

// End is half a token: most that differ have ends that do.
type End uint32

// EndOf is a token's end; 0 for none alone.
func EndOf(t audit.Token) End {
	if t == 0 {
		return 0
	}
	return max(End(t), 1)
}

func (p *Person) known(catalog int32) Known {
	return Known{ID: p.ID, Entry: p.Entry, Digest: p.Digest, FirstSeen: p.FirstSeen, Without: p.Without, Gone: p.Gone, Catalog: catalog,
		Number: EndOf(p.Was.Number), Principal: EndOf(p.Was.Principal)}
}

// known reads everybody, by ID, and the names of their catalogs.
func (l *loader) known() (all []Known, names []string, err error) {
	places := map[string]int32{}
	pages, err := l.most()
	if err != nil {
		return nil, nil, err
	}
	all = make([]Known, 0, pages*perPage)
	err = l.eachPerson(func(p *Person) error {
		place, met := places[p.Catalog]
		if !met {
			place = int32(len(names))
			places[p.Catalog] = place
			names = append(names, p.Catalog)
		}
		all = append(all, p.known(place))
		return nil
	})
	return all, names, err
}

// manyPages is from which share of the pages on all are read: one by one costs so much more.
const manyPages = 2

// States gives the states of persons as Load has found them, by ID. It is an error if another run has written since.
func (s *Store) States(ctx context.Context, persons []Known) (map[int64]audit.State, error) {
	wanted := slices.SortedFunc(slices.Values(persons), func(a, b Known) int { return cmp.Compare(a.ID, b.ID) })
	wanted = slices.CompactFunc(wanted, func(a, b Known) bool { return a.ID == b.ID })
	states := make(map[int64]audit.State, len(wanted))
	err := s.read(ctx, func(l *loader) error {
		next := 0 // of wanted: everybody comes in the order of their IDs
		take := func(p *Person) error {
			for next < len(wanted) && wanted[next].ID < p.ID {
				next++
			}
			if next < len(wanted) && wanted[next].ID == p.ID && wanted[next].Digest == p.Digest {
				states[p.ID] = p.Was
			}
			return nil
		}
		var numbers []int64
		for i := range wanted {
			if number := wanted[i].ID / perPage; len(numbers) == 0 || numbers[len(numbers)-1] != number {
				numbers = append(numbers, number)
			}
		}
		pages, err := l.most()
		switch {
		case err != nil:
			return err
		case len(numbers)*manyPages > pages:
			return l.eachPerson(take)
		}
		return l.personsOn(numbers, take)
	})
	if err == nil && len(states) < len(wanted) {
		err = &ChangedError{Path: s.path}
	}
	return states, err
}

// most is how many pages of persons there may be. To count them is to read them all.
func (l *loader) most() (n int, err error) {
	const query = "SELECT min(coalesce(max(page) + 1, 0), (SELECT page_count FROM pragma_page_count())) FROM persons"
	err = l.tx.QueryRowContext(l.ctx, query).Scan(&n)
	return n, err
}

// eachPerson calls take for everybody, by ID. What it is given holds until it returns.
func (l *loader) eachPerson(take func(*Person) error) error {
	return l.each("SELECT page, persons FROM persons ORDER BY page", func(r *sql.Rows) error {
		var number int64
		var p sql.RawBytes
		if err := r.Scan(&number, &p); err != nil {
			return err
		}
		return l.unpack(number, page(p), take)
	})
}

// personsOn does so for those on some pages.
func (l *loader) personsOn(pages []int64, take func(*Person) error) error {
	statement, err := l.tx.PrepareContext(l.ctx, "SELECT persons FROM persons WHERE page = ?")
	if err != nil {
		return err
	}
	defer statement.Close()
	for _, number := range pages {
		var p page
		err := statement.QueryRowContext(l.ctx, number).Scan((*[]byte)(&p))
		if errors.Is(err, sql.ErrNoRows) {
			continue
		}
		if err != nil {
			return cmp.Or(l.ctx.Err(), errOddRow)
		}
		if err := l.unpack(number, p, take); err != nil {
			return err
		}
	}
	return nil
}

// unpack calls take for the persons of a page.
func (l *loader) unpack(number int64, p page, take func(*Person) error) error {
	if number < 0 || !p.sound() {
		return errOddRow
	}
	var one Person // once for all: it is kept by nobody
	for b := range slices.Chunk(p, personSize) {
		var ok bool
		if one, ok = unpackPerson(b, number, l.names); !ok {
			return errOddRow
		}
		if err := take(&one); err != nil {
			return err
		}
	}
	return nil
}

// persons reads everybody, by ID.
func (l *loader) persons() (all []Person, err error) {
	err = l.eachPerson(func(p *Person) error {
		all = append(all, *p)
		return nil
	})
	return all, err
}
