package scan

import (
	"bytes"
	"cmp"
	"context"
	"iter"
	"runtime"
	"slices"
	"sync"

	"ninaudit/audit"
	"ninaudit/audit/chunks"
	"ninaudit/audit/history"
)

// leave takes a case as it was told into what the next run will know, if that differs from what the history has.
func (s *state) leave(t *telling, f *audit.Finding) error {
	if !s.commits() || t.keep.ID == "" {
		return nil
	}
	if !t.silent && !f.Protected {
		s.count(t, f)
	}
	if f.Protected && s.isChange(f.Rule.ID) { // nothing ties an old number to a new one, nor tells that it was changed
		return nil
	}
	if t.hit == known && t.status == audit.New { // told and kept by an earlier run of this day
		return nil
	}
	k := &t.keep
	if t.hit != known {
		h := &s.hits[t.hit]
		if !t.partly {
			k.Persons, _ = s.personsOf(h)
		}
		k.Catalogs = catalogsOf(f.Subjects)
		if f.Variant != nil {
			k.Variant = f.Variant.ID
		}
		var err error
		k.Body, err = history.Encode(history.Told{
			Args: f.Args, Evidence: f.Evidence, Score: f.Score, Subjects: f.Subjects,
		})
		if err != nil {
			return err
		}
		if h.event {
			s.update.Events = append(s.update.Events, *k)
			return nil
		}
	}
	if t.past == nil || !sameCase(t.past, k) {
		s.update.Findings = append(s.update.Findings, *k)
	}
	return nil
}

// sameCase tells that two records of a case say the same.
func sameCase(a, b *history.Finding) bool {
	return a.Severity == b.Severity && a.Variant == b.Variant && a.Since == b.Since && a.Seen == b.Seen &&
		a.Told == b.Told && a.Reopened == b.Reopened && a.Resolved == b.Resolved && a.How == b.How &&
		a.Waived == b.Waived && slices.Equal(a.Persons, b.Persons) && slices.Equal(a.Catalogs, b.Catalogs) &&
		bytes.Equal(a.Body, b.Body)
}

// count counts a case for the history's trend.
func (s *state) count(t *telling, f *audit.Finding) {
	counts := s.update.Run.Counts
	for i := range counts {
		if c := &counts[i]; c.Rule == f.Rule.ID && c.Severity == f.Severity && c.Status == t.status {
			c.N++
			return
		}
	}
	s.update.Run.Counts = append(counts, history.Count{Rule: f.Rule.ID, Severity: f.Severity, Status: t.status, N: 1})
}

// commits tells that this run goes into the history.
func (s *state) commits() bool { return s.past != nil && s.Commit && !s.Partial }

// write hands the store what the next run has to know; nil where this run leaves nothing.
func (s *state) write(ctx context.Context) (*history.Tx, error) {
	if !s.commits() {
		return nil, nil
	}
	u := &s.update
	persons := s.leavePersons()
	if s.past.err != nil {
		return nil, s.past.err
	}
	s.leaveRun()
	u.KeepEvents, u.Hold = s.passingRules(), s.hold
	u.Drop, u.DropWaivers, u.Decisions, u.Replace = s.drop, s.dropWaivers, s.decisions, s.rekeys()
	if u.Replace {
		u.Decisions = s.rekeyed(slices.Concat(s.past.night.Decisions, s.decisions))
	}
	from := s.Now()
	tx, err := s.past.store.Write(ctx, u)
	s.Log.Debug("history written", "took", s.Now().Sub(from), "persons", persons, "findings", len(u.Findings))
	return tx, err
}

