package reports

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"ninaudit/audit"
)

// gauges are figures of the run for whatever watches it: a text file for Prometheus' node exporter (text format 0.0.4). They
// name no person and no unit, so others on the machine may read them.
type gauges struct {
	*file
	o     Options
	rules map[string][audit.Critical + 1]int // open findings
	now   func() time.Time
}

// NewMetrics begins ninaudit.prom in o.Dir.
func NewMetrics(o Options) (audit.Report, error) {
	f, err := create(o.Dir, "ninaudit.prom", false)
	if err != nil {
		return nil, err
	}
	m := &gauges{file: f, o: o, rules: map[string][audit.Critical + 1]int{}, now: o.Now}
	if m.now == nil {
		m.now = time.Now
	}
	return m, nil
}

// Finding counts one.
func (m *gauges) Finding(f *audit.Finding) error {
	if isOpen(f) {
		counts := m.rules[f.Rule.ID]
		counts[f.Severity]++
		m.rules[f.Rule.ID] = counts
	}
	return nil
}

// Finish writes the figures and makes them safe on disk.
func (m *gauges) Finish(s audit.Summary) error {
	now := m.now().Unix()
	succeeded := now
	if !s.Complete() {
		succeeded = lastSuccess(m.path)
	}
	w := &metricsWriter{w: m.file}
	w.metric("ninaudit_last_run_timestamp_seconds", "When a run last came to its end.", float64(now))
	w.metric("ninaudit_last_success_timestamp_seconds", "When a run last read every catalog to its end; 0 for never.", float64(succeeded))
	w.metric("ninaudit_complete", "Whether every catalog was read to its end.", truth(s.Complete()))
	w.metric("ninaudit_info", "The program and its configuration.", 1,
		"version", m.o.Version, "config", m.o.ConfigHash, "model", s.Model)
	m.catalogs(w, &s)
	w.family("ninaudit_findings", "Open findings by rule and severity.")
	for i := range m.o.Rules {
		id := m.o.Rules[i].ID
		for _, x := range audit.Severities() {
			w.sample("ninaudit_findings", float64(m.rules[id][x]), "rule", id, "severity", x.String())
		}
	}
	w.family("ninaudit_pending", "Active persons without a national number by class of waiting time.")
	for class, n := range s.Pending.Classes {
		w.sample("ninaudit_pending", float64(n), "class", strconv.Itoa(class))
	}
	w.sample("ninaudit_pending", float64(s.Pending.Unknown), "class", "unknown")
	w.family("ninaudit_stage_seconds", "What each stage of the run took.")
	for _, st := range s.Stages {
		w.sample("ninaudit_stage_seconds", float64(st.Took.Milliseconds())/1000, "stage", st.Name)
	}
	if w.err != nil {
		return m.fault(w.err)
	}
	return m.finish()
}

// Publish puts the figures in their place, readable by everybody.
func (m *gauges) Publish() error {
	if err := os.Chmod(m.temp.Name(), 0o644); err != nil {
		return m.fault(err)
	}
	return m.file.Publish()
}

// catalogs writes a sample a catalog of everything that is counted by catalog.
func (m *gauges) catalogs(w *metricsWriter, s *audit.Summary) {
	for _, f := range []struct {
		name, help string
		of         func(*audit.CatalogSummary) float64
	}{
		{"persons", "Persons that were judged.", func(c *audit.CatalogSummary) float64 { return float64(c.Persons) }},
		{"skipped", "Entries that could not be read.", func(c *audit.CatalogSummary) float64 { return float64(c.Skipped) }},
		{"numbers", "Persons with a value in norEduPersonNIN.", func(c *audit.CatalogSummary) float64 { return float64(c.Numbers) }},
		{"complete", "Whether the catalog was read to its end.", func(c *audit.CatalogSummary) float64 { return truth(c.Complete) }},
	} {
		name := "ninaudit_catalog_" + f.name
		w.family(name, f.help)
		for i := range s.Catalogs {
			w.sample(name, f.of(&s.Catalogs[i]), "catalog", s.Catalogs[i].Name)
		}
	}
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// lastSuccess is what the file of an earlier run says; 0 where there is none.
func lastSuccess(path string) int64 {
	f, err := os.Open(filepath.Clean(path))
	if err != nil {
		return 0
	}
	defer f.Close()
	for lines := bufio.NewScanner(io.LimitReader(f, 1<<20)); lines.Scan(); {
		if value, ok := strings.CutPrefix(lines.Text(), "ninaudit_last_success_timestamp_seconds "); ok {
			n, _ := strconv.ParseFloat(value, 64)
			return int64(n)
		}
	}
	return 0
}

// metricsWriter writes the text format, and keeps the first error.
type metricsWriter struct {
	w   io.Writer
	err error
}

// family begins the samples of one name.
func (w *metricsWriter) family(name, help string) {
	w.print("# HELP %s %s\n# TYPE %s gauge\n", name, help, name)
}

// metric is a family of one sample.
func (w *metricsWriter) metric(name, help string, value float64, labels ...string) {
	w.family(name, help)
	w.sample(name, value, labels...)
}

// sample writes one value; labels are names and values in turn.
func (w *metricsWriter) sample(name string, value float64, labels ...string) {
	var set []string
	for i := 0; i+1 < len(labels); i += 2 {
		set = append(set, labels[i]+`="`+strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(clean(labels[i+1]))+`"`)
	}
	braced := ""
	if len(set) > 0 {
		braced = "{" + strings.Join(set, ",") + "}"
	}
	w.print("%s%s %s\n", name, braced, strconv.FormatFloat(value, 'f', -1, 64))
}

func (w *metricsWriter) print(format string, args ...any) {
	if w.err == nil {
		_, w.err = fmt.Fprintf(w.w, format, args...)
	}
}
