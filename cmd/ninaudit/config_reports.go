package main

import (
	"io/fs"
	"os/user"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"ninaudit/audit"
	"ninaudit/reports"
)

// reportsConfig is the section reports.
type reportsConfig struct {
	Dir            string // empty: not said
	Formats        []string
	NIN            reports.NINMode
	Classification string
	Keep           audit.Days        // for how long workbooks are kept; 0: for ever
	Waits          audit.WaitClasses // of the ledger
	Term           yearly            // when school starts
	Split          bool              // a workbook a unit, beside the one for all
	Deliver        *reports.Delivery // nil: nobody gets a copy
}

// defaultKeep is for how long workbooks are kept.
const defaultKeep = 90

// defaultMode is who may open a copy: its owner and its group.
const defaultMode fs.FileMode = 0o640

func (r *configReader) reports(s *section) reportsConfig {
	c := defaultConfig().Reports
	c.Dir = s.file("dir")
	if s.has("formats") {
		c.Formats = r.formats(s)
	} else {
		s.ask("formats")
	}
	modes := []string{reports.NINKind.String(), reports.NINMasked.String(), reports.NINFull.String()}
	if m, err := reports.ParseNINMode(s.choice("nin", c.NIN.String(), modes)); err == nil {
		c.NIN = m
	}
	c.Classification = s.str("classification", "")
	c.Keep = s.days("keep", c.Keep)
	c.Waits = r.waits(s)
	c.Term = r.term(s)
	c.Split = s.choice("split", "none", []string{"none", "unit"}) == "unit"
	if c.Split && !slices.Contains(c.Formats, "xlsx") {
		s.fault("split", "there is no workbook to split", "add xlsx to formats, or leave split out")
	}
	c.Deliver = r.delivery(s)
	s.done()
	return c
}

// delivery reads where readers get their copies; nil where the configuration does not say.
func (r *configReader) delivery(s *section) *reports.Delivery {
	d := &reports.Delivery{Dir: s.file("deliver"), Group: r.group(s), Mode: r.mode(s)}
	if d.Dir != "" {
		return d
	}
	const instead = "name one as deliver: /srv/ninaudit, or leave this out"
	if d.Group >= 0 {
		s.fault("group", "there is no folder to deliver to", instead)
	}
	if d.Mode != defaultMode {
		s.fault("mode", "there is no folder to deliver to", instead)
	}
	return nil
}

// group reads the group of copies: its name or its number; -1 for the service account's own.
func (r *configReader) group(s *section) int {
	const key = "group"
	v, ok := s.plain(key, "the name of a group")
	switch {
	case !ok || v == "":
		return -1
	case runtime.GOOS == "windows":
		s.fault(key, "Windows knows no group of a file", "leave it out, and let the folder's own permissions say who may read")
		return -1
	}
	if n, err := strconv.Atoi(v); err == nil && n >= 0 {
		return n
	}
	g, err := user.LookupGroup(v)
	if err != nil {
		s.fault(key, "there is no group "+quote(v)+" on this machine", "write the name of one, or its number")
		return -1
	}
	n, err := strconv.Atoi(g.Gid)
	if err != nil {
		s.fault(key, "group "+quote(v)+" has no number", "write the name of another")
		return -1
	}
	return n
}

// mode reads who may open a copy, as chmod writes it: 0640. Nobody but owner and group may.
func (r *configReader) mode(s *section) fs.FileMode {
	const key = "mode"
	v, ok := s.plain(key, "0640")
	if !ok {
		return defaultMode
	}
	n, err := strconv.ParseUint(strings.TrimPrefix(v, "0o"), 8, 16)
	switch mode := fs.FileMode(n); {
	case err != nil || n > 0o777:
		s.fault(key, quote(v)+" is no mode of a file", "write 0640")
	case mode&0o007 != 0:
		s.fault(key, "everybody on the machine could read the reports", "write 0640, and name a group")
	case mode&0o111 != 0 || mode&0o600 != 0o600:
		s.fault(key, quote(v)+" is not for reports", "write 0640, or 0660 if the group may change them")
	default:
		return mode
	}
	return defaultMode
}
