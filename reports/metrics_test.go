package reports

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/common/expfmt"
	"github.com/prometheus/common/model"

	"ninaudit/audit"
)

// measured writes a recording's metrics and reads them as Prometheus does: values by name and labels.
func measured(t *testing.T, r *recording, o Options) map[string]float64 {
	t.Helper()
	parser := expfmt.NewTextParser(model.LegacyValidation)
	families, err := parser.TextToMetricFamilies(strings.NewReader(string(produce(t, formatMetrics, r, o))))
	if err != nil {
		t.Fatal(err)
	}
	values := map[string]float64{}
	for name, f := range families {
		if f.GetHelp() == "" {
			t.Errorf("%s has no help", name)
		}
		for _, m := range f.GetMetric() {
			var labels []string
			for _, l := range m.GetLabel() {
				labels = append(labels, l.GetName()+"="+l.GetValue())
			}
			values[strings.TrimSuffix(name+" "+strings.Join(labels, " "), " ")] = m.GetGauge().GetValue()
		}
	}
	return values
}

func TestMetrics(t *testing.T) {
	r := settled()
	o := options(t, r, audit.Bokmal)
	o.Now = func() time.Time { return time.Unix(1_800_000_000, 0) }
	values := measured(t, r, o)
	for name, want := range map[string]float64{
		"ninaudit_last_run_timestamp_seconds": 1_800_000_000, "ninaudit_last_success_timestamp_seconds": 1_800_000_000,
		"ninaudit_complete": 1, "ninaudit_catalog_persons catalog=fjordvik": 5009, "ninaudit_catalog_skipped catalog=fjordvik": 1,
		"ninaudit_catalog_complete catalog=uvdal": 1, "ninaudit_findings rule=overlay severity=critical": 1,
		"ninaudit_findings rule=overlay severity=info": 0, "ninaudit_findings rule=nin-malformed severity=error": 3,
		"ninaudit_pending class=0": 3, "ninaudit_pending class=unknown": 1, "ninaudit_stage_seconds stage=read": 1.84,
		"ninaudit_info version=1.2.3 config=5b7c9e model=" + r.sum.Model: 1,
	} {
		if got, ok := values[name]; !ok || got != want {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
	if at, err := os.Stat(filepath.Join(o.Dir, "ninaudit.prom")); err != nil || at.Mode().Perm() != 0o644 {
		t.Errorf("%v, %v: whatever collects the file may not read it", at.Mode(), err)
	}
}

// TestTheLastSuccess is that of an earlier run while a catalog can not be read.
func TestTheLastSuccess(t *testing.T) {
	o := options(t, recorded(), audit.Bokmal)
	for i, r := range []*recording{incompleteRecording(), recorded(), incompleteRecording(), incompleteRecording()} {
		o.Now = func() time.Time { return time.Unix(int64(1000+i), 0) }
		values := measured(t, r, o)
		want := []float64{0, 1001, 1001, 1001}[i]
		if got := values["ninaudit_last_success_timestamp_seconds"]; got != want || values["ninaudit_last_run_timestamp_seconds"] != float64(1000+i) {
			t.Errorf("run %d: last success %v, want %v", i, got, want)
		}
	}
}

// TestHostileLabels stay within their quotes.
func TestHostileLabels(t *testing.T) {
	r := recorded()
	const hostile = "a\"} 9\nninaudit_complete 7 \\"
	r.sum.Catalogs[0].Name = hostile
	values := measured(t, r, options(t, r, audit.Bokmal))
	if values["ninaudit_complete"] != 1 || values["ninaudit_catalog_complete catalog="+clean(hostile)] != 1 {
		t.Errorf("%v", values)
	}
}
