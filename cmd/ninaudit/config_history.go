package main

import (
	"path/filepath"
	"slices"
	"strings"

	"ninaudit/audit"
)

// historyConfig is the section history: where the memory of earlier runs is kept.
type historyConfig struct {
	Path    string // the database
	KeyFile string // the key of its tokens
	Confirm int    // nights on which a warning must be found before it is told: 1 or 2
}

// defaultConfirm is on how many nights running a warning must be found: a catalog may be read while it is being
// written to. It is the most that can be asked for too: what is found twice does not come from the hour of reading.
const defaultConfirm = 2

// history reads the section history; nil without one.
func (r *configReader) history(s *section) *historyConfig {
	c := &historyConfig{Path: s.file("path"), KeyFile: s.file("key_file"), Confirm: s.int("confirm", defaultConfirm, 1, defaultConfirm)}
	s.done()
	if !s.given {
		return nil
	}
	s.need("path", "history.db")
	s.notEmpty("path", "history.db")
	s.notEmpty("key_file", "history.key")
	if c.KeyFile == "" {
		c.KeyFile = strings.TrimSuffix(c.Path, filepath.Ext(c.Path)) + ".key"
	}
	if c.Path == c.KeyFile {
		s.fault("key_file", "this is the database itself", "name a file of its own, in another folder")
	}
	return c
}

// shrink reads max_shrink of one catalog, in per cent.
func (r *configReader) shrink(s *section) int {
	if s.has("max_shrink") {
		r.shrinks = true
	}
	return s.percent("max_shrink", defaultShrink)
}

// defaultShrink is how many per cent smaller than last time a catalog may be.
const defaultShrink = 10

// keptNothing says which settings have no effect because there is no history.
func (r *configReader) keptNothing() {
	if r.shrinks {
		r.notice(audit.Text{
			NB: "max_shrink: uten historikk (history) kan det ikke ses om en katalog har krympet",
			NN: "max_shrink: utan historikk (history) kan ein ikkje sjå om ein katalog har krympa",
			EN: "max_shrink: without history nobody can see that a catalog has shrunk",
		})
	}
}

// waits reads the upper bounds of the classes of waiting time.
func (r *configReader) waits(s *section) audit.WaitClasses {
	out := audit.DefaultWaitClasses()
	if !s.has("waiting") {
		s.ask("waiting")
		return out
	}
	members := s.list("waiting")
	if s.said("waiting") {
		return out
	}
	const instead = "write for instance [30d, 90d, 180d]"
	if len(members) != len(out) {
		s.fault("waiting", "there are three bounds, no more and no fewer", instead)
		return out
	}
	faults := len(r.faults)
	for i, m := range members {
		out[i] = m.days(out[i])
	}
	if len(r.faults) == faults && !slices.IsSortedFunc(out[:], rising) {
		s.fault("waiting", "the bounds do not rise", instead)
	}
	return out
}

// rising orders spans such that equal ones are out of order.
func rising(a, b audit.Days) int {
	if a < b {
		return -1
	}
	return 1
}
