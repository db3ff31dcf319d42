package scan

import (
	"context"
	"fmt"

	"ninaudit/audit"
	"ninaudit/audit/history"
)

// past is what earlier runs left, and what tonight's rows are to it. Everything is compared by tokens under the key
// that the history is in; under a new key they are made anew when the run is written.
type past struct {
	store *history.Store
	hash  *history.Hasher
	night *history.Night
	marks *history.Digester

	loaded chan struct{} // closed when night or err is there
	err    error

	entries, digests []audit.Token // by row, as the rows are read
	of               []int32       // by row: the person in night.Persons, or stranger
	rows             []int64       // by person in night.Persons: tonight's row, or unread
	ids              []int64       // by row: the person's ID in the history; 0 where it is not kept
	now              map[uint32]audit.State
	absences         absences
}

const (
	stranger = -1 // a row that the history does not know
	unread   = -1 // a person of the history who was not read tonight
)

// recall begins to load the history while the catalogs are being read. The context that it returns ends when the
// history can not be used, for then the reading is in vain.
func (s *state) recall(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(ctx)
	if s.History == nil {
		return ctx, cancel
	}
	p := &past{
		store: s.History, hash: s.History.OldHasher(), marks: s.History.Digester(), loaded: make(chan struct{}),
		now: map[uint32]audit.State{},
	}
	s.past = p
	go func() {
		defer close(p.loaded)
		if p.night, p.err = p.store.Load(ctx); p.err == nil {
			p.err = s.inOrder(p.night)
		}
		if p.err != nil {
			cancel()
		}
	}()
	return ctx, func() {
		cancel()
		p.marks.Result()
	}
}

// recalled waits for the history, and tells why it can not be used.
func (s *state) recalled() error {
	if s.past == nil {
		return nil
	}
	s.past.entries, s.past.digests = s.past.marks.Result()
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

// remember keeps what an entry is known by on another night.
func (s *state) remember(row uint32, p *audit.Person) {
	if s.past == nil {
		return
	}
	s.past.marks.Add(p)
}

// baseline tells that no earlier run is there to compare with; the first day's runs are all the first.
func (s *state) baseline() bool {
	last := &s.past.night.Last
	return last.Day == 0 || last.Day == s.On && last.Baseline
}

// fresh tells that the history knew nothing of a catalog before this day.
func (s *state) fresh(catalog string) bool {
	known, ok := s.past.night.Catalogs[catalog]
	return !ok || known.Since == s.On || s.baseline()
}

// stateOf is what tonight knows of a row, in tokens.
func (s *state) stateOf(row uint32) audit.State {
	if i := s.past.of[row]; i != stranger && s.past.night.Persons[i].Digest == s.past.digests[row] {
		return s.past.night.Persons[i].Was
	}
	is, known := s.past.now[row]
	if !known {
		is = s.past.hash.State(s.pop.person(row, s.names()))
		s.past.now[row] = is
	}
	return is
}

// wasOf is what the history knew of a row; the zero state for a stranger.
func (s *state) wasOf(row uint32) audit.State {
	if i := s.past.of[row]; i != stranger {
		return s.past.night.Persons[i].Was
	}
	return audit.State{}
}
