package scan

import (
	"math/bits"
	"strings"

	"ninaudit/audit"
	"ninaudit/audit/history"
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
	p.rows = make([]int32, len(p.night.Persons))
	for i := range p.rows {
		p.rows[i] = unread
	}
	for row := range s.live() {
		if s.pop.longer[row] {
			one := s.pop.person(row)
			s.tokens(row).Entry = p.hash.Entry(one.Catalog, one.ID)
		}
		p.of[row] = stranger
		if i, known := p.entries.find(s.tokens(row).Entry); known && p.rows[i] == unread {
			p.join(row, i)
		}
	}
	p.entries = nil // it will not be asked again
	s.learnStates()
	missing := map[string][]int32{}
	for i := range p.night.Persons {
		if p.rows[i] == unread {
			catalog := p.night.Names[p.night.Persons[i].Catalog]
			missing[catalog] = append(missing[catalog], int32(i))
		}
	}
	for _, seg := range s.segments {
		if len(missing[seg.Name]) > 0 {
			s.matchAgain(seg, missing[seg.Name])
		}
	}
	s.giveIDs()
}

// learnStates reads at once what will be asked of the history: the states of those who are not as before.
func (s *state) learnStates() {
	var wanted []int32
	for i, row := range s.past.rows {
		if row == unread || !s.asBefore(uint32(row)) {
			wanted = append(wanted, int32(i))
		}
	}
	s.past.states(wanted)
}

// join says that a row is a person of the history.
func (p *past) join(row uint32, person int32) {
	p.of[row] = person
	p.rows[person] = int32(row)
}

// matchAgain finds the accounts that were made again among a catalog's strangers.
func (s *state) matchAgain(seg *segment, missing []int32) {
	p := s.past
	byPrincipal, byNumber := map[audit.Token][]int32{}, map[audit.Token][]int32{}
	for _, i := range missing {
		was := p.wasPerson(i)
		byPrincipal[was.Principal] = append(byPrincipal[was.Principal], i)
		byNumber[was.Number] = append(byNumber[was.Number], i)
	}
	delete(byPrincipal, 0)
	delete(byNumber, 0)
	var strangers []uint32
	again := 0 // strangers whose principal name stood in the catalog last night
	for row := range s.liveOf(seg) {
		if _, known := p.known(row); known {
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
			if p.rows[i] == unread && sameAccount(p.wasPerson(i), is, rebuilt) {
				p.join(row, i)
				break
			}
		}
	}
	for _, row := range strangers {
		if _, known := p.known(row); !known && (rebuilt || s.standsIn(row)) {
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
		was := s.past.wasPerson(i)
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

// giveIDs gives every row its person's ID in the history: newcomers have the numbers below stranger, in the order of their
// IDs. Persons of a catalog in which nobody's number could be read are not kept: that they have no number is not known.
func (s *state) giveIDs() {
	next := int32(stranger - 1)
	for row := range s.live() {
		if _, known := s.past.known(row); !known && !s.segmentOf(row).blind() {
			s.past.of[row] = next
			next--
		}
	}
}

// entries finds persons of the history by the tokens of their entries.
type entries struct {
	persons []history.Known
	slots   []int32 // a person's place and 1; 0 for none. Twice as many as persons, and a power of two
	next    int32   // who comes after the one that was found last: a server sends entries in one order each night
	twice   bool    // some token is that of two
}

func newEntries(persons []history.Known) *entries {
	e := &entries{persons: persons, slots: make([]int32, 1<<bits.Len(uint(2*len(persons))))}
	for i := range persons {
		at := e.slot(persons[i].Entry)
		e.twice = e.twice || e.slots[at] != 0
		e.slots[at] = int32(i + 1) // of two with one token, the later
	}
	return e
}

// slot is where a token's person is, or would be: a token is as good as a random number.
func (e *entries) slot(token audit.Token) int {
	for at := int(token) & (len(e.slots) - 1); ; at = (at + 1) & (len(e.slots) - 1) {
		if i := e.slots[at]; i == 0 || e.persons[i-1].Entry == token {
			return at
		}
	}
}

func (e *entries) find(token audit.Token) (int32, bool) {
	if at := e.next; int(at) < len(e.persons) && e.persons[at].Entry == token && !e.twice {
		e.next++
		return at, true
	}
	i := e.slots[e.slot(token)]
	if i > 0 {
		e.next = i
	}
	return i - 1, i > 0
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
