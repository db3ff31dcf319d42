package main

import (
	"path"
	"slices"

	"ninaudit/audit"
	"ninaudit/audit/nin"
	"ninaudit/audit/scan"
	"ninaudit/reports"
	"ninaudit/rules"
)

// plan is what a scan is to do, with every flag and setting understood.
type plan struct {
	catalogs []audit.Catalog
	plain    bool // a server sends one of them without TLS
	sample   bool // catalogs is the built-in sample
	formats  []string
	reports  reports.Options
	failOn   audit.Severity // 0: off
	notices  []audit.Text

	waits     audit.WaitClasses
	term      nin.Date       // when school starts next
	history   *historyConfig // nil: the run is compared with nothing
	oldKey    string
	partial   bool // on some of the catalogs or rules
	dry       bool
	shrink    map[string]scan.Shrink
	retries   map[string]int // by catalog
	waivers   []scan.Waiver
	protected map[string]bool          // Feide names and entry IDs
	shields   bool                     // somebody may be under protection
	sources   map[string]*audit.Source // by catalog
	services  *audit.Services          // nil: none are listed
	keep      audit.Days               // for how long reports are kept; 0: for ever
	split     bool                     // a workbook a unit too
}

// plan understands flags, configuration and arguments. Nothing is read from a catalog, and nothing
// written.
func (a *app) plan(f *scanFlags, args []string) (*plan, error) {
	c, err := loadConfig(f.config)
	if err != nil {
		return nil, err
	}
	on, err := a.day(f.asOf)
	if err != nil {
		return nil, err
	}
	p := &plan{notices: c.Notices, term: c.Reports.Term.next(on), sample: f.config == "" && len(args) == 0}
	p.reports = reports.Options{
		Now: a.clock,
		Dir: orElse(f.out, orElse(c.Reports.Dir, ".")), AsOf: on,
		NIN: c.Reports.NIN, Classification: c.Reports.Classification, Version: version(), ConfigHash: c.Hash,
	}
	if p.reports.Language, err = language(f.lang, c.Language); err != nil {
		return nil, err
	}
	if p.formats, err = pickFormats(f.formats, c.Reports.Formats); err != nil {
		return nil, err
	}
	if c.Proof != "" {
		// Numbers of test data may stand in the list: any catalog may be one.
		if c.Rules.DuplicatePerson.Proof, err = readProof(c.Proof, parser(on, true)); err != nil {
			return nil, err
		}
		c.Rules.Overlap.Proof = c.Rules.DuplicatePerson.Proof
	}
	if p.reports.Rules, err = pickRules(f.rules, c); err != nil {
		return nil, err
	}
	if p.failOn, err = severity(f.failOn); err != nil {
		return nil, err
	}
	if p.catalogs, err = a.pickCatalogs(c, args, on); err != nil {
		return nil, err
	}
	p.plain = inPlainText(c, p.catalogs)
	if err := p.readLists(c, on); err != nil {
		return nil, err
	}
	p.partial = f.rules != nil || len(args) > 0
	p.present(f, &c.Reports)
	return p, a.remember(p, f, c)
}

// present plans who gets which reports. Only the run of all catalogs and rules is delivered, and not one that looks
// ahead or is put elsewhere by hand.
func (p *plan) present(f *scanFlags, c *reportsConfig) {
	p.split = c.Split && slices.Contains(p.formats, "xlsx")
	if !f.dryRun && !p.partial && f.out == "" {
		p.reports.Deliver = c.Deliver
	}
	if f.config != "" && c.Keep > 0 {
		p.reports.DeleteOn = p.reports.AsOf.AddDays(int(c.Keep) + 1)
	}
}

// loadConfig reads the configuration, if one is named.
func loadConfig(file string) (*config, error) {
	if file == "" {
		return defaultConfig(), nil
	}
	return readConfig(file, ruleIDs())
}

func pickFormats(given, configured []string) ([]string, error) {
	if given == nil {
		return configured, nil
	}
	var out []string
	for _, f := range given {
		if !slices.Contains(reports.Formats(), f) {
			return nil, usageError(oneOf(f, reports.Formats()), "--format: %s is no format", quote(f))
		}
		if !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	if len(out) == 0 {
		return nil, usageError("write "+orList(reports.Formats()), "--format: no format given")
	}
	return out, nil
}

func severity(word string) (audit.Severity, error) {
	if word == "" {
		return 0, nil
	}
	if s, ok := audit.ParseSeverity(word); ok {
		return s, nil
	}
	var words []string
	for _, s := range audit.Severities() {
		words = append(words, s.String())
	}
	return 0, usageError(oneOf(word, words), "--fail-on: %s is no severity", quote(word))
}

// pickRules finds the rules to judge by: without patterns all that are switched on. A pattern with
// * picks among those; a rule named in full is judged even where the configuration switches it
// off.
func pickRules(patterns []string, c *config) ([]audit.Rule, error) {
	all := rules.All(c.Rules)
	if err := audit.Validate(all); err != nil {
		return nil, err
	}
	picked := map[string]bool{}
	if patterns == nil {
		patterns = []string{"*"}
	}
	for _, pattern := range patterns {
		known := false
		for _, r := range all {
			matched, err := path.Match(pattern, r.ID)
			if err != nil || !matched {
				continue
			}
			known = true
			if pattern == r.ID || !slices.Contains(c.Disabled, r.ID) {
				picked[r.ID] = true
			}
		}
		if !known {
			return nil, unknownRule(pattern)
		}
	}
	out := slices.DeleteFunc(all, func(r audit.Rule) bool { return !picked[r.ID] })
	if len(out) == 0 {
		return nil, usageError("switch one on under rules, or name one with --rules", "there is no rule to judge by")
	}
	return out, nil
}
