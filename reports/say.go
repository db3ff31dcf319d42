package reports

import (
	"strings"

	"ninaudit/audit"
)

// The sentences that the workbook's first page and the terminal share. None of them names a person.

// mostNamed is how many catalogs or units one sentence names.
const mostNamed = 3

// title is what the report is about.
func (v voice) title(s *audit.Summary) string {
	names := make([]string, len(s.Catalogs))
	for i := range s.Catalogs {
		names[i] = clean(s.Catalogs[i].Name)
	}
	return v.say(title, v.listed(names, mostNamed, ", "), audit.SayDate(s.AsOf, v.l))
}

// titleFor is title, for one unit if there is one.
func (v voice) titleFor(unit string, s *audit.Summary) string {
	if unit == "" {
		return v.title(s)
	}
	return v.say(title, clean(unit), audit.SayDate(s.AsOf, v.l))
}

// read tells how much was read and whether that was all.
func (v voice) read(s *audit.Summary) string {
	var read, skipped, left, disabled, carried int
	for i := range s.Catalogs {
		c := &s.Catalogs[i]
		read, skipped = read+c.Read(), skipped+c.Skipped
		left, disabled = left+c.Test+c.Shared, disabled+c.Disabled
		if c.Complete {
			carried += c.Carried
		}
	}
	var parts []string
	if s.Complete() {
		parts = append(parts, v.say(complete, v.number(read), v.number(read+skipped)))
	} else {
		parts = append(parts, v.say(incomplete, v.number(read)), v.say(notRead))
		if text := v.carried(s); text != "" {
			parts = append(parts, text)
		}
	}
	if skipped > 0 {
		parts = append(parts, v.say(unreadable, v.count(skipped, entryOne, entryMany)))
		if carried > 0 {
			parts = append(parts, v.say(carriedEntries, v.number(carried)))
		}
	}
	if left > 0 {
		parts = append(parts, v.say(leftOut, v.number(left)))
	}
	if disabled > 0 {
		parts = append(parts, v.say(disabledOut, v.number(disabled)))
	}
	return strings.Join(parts, " ")
}

// partial tells, a line each, which catalogs are incomplete, why, and what to try.
func (v voice) partial(s *audit.Summary) []string {
	var lines []string
	for i := range s.Catalogs {
		c := &s.Catalogs[i]
		if c.Complete {
			continue
		}
		line := clean(c.Name)
		if reason := strings.TrimPrefix(clean(c.Reason), `catalog "`+line+`": `); reason != "" {
			line += ": " + reason
		}
		if c.Hint != "" {
			line += " – " + clean(c.Hint)
		}
		if c.Carried > 0 {
			line += " (" + v.say(carriedCount, v.number(c.Carried)) + ")"
		}
		lines = append(lines, line)
	}
	return lines
}

// shows tells what the report shows of numbers.
func (v voice) shows(m NINMode) string {
	return v.say([...]word{NINKind: showsKind, NINMasked: showsMasked, NINFull: showsFull}[m])
}

// systematic tells of one fault that hits many, and its likely cause.
func (v voice) systematic(x *audit.Systematic) string {
	where := v.say(manyCatalog, v.number(x.Count), v.count(x.Of, userOne, userMany), clean(x.Catalog))
	if x.Unit != "" {
		where = v.say(manyUnit, v.number(x.Count), v.count(x.Of, userOne, userMany), clean(x.Catalog), clean(x.Unit))
	}
	return v.what(x) + ": " + where + ". " + v.say(manyCause, strings.TrimSuffix(x.Cause(v.l), "."))
}

// what names what many have in common: the rule, and the form of its fault where the form can be said
// without a person's arguments.
func (v voice) what(x *audit.Systematic) string {
	name := x.Rule.Title.In(v.l)
	if x.Variant != nil {
		if what := x.Variant.What.In(v.l); !strings.Contains(what, "{") {
			name += " (" + what + ")"
		}
	}
	return name
}

// pending counts who has no number by how long; empty where that was not judged, or can not be known to be
// nobody because a catalog was not read to its end.
func (v voice) pending(s *audit.Summary, rules []audit.Rule) string {
	p := &s.Pending
	if p.Total() == 0 {
		for i := range rules {
			if rules[i].Absence && s.Complete() {
				return v.say(pendingNone)
			}
		}
		return ""
	}
	var parts []string
	for class, n := range p.Classes {
		parts = append(parts, v.shortClass(s.Waits, class)+": "+v.number(n))
	}
	if p.Unknown > 0 {
		parts = append(parts, v.say(pendingUnknown, v.number(p.Unknown)))
	}
	line := strings.Join(parts, " · ")
	if p.Never > 0 {
		line += ". " + v.say(shortNever, v.number(p.Never)) + "."
	}
	if s.Term.Start != 0 {
		line = strings.TrimSuffix(line, ".") + ". " +
			v.say(atTerm, audit.SayDate(s.Term.Start, v.l), v.number(s.Term.Overdue))
	}
	return line
}

// duplicates tells, of each catalog in which persons stand in possible duplicates, how many of its persons do;
// empty where nobody does. The catalog is named where the run read several.
func (v voice) duplicates(s *audit.Summary) string {
	var parts []string
	for i := range s.Catalogs {
		c := &s.Catalogs[i]
		if c.Duplicates == 0 {
			continue
		}
		part := v.say(duplicatesOf, v.number(c.Duplicates), v.count(c.Persons, userOne, userMany), v.share(c.Duplicates, c.Persons))
		if len(s.Catalogs) > 1 {
			part = clean(c.Name) + " " + part
		}
		parts = append(parts, part)
	}
	return v.listed(parts, mostNamed, " · ")
}

// gravest is the highest severity at which findings of the rule stand; 0 for none.
func gravest(c *audit.RuleCount) audit.Severity {
	for _, s := range audit.Severities() {
		if c.Counts[s] > 0 {
			return s
		}
	}
	return 0
}
