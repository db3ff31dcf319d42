package audit

import (
	"strings"

	"ninaudit/audit/nin"
)

// Source is what a source system says of a catalog's persons. Its numbers are compared and never shown.
type Source struct {
	key   SourceKey
	rows  []SourceRow
	index map[string]int32
}

// SourceRow is one person of a source system.
type SourceRow struct {
	Key    string     // as it was exported
	Known  bool       // the system has a national number
	Number nin.Number // the number; zero where the export does not say it
}

// SourceKey is what a source system and a catalog know a person by.
type SourceKey uint8

// The keys.
const (
	ByPrincipal SourceKey = iota
	ByUID
	ByLocalID // the value of a local number, with or without its realm and scheme
)

// NewSource makes a source ready. Keys are one whatever the case of their letters; of two rows with one key the first
// counts, and dup is the place of the second; -1 where there is none.
func NewSource(key SourceKey, rows []SourceRow) (s *Source, dup int) {
	s = &Source{key: key, rows: rows, index: make(map[string]int32, len(rows))}
	for i := range rows {
		k := strings.ToLower(rows[i].Key)
		if _, twice := s.index[k]; twice {
			return s, i
		}
		s.index[k] = int32(i)
	}
	return s, -1
}

// Rows are all persons of the source system, in the export's order.
func (s *Source) Rows() []SourceRow { return s.rows }

// Find is the place of a person's row; -1 where the system has none. The person's UID and LINs must be there.
func (s *Source) Find(p *Person) int32 {
	switch s.key {
	case ByPrincipal:
		return s.at(p.Principal)
	case ByUID:
		return s.at(p.UID)
	}
	for _, local := range p.LINs {
		if i := s.at(local); i >= 0 {
			return i
		}
		if i := s.at(local[strings.LastIndexByte(local, ':')+1:]); i >= 0 {
			return i
		}
	}
	return -1
}

func (s *Source) at(key string) int32 {
	if i, ok := s.index[strings.ToLower(key)]; ok && key != "" {
		return i
	}
	return -1
}

// SourceAnswer is what the source system says of somebody who has no number in the catalog.
type SourceAnswer uint8

// The answers. The zero value is none: nothing is compared.
const (
	SourceKnows SourceAnswer = iota + 1
	SourceLacks
	SourceAbsent
)

// Word is what a reader sees; empty for no answer.
func (a SourceAnswer) Word() Text {
	return [...]Text{
		{},
		SourceKnows:  {"Kjent der – legg det inn", "Kjent der – legg det inn", "Known there – enter it"},
		SourceLacks:  {"Ikke tildelt ennå", "Ikkje tildelt enno", "Not assigned yet"},
		SourceAbsent: {"Finnes ikke der", "Finst ikkje der", "Not there"},
	}[a]
}

// SourceState is how a catalog and its source system compare.
type SourceState struct {
	Catalog string
	Answers [SourceAbsent + 1]int // active persons without a number, by answer
	// Gaps are the persons of whom the two say different things: those of the catalog in its order, then those that only
	// the source system has, which are not looked for unless the catalog was read to its end.
	Gaps []Gap
}

// Gap is a person of whom catalog and source system say different things.
type Gap struct {
	Sort GapSort
	Subject
	Key string // of somebody whom only the source system has; blanked
}

// GapSort is what they say.
type GapSort uint8

// The sorts.
const (
	NumbersDiffer GapSort = iota
	NumberOnlyHere
	PersonOnlyHere
	PersonOnlyThere
)

// GapSorts lists the sorts, gravest first.
func GapSorts() []GapSort {
	return []GapSort{NumbersDiffer, NumberOnlyHere, PersonOnlyHere, PersonOnlyThere}
}

// Word is what a reader sees.
func (g GapSort) Word() Text {
	return [...]Text{
		NumbersDiffer:   {"Ulike numre", "Ulike nummer", "Numbers differ"},
		NumberOnlyHere:  {"Nummer bare i katalogen", "Nummer berre i katalogen", "Number in the catalog only"},
		PersonOnlyHere:  {"Bruker bare i katalogen", "Brukar berre i katalogen", "Person in the catalog only"},
		PersonOnlyThere: {"Bruker bare i kildesystemet", "Brukar berre i kjeldesystemet", "Person in the source system only"},
	}[g]
}

// Fix is what to do about it.
func (g GapSort) Fix() Text {
	return [...]Text{
		NumbersDiffer: {"Kontroller mot Folkeregisteret og rett i kildesystemet.", "Kontroller mot Folkeregisteret og rett i kjeldesystemet.",
			"Check against the population register and mend it in the source system."},
		NumberOnlyHere: {"Finn ut hvor nummeret kommer fra; rett i kildesystemet.", "Finn ut kvar nummeret kjem frå; rett i kjeldesystemet.",
			"Find out where the number comes from; mend it in the source system."},
		PersonOnlyHere: {"Finn ut om brukeren skal finnes; opprett eller avslutt i kildesystemet.", "Finn ut om brukaren skal finnast; opprett eller avslutt i kjeldesystemet.",
			"Find out whether the account should exist; create or end it in the source system."},
		PersonOnlyThere: {"Finn ut hvorfor brukeren ikke er opprettet i katalogen.", "Finn ut kvifor brukaren ikkje er oppretta i katalogen.",
			"Find out why the account has not been created in the catalog."},
	}[g]
}
