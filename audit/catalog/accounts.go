package catalog

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"ninaudit/audit"
)

// Pattern tells some accounts by one attribute: an entry matches when one of the attribute's
// values is Value, in which every * stands for any text, upper and lower case being the same. The
// attribute "dn" stands for the entry's DN.
type Pattern struct{ Attribute, Value string }

// Accounts says which entries are no ordinary accounts. An entry that matches several is the first
// of test, shared, inactive.
//
// Protected are persons under protection, whatever sort of account they have.
type Accounts struct{ Test, Shared, Inactive, Protected []Pattern }

// dnAttribute is how a Pattern names the DN, which is no attribute.
const dnAttribute = "dn"

// Validate refuses a pattern that could match nothing, or that would ask for what is never read.
func (p Pattern) Validate() error {
	switch {
	case p.Attribute == "":
		return errors.New("the attribute's name is missing")
	case !isAttributeName(p.Attribute):
		return fmt.Errorf("%q is no attribute name: it is a letter, then letters, digits and hyphens", p.Attribute)
	case neverRead(p.Attribute) != "":
		return fmt.Errorf("%s is never read: it holds %s", p.Attribute, neverRead(p.Attribute))
	case p.Value == "":
		return fmt.Errorf("%s: the pattern is empty: * stands for any value", p.Attribute)
	}
	return nil
}

// Validate refuses what Pattern.Validate refuses, and says all of it.
func (a Accounts) Validate() error {
	var errs []error
	for _, g := range append(a.groups(), accountGroup{name: "protected", patterns: a.Protected}) {
		for _, p := range g.patterns {
			if err := p.Validate(); err != nil {
				errs = append(errs, fmt.Errorf("%s: %w", g.name, err))
			}
		}
	}
	return errors.Join(errs...)
}

type accountGroup struct {
	account  audit.Account
	name     string // in the configuration
	patterns []Pattern
}

// groups lists the kinds of account in the order in which they are tried.
func (a Accounts) groups() []accountGroup {
	return []accountGroup{
		{audit.Test, "test", a.Test}, {audit.Shared, "shared", a.Shared}, {audit.Inactive, "inactive", a.Inactive},
	}
}

// attributes names what a source has to be asked for so that entries can be told apart.
func (a Accounts) attributes() []string {
	var names []string
	for _, g := range append(a.groups(), accountGroup{patterns: a.Protected}) {
		for _, p := range g.patterns {
			if !strings.EqualFold(p.Attribute, dnAttribute) {
				names = append(names, p.Attribute)
			}
		}
	}
	return names
}

// classifier is Accounts made ready for many entries.
type classifier []matcher

// matcher is one pattern, cut at its wildcards and in lower case. One part: no wildcard.
type matcher struct {
	account   audit.Account
	attribute []byte
	onDN      bool // the attribute is the entry's DN
	parts     [][]byte
}

func newClassifier(a Accounts) classifier {
	var c classifier
	for _, g := range a.groups() {
		for _, p := range g.patterns {
			parts := bytes.Split(bytes.ToLower([]byte(p.Value)), []byte("*"))
			c = append(c, matcher{g.account, []byte(p.Attribute), strings.EqualFold(p.Attribute, dnAttribute), parts})
		}
	}
	return c
}

// of are the matchers on an attribute, by their places.
func (c classifier) of(name []byte) (places []int) {
	for i := range c {
		if !c[i].onDN && bytes.EqualFold(name, c[i].attribute) {
			places = append(places, i)
		}
	}
	return places
}

// account tells what sort of account an entry is: by the configuration's patterns, and whether anybody can log on
// with it, by AD (MS-ADTS §2.2.16), AD LDS and 389 Directory Server.
func (m *mapper) account() audit.Account {
	a := audit.Active
	if i := slices.Index(m.matched[:m.protected], true); i >= 0 { // they are in the order of Accounts.groups
		a = m.accounts[i].account
	}
	if a.LeftOut() || m.options.Disabled == DisabledInclude {
		return a
	}
	const disabled = 0x2
	control := int64(0)
	if v := m.first(accountControl); v != nil {
		control, _ = strconv.ParseInt(string(v), 10, 64)
	}
	yes := func(f field) bool { return bytes.EqualFold(m.first(f), []byte("true")) }
	switch {
	case control&disabled == 0 && !yes(accountDisabled) && !yes(accountLock):
		return a
	case m.options.Disabled == DisabledSkip:
		return audit.Disabled
	}
	return audit.Inactive
}

// fits compares one value. Taking each middle part where it first stands is enough, for only * is
// wild.
func (m *matcher) fits(value []byte) bool {
	if beginsOtherwise(value, m.parts[0]) {
		return false
	}
	value = bytes.ToLower(value[:min(len(value), maxText)])
	last := len(m.parts) - 1
	if last == 0 {
		return bytes.Equal(value, m.parts[0])
	}
	value, ok := bytes.CutPrefix(value, m.parts[0])
	if !ok {
		return false
	}
	value, ok = bytes.CutSuffix(value, m.parts[last])
	if !ok {
		return false
	}
	for _, part := range m.parts[1:last] {
		if _, value, ok = bytes.Cut(value, part); !ok {
			return false
		}
	}
	return true
}

// beginsOtherwise tells, of what it can without a copy, that a value does not begin like a text in lower case: by its
// first ASCII characters.
func beginsOtherwise(value, lower []byte) bool {
	for i := range min(len(value), len(lower)) {
		c := value[i]
		if c >= utf8.RuneSelf || lower[i] >= utf8.RuneSelf {
			return false // it may be written otherwise in lower case
		}
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		if c != lower[i] {
			return true
		}
	}
	return false
}

// isAttributeName tells whether s is a short name of an attribute (RFC 4512 §1.4, keystring).
func isAttributeName(s string) bool {
	for i := range len(s) {
		c := s[i]
		letter := 'a' <= c|0x20 && c|0x20 <= 'z'
		if !letter && (i == 0 || c != '-' && (c < '0' || c > '9')) {
			return false
		}
	}
	return s != ""
}
