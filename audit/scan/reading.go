package scan

import (
	"context"
	"errors"
	"hash/maphash"
	"strings"
	"sync"
	"time"

	"ninaudit/audit"
	"ninaudit/audit/history"
	"ninaudit/audit/nin"
)

// reading is one try at one catalog, and all that it brings: apart from every other catalog's, so that catalogs can be
// read side by side, and one that breaks is thrown away and leaves no trace. Rows count from 0 until they are joined.
type reading struct {
	*Run
	*segment
	pop    *rows
	seed   maphash.Seed
	checks []onPerson
	shared []*audit.Key // see groupKeys
	keys   []hashes     // by shared
	key    []byte       // of the person at hand
	hits   []hit
	others []nin.Number
	ids    hashes
	marks  *history.Digester // nil without history

	gathered []audit.Gathering // for rules on catalogs: see gathers
}

// sideBySide is how many catalogs are read at a time.
const sideBySide = 4

// readAll reads every catalog, and joins them in the configuration's order.
func (s *state) readAll(ctx context.Context) {
	if s.Progress != nil {
		s.Progress = oneByOne(s.Progress)
	}
	done := make([]*reading, len(s.Catalogs))
	places := make(chan struct{}, sideBySide)
	var running sync.WaitGroup
	for i, c := range s.Catalogs {
		running.Go(func() {
			places <- struct{}{}
			defer func() { <-places }()
			done[i] = s.readToEnd(ctx, i, c)
		})
	}
	running.Wait()
	for _, r := range done {
		s.join(r)
		if !r.Complete && ctx.Err() == nil {
			s.logEnd(r.segment)
		}
	}
}

// oneByOne lets readers that run side by side tell how far they are.
func oneByOne(tell func(string, int)) func(string, int) {
	var mu sync.Mutex
	return func(catalog string, read int) {
		mu.Lock()
		defer mu.Unlock()
		tell(catalog, read)
	}
}

// readToEnd reads a catalog, and where it breaks off for a reason that may pass, from the start again.
func (s *state) readToEnd(ctx context.Context, index int, catalog audit.Catalog) *reading {
	for try := 0; ; try++ {
		r := s.newReading(index, catalog)
		r.read(ctx, catalog)
		var broke *audit.CatalogError
		again := try < s.Retries[r.Name] && errors.As(r.err, &broke) && broke.Temporary && ctx.Err() == nil
		if !again {
			return r
		}
		s.Log.Warn("catalog broke off, and is read anew", "catalog", r.Name, "err", nin.BlankAll(r.err.Error()), "after", wait(try))
		r.throwAway()
		if s.pause(ctx, wait(try)) != nil {
			return s.cutShort(index, catalog, r.err)
		}
	}
}

// wait is how long to wait after a try: a server that restarts needs seconds, one that is overloaded minutes.
func wait(try int) time.Duration {
	waits := [...]time.Duration{5 * time.Second, 30 * time.Second, 2 * time.Minute}
	return waits[min(try, len(waits)-1)]
}

