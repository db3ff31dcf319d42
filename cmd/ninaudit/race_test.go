//go:build linux

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	"ninaudit/audit/catalog/planted"
	"ninaudit/audit/catalog/slapdtest"
	"ninaudit/audit/nin"
)

// raced is one program that reads the catalog, and what its rounds took.
type raced struct {
	name   string
	argv   []string
	before func() // each round; may be nil
	took   []time.Duration
	cpu    []time.Duration
	peak   int64  // KiB
	told   string // on standard error, in the last round
}

// TestRace is run by hand: NINAUDIT_RACE=200000 go test ./cmd/ninaudit -run TestRace -v -timeout 2h. It fills a slapd with
// so many persons, and lets the whole audit, with workbook and the history of a night after which 2 000 have changed, read
// them in turn with others: ldapsearch, for the same attributes; the audit without history; a loop on go-ldap; and a naive
// audit in Python, where Debian's ldap3, stdnum and XlsxWriter are there. It asserts nothing of times, which are the machine's.
// With NINAUDIT_RACE_TLS=1 the audit and ldapsearch alone race, over TLS; those named in NINAUDIT_RACE_WITHOUT, with commas
// between, stay away.
func TestRace(t *testing.T) {
	persons, _ := strconv.Atoi(os.Getenv("NINAUDIT_RACE"))
	if persons == 0 {
		t.Skip("NINAUDIT_RACE says how many persons; it takes minutes")
	}
	all, n := racers(t, persons), rounds(5)
	for range n {
		for _, r := range all {
			r.run(t)
		}
	}
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(w, "%d persons, medians of %d\telapsed\tx ldapsearch\tCPU\tpeak MiB\t\n", persons, n)
	for _, r := range all {
		fmt.Fprintf(w, "%s\t%.2f s\t%.2f\t%.2f s\t%d\t\n", r.name, median(r.took).Seconds(),
			median(r.took).Seconds()/median(all[0].took).Seconds(), median(r.cpu).Seconds(), r.peak>>10)
	}
	w.Flush()
	for _, r := range all {
		b.WriteString(r.stages())
	}
	t.Log("\n" + b.String())
}

// rounds is how often NINAUDIT_ROUNDS wants each program to run.
func rounds(otherwise int) int {
	if n, err := strconv.Atoi(os.Getenv("NINAUDIT_ROUNDS")); err == nil {
		return n
	}
	return otherwise
}

