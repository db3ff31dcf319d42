package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

func TestNearest(t *testing.T) {
	words := []string{"nin-checksum", "nin-date", "overlay", "password_file", "nb", "nn", "en"}
	for written, want := range map[string]string{
		"nin-cheksum":                "nin-checksum",
		"nin_checksum":               "nin-checksum",
		"NIN-DATE":                   "nin-date",
		"ovelray":                    "overlay",
		"password-file":              "password_file",
		"no":                         "nb",
		"":                           "",
		"birthday":                   "",
		strings.Repeat("n", 100_000): "",
	} {
		if got, _ := nearest(written, words); got != want {
			t.Errorf("nearest(%.20q) = %q, want %q", written, got, want)
		}
	}
}

func TestSlips(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"abc", "abc", 0}, {"abc", "", 3}, {"abc", "acb", 1}, {"abc", "abxc", 1}, {"kitten", "sitting", 3},
	} {
		if got := slips(c.a, c.b); got != c.want {
			t.Errorf("slips(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
		if got := slips(c.b, c.a); got != c.want {
			t.Errorf("slips(%q, %q) = %d, want %d", c.b, c.a, got, c.want)
		}
	}
}

func TestSecret(t *testing.T) {
	dir := t.TempDir()
	put := func(name, content string, mode os.FileMode) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), mode); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, mode); err != nil { // past the umask
			t.Fatal(err)
		}
		return path
	}
	put("cred", "from systemd\n", 0o400)
	env := func(name string) string {
		return map[string]string{"PW": "from env", "CREDENTIALS_DIRECTORY": dir}[name]
	}
	for _, c := range []struct {
		name string
		from secretSource
		want string // "": an error
	}{
		{"anonymous", secretSource{}, "anonymous"},
		{"file", secretSource{File: put("unix", "pass word\n", 0o600)}, "pass word"},
		{"file with CRLF", secretSource{File: put("dos", " x \r\n", 0o640)}, " x "},
		{"environment", secretSource{Env: "PW"}, "from env"},
		{"credential", secretSource{Credential: "cred"}, "from systemd"},
		{"no such file", secretSource{File: filepath.Join(dir, "none")}, ""},
		{"a folder", secretSource{File: dir}, ""},
		{"empty file", secretSource{File: put("empty", "\n", 0o600)}, ""},
		{"two lines", secretSource{File: put("two", "a\nb\n", 0o600)}, ""},
		{"too long", secretSource{File: put("long", strings.Repeat("a", secretLimit+1), 0o600)}, ""},
		{"unset variable", secretSource{Env: "NONE"}, ""},
	} {
		got, err := c.from.read(env)
		if c.name == "anonymous" {
			c.want = ""
			if err != nil {
				t.Errorf("anonymous: %v", err)
			}
			continue
		}
		if got != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%s: %q, %v", c.name, got, err)
		}
		if err != nil && codeOf(err) != exitUsage {
			t.Errorf("%s: %v is no usage error", c.name, err)
		}
	}
	if runtime.GOOS == "windows" {
		return
	}
	for _, mode := range []os.FileMode{0o604, 0o602, 0o644} {
		_, err := secretSource{File: put("open", "x", mode)}.read(env)
		if err == nil || !strings.Contains(hintOf(err), "chmod 0600") {
			t.Errorf("mode %o: err %v, hint %q", mode, err, hintOf(err))
		}
	}
}

// digits is a synthetic number, in the forms in which it could reach the log.
const digits = "01819012345"

type loud struct{}

func (loud) LogValue() slog.Value { return slog.StringValue(digits) }
func (loud) String() string       { return digits }

func TestLogIsBlanked(t *testing.T) {
	var b bytes.Buffer
	log := newLogger(newScreen(&b)).With("with", digits).WithGroup("group")
	log.Info("message "+digits, "string", digits, "err", errors.New(digits), "int", int64(1819012345), "uint", uint64(41819012345),
		"any", []string{digits}, "valuer", loud{}, slog.Group("inner", "s", digits), "bytes", []byte(digits), "took", time.Second)
	for _, run := range []string{digits, "1819012345", "41819012345"} {
		if strings.Contains(b.String(), run) {
			t.Errorf("digits in the log: %s", b.String())
		}
	}
	var line struct {
		Msg, With string
		Group     struct{ Took string }
	}
	if err := json.Unmarshal(b.Bytes(), &line); err != nil {
		t.Fatal(err)
	}
	if line.Msg != "message ***********" || line.With != "***********" || line.Group.Took != "1s" {
		t.Errorf("log line %+v", line)
	}
}

