package reports

import (
	"strings"

	"ninaudit/audit"
)

// The styles of a terminal (ECMA-48 §8.3.117), told apart by weight as well as by colour.
const (
	styleCritical = "1;97;41"
	styleError    = "1;31"
	styleWarning  = "33"
	styleInfo     = "36"
)

func severityStyle(s audit.Severity) string {
	return [...]string{audit.Critical: styleCritical, audit.Error: styleError, audit.Warning: styleWarning,
		audit.Info: styleInfo}[s]
}

// painted is the line as the terminal is to show it.
func (l line) painted(color bool) string {
	if !color || l.style == "" {
		return l.text
	}
	return "\x1b[" + l.style + "m" + l.text + "\x1b[0m"
}

// wrap breaks text between words into lines of at most wide columns; the second line and those after it are
// indented. A word wider than the line stands alone and whole.
func wrap(text string, wide, indent int) []string {
	var lines []string
	line, at := "", 0
	for i, w := range strings.Split(text, " ") {
		need := columns(w)
		switch {
		case i == 0:
			line, at = w, need
		case at+1+need > wide && strings.TrimSpace(line) != "":
			lines = append(lines, line)
			line, at = strings.Repeat(" ", indent)+w, indent+need
		default:
			line, at = line+" "+w, at+1+need
		}
	}
	return append(lines, line)
}

// pad fills text to so many columns, on the right; on the left where wide is negative.
func pad(text string, wide int) string {
	if wide < 0 {
		return strings.Repeat(" ", max(0, -wide-columns(text))) + text
	}
	return text + strings.Repeat(" ", max(0, wide-columns(text)))
}

// shorten cuts text to so many columns, with an ellipsis.
func shorten(text string, wide int) string {
	if columns(text) <= wide {
		return text
	}
	at := 0
	for i, r := range text {
		if at += runeColumns(r); at > wide-1 {
			return text[:i] + "…"
		}
	}
	return text
}
