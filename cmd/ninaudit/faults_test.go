package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit/catalog/planted"
)

// liarConfig is corpusConfig with the catalog on a server that may misbehave, and a history.
func liarConfig(address string) string {
	return strings.Replace(corpusConfig, "    ldif: {path: fjordvik.ldif}\n", fmt.Sprintf(`    ldap:
      url: %q
      base: "ou=people,dc=fjordvik,dc=no"
      page_size: %d
      timeout: 2s
      retries: 0
`, address, liarPage), 1) + "history: {path: history.db}\n"
}

// fault is a way in which a server may misbehave.
type fault struct {
	name string
	liar liar
	says string // on the log
	none bool   // nothing at all is read
	tls  bool
}

// faults are those that are shown through the whole command.
func faults() []fault {
	code := func(n byte) liar {
		return liar{fault: func(l *liar, c net.Conn, id byte) bool { l.done(c, id, n, nil); return false }}
	}
	raw := func(b []byte) liar {
		return liar{fault: func(_ *liar, c net.Conn, _ byte) bool { c.Write(b); hang(c); return false }}
	}
	return []fault{
		{name: "mute after connect", liar: liar{meet: hang}, says: "no complete answer within 2s", none: true},
		{name: "mute in the TLS handshake", liar: liar{meet: hang}, says: "no complete answer within 2s", none: true, tls: true},
		{name: "mute in a page", liar: liar{fault: func(_ *liar, c net.Conn, _ byte) bool { hang(c); return false }},
			says: "no complete answer within 2s"},
		{name: "cut in the middle of an entry", liar: liar{fault: func(l *liar, c net.Conn, id byte) bool {
			c.Write(ber(0x30, []byte{2, 1, id}, l.entries[0])[:100])
			return false
		}}, says: "closed before the answer was complete"},
		{name: "garbage", liar: raw(bytes.Repeat([]byte("HTTP/1.1 400 "), 100)), says: "no proper LDAP"},
		{name: "wrong message ID", liar: liar{fault: func(l *liar, c net.Conn, id byte) bool {
			l.send(c, id+1, l.entries[0])
			l.done(c, id+1, 0, nil)
			hang(c)
			return false
		}}, says: "no complete answer within 2s"},
		{name: "huge length", liar: raw([]byte{0x30, 0x84, 0x7f, 0xff, 0xff, 0xff}), says: "larger than 64 MiB"},
		{name: "time limit", liar: code(3), says: "time limit"},
		{name: "size limit", liar: code(4), says: "size limit"},
		{name: "administrative limit", liar: code(11), says: "administrative limit"},
		{name: "busy", liar: code(51), says: "is busy"},
		{name: "unavailable", liar: code(52), says: "is not available"},
		{name: "the same page for ever", liar: liar{loop: true}, says: "over and over"},
		{name: "a cookie that never ends", liar: liar{empty: true}, says: "over and over"},
		{name: "a value of 100 MB", liar: liar{fault: func(l *liar, c net.Conn, id byte) bool {
			l.send(c, id, ber(0x64, ber(4, []byte("uid=a")), ber(0x30,
				ber(0x30, ber(4, []byte("cn")), ber(0x31, ber(4, make([]byte, 100_000_000)))))))
			return false
		}}, says: "larger than 64 MiB"},
		{name: "slow drip", liar: liar{fault: func(l *liar, c net.Conn, id byte) bool {
			for _, b := range ber(0x30, []byte{2, 1, id}, l.entries[0]) {
				if _, err := c.Write([]byte{b}); err != nil {
					break
				}
				time.Sleep(100 * time.Millisecond)
			}
			return false
		}}, says: "no complete answer within 2s"},
	}
}

