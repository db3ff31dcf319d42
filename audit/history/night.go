package history

import (
	"iter"
	"time"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// Night is what earlier runs left, as a run needs it. It is read once, at the run's start.
type Night struct {
	// Last is the newest run; its Day is 0 where there was none, and the run is then a baseline.
	Last Run
	// Before is the day of the newest run of a day before Last's; 0 for none.
	Before nin.Date
	// Runs are the newest runs, the oldest of them first, with their counts: see recent.
	Runs []Run
	// Catalogs is what earlier runs knew of each catalog, by name. A catalog that is not there has never been read to
	// its end.
	Catalogs  map[string]Past
	Persons   []Known  // by ID; those who are gone included, until they are purged
	Names     []string // of their catalogs
	Findings  []Finding
	Events    []Finding // changes of the last audit.EventDays days, and older ones that KeepEvents or Hold kept
	Decisions []Decision
	Reviews   []Review // by finding
	// NextPerson is the ID for the next new person.
	NextPerson int64
}

// recent is how many runs a Night has: enough to find the one of a month ago among, also when some days had none.
const recent = 40

// Past is what earlier runs knew of a catalog.
type Past struct {
	Since  nin.Date // the day on which a run first read it to its end
	Read   int      // entries read by the newest run that read it to its end
	Shrunk int      // entries read by the newest run, if it turned them down for being too few; else 0
}

// Run is one run.
type Run struct {
	ID       int64
	Day      nin.Date
	At       time.Time // when it was written; whole seconds, UTC
	Took     time.Duration
	Version  string
	Config   string // the configuration's hash
	Model    string // the linkage model's hash
	Baseline bool
	Complete bool
	Catalogs []CatalogRun
	Counts   []Count
	// Arrived is how many persons were given a national number since the run before, Waited the sum of the days
	// that they had been without one.
	Arrived, Waited int
}

// CatalogRun is what one run made of one catalog.
type CatalogRun struct {
	Name                                      string
	Read, Persons, Numbers, Skipped, Inactive int
	Pending                                   int // persons without a national number
	Complete                                  bool
	Shrunk                                    bool   // read to its end, and turned down for being too small
	Reason                                    string // why it was incomplete; blanked
}

// Count is how many findings of one rule a run told, by severity and status.
type Count struct {
	Rule     string
	Severity audit.Severity
	Status   audit.Status
	N        int
}

// Person is one entry as the history knows it: no name, no number, tokens only.
type Person struct {
	ID        int64 // never changes, whatever becomes of the entry's own ID
	Catalog   string
	Entry     audit.Token // of catalog and entry ID
	Digest    audit.Token // of everything that Was is made of
	Was       audit.State // on the last night on which the entry was read
	FirstSeen nin.Date
	Without   nin.Date // the first day without a national number; 0 for a person who has one, or where nobody knows
	Gone      nin.Date // the first night on which the catalog no longer had it; 0 while it has
}

// Finding is one case as it was told last.
type Finding struct {
	ID       string
	Rule     string
	Variant  string // the ID of the form; empty where the rule has but one
	Severity audit.Severity
	Since    nin.Date // from which day it stands
	Seen     nin.Date // the first night on which it was found
	Told     nin.Date // the first night on which it was told; 0: it awaits a second night
	ToldAt   time.Time
	Reopened nin.Date // the night on which it came back; 0 for never
	Resolved nin.Date // the night on which it was gone; 0 while it stands
	How      audit.How
	Baseline bool // it was told as standing from the start
	Waived   bool // a decision let it stand when it was told last
	// Persons are the IDs of the persons concerned, in the order of the subjects.
	Persons []int64
	// Catalogs are the catalogs concerned, each once, in the order of the subjects.
	Catalogs []string
	// Body is the rest, encoded: see Encode and Decode.
	Body []byte
}

// Open tells that the case has been told and stands.
func (f *Finding) Open() bool { return f.Told != 0 && f.Resolved == 0 }

// Decision is what a waiver was first applied to: it binds to the numbers that were judged.
type Decision struct {
	Waiver  string // the waiver's fingerprint
	Finding string // the finding's ID
	Applied nin.Date
	Numbers []audit.Token // of the persons concerned, in the order of the subjects; 0 for no number
}

// Update is what a run leaves. Only what differs from the Night is in it.
type Update struct {
	Run     Run // its ID is given by the store; a run of the same day takes its predecessor's place
	Persons []Person
	// Further are more persons, in portions, so that a night that leaves everybody need not have them all at hand; nil for
	// none. A portion is the store's until it asks for the next.
	Further   iter.Seq[[]Person]
	Findings  []Finding
	Events    []Finding
	Decisions []Decision
	// Drop are the IDs of findings to be forgotten: of rules and catalogs that left the configuration, and those
	// that were not found on a second night.
	Drop []string
	// KeepEvents are rules whose changes are kept for as long as resolved findings, unless they are Resolved: they are
	// to be undone.
	KeepEvents []string
	// DropWaivers are fingerprints of waivers that no longer exist. When they were first applied to a case is kept for as
	// long as the case stands.
	DropWaivers []string
	// Hold are the IDs of changes that are kept however old they are: somebody must still be told of them.
	Hold []string
	// Replace tells that Persons, Further and Decisions are all there are: everybody else is forgotten. So a run writes under a
	// new key.
	Replace bool
}

// Purged is what a write forgot because of its age.
type Purged struct{ Findings, Persons, Events, Runs int }