// commit makes the run part of the history, once the reports stand in their places.
func (s *state) commit(tx *history.Tx) error {
	if tx == nil {
		return nil
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	if p := tx.Purged(); p != (history.Purged{}) {
		s.Log.Info("history purged", "findings", p.Findings, "persons", p.Persons, "changes", p.Events, "runs", p.Runs)
	}
	return nil
}

// rollback forgets what was written and not committed.
func rollback(tx *history.Tx) error {
	if tx == nil {
		return nil
	}
	return tx.Rollback()
}

// leaveRun describes the run.
func (s *state) leaveRun() {
	r := &s.update.Run
	r.Day, r.At, r.Version, r.Config, r.Model = s.On, s.at(), s.Version, s.Config, s.summary.Model
	r.Baseline, r.Complete = s.summary.Baseline, s.summary.Complete()
	for _, st := range s.summary.Stages {
		r.Took += st.Took
	}
	for _, seg := range s.segments {
		r.Catalogs = append(r.Catalogs, history.CatalogRun{
			Name: seg.Name, Read: seg.Read(), Persons: seg.Persons, Numbers: seg.Numbers, Skipped: seg.Skipped,
			Inactive: seg.Inactive, Pending: seg.pending, Complete: seg.Complete, Shrunk: seg.shrunk, Reason: seg.Reason,
		})
	}
}

// leavePersons leaves everybody of whom something has changed, newcomers, and those who have gone, and tells how many.
func (s *state) leavePersons() int {
	p, all := s.past, s.rekeys()
	var rows []uint32
	for _, seg := range s.segments {
		if seg.blind() {
			continue // that nobody has a number tonight is not known
		}
		for row := range s.liveOf(seg) {
			is, was := s.kept(row)
			if was.ID != 0 {
				s.arrived(was, row)
			}
			if !all && was.ID != 0 && is.Entry == was.Entry && is.Digest == was.Digest && was.Gone == 0 && is.Without == was.Without {
				continue
			}
			if s.held[row] {
				s.wasOf(row) // it can not be asked for while the history is written
			}
			rows = append(rows, row)
		}
	}
	slices.SortFunc(rows, func(a, b uint32) int { return cmp.Compare(p.id(a), p.id(b)) })
	s.update.Further = chunks.Ahead(s.described(rows, all))
	if !all {
		s.leaveGone()
	}
	return len(rows) + len(s.update.Persons)
}

// kept is what is kept of a row's person, but for the state, and what the history has; a zero Known of a stranger.
func (s *state) kept(row uint32) (is history.Person, was *history.Known) {
	is = history.Person{ID: s.past.id(row), Catalog: s.segmentOf(row).Name, FirstSeen: s.On, Without: s.without(row),
		Entry: s.tokens(row).Entry, Digest: s.tokens(row).Digest}
	was = &history.Known{}
	if i, known := s.past.known(row); known {
		was = &s.past.night.Persons[i]
		is.FirstSeen = was.FirstSeen
	}
	if s.held[row] {
		is.Digest = was.Digest
	}
	return is, was
}

// described makes what is kept of the persons of some rows, a portion at a time; it uses two in turn, see chunks.Ahead. On
// the first night that is everybody, and the processors share them.
func (s *state) described(rows []uint32, rekeys bool) iter.Seq[[]history.Person] {
	const many = 1 << 14
	return func(yield func([]history.Person) bool) {
		hash := s.past.hash
		if rekeys {
			hash = s.past.store.Hasher()
		}
		hashers := make([]*history.Hasher, runtime.GOMAXPROCS(0))
		for i := range hashers {
			hashers[i] = hash.Another()
		}
		var rooms [2][]history.Person
		turn := 0
		for some := range slices.Chunk(rows, many) {
			rooms[turn] = slices.Grow(rooms[turn][:0], len(some))[:len(some)]
			s.fill(rooms[turn], some, hashers, rekeys)
			if !yield(rooms[turn]) {
				return
			}
			turn = 1 - turn
		}
	}
}

// fill makes what is kept of the persons of some rows; of those whose change is put off nothing new but what a new key
// asks for.
func (s *state) fill(persons []history.Person, rows []uint32, hashers []*history.Hasher, rekeys bool) {
	const portion = 512
	portions := chunks.Portions(len(rows), portion)
	var running sync.WaitGroup
	for _, hash := range hashers {
		running.Go(func() {
			for from, to := range portions {
				for i := from; i < to; i++ {
					row := rows[i]
					is, _ := s.kept(row)
					one := s.pop.person(row)
					if s.held[row] {
						is.Was = s.wasOf(row)
					} else {
						is.Was = hash.State(one)
					}
					if rekeys {
						is.Entry, is.Digest = hash.Entry(one.Catalog, one.ID), hash.Digest(one)
					}
					persons[i] = is
				}
			}
		})
	}
	running.Wait()
}

// leaveGone leaves those who are not there any more.
func (s *state) leaveGone() {
	for i := range s.past.night.Persons {
		if was := &s.past.night.Persons[i]; was.Gone == 0 && s.left(i) {
			s.update.Persons = append(s.update.Persons, history.Person{ID: was.ID, Catalog: s.past.night.Names[was.Catalog],
				Entry: was.Entry, Digest: was.Digest, Was: s.past.wasPerson(int32(i)), FirstSeen: was.FirstSeen, Without: was.Without, Gone: s.On})
		}
	}
}

// arrived counts a person who has been given a national number since the run before.
func (s *state) arrived(was *history.Known, row uint32) {
	if was.Without != 0 && national(s.pop.number(row)) {
		s.update.Run.Arrived++
		s.update.Run.Waited += max(was.Without.Days(s.On), 0)
	}
}