// pause waits before another try.
func (r *Run) pause(ctx context.Context, d time.Duration) error {
	if r.Pause != nil {
		return r.Pause(ctx, d)
	}
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (s *state) newReading(index int, catalog audit.Catalog) *reading {
	r := &reading{Run: s.Run, segment: &segment{}, pop: newRows(index, catalog.Name()), seed: s.seed,
		checks: s.onPersons(), shared: s.groupKeys()}
	r.Name = catalog.Name()
	r.keys, r.gathered = make([]hashes, len(r.shared)), s.beginAll()
	if source := s.Sources[r.Name]; source != nil {
		r.source = &sourced{source, map[uint32]int32{}, make([]bool, len(source.Rows()))}
	}
	if s.past != nil {
		r.marks = s.past.store.Digester()
	}
	return r
}

// cutShort is a catalog of which nothing was read, because the run ended while it waited for another try.
func (s *state) cutShort(index int, catalog audit.Catalog, err error) *reading {
	r := s.newReading(index, catalog)
	r.err = err
	r.conclude(r.Name)
	return r
}

// throwAway ends what a reading has begun.
func (r *reading) throwAway() {
	if r.marks != nil {
		r.marks.Result()
	}
}

// read reads the catalog and judges its persons as they come.
func (r *reading) read(ctx context.Context, catalog audit.Catalog) {
	for p, err := range catalog.Persons(ctx) {
		var entry *audit.EntryError
		switch {
		case errors.As(err, &entry):
			r.skip(entry, r.Log)
		case err != nil:
			r.err = err
		default:
			r.noteOthers(p)
			r.take(p)
		}
		if r.err != nil {
			break
		}
		if n := r.Read() + r.Skipped; r.Progress != nil && n%256 == 0 {
			r.Progress(r.Name, n)
		}
	}
	if r.Progress != nil {
		r.Progress(r.Name, r.Read()+r.Skipped)
	}
	r.settleIDs()
	r.conclude(r.Name)
}

// take counts an entry and, unless it is left out, keeps and judges it.
func (r *reading) take(p *audit.Person) {
	beside := r.beside(p)
	p.Protected = p.Protected || len(r.Protected) > 0 && (r.Protected[strings.ToLower(p.Principal)] || r.Protected[strings.ToLower(p.ID)])
	switch p.Account {
	case audit.Test:
		r.Test++
		return
	case audit.Shared:
		r.Shared++
		return
	case audit.Disabled:
		r.Disabled++
		return
	}
	row := r.pop.add(p)
	if beside >= 0 {
		r.source.of[row] = beside
	}
	r.tally(p, 1)
	if r.marks != nil {
		r.marks.Add(p)
	}
	r.judge(row, p)
	r.ids.Append(half(maphash.String(r.seed, p.ID)))
}

// tally takes a person into the catalog's figures (by 1) or out of them (by -1).
func (r *reading) tally(p *audit.Person, by int) {
	r.count(p, by)
	r.pop.place(p, by)
}

// noteOthers keeps the numbers of an entry that the population does not hold, so that they are blanked too.
func (r *reading) noteOthers(p *audit.Person) {
	if p.Account.LeftOut() && !p.NIN.IsZero() {
		r.others = append(r.others, p.NIN)
	}
	for _, f := range p.Texts {
		if f.Number {
			r.others = append(r.others, p.Read.Parse(f.Value))
		}
	}
}

// onPerson is a rule that judges persons one by one.
type onPerson struct {
	rule  int
	check audit.EachPerson
}

// onPersons are the rules that judge persons while they are read. Those on waits are not: it has to be known since when.
func (r *Run) onPersons() (all []onPerson) {
	for i := range r.Rules {
		if check, ok := r.Rules[i].Check.(audit.EachPerson); ok && !r.Rules[i].Absence {
			all = append(all, onPerson{i, check})
		}
	}
	return all
}

// judge puts a person to every rule on persons, notes the keys for the rules on groups, and lets the rules on catalogs
// take the person in.
func (r *reading) judge(row uint32, p *audit.Person) {
	for _, c := range r.checks {
		if v, found := c.check(p, r.On); found {
			r.hits = append(r.hits, r.hit(c.rule, []uint32{row}, v))
		}
	}
	for i, key := range r.shared {
		hash := uint32(0)
		if r.key = key.Of(r.key[:0], p); len(r.key) > 0 {
			hash = half(maphash.Bytes(r.seed, r.key))
		}
		r.keys[i].Append(hash)
	}
	for _, g := range r.gathered {
		g.Take(p, r.On)
	}
}

// join takes what a reading has brought, behind what the catalogs before it have.
func (s *state) join(r *reading) {
	first := s.pop.join(r.pop)
	if len(r.pop.dead) > 0 { // they were taken in too
		r.gathered = nil
	}
	s.gathered = append(s.gathered, r.gathered)
	r.rows = [2]uint32{first, uint32(s.pop.len())}
	s.segments = append(s.segments, r.segment)
	for i := range r.hits {
		for k := range r.hits[i].rows {
			r.hits[i].rows[k] += first
		}
	}
	s.hits = append(s.hits, r.hits...)
	if r.source != nil {
		of := make(map[uint32]int32, len(r.source.of))
		for row, at := range r.source.of {
			of[first+row] = at
		}
		r.source.of = of
	}
	s.keys = append(s.keys, r.keys)
	s.others = append(s.others, r.others...)
	if r.marks != nil {
		s.past.tokens = append(s.past.tokens, r.marks.Result())
	}
}
