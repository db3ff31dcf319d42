package reports

import (
	"strings"

	"ninaudit/audit"
)

// overview is what the officer's first page says, whether it is a sheet or a page of its own: what was audited and
// whether all of it was read, how much there is to do by when, what to do first, what concerns many, what is new, who
// has no number, who may stand there twice, who must be told, how it has gone, and what no audit of this kind can see.
// It names no person.
type overview struct {
	voice
	title, alarm, sub, sample string // all but the title may be empty
	read                      string
	whole                     bool // everything was read
	partial                   []string
	beginning                 string
	tiles                     []tile
	todo, rest                []chip
	notices                   []string
	figures                   figures
}

// tile is one count: of cases of one severity by when they are to be dealt with, or of what is done.
type tile struct {
	severity   audit.Severity // 0: of what is done
	head, word string
	count      int
}

// chip is a line with a coloured word, and a text that begins in bold.
type chip struct {
	severity          audit.Severity // its colour; 0 for none
	many              bool           // it is about what many have in common
	label, bold, text string
	to                goal
}

// goal is what a line leads to.
type goal struct {
	sort  goalSort
	index int
}

type goalSort uint8

const (
	nowhere      goalSort = iota
	toRule                // the first finding of a rule, by its index in the tally
	toGroup               // what has one cause, by its index in the tally
	toLedger              // who has no number
	toChanges             // what has changed
	toDuplicates          // cases side by side
	toRules               // all rules
	toServices            // which service needs what
	toGaps                // what catalog and source system say differently
)

// What the first page has room for.
const (
	mostFirst      = 5 // things to do first
	mostMany       = 5
	mostNotices    = 5
	mostIncomplete = 5
)

// newOverview says what a run amounts to.
func newOverview(v voice, o *Options, s *audit.Summary, t *tally) *overview {
	w := &overview{
		voice: v, title: v.titleFor(o.Unit, s), read: v.read(s), whole: s.Complete(), partial: v.firstOf(v.partial(s), mostIncomplete),
		beginning: v.beginning(s), tiles: v.tiles(s, t), figures: v.figures(s),
	}
	w.heading(o, s)
	w.todo = w.first(s, t)
	w.rest = append(w.rest, w.many(t.moves.open(s.Systematic), t)...)
	w.add(chip{label: v.say(sinceFlag), text: v.since(s, &t.moves), to: goal{sort: toChanges}})
	w.add(chip{label: v.say(withoutFlag), text: v.pending(s, o.Rules), to: goal{sort: toLedger}})
	w.add(chip{label: strings.ToUpper(v.say(headSourceSystem)), text: v.gapsOf(s), to: goal{sort: toGaps}})
	if o.Unit == "" { // the rate is the catalog's
		w.add(chip{label: strings.ToUpper(v.say(sheetDuplicates)), text: v.duplicates(s), to: goal{sort: toDuplicates}})
	}
	tell := goal{sort: toChanges}
	if s.Services != nil {
		tell.sort = toServices
	}
	w.add(chip{label: v.say(tellFlag), text: v.tell(s, &t.moves), to: tell})
	for _, n := range s.Notices {
		w.notices = append(w.notices, v.say(notice, clean(n.In(v.l))))
	}
	w.notices = v.firstOf(w.notices, mostNotices)
	return w
}

// add puts a line below what is to be done, if it says anything.
func (w *overview) add(c chip) {
	if c.text != "" {
		w.rest = append(w.rest, c)
	}
}

// heading tells how the report is classified, what it shows, and by when it is to be deleted.
func (w *overview) heading(o *Options, s *audit.Summary) {
	var parts []string
	if c := clean(o.Classification); c != "" {
		parts = append(parts, c)
	}
	if shows := w.shows(o.NIN); o.NIN == NINKind {
		parts = append(parts, shows)
	} else {
		w.alarm = shows
	}
	if o.DeleteOn != 0 {
		parts = append(parts, w.say(deleteBy, audit.SayDate(o.DeleteOn, w.l)))
	}
	w.sub = strings.Join(parts, " · ")
	if s.Sample {
		w.sample = w.say(sample)
	}
}

// firstOf is the first texts, and how many more there are.
func (v voice) firstOf(texts []string, most int) []string {
	if len(texts) <= most {
		return texts
	}
	return append(texts[:most:most], "… "+v.say(andMore, v.plain().number(len(texts)-most)))
}

// tiles count the cases by when they are to be dealt with, and, where there is anything to compare with, those that
// are done with and those that are being dealt with.
func (v voice) tiles(s *audit.Summary, t *tally) []tile {
	cases, m := t.cases(), &t.moves
	due := [...]word{audit.Critical: tileToday, audit.Error: tileWeek, audit.Warning: tileTerm, audit.Info: tileInfo}
	var tiles []tile
	for _, x := range audit.Severities() {
		tiles = append(tiles, tile{x, v.say(due[x]), x.Word().In(v.l), cases[x]})
	}
	if compares(s) || m.waived > 0 {
		tiles = append(tiles, tile{0, v.say(tileResolved), v.say(tileSince), m.done()},
			tile{0, v.say(tileHandled), v.say(tileYours), m.waived})
	}
	return tiles
}

// many tells what has one cause.
func (w *overview) many(open []*audit.Systematic, t *tally) (chips []chip) {
	for i, x := range open {
		if i == mostMany {
			return append(chips, chip{many: true, label: w.say(manyFlag), text: w.say(andMore, w.plain().number(len(open)-i))})
		}
		c := chip{many: true, label: w.say(manyFlag), bold: w.what(x), text: strings.TrimPrefix(w.systematic(x), w.what(x))}
		if g := t.byFault[x]; g != nil {
			c.to = goal{toGroup, int(g.index)}
		}
		chips = append(chips, c)
	}
	return chips
}
