package scan

import (
	"context"
	"fmt"
	"slices"

	"ninaudit/audit"
	"ninaudit/audit/chunks"
	"ninaudit/audit/history"
)

// past is what earlier runs left, and what tonight's rows are to it. Everything is compared by tokens under the key
// that the history is in; under a new key they are made anew when the run is written.
type past struct {
	store *history.Store
	hash  *history.Hasher
	night *history.Night

	loaded  chan struct{} // closed when night or err is there
	entries *entries      // of night
	err     error

	tokens         []*chunks.List[history.Tokens] // of the rows of each catalog, as they are read
	of             []int32                        // by row: the person in night.Persons, stranger, or the newcomer: see giveIDs
	rows           []int32                        // by person in night.Persons: tonight's row, or unread
	was            map[int32]audit.State
	now            map[uint32]audit.State
	learn          func(persons []history.Known) (map[int64]audit.State, error)
	absences       absences
	numbers, names map[int64][]*history.Finding // changes that told that one passed to somebody: see passings
}

const (
	stranger = -1 // a row that the history does not know
	unread   = -1 // a person of the history who was not read tonight
)

// known is the person of the history that a row is; false where the history does not know it.
func (p *past) known(row uint32) (int32, bool) { return p.of[row], p.of[row] >= 0 }

// id is a row's person's ID in the history; 0 where it is not kept.
func (p *past) id(row uint32) int64 {
	switch i := p.of[row]; {
	case i >= 0:
		return p.night.Persons[i].ID
	case i == stranger:
		return 0
	default:
		return p.night.NextPerson + int64(stranger-1-i)
	}
}

// states reads what the history has of persons, all at once. What goes wrong is told when the stage has ended.
func (p *past) states(persons []int32) {
	wanted := make([]history.Known, 0, len(persons))
	at := make(map[int64]int32, len(persons))
	for _, i := range persons {
		if _, read := p.was[i]; !read {
			wanted = append(wanted, p.night.Persons[i])
			at[p.night.Persons[i].ID] = i
		}
	}
	if len(wanted) == 0 || p.err != nil {
		return
	}
	states, err := p.learn(wanted)
	p.err = err
	for id, was := range states {
		p.was[at[id]] = was
	}
}

// wasPerson is what the history has of a person.
func (p *past) wasPerson(i int32) audit.State {
	if was, read := p.was[i]; read {
		return was
	}
	p.states([]int32{i})
	return p.was[i]
}

// recall begins to load the history while the catalogs are being read. The context that it returns ends when the
// history can not be used, for then the reading is in vain.
func (s *state) recall(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(ctx)
	if s.History == nil {
		return ctx, cancel
	}
	p := &past{
		store: s.History, hash: s.History.OldHasher(), loaded: make(chan struct{}),
		was: map[int32]audit.State{}, now: map[uint32]audit.State{},
	}
	p.learn = func(persons []history.Known) (map[int64]audit.State, error) { return p.store.States(ctx, persons) }
	s.past = p
	go func() {
		defer close(p.loaded)
		if p.night, p.err = p.store.Load(ctx); p.err == nil {
			p.err = s.inOrder(p.night)
		}
		if p.err != nil {
			cancel()
			return
		}
		p.entries = newEntries(p.night.Persons)
	}()
	return ctx, cancel
}

// recalled waits for the history, and tells why it can not be used.
func (s *state) recalled() error {
	if s.past == nil {
		return nil
	}
	<-s.past.loaded
	return s.past.err
}

// inOrder refuses a day before the last run's: what came later would be told to have come before.
func (s *state) inOrder(n *history.Night) error {
	if s.On >= n.Last.Day {
		return nil
	}
	return &audit.UsageError{
		Err:  fmt.Errorf("the run's day %s is before the last run's, %s", s.On, n.Last.Day),
		Hint: "leave --as-of out, give a later day, or use --no-history",
	}
}

// baseline tells that no earlier run is there to compare with; the first day's runs are all the first.
func (s *state) baseline() bool {
	last := &s.past.night.Last
	return last.Day == 0 || last.Day == s.On && last.Baseline
}

// acquaint finds the catalogs of which the history knew nothing before this day, or only whom earlier runs met before
// they were cut short. One that the run of the day before was not to read is new again: what it held was forgotten.
func (s *state) acquaint() {
	if s.baseline() {
		return
	}
	names := s.past.night.Names
	met := make([]bool, len(names))
	for i := range s.past.night.Persons {
		if p := &s.past.night.Persons[i]; p.FirstSeen < s.On {
			met[p.Catalog] = true
		}
	}
	for _, seg := range s.segments {
		known, ok := s.past.night.Catalogs[seg.Name]
		fresh := !ok || known.Since == s.On
		at := slices.Index(names, seg.Name)
		seg.begun = fresh && at >= 0 && met[at] && !s.wasAway(seg.Name)
		seg.Fresh = fresh && !seg.begun || s.wasAway(seg.Name)
		if seg.begun {
			s.notice(begunNotice(seg.Name))
		}
	}
}

// wasAway tells that the last run of a day before this one was not to read a catalog.
func (s *state) wasAway(catalog string) bool {
	for _, r := range slices.Backward(s.past.night.Runs) {
		if r.Day < s.On {
			return !slices.ContainsFunc(r.Catalogs, func(c history.CatalogRun) bool { return c.Name == catalog })
		}
	}
	return false
}

// freshRow tells that the history knew nothing of a row's catalog before this day, or nothing of the row in one that was
// never read to its end.
func (s *state) freshRow(row uint32) bool {
	seg := s.segmentOf(row)
	if !seg.begun {
		return seg.Fresh || s.baseline()
	}
	i, known := s.past.known(row)
	return !known || s.past.night.Persons[i].FirstSeen == s.On
}

// asBefore tells that the history has a row's state as it is tonight.
func (s *state) asBefore(row uint32) bool {
	i, known := s.past.known(row)
	return known && s.past.night.Persons[i].Digest == s.tokens(row).Digest
}

// tokens are a row's.
func (s *state) tokens(row uint32) *history.Tokens {
	catalog := s.pop.catalog(row)
	return s.past.tokens[catalog].At(int(row - s.segments[catalog].rows[0]))
}

// stateOf is what tonight knows of a row, in tokens.
func (s *state) stateOf(row uint32) audit.State {
	is, known := s.past.now[row]
	if !known {
		is = s.past.hash.State(s.pop.person(row))
		s.past.now[row] = is
	}
	return is
}

// wasOf is what the history knew of a row; the zero state for a stranger.
func (s *state) wasOf(row uint32) audit.State {
	i, known := s.past.known(row)
	if !known {
		return audit.State{}
	}
	return s.past.wasPerson(i)
}
