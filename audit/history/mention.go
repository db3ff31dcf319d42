package history

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ninaudit/audit"
)

// What somebody wrote into a workbook is free text: it may name a person, also one whom the case does not concern.

// learn keeps a name under which a case told of the person. One word alone is many people's, and tells nobody.
func (t *trace) learn(s *audit.Subject) {
	name := string(appendFolded(nil, s.Name))
	if strings.Contains(name, " ") && !slices.Contains(t.names, name) {
		t.names = append(t.names, name)
	}
}

// mentioned tells that a review names the person, by the Feide name or the entry's ID, or by a name that a case told. A
// uid may be a word like any other.
func (t *trace) mentioned(r *Review) bool {
	text := string(appendFolded(nil, r.Reason+"\n"+r.By))
	return strings.ContainsAny(t.name, "@0123456789") && standsIn(t.name, text) ||
		slices.ContainsFunc(t.names, func(name string) bool { return standsIn(name, text) })
}

// standsIn tells that a name stands in a text, and is not a part of a longer word.
func standsIn(name, text string) bool {
	inWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	for at := 0; ; {
		i := strings.Index(text[at:], name)
		if i < 0 || name == "" {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(text[:at+i])
		after, _ := utf8.DecodeRuneInString(text[at+i+len(name):])
		if !inWord(before) && !inWord(after) {
			return true
		}
		at += i + len(name)
	}
}

// reviews adds what was decided by way of workbooks: to the person's own cases, and a record for each case of others
// whose review names the person.
func (t *trace) reviews(l *loader, findings []Finding) error {
	all, err := l.reviews()
	if err != nil {
		return err
	}
	for i := range all {
		r := &all[i]
		if places := t.cases[r.Finding]; len(places) > 0 {
			for _, at := range places {
				t.records[at[0]].Cases[at[1]].Review = r
			}
			continue
		}
		at := slices.IndexFunc(findings, func(f Finding) bool { return f.ID == r.Finding })
		if at < 0 || !t.mentioned(r) {
			continue
		}
		f := &findings[at]
		record := &t.records[t.nameless(strings.Join(f.Catalogs, ", "))]
		c := caseOf(f, false, len(f.Persons))
		c.Review = r
		record.Cases = append(record.Cases, c)
	}
	return nil
}

// nameless is the place of the record of a catalog's cases that no entry stands for.
func (t *trace) nameless(catalog string) int {
	at, known := t.others[catalog]
	if !known {
		at = len(t.records)
		t.others[catalog] = at
		t.records = append(t.records, PersonRecord{Catalog: catalog})
	}
	return at
}

// reviews deletes what was decided on cases that concern the person, and every review that names the person.
func (x *eraser) reviews() error {
	all, err := x.loader.reviews()
	if err != nil {
		return err
	}
	for i := range all {
		if r := &all[i]; x.concerned[r.Finding] || x.mentioned(r) {
			x.erased.Reviews++
			if err := x.writer.exec("DELETE FROM reviews WHERE finding = ?", r.Finding); err != nil {
				return err
			}
		}
	}
	return nil
}
