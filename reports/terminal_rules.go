package reports

import (
	"cmp"
	"slices"
	"strings"

	"ninaudit/audit"
)

// rules lists the rules that found something, gravest first, then by count, in at most room lines.
func (p page) rules(room int) []line {
	counts := slices.Clone(p.sum.Counts)
	slices.SortStableFunc(counts, func(a, b audit.RuleCount) int {
		return cmp.Or(cmp.Compare(gravest(&b), gravest(&a)), cmp.Compare(b.Total(), a.Total()))
	})
	if len(counts) == 0 {
		return []line{{text: p.say(noFindings)}}
	}
	shown, rest := counts, ""
	if len(counts) > room {
		shown = counts[:room-1]
		found := 0
		for i := range counts[room-1:] {
			found += counts[room-1+i].Total()
		}
		rest = p.say(moreRules, p.count(len(counts)-len(shown), ruleOne, ruleMany), p.number(found))
	}
	digits, severity := 0, 0
	for i := range shown {
		digits = max(digits, columns(p.number(shown[i].Total())))
		severity = max(severity, columns(gravest(&shown[i]).Word().In(p.l)))
	}
	var lines []line
	for i := range shown {
		c, s := &shown[i], gravest(&shown[i])
		text := pad(p.number(c.Total()), -digits) + "  " + pad(s.Word().In(p.l), severity) + "  " +
			c.Rule.Title.In(p.l) + p.mixed(c)
		lines = append(lines, line{shorten(text, p.wide), severityStyle(s)})
	}
	if rest != "" {
		lines = append(lines, line{text: shorten(rest, p.wide)})
	}
	return lines
}

// mixed tells the counts apart where a rule's findings stand at several severities.
func (p page) mixed(c *audit.RuleCount) string {
	var parts []string
	for _, s := range audit.Severities() {
		if n := c.Counts[s]; n > 0 {
			parts = append(parts, p.number(n)+" "+strings.ToLower(s.Word().In(p.l)))
		}
	}
	if len(parts) < 2 {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}
