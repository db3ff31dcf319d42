package catalog

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"ninaudit/audit"
)

func TestPatternFits(t *testing.T) {
	tests := []struct {
		pattern   string
		fits, not []string
	}{
		{"test", []string{"test", "TEST"}, []string{"test1", "atest", ""}},
		{"test*", []string{"test", "Test1"}, []string{"atest", "tes"}},
		{"*test", []string{"test", "aTEST"}, []string{"testa"}},
		{"*est*", []string{"test", "est"}, []string{"e-st"}},
		{"a*a", []string{"aa", "aba"}, []string{"a", "ab"}},
		{"a*b*c", []string{"abc", "aXbYc", "abbc", "abcbc"}, []string{"acb", "ac", "abcd"}},
		{"*ab*ab*", []string{"abab", "xabyabz"}, []string{"ab", "aba"}},
		{"*", []string{"", "x"}, nil},
		{"**", []string{"", "x"}, nil},
		{"Ø*", []string{"ørjan", "ØRJAN"}, []string{"o"}},
		{"a?[b]", []string{"a?[b]"}, []string{"axb", "axyb"}},
	}
	for _, tt := range tests {
		c := newMapper(Options{Accounts: Accounts{Shared: []Pattern{{"uid", tt.pattern}}}})
		for _, v := range tt.fits {
			if classify(c, entryOf("", "uid: "+v)) != audit.Shared {
				t.Errorf("%q does not fit %q", v, tt.pattern)
			}
		}
		for _, v := range tt.not {
			if classify(c, entryOf("", "uid: "+v)) != audit.Active {
				t.Errorf("%q fits %q", v, tt.pattern)
			}
		}
	}
}

// classify is what sort of account an entry is.
func classify(m *mapper, e *entry) audit.Account {
	m.collect(e)
	return m.account()
}

func TestClassify(t *testing.T) {
	c := newMapper(Options{Accounts: Accounts{
		Test:     []Pattern{{"uid", "test*"}, {"dn", "*,ou=test,*"}},
		Shared:   []Pattern{{"UID", "felles*"}, {"description", "*felles*"}},
		Inactive: []Pattern{{"description", "sluttet*"}, {"uid", "*"}},
	}})
	tests := []struct {
		want  audit.Account
		dn    string
		lines []string
	}{
		{audit.Active, "cn=x", nil},
		{audit.Active, "cn=x", []string{"cn: test"}},
		{audit.Inactive, "cn=x", []string{"uid: ola"}},
		{audit.Inactive, "cn=x", []string{"Description;lang-no: Sluttet 2026"}},
		{audit.Shared, "cn=x", []string{"description: a", "description: sluttet, felles"}},
		{audit.Test, "cn=x", []string{"uid: fellesTest", "uid: testfelles"}},
		{audit.Test, "cn=x,OU=Test,dc=no", []string{"uid: felles"}},
	}
	for _, tt := range tests {
		if got := classify(c, entryOf(tt.dn, tt.lines...)); got != tt.want {
			t.Errorf("%s %q is %d, want %d", tt.dn, tt.lines, got, tt.want)
		}
	}
}

func TestAccountsValidate(t *testing.T) {
	good := Accounts{Test: []Pattern{{"uid", "test*"}, {"dn", "*"}}, Inactive: []Pattern{{"x-Y2", "a"}}}
	if err := good.Validate(); err != nil {
		t.Error(err)
	}
	bad := Accounts{
		Test:     []Pattern{{"", "x"}, {"uid", ""}},
		Shared:   []Pattern{{"ui d", "x"}, {"2.5.4.3", "x"}, {"cn;lang-no", "x"}},
		Inactive: []Pattern{{"noreduPersonAuthnmethod", "x"}},
	}
	want := []string{
		"test: the attribute's name is missing",
		"test: uid: the pattern is empty: * stands for any value",
		`shared: "ui d" is no attribute name: it is a letter, then letters, digits and hyphens`,
		`shared: "2.5.4.3" is no attribute name: it is a letter, then letters, digits and hyphens`,
		`shared: "cn;lang-no" is no attribute name: it is a letter, then letters, digits and hyphens`,
		"inactive: noreduPersonAuthnmethod is never read: it holds phone numbers",
	}
	if got := bad.Validate().Error(); got != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
}

// TestBeginsOtherwise: what it turns down, would not have fitted.
func TestBeginsOtherwise(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 4))
	letters := []rune("aAbkK\u212a\u017fsS\u0130i\u00e5\u00c5[{@`")
	word := func() (s string) {
		for range r.IntN(4) {
			s += string(letters[r.IntN(len(letters))])
		}
		return s
	}
	turned := 0
	for range 100_000 {
		value, pattern := []byte(word()), bytes.ToLower([]byte(word()))
		if !beginsOtherwise(value, pattern) {
			continue
		}
		turned++
		if bytes.HasPrefix(bytes.ToLower(value), pattern) {
			t.Fatalf("%q is said not to begin like %q", value, pattern)
		}
	}
	if turned == 0 {
		t.Error("none is turned down")
	}
}
