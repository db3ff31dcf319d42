package reports

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"ninaudit/audit"
)

// shown plays a recording to a terminal that tells of a workbook at a fixed path.
func shown(t *testing.T, r *recording, o Options) string {
	t.Helper()
	var b bytes.Buffer
	r.play(t, NewTerminal(&b, o, &placed{path: "out/ninaudit-2026-11-23.xlsx"}, &placed{path: "out/findings.jsonl"}))
	return b.String()
}

// placed is a report that stands at a path.
type placed struct {
	audit.Report
	path, wanted string
}

func (p *placed) Path() string   { return p.path }
func (p *placed) Wanted() string { return p.wanted }

func TestTerminal(t *testing.T) {
	for _, l := range audit.Languages() {
		r := recorded()
		o := options(t, r, l)
		golden(t, "terminal."+string(l)+".txt", []byte(shown(t, r, o)))
		r = incompleteRecording()
		r.sum.Sample, o.NIN, o.Color = true, NINFull, true
		golden(t, "terminal-incomplete."+string(l)+".txt", []byte(shown(t, r, o)))
	}
}

// crowded is a run with more to tell than any screen holds.
func crowded() *recording {
	r := incompleteRecording()
	for i := range 30 {
		rule := r.rules[i%len(r.rules)]
		rule.ID = fmt.Sprintf("%s-%d", rule.ID, i)
		r.sum.Counts = append(r.sum.Counts, count(&rule, 0, i%3, 100000, i))
		r.sum.Notices = append(r.sum.Notices, audit.Same(strings.Repeat("word ", 60)))
		r.sum.Systematic = append(r.sum.Systematic, r.sum.Systematic[0])
		c := r.sum.Catalogs[1]
		c.Reason = strings.Repeat("søk ", 80)
		r.sum.Catalogs = append(r.sum.Catalogs, c)
	}
	r.sum.Sample = true
	r.sum.History, r.sum.Last = true, 20261122
	return r
}

func TestTerminalFitsTheScreen(t *testing.T) {
	for _, size := range [][2]int{{0, 0}, {80, 24}, {120, 40}, {132, 24}} {
		for _, l := range audit.Languages() {
			r := crowded()
			o := options(t, r, l)
			o.Width, o.Height, o.NIN = size[0], size[1], NINMasked
			wide, high := max(size[0], 80), max(size[1], 24)
			lines := strings.Split(strings.TrimSuffix(shown(t, r, o), "\n"), "\n")
			if len(lines) > high-1 {
				t.Errorf("%s on %d × %d: %d lines", l, wide, high, len(lines))
			}
			for _, line := range lines {
				if columns(line) > wide {
					t.Errorf("%s on %d × %d: a line of %d columns: %s", l, wide, high, columns(line), line)
				}
			}
		}
	}
}

func TestTerminalNamesNobody(t *testing.T) {
	r := recorded()
	o := options(t, r, audit.Bokmal)
	o.NIN, o.Height = NINFull, 200
	got := shown(t, r, o)
	for _, f := range r.findings {
		for _, s := range f.Subjects {
			for _, secret := range []string{s.Name, s.ID, s.Principal, s.DN} {
				if secret != "" && strings.Contains(got, secret) {
					t.Errorf("finding %s: the terminal tells whom it concerns", f.ID)
				}
			}
		}
	}
}

func TestTerminalLetsNoEscapeThrough(t *testing.T) {
	r := incompleteRecording()
	r.sum.Catalogs[1].Name = "uv\x1b[2Jdal\u202e"
	r.sum.Catalogs[1].Reason = "bad\r\n\x07answer"
	r.sum.Notices = []audit.Text{audit.Same("\x9b31mred")}
	if got := shown(t, r, options(t, r, audit.Bokmal)); strings.ContainsAny(got, "\x1b\r\x07\u009b\u202e") {
		t.Errorf("a control character of a foreign source reaches the terminal: %q", got)
	}
}

func TestTerminalTellsOfAFileThatTookAnotherName(t *testing.T) {
	r := recorded()
	var b bytes.Buffer
	r.play(t, NewTerminal(&b, options(t, r, audit.Bokmal), &placed{path: "out/a-2.xlsx", wanted: "out/a.xlsx"}))
	if want := "Skrevet: out/a-2.xlsx (a.xlsx er åpen i et annet program)\n"; !strings.Contains(b.String(), want) {
		t.Errorf("got %s, want a line %s", b.String(), want)
	}
}

func TestTerminalOfARunWithoutFindings(t *testing.T) {
	r := recorded()
	r.findings, r.sum.Counts, r.sum.Systematic, r.sum.Pending = nil, nil, nil, audit.Pending{}
	got := shown(t, r, options(t, r, audit.Bokmal))
	for _, want := range []string{"\nIngen funn.\n", "\nUTEN NUMMER: ingen\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("no line %q in\n%s", want, got)
		}
	}
	r.sum.Catalogs[0].Complete = false
	if got := shown(t, r, options(t, r, audit.Bokmal)); strings.Contains(got, "UTEN NUMMER") {
		t.Errorf("who has no number is told although a catalog was not read:\n%s", got)
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("pipe closed") }

func TestTerminalReportsThatItCouldNotWrite(t *testing.T) {
	rep := NewTerminal(broken{}, Options{})
	if err := rep.Finish(audit.Summary{AsOf: asOf}); err != nil {
		t.Fatal(err)
	}
	if err := rep.Publish(); err == nil || err.Error() != "terminal: pipe closed" {
		t.Errorf("got %v", err)
	}
}