// TestAServerThatMisbehaves: whatever a server does on the second night, it costs bounded time and memory, the run ends
// with the code for incomplete and one line that says why, nothing is resolved, nothing is lost, and where nothing was
// read yesterday's reports stand as they were. On the third night, when the server behaves, all is as on the first.
func TestAServerThatMisbehaves(t *testing.T) {
	c := planted.Generate(planted.Options{Seed: 8, Persons: 1_000, AsOf: 20261123, Dated: true})
	var ldif bytes.Buffer
	if err := c.WriteLDIF(&ldif); err != nil {
		t.Fatal(err)
	}
	entries := liarEntries(ldif.Bytes())
	good := &liar{entries: entries}
	upright := "ldap://" + good.start(t)
	first := &audited{dir: t.TempDir()}
	first.scan(t, liarConfig(upright), "--as-of", "2026-11-20")
	if first.code != int(exitDone) {
		t.Fatalf("exit code %d\n%s", first.code, first.stderr.String())
	}
	open := first.open(t)
	for _, f := range faults() {
		t.Run(f.name, func(t *testing.T) {
			a := &audited{dir: t.TempDir()}
			if err := os.CopyFS(a.dir, os.DirFS(first.dir)); err != nil {
				t.Fatal(err)
			}
			os.Chmod(filepath.Join(a.dir, "history.key"), 0o600)
			before := folder(t, a.dir)
			f.liar.entries = entries
			address := "ldap://" + f.liar.start(t)
			if f.tls {
				address = strings.Replace(address, "ldap:", "ldaps:", 1)
			}
			var memory, after runtime.MemStats
			runtime.ReadMemStats(&memory)
			start := time.Now()
			config := liarConfig(address)
			if !strings.Contains(f.says, "within") { // what is not about time may take as long as a slow machine needs
				config = strings.Replace(config, "timeout: 2s", "timeout: 40s", 1)
			}
			a.scan(t, config, "--as-of", "2026-11-21")
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			if a.code != int(exitIncomplete) || took > 60*time.Second {
				t.Errorf("exit code %d after %v\n%s", a.code, took, a.stderr.String())
			}
			if grown := int64(after.Sys-memory.Sys) >> 20; grown > 600 { // 100 MB is the server's own
				t.Errorf("%d MiB more of memory", grown)
			}
			log := a.stderr.String()
			if n := strings.Count(log, `"msg":"catalog incomplete"`); n != 1 || !strings.Contains(log, f.says) ||
				!strings.Contains(log, `"hint":`) || strings.Contains(log, liarSays) {
				t.Errorf("want one line with %q and a hint:\n%s", f.says, log)
			}
			if f.none {
				if diff := cmp.Diff(before, folder(t, a.dir)); diff != "" {
					t.Errorf("nothing was read, and yesterday's reports are not as they were:\n%s", diff)
				}
			} else if diff := cmp.Diff(open, a.open(t)); diff != "" || !bytes.Contains(a.jsonl(t), []byte(`"complete":false`)) {
				t.Errorf("findings (-yesterday +today):\n%s", diff)
			}
			a.scan(t, liarConfig(upright), "--as-of", "2026-11-22")
			if diff := cmp.Diff(open, a.open(t)); diff != "" || a.code != int(exitDone) {
				t.Errorf("exit code %d when the server behaves again (-first night +third):\n%s", a.code, diff)
			}
		})
	}
	t.Run("entries twice", func(t *testing.T) {
		twice := &liar{entries: slices.Concat(entries[:150], entries)}
		a := &audited{dir: t.TempDir()}
		a.scan(t, liarConfig("ldap://"+twice.start(t)), "--as-of", "2026-11-20")
		if diff := cmp.Diff(open, a.open(t)); diff != "" || a.code != int(exitDone) {
			t.Errorf("exit code %d (-once +twice):\n%s", a.code, diff)
		}
	})
}

// TestAReplicaTakesOver: where a server breaks off in the midst of a page, its replica is read from the start, and the
// reports are those of a night on which nothing happened, byte for byte.
func TestAReplicaTakesOver(t *testing.T) {
	a := scanCorpus(t, planted.Generate(planted.Options{Seed: 8, Persons: 1_000, AsOf: 20261123, Dated: true}), corpusConfig)
	entries := liarEntries(a.ldif)
	good := &liar{entries: entries}
	cut := &liar{entries: entries, fault: func(*liar, net.Conn, byte) bool { return false }}
	upright := "ldap://" + good.start(t)
	a.scan(t, liarConfig(upright))
	want := a.jsonl(t)
	os.Remove(filepath.Join(a.dir, "history.db"))
	a.scan(t, strings.Replace(liarConfig("ldap://"+cut.start(t)), "retries: 0", fmt.Sprintf("retries: 1\n      replicas: [%q]", upright), 1))
	if diff := cmp.Diff(string(want), string(a.jsonl(t))); diff != "" || a.code != int(exitDone) {
		t.Errorf("exit code %d (-upright +replica):\n%s", a.code, diff)
	}
	if log := a.stderr.String(); !strings.Contains(log, "read anew") || !strings.Contains(log, "another server") {
		t.Errorf("the log tells nothing of it:\n%s", log)
	}
}

// open lists the findings that stand, as ID and rule; one that is resolved is among them as such.
func (a *audited) open(t *testing.T) []string {
	t.Helper()
	var out []string
	for l := range bytes.Lines(a.jsonl(t)) {
		var f struct{ ID, Rule, Status string }
		if err := json.Unmarshal(l, &f); err != nil {
			t.Fatal(err)
		}
		if f.Rule == "" {
			continue
		}
		state := ""
		if f.Status == "resolved" {
			state = " resolved"
		}
		out = append(out, f.Rule+" "+f.ID+state)
	}
	slices.Sort(out)
	return out
}

// folder is what the reports' folder holds, byte for byte.
func folder(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	files, err := os.ReadDir(filepath.Join(dir, "out"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		b, err := os.ReadFile(filepath.Join(dir, "out", f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name()] = string(b)
	}
	return all
}