func TestProgress(t *testing.T) {
	now := time.Date(2026, 11, 23, 2, 0, 0, 0, time.UTC)
	clock := func() time.Time { return now }
	var b bytes.Buffer
	s := newScreen(&b)
	p := newProgress(s, newLogger(s), clock)
	p.update("fjordvik", 10)
	if b.Len() > 0 {
		t.Errorf("told at once: %s", b.String())
	}
	now = now.Add(10 * time.Second)
	p.update("fjordvik", 5000)
	for _, want := range []string{`"catalog":"fjordvik"`, `"count":5000`, `"rate":500`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%s is not in the log line %s", want, b.String())
		}
	}
	b.Reset()
	s.terminal = true
	now = now.Add(redrawEvery)
	p.update("utmark", 1_234_567)
	if got, want := b.String(), "2 catalogs: 1 239 567 entries read, 122 729 a second"; got != want {
		t.Errorf("progress %q, want %q", got, want)
	}
	b.Reset()
	io.WriteString(s, "a log line\n")
	if got := b.String(); !strings.HasPrefix(got, "\r\x1b[Ka log line\n2 catalogs: ") {
		t.Errorf("a log line above the progress reads %q", got)
	}
	b.Reset()
	s.clear()
	if got := b.String(); got != "\r\x1b[K" {
		t.Errorf("clear writes %q", got)
	}
}

func TestDayIsNorwegian(t *testing.T) {
	a := &app{clock: func() time.Time { return time.Date(2026, 11, 22, 23, 30, 0, 0, time.UTC) }}
	got, err := a.day("")
	if err != nil || got != nin.MakeDate(2026, 11, 23) {
		t.Errorf("day = %v, %v", got, err)
	}
}

// mute is a standard input that says something once and then keeps its reader waiting.
type mute struct {
	said    bool
	waiting chan struct{} // closed when somebody waits
	done    <-chan struct{}
}

func (m *mute) Read(p []byte) (int, error) {
	if !m.said {
		m.said = true
		return copy(p, "dn: uid=bo,dc=no\nobjectClass: person\n"), nil
	}
	close(m.waiting)
	<-m.done
	return 0, io.EOF
}

// TestInterrupted cancels a run that waits for standard input: it ends at once and leaves nothing
// behind.
func TestInterrupted(t *testing.T) {
	for _, args := range [][]string{{"scan", "--out", "OUT", "-"}, {"nin"}, {"check", "-"}} {
		dir := filepath.Join(t.TempDir(), "out")
		for i := range args {
			args[i] = strings.Replace(args[i], "OUT", dir, 1)
		}
		ctx, cancel := context.WithCancel(t.Context())
		in := &mute{waiting: make(chan struct{}), done: t.Context().Done()}
		var stdout, stderr bytes.Buffer
		code := make(chan int)
		go func() { code <- run(ctx, args, in, &stdout, &stderr, time.Now) }()
		<-in.waiting
		cancel()
		select {
		case got := <-code:
			if got != int(exitInterrupted) || !strings.HasSuffix(stderr.String(), "ninaudit: interrupted\n") {
				t.Errorf("%s: exit %d, standard error:\n%s", args[0], got, stderr.String())
			}
		case <-time.After(10 * time.Second):
			t.Fatalf("%s does not end", args[0])
		}
		if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s left %s behind: %v", args[0], dir, err)
		}
	}
}

// TestLongLine holds that a line of any length takes one buffer and one answer.
func TestLongLine(t *testing.T) {
	in := strings.NewReader(strings.Repeat("1", 1<<20) + "\r\n20036914700" + strings.Repeat(" ", 5000) + "\n20036914700")
	var out bytes.Buffer
	if err := explain(t.Context(), in, &out, nin.Parser{On: 20261123}, jsonAnswer); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != 3 || !strings.Contains(lines[0], "nin-malformed") || !strings.Contains(lines[1], "nin-malformed") ||
		!strings.Contains(lines[2], `"faults":[]`) {
		t.Errorf("answers:\n%.600s", out.String())
	}
}

func TestPickRules(t *testing.T) {
	c := defaultConfig()
	c.Disabled = []string{"nin-date"}
	for _, k := range []struct {
		patterns []string
		has, not string
	}{
		{nil, "overlay", "nin-date"},
		{[]string{"nin-*"}, "nin-checksum", "nin-date"},
		{[]string{"nin-date"}, "nin-date", "nin-checksum"},
		{[]string{"*-number"}, "pending-number", "overlay"},
	} {
		got, err := pickRules(k.patterns, c)
		if err != nil {
			t.Fatal(err)
		}
		ids := "," + strings.Join(idsOf(got), ",") + ","
		if !strings.Contains(ids, ","+k.has+",") || strings.Contains(ids, ","+k.not+",") {
			t.Errorf("%v: %s", k.patterns, ids)
		}
	}
}

func idsOf(all []audit.Rule) []string {
	var out []string
	for _, r := range all {
		out = append(out, r.ID)
	}
	return out
}