// racers fill the server and name the programs; ldapsearch comes first.
func racers(t *testing.T, persons int) []*raced {
	const day = nin.Date(20261123)
	c := planted.Generate(planted.Options{Seed: 1, Persons: persons, AsOf: planted.Day(day), Dated: true})
	var ldif bytes.Buffer
	if err := c.WriteLDIF(&ldif); err != nil {
		t.Fatal(err)
	}
	e := readEntries(ldif.Bytes(), nil)
	e.withoutNumbers(2000)
	s := slapdtest.Start(t, e.ldif(), slapdtest.Options{})
	dir := t.TempDir()
	write := func(name string, content []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	server, encrypted := s.URL, os.Getenv("NINAUDIT_RACE_TLS") != ""
	pages := "page_size: 1000\n      plaintext: true"
	if encrypted {
		server, pages = s.TLSURL, "page_size: 1000"
		t.Setenv("LDAPTLS_CACERT", s.CAFile)
	}
	const history = "history: {path: history.db, key_file: history.key}\n"
	password := write("fjordvik.password", []byte(s.Password))
	config := write("ninaudit.yaml", []byte(strings.Replace(ldapConfig(s, server), "page_size: 500", pages, 1)+history))
	attributes := strings.Fields(`uid eduPersonPrincipalName mail cn displayName givenName sn norEduPersonLegalName description
		norEduPersonLIN norEduPersonNIN norEduPersonBirthDate eduPersonAffiliation eduPersonPrimaryOrgUnitDN eduPersonOrgUnitDN
		eduPersonPrincipalNamePrior entryUUID objectGUID nsUniqueId createTimestamp modifyTimestamp whenCreated whenChanged`)
	const base, filter = "ou=people,dc=fjordvik,dc=no", "(objectClass=norEduPerson)"
	bin := built(t, dir, "ninaudit", ".")
	scan := func(config string, day nin.Date) []string {
		return []string{bin, "scan", "--config", config, "--out", filepath.Join(dir, "out"), "--as-of", day.String()}
	}
	write("fjordvik.ldif", ldif.Bytes())
	before := &raced{name: "the night before", argv: scan(write("before.yaml", []byte(corpusConfig+history)), day)}
	before.run(t)
	kept, err := os.ReadFile(filepath.Join(dir, "history.db"))
	if err != nil {
		t.Fatal(err)
	}
	tonight := scan(config, day.AddDays(1))
	all := []*raced{
		{name: "ldapsearch", argv: slices.Concat([]string{"ldapsearch", "-LLL", "-x", "-H", server, "-D", s.BindDN, "-y", password,
			"-o", "ldif-wrap=no", "-E", "pr=1000/noprompt", "-b", base, filter}, attributes)},
		{name: "ninaudit scan", argv: tonight, before: func() { write("history.db", kept) }},
	}
	if encrypted {
		return all
	}
	all = append(all,
		&raced{name: "ninaudit scan --no-history", argv: append(slices.Clone(tonight), "--no-history")},
		&raced{name: "go-ldap loop",
			argv: slices.Concat([]string{built(t, dir, "goldap", "./testdata/race/goldap"), s.URL, s.BindDN, password, base, filter}, attributes)})
	if exec.Command("/usr/bin/python3", "-c", "import ldap3, stdnum, xlsxwriter").Run() == nil {
		all = append(all, &raced{name: "Python", argv: slices.Concat([]string{"/usr/bin/python3", "testdata/race/naive.py", s.URL, s.BindDN, password,
			base, filter, filepath.Join(dir, "naive.xlsx")}, []string{"norEduPersonNIN", "displayName"})})
	}
	without := strings.Split(os.Getenv("NINAUDIT_RACE_WITHOUT"), ",")
	return slices.DeleteFunc(all, func(r *raced) bool { return slices.Contains(without, r.name) })
}

// built is the program of a package.
func built(t *testing.T, dir, name, pkg string) string {
	bin := filepath.Join(dir, name)
	if out, err := exec.Command("go", "build", "-o", bin, pkg).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return bin
}

func (r *raced) run(t *testing.T) {
	cmd := exec.Command(r.argv[0], r.argv[1:]...)
	if r.before != nil {
		r.before()
	}
	var told bytes.Buffer
	cmd.Stderr = &told // standard output goes nowhere
	from := time.Now()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		for tick := time.Tick(10 * time.Millisecond); ; {
			select {
			case <-tick:
				r.peak = max(r.peak, highWater(cmd.Process.Pid))
			case <-ended:
				close(ended)
				return
			}
		}
	}()
	err := cmd.Wait()
	r.took = append(r.took, time.Since(from))
	ended <- struct{}{}
	<-ended
	r.told = told.String()
	if err != nil {
		t.Fatalf("%s: %v\n%s", r.name, err, r.told)
	}
	r.cpu = append(r.cpu, cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime())
}

// stages are the lines of the last round's log that tell what each stage took.
func (r *raced) stages() string {
	var b strings.Builder
	for line := range strings.Lines(r.told) {
		if strings.Contains(line, `"stage done"`) {
			b.WriteString(line)
		}
	}
	return b.String()
}

// highWater is the most memory that a process has had, in KiB. What the system tells of a process that has ended counts
// its parent's too, from before it became another program.
func highWater(pid int) (most int64) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	_, _ = fmt.Sscan(after, &most)
	return most
}
