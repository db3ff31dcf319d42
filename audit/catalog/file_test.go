package catalog

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit"
)

func catalogOf(file string) audit.Catalog {
	open := func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(file)), nil }
	return NewReader(open, Options{Name: "fjordvik", Parser: testParser()})
}

// readFile gives the DNs of all persons, and every error's text.
func readFile(c audit.Catalog) (dns, errs []string) {
	for p, err := range c.Persons(context.Background()) {
		if err != nil {
			errs = append(errs, err.Error())
		} else {
			dns = append(dns, p.DN)
		}
	}
	return dns, errs
}

func TestFileFindsPersons(t *testing.T) {
	dns, errs := readFile(catalogOf(`dn: dc=no
objectClass: domain

dn: uid=nor
OBJECTCLASS: top
objectclass: NOREDUPERSON

dn: uid=edu
objectClass: eduPerson

dn: uid=bad
objectClass

dn: cn=user
objectClass: person
objectClass: user

dn: cn=pc
objectClass: user
objectClass: computer

dn: ou=unit
objectClass: norEduOrgUnit

dn: uid=inet
objectClass: inetOrgPerson

dn:
objectClass: user
`))
	want := []string{`catalog "fjordvik": line 11: line 12 is no attribute and value`,
		`catalog "fjordvik": line 28: the entry has neither an ID nor a DN`}
	if diff := cmp.Diff([]string{"uid=nor", "uid=edu", "cn=user"}, dns); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(want, errs); diff != "" {
		t.Error(diff)
	}
}

func TestFileWithoutPersons(t *testing.T) {
	_, errs := readFile(catalogOf("dn: uid=a\nnorEduPersonNIN: x\n\ndn: ou=b\nobjectClass: norEduOrgUnit\n"))
	if diff := cmp.Diff([]string{`catalog "fjordvik": none of the 2 entries is a person`}, errs); diff != "" {
		t.Error(diff)
	}
}

func TestFileUnits(t *testing.T) {
	const person = "dn: uid=a\nobjectClass: eduPerson\neduPersonOrgUnitDN: ou=u\n\n"
	const unit = "dn: OU=U\nobjectClass: norEduOrgUnit\nou: Vik skole\n\n"
	for _, file := range []string{person + unit, unit + person} {
		var u *audit.Unit
		for p, err := range catalogOf(file).Persons(context.Background()) {
			if err != nil {
				t.Fatal(err)
			}
			u = p.Units[0]
		}
		if u.Name != "Vik skole" {
			t.Errorf("the unit is called %q", u.Name)
		}
	}
}

func TestFileOpens(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.ldif")
	if err := os.WriteFile(path, []byte(gzipped("dn: uid=a\nobjectClass: user\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	c := NewLDIF(path, Options{Name: "fjordvik"})
	for range 2 {
		if dns, errs := readFile(c); len(dns) != 1 || errs != nil {
			t.Errorf("%q, %q", dns, errs)
		}
	}
	for _, tt := range []struct {
		path, stage string
		is          error
	}{
		{filepath.Join(dir, "none.ldif"), "open", fs.ErrNotExist},
		{dir, "line 0", nil},
	} {
		for _, err := range NewLDIF(tt.path, Options{Name: "fjordvik"}).Persons(context.Background()) {
			var failed *audit.CatalogError
			if !errors.As(err, &failed) || failed.Stage != tt.stage || failed.Hint == "" {
				t.Errorf("got %v", err)
			}
			if tt.is != nil && !errors.Is(err, tt.is) {
				t.Errorf("%v is not %v", err, tt.is)
			}
		}
	}
}

// closing tells whether it was closed.
type closing struct {
	io.Reader
	closed *bool
}

func (c closing) Close() error { *c.closed = true; return nil }

func TestFileCancelled(t *testing.T) {
	const person = "dn: uid=a\nobjectClass: user\n\n"
	ctx, cancel := context.WithCancel(context.Background())
	closed, persons := false, 0
	open := func() (io.ReadCloser, error) {
		return closing{&repeated{s: person, n: 1 << 40}, &closed}, nil
	}
	var last error
	for _, err := range NewReader(open, Options{Name: "fjordvik"}).Persons(ctx) {
		if last = err; err == nil {
			persons++
		}
		cancel()
	}
	var failed *audit.CatalogError
	if persons != 1 || !closed || !errors.As(last, &failed) || !errors.Is(last, context.Canceled) {
		t.Errorf("%d persons, closed %v, ended with %v", persons, closed, last)
	}
	// In the midst of a line that never ends, too.
	ctx, cancel = context.WithCancel(context.Background())
	open = func() (io.ReadCloser, error) {
		return closing{io.MultiReader(strings.NewReader("dn: uid=a\ncn: "), &cancelling{cancel, 100}), &closed}, nil
	}
	for _, err := range NewReader(open, Options{Name: "fjordvik"}).Persons(ctx) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("ended with %v", err)
		}
	}
}

// cancelling is a file without end that is cancelled while it is being read.
type cancelling struct {
	cancel context.CancelFunc
	left   int
}

func (c *cancelling) Read(p []byte) (int, error) {
	if c.left--; c.left == 0 {
		c.cancel()
	}
	return copy(p, strings.Repeat("x", 4096)), nil
}

func TestFileStops(t *testing.T) {
	closed := false
	open := func() (io.ReadCloser, error) {
		return closing{&repeated{s: "dn: uid=a\nobjectClass: user\n\n", n: 1 << 40}, &closed}, nil
	}
	for range NewReader(open, Options{Name: "fjordvik"}).Persons(context.Background()) {
		break
	}
	if !closed {
		t.Error("the file stays open")
	}
}

func TestSample(t *testing.T) {
	c := Sample(testParser())
	if c.Name() != SampleName {
		t.Errorf("named %q", c.Name())
	}
	accounts := map[audit.Account]int{}
	for p, err := range c.Persons(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		accounts[p.Account]++
	}
	if accounts[audit.Active] < 300 || accounts[audit.Inactive] == 0 || accounts[audit.Test] == 0 || accounts[audit.Shared] == 0 {
		t.Errorf("accounts by kind: %v", accounts)
	}
}
