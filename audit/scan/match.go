package scan

import (
	"strings"

	"ninaudit/audit"
)

// rebuiltShare is how many of a catalog's entry IDs must be new, while their principal names stand, for the catalog to
// count as built anew.
const rebuiltShare = 20 // per cent

// match finds for each row the person that the history knows it as: by the entry's own ID, which outlives a move in
// the tree and a new name. An account that was deleted and made again has another ID; it is the same account where the
// principal name stands and number or name speak for it. So what is told of somebody goes on under one name, and
// nobody's waiting time begins anew because an account was made again.
func (s *state) match() {
	p := s.past
	p.of = make([]int32, s.pop.len())
	p.ids = make([]int64, s.pop.len())
	p.rows = make([]int64, len(p.night.Persons))
	byEntry := make(map[audit.Token]int32, len(p.night.Persons))
	for i := range p.night.Persons {
		p.rows[i] = unread
		byEntry[p.night.Persons[i].Entry] = int32(i)
	}
	for row := range s.live() {
		if s.pop.longer[row] {
			one := s.pop.person(row)
			p.entries[row] = p.hash.Entry(one.Catalog, one.ID)
		}
		p.of[row] = stranger
		if i, known := byEntry[p.entries[row]]; known && p.rows[i] == unread {
			p.join(row, i)
		}
	}
	missing := map[string][]int32{}
	for i := range p.night.Persons {
		if p.rows[i] == unread {
			one := &p.night.Persons[i]
			missing[one.Catalog] = append(missing[one.Catalog], int32(i))
		}
	}
	for _, seg := range s.segments {
		if len(missing[seg.Name]) > 0 {
			s.matchAgain(seg, missing[seg.Name])
		}
	}
	s.giveIDs()
}

// join says that a row is a person of the history.
func (p *past) join(row uint32, person int32) {
	p.of[row] = person
	p.rows[person] = int64(row)
}

// matchAgain finds the accounts that were made again among a catalog's strangers.
func (s *state) matchAgain(seg *segment, missing []int32) {
	p := s.past
	byPrincipal, byNumber := map[audit.Token][]int32{}, map[audit.Token][]int32{}
	for _, i := range missing {
		was := &p.night.Persons[i].Was
		byPrincipal[was.Principal] = append(byPrincipal[was.Principal], i)
		byNumber[was.Number] = append(byNumber[was.Number], i)
	}
	delete(byPrincipal, 0)
	delete(byNumber, 0)
	var strangers []uint32
	again := 0 // strangers whose principal name stood in the catalog last night
	for row := range s.liveOf(seg) {
		if p.of[row] != stranger {
			continue
		}
		strangers = append(strangers, row)
		for _, i := range byPrincipal[s.stateOf(row).Principal] {
			if p.night.Persons[i].Gone == 0 {
				again++
				break
			}
		}
	}
	rebuilt := again*100 > seg.Persons*rebuiltShare
	for _, row := range strangers {
		is := s.stateOf(row)
		for _, i := range byPrincipal[is.Principal] {
			if p.rows[i] == unread && sameAccount(p.night.Persons[i].Was, is, rebuilt) {
				p.join(row, i)
				break
			}
		}
	}
	for _, row := range strangers {
		if p.of[row] == stranger && (rebuilt || s.standsIn(row)) {
			s.matchNumber(row, byNumber[s.stateOf(row).Number])
		}
	}
	if rebuilt {
		s.notice(rebuiltNotice(seg.Name))
	}
}

// sameAccount tells whether an account with a principal name of last night is the one of last night.
func sameAccount(was, is audit.State, rebuilt bool) bool {
	named := is.Given|is.Surname != 0 && was.Given == is.Given && was.Surname == is.Surname
	numbered := is.Number != 0 && was.Number == is.Number
	contradicted := was.Number != 0 && is.Number != 0 && !numbered
	return named || numbered || rebuilt && !contradicted
}

// matchNumber finds a stranger whose ID or principal name may have changed by the number and a name, where just one
// person of last night has it.
func (s *state) matchNumber(row uint32, candidates []int32) {
	is, found := s.stateOf(row), int32(stranger)
	for _, i := range candidates {
		was := &s.past.night.Persons[i].Was
		named := is.Given != 0 && was.Given == is.Given || is.Surname != 0 && was.Surname == is.Surname
		if s.past.rows[i] != unread || !named {
			continue
		}
		if found != stranger {
			return
		}
		found = i
	}
	if found != stranger {
		s.past.join(row, found)
	}
}

// standsIn tells that an entry has no ID of its own: the principal name or the DN stands in for it.
func (s *state) standsIn(row uint32) bool {
	p := s.pop.person(row)
	return s.pop.longer[row] || p.ID == strings.ToLower(p.Principal) || p.ID == strings.ToLower(p.DN)
}

// giveIDs gives every row its person's ID in the history. Persons of a catalog in which nobody's number could be read
// are not kept: that they have no number is not known.
func (s *state) giveIDs() {
	p, next := s.past, s.past.night.NextPerson
	for row := range s.live() {
		switch {
		case p.of[row] != stranger:
			p.ids[row] = p.night.Persons[p.of[row]].ID
		case !s.segmentOf(row).blind():
			p.ids[row] = next
			next++
		}
	}
}

// rowsOf are the rows of the persons with these IDs in the history; a person who was not read is left out.
func (p *past) personRow(id int64) (uint32, bool) {
	i, known := p.personAt(id)
	if !known || p.rows[i] == unread {
		return 0, false
	}
	return uint32(p.rows[i]), true
}

// personAt finds a person of the history by ID.
func (p *past) personAt(id int64) (int, bool) {
	lo, hi := 0, len(p.night.Persons)
	for lo < hi {
		if mid := (lo + hi) / 2; p.night.Persons[mid].ID < id {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, lo < len(p.night.Persons) && p.night.Persons[lo].ID == id
}
