package reports

import (
	"html"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// TestThePage says what the first page of the workbook says.
func TestThePage(t *testing.T) {
	for _, l := range audit.Languages() {
		r := withTrend(settled())
		o := options(t, r, l)
		o.DeleteOn = 20270222
		golden(t, "page."+string(l)+".html", produce(t, formatHTML, r, o))
	}
}

// withTrend gives a recording the nights before it.
func withTrend(r *recording) *recording {
	for i := range 40 {
		n := audit.Night{Day: asOf.AddDays(i - 39), Complete: i != 20}
		n.Open[audit.Critical], n.Open[audit.Error], n.Open[audit.Warning], n.Open[audit.Info] = i%3, 30-i/2, 8, 1
		r.sum.Trend = append(r.sum.Trend, n)
	}
	r.sum.Term = audit.Term{Start: 20270817, Overdue: 11}
	return r
}

var markup = regexp.MustCompile(`<[^>]*>`)

// smallCount is a number from one to four that stands for itself, and what may stand so: the place of a line, rules and
// units, nights, and days.
var (
	smallCount = regexp.MustCompile(`(?:^|[^\d.,:–<§])([1-4])(?:[^\d.,:–]|$)`)
	noCount    = regexp.MustCompile(`[1-5]\. |[2-4] enheter|art\. `)
)

// TestThePageTravels: it names nobody, shows no digits though the configuration asks for them, tells no count from one to
// four, loads nothing and runs nothing.
func TestThePageTravels(t *testing.T) {
	for name, r := range map[string]*recording{"recorded": recorded(), "settled": withTrend(settled()), "cut": incompleteRecording()} {
		o := options(t, r, audit.Bokmal)
		o.NIN = NINFull
		page := string(produce(t, formatHTML, r, o))
		for _, f := range r.findings {
			for _, s := range f.Subjects {
				for i, of := range []string{s.Name, s.Principal, s.ID, s.DN} {
					if of != "" && strings.Contains(page, of) {
						t.Errorf("%s: finding %s: the page holds field %d of a person", name, f.ID, i)
					}
				}
			}
		}
		for _, d := range []string{digits.fnr, digits.synthetic, digits.snumber, digits.wrong} {
			if strings.Contains(page, d[:7]) || strings.Contains(page, "VISER") {
				t.Errorf("%s: the page shows digits, or says that it does", name)
			}
		}
		for _, loads := range []string{"http:", "https:", "src=", "href=", "url(", "@import", "<script", "<iframe", "<link", "onload"} {
			if strings.Contains(page, loads) {
				t.Errorf("%s: the page has %q", name, loads)
			}
		}
		_, body, _ := strings.Cut(page, `<ul class="tiles">`)
		for line := range strings.Lines(body) {
			text := strings.ReplaceAll(html.UnescapeString(markup.ReplaceAllString(line, " ")), "\u00a0", "")
			text = noCount.ReplaceAllString(text, "")
			if smallCount.MatchString(text) {
				t.Errorf("%s: a small count stands in %q", name, text)
			}
		}
	}
}

// TestThePageEscapes what hostile names would do to it.
func TestThePageEscapes(t *testing.T) {
	r := recorded()
	const hostile = `<img src=x onerror="alert(1)">&\u202e`
	for _, f := range r.findings {
		for i := range f.Subjects {
			f.Subjects[i].Unit = hostile
		}
	}
	for i := range r.sum.Catalogs {
		r.sum.Catalogs[i].Name, r.sum.Catalogs[i].Complete, r.sum.Catalogs[i].Reason = hostile, false, hostile
	}
	r.sum.Notices = []audit.Text{audit.Same(hostile)}
	o := options(t, r, audit.Bokmal)
	o.Classification = hostile
	page := string(produce(t, formatHTML, r, o))
	if strings.Contains(page, "<img") || !strings.Contains(page, "&lt;img") {
		t.Error("markup of a catalog reaches the page")
	}
}

func TestCountsUnderFive(t *testing.T) {
	v := voice{l: audit.Bokmal, hides: true}
	for n, want := range map[int]string{0: "0 saker", 1: "<5 saker", 4: "<5 saker", 5: "5 saker", 1480: "1\u00a0480 saker"} {
		if got := v.count(n, caseOne, caseMany); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
	for n, want := range map[int]string{3: "<\u00a00,5\u00a0%", 5: "0,5\u00a0%", 44: "4,4\u00a0%"} {
		if got := v.share(n, 1000); got != want {
			t.Errorf("%d of 1000: %q, want %q", n, got, want)
		}
	}
}

// TestChromiumShowsThePage in light and dark, and runs and loads nothing for it.
func TestChromiumShowsThePage(t *testing.T) {
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		if os.Getenv("NINAUDIT_REQUIRE_CHROMIUM") == "1" {
			t.Fatal(err)
		}
		t.Skip("no Chromium here")
	}
	r := withTrend(settled())
	o := options(t, r, audit.Bokmal)
	rep := must[audit.Report](t)(NewHTML(o))
	r.play(t, rep)
	url := "file://" + filepath.ToSlash(rep.(Filed).Path())
	run := func(args ...string) string {
		args = append([]string{"--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + t.TempDir(), "--enable-logging=stderr",
			"--window-size=1000,1800", "--hide-scrollbars"}, args...)
		cmd := exec.Command(chromium, append(args, url)...)
		var told strings.Builder
		cmd.Stderr = &told
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%v: %s", err, told.String())
		}
		if strings.Contains(told.String(), "CONSOLE") {
			t.Errorf("the browser complains: %s", told.String())
		}
		return string(out)
	}
	if dom := run("--dump-dom"); !strings.Contains(dom, "Samme nummer på to ulike personer") || strings.Count(dom, "<svg") != 3 {
		t.Errorf("the browser sees %d drawings in %d bytes", strings.Count(dom, "<svg"), len(dom))
	}
	light, dark := filepath.Join(t.TempDir(), "light.png"), filepath.Join(t.TempDir(), "dark.png")
	run("--screenshot=" + light)
	run("--blink-settings=preferredColorScheme=0", "--screenshot="+dark)
	if l, d := brightness(t, light), brightness(t, dark); l < 60 || d > 40 {
		t.Errorf("the ground is %d %% bright in light and %d %% in dark", l, d)
	}
}

// brightness is how bright a picture's corner is, in per cent.
func brightness(t *testing.T, file string) int {
	t.Helper()
	f := must[*os.File](t)(os.Open(file))
	defer f.Close()
	r, g, b, _ := must[image.Image](t)(png.Decode(f)).At(3, 3).RGBA()
	return int((r + g + b) * 100 / (3 * 0xffff))
}

// TestOldPagesAreRemoved with the workbooks.
func TestOldPagesAreRemoved(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"ninaudit-2026-08-01.html", "ninaudit-2026-11-01.html", "ninaudit-2026-08-01-2.xlsx", "page.html"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := Purge(dir, nin.Date(20260901)); n != 2 || err != nil {
		t.Errorf("%d removed, %v", n, err)
	}
}
