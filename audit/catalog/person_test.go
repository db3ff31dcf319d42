package catalog

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// Published test numbers: they stand for nobody.
const testNumber, otherTestNumber = "03851598730", "41819077302"

func testParser() nin.Parser {
	return nin.Parser{On: nin.MakeDate(2026, 11, 23), AcceptSynthetic: true}
}

// entryOf makes an entry of "name: value" lines.
func entryOf(dn string, lines ...string) *entry {
	e := &entry{dn: []byte(dn)}
	for _, l := range lines {
		name, value, _ := strings.Cut(l, ": ")
		e.attrs = append(e.attrs, attribute{[]byte(name), []byte(value)})
	}
	return e
}

// personOf maps an entry of one catalog.
func personOf(t *testing.T, lines ...string) *audit.Person {
	t.Helper()
	p, err := newMapper(Options{Name: "fjordvik", Parser: testParser()}).person(entryOf("uid=a,dc=no", lines...))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestPerson(t *testing.T) {
	got := personOf(t,
		"objectClass: norEduPerson", "uid: ola", "cn: Ola N.", "sn: Nordmann", "givenName: Ola", "displayName: Ola Nordmann",
		"mail: Ola@fjordvik.example", "mail: o@fjordvik.example", "eduPersonPrincipalName: Ola@fjordvik.no",
		"eduPersonPrincipalNamePrior: olan@fjordvik.no", "eduPersonPrincipalNamePrior: on@fjordvik.no",
		"norEduPersonLegalName: Ole Nordmann", "description: vikar",
		"norEduPersonLIN: fjordvik.no:employee:7", "norEduPersonLIN: fjordvik.no:fin:x",
		"norEduPersonNIN: "+testNumber, "norEduPersonBirthDate: 20150503",
		"eduPersonAffiliation: member", "eduPersonAffiliation: Library-Walk-In", "eduPersonAffiliation: king",
		"eduPersonOrgUnitDN: ou=B,dc=no", "eduPersonOrgUnitDN: ou=A,dc=no", "eduPersonPrimaryOrgUnitDN: OU=A, dc=no",
		"entryUUID: 5B0D3E9E-1C1C-4F0E-9C55-A0A0A0A0A0A0",
		"createTimestamp: 20260801120000Z", "modifyTimestamp: 20260920031500.25Z",
		"norEduPersonAuthnMethod: urn:mace:feide.no:auth:method:sms +4790000000", "telephoneNumber: +4790000000",
	)
	want := &audit.Person{
		Ref: audit.Ref{Catalog: "fjordvik", ID: "5b0d3e9e-1c1c-4f0e-9c55-a0a0a0a0a0a0", Principal: "Ola@fjordvik.no", DN: "uid=a,dc=no"},
		UID: "ola", NIN: testParser().Parse(testNumber), LINs: []string{"fjordvik.no:employee:7", "fjordvik.no:fin:x"},
		Given: "Ola", GivenMet: 1, Surname: "Nordmann", SurnameMet: 2, Display: "Ola Nordmann", Birth: nin.MakeDate(2015, 5, 3),
		Units:        []*audit.Unit{{DN: "OU=A, dc=no", Name: "A", Met: 1}, {DN: "ou=B,dc=no", Name: "B", Met: 2}},
		Affiliations: audit.Member | audit.LibraryWalkIn, Mail: "Ola@fjordvik.example",
		Prior:    []string{"olan@fjordvik.no", "on@fjordvik.no"},
		Created:  time.Date(2026, 8, 1, 12, 0, 0, 0, time.UTC),
		Modified: time.Date(2026, 9, 20, 3, 15, 0, 0, time.UTC),
		Texts: []audit.Field{
			{Name: "uid", Value: "ola"}, {Name: "eduPersonPrincipalName", Value: "Ola@fjordvik.no"},
			{Name: "mail", Value: "Ola@fjordvik.example"}, {Name: "mail", Value: "o@fjordvik.example"},
			{Name: "cn", Value: "Ola N.", Free: true}, {Name: "displayName", Value: "Ola Nordmann", Free: true}, {Name: "givenName", Value: "Ola", Free: true},
			{Name: "sn", Value: "Nordmann", Free: true}, {Name: "norEduPersonLegalName", Value: "Ole Nordmann", Free: true},
			{Name: "description", Value: "vikar", Free: true}, {Name: "norEduPersonLIN", Value: "fjordvik.no:employee:7", Local: true},
			{Name: "norEduPersonLIN", Value: "fjordvik.no:fin:x", Local: true}, {Name: "dn", Value: "uid=a,dc=no"},
		},
	}
	if diff := cmp.Diff(want, got, sameNumbers()); diff != "" {
		t.Error(diff)
	}
}

// sameNumbers compares numbers by their value; a parser is the one that every person of a test is read by.
func sameNumbers() cmp.Options {
	return cmp.Options{
		cmp.Comparer(func(a, b nin.Number) bool { return a == b }),
		cmp.Comparer(func(a, b nin.Parser) bool { return true }),
	}
}

// A name has one number however often it comes, and one of which nothing is left has none: the name is made of others.
func TestNamesAreNumbered(t *testing.T) {
	m := newMapper(Options{Name: "fjordvik", Parser: testParser()})
	long := strings.Repeat("x", maxNameLength+1)
	for _, c := range []struct {
		given, surname       string
		givenMet, surnameMet audit.Met
	}{
		{"Ola", "Nordmann", 1, 2}, {"Nordmann", "Ola", 2, 1}, {"\u200b", "Å", 0, 4}, {"\u200b", "Ola", 0, 1}, {long, long, 0, 0}, {long, "Berg", 0, 5},
	} {
		p, err := m.person(entryOf("uid=a", "cn: Ola", "givenName: "+c.given, "sn: "+c.surname))
		if err != nil {
			t.Fatal(err)
		}
		if p.Given != strings.Trim(c.given, "\u200b") || p.Surname != c.surname || p.GivenMet != c.givenMet || p.SurnameMet != c.surnameMet {
			t.Errorf("%q %q are %q %q, numbers %d and %d", c.given, c.surname, p.Given, p.Surname, p.GivenMet, p.SurnameMet)
		}
	}
	for i := range maxNames {
		m.name(fmt.Appendf(nil, "name %d", i))
	}
	if len(m.met) != maxNames {
		t.Errorf("%d names are kept", len(m.met))
	}
}

// One person must leave nothing in the next.
func TestPersonIsReused(t *testing.T) {
	m := newMapper(Options{Name: "fjordvik", Parser: testParser(), Accounts: Accounts{Test: []Pattern{{"uid", "t*"}}}})
	_, _ = m.person(entryOf("uid=t", "uid: t", "mail: m", "norEduPersonNIN: "+testNumber, "norEduPersonLIN: l", "entryUUID: u",
		"eduPersonAffiliation: staff", "eduPersonOrgUnitDN: ou=A", "eduPersonPrincipalNamePrior: p", "sn: s", "givenName: g",
		"displayName: d", "norEduPersonBirthDate: 20150503", "createTimestamp: 20260801120000Z", "whenChanged: 20260801120000Z"))
	got, err := m.person(entryOf("uid=Next"))
	want := &audit.Person{
		Ref: audit.Ref{Catalog: "fjordvik", ID: "uid=next", DN: "uid=Next"}, LINs: []string{}, Units: []*audit.Unit{},
		Prior: []string{}, Texts: []audit.Field{{Name: "dn", Value: "uid=Next"}},
	}
	if diff := cmp.Diff(want, got, sameNumbers()); diff != "" || err != nil {
		t.Error(diff, err)
	}
}

func TestPersonID(t *testing.T) {
	const guidBytes = "\x00\x11\x22\x33\x44\x55\x66\x77\x88\x99\xaa\xbb\xcc\xdd\xee\xff"
	tests := []struct {
		name  string
		lines []string
		want  string
	}{
		{"entryUUID first", []string{"nsUniqueId: n", "objectGUID: " + guidBytes, "entryUUID: E"}, "e"},
		{"AD's bytes", []string{"nsUniqueId: n", "objectGUID: " + guidBytes}, "33221100-5544-7766-8899-aabbccddeeff"},
		{"AD's bytes, option", []string{"objectGUID;binary: " + guidBytes}, "33221100-5544-7766-8899-aabbccddeeff"},
		{"no GUID", []string{"objectGUID: x", "nsuniqueid: 66446001-1DD211B2"}, "66446001-1dd211b2"},
		{"principal", []string{"eduPersonPrincipalName: Ola@Fjordvik.no"}, "ola@fjordvik.no"},
		{"DN", []string{"entryUUID: ", "uid: x"}, "uid=a,dc=no"},
	}
	for _, tt := range tests {
		if got := personOf(t, tt.lines...).ID; got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	_, err := newMapper(Options{Name: "fjordvik"}).person(&entry{line: 9})
	var bad *audit.EntryError
	if !errors.As(err, &bad) || bad.Line != 9 || bad.Catalog != "fjordvik" {
		t.Errorf("an entry that nothing identifies: %v", err)
	}
}

func TestPersonChoosesValues(t *testing.T) {
	p := personOf(t, "MAIL;lang-no: tagged", "mail: plain", "mail: second", "GivenName;lang-en: George", "sn: ", "sn: Berg",
		"commonName: not read", "CN: Jørgen Berg", "norEduPersonBirthDate: 30599")
	for _, c := range [][2]string{
		{p.Mail, "plain"}, {p.Given, "George"}, {p.Surname, "Berg"}, {p.Display, "Jørgen Berg"}, {p.Birth.String(), "--99-05-03"},
	} {
		if c[0] != c[1] {
			t.Errorf("got %q, want %q", c[0], c[1])
		}
	}
	if got := personOf(t, "whenCreated: 20260801120000.0Z").Created; got != time.Date(2026, 8, 1, 12, 0, 0, 0, time.UTC) {
		t.Errorf("created %v", got)
	}
	if got := personOf(t, "givenName: Ola", "norEduPersonLegalName: Ole N"); got.Name() != "Ola" {
		t.Errorf("named %q", got.Name())
	}
}

// A second number must not be hidden by the first.
func TestPersonSeveralNumbers(t *testing.T) {
	p := personOf(t, "norEduPersonNIN: "+testNumber, "norEduPersonNIN: "+otherTestNumber, "norEduPersonNIN: "+testNumber)
	if p.NIN != testParser().Parse(testNumber) {
		t.Error("the first number does not count")
	}
	want := []audit.Field{{Name: "norEduPersonNIN", Value: otherTestNumber, Number: true}, {Name: "dn", Value: "uid=a,dc=no"}}
	if !slices.Equal(p.Texts, want) {
		t.Errorf("the second number is not told among %d texts", len(p.Texts))
	}
}

func TestPersonForeignBytes(t *testing.T) {
	p := personOf(t, "cn: A\x00\x1b[1mB\xff\u202eC\u0085\u2067\u2028", "sn: "+strings.Repeat("æ", maxText), "uid: \u200cخانه\u200c")
	if p.Display != "A[1mB\uFFFDC" {
		t.Errorf("name %q", p.Display)
	}
	if p.Surname != strings.Repeat("æ", maxText/2) {
		t.Errorf("a surname of %d bytes", len(p.Surname))
	}
	if got := p.Texts[0].Value; got != "\u200cخانه\u200c" {
		t.Errorf("joiners are part of names, not %q", got)
	}
	for value, want := range map[string]string{
		"UKJENT\n": "UKJENT\uFFFD", "x\xff": "x\uFFFD", strings.Repeat("å", 200): strings.Repeat("å", 128),
	} {
		if got := personOf(t, "norEduPersonNIN: "+value).NIN.Reveal(); got != want {
			t.Errorf("%q is kept as %q", value, got)
		}
	}
	many := slices.Repeat([]string{"mail: a"}, maxValues+5)
	if got := len(personOf(t, many...).Texts); got != maxValues+1 {
		t.Errorf("%d texts", got)
	}
}

func TestPersonFewAllocations(t *testing.T) {
	m := newMapper(Options{Name: "fjordvik", Parser: testParser()})
	r, err := newLDIFReader("fjordvik", strings.NewReader(personLDIF))
	if err != nil {
		t.Fatal(err)
	}
	e, err := r.next()
	if err != nil {
		t.Fatal(err)
	}
	// ID, DN, uid, principal, mail, cn, LIN: what the person is told apart by.
	if got := testing.AllocsPerRun(100, func() { _, _ = m.person(e) }); got > 8 {
		t.Errorf("%v allocations a person, want at most 8", got)
	}
}

func TestAttributesAskedFor(t *testing.T) {
	o := Options{Accounts: Accounts{Test: []Pattern{{"UID", "test*"}, {"dn", "*x"}}, Inactive: []Pattern{{"userAccountControl", "514"}}}}
	got := o.personAttributes()
	want := []string{
		"cn", "createTimestamp", "description", "displayName", "eduPersonAffiliation", "eduPersonOrgUnitDN",
		"eduPersonPrimaryOrgUnitDN", "eduPersonPrincipalName", "eduPersonPrincipalNamePrior", "entryUUID", "givenName", "mail",
		"modifyTimestamp", "msDS-UserAccountDisabled", "norEduPersonBirthDate", "norEduPersonLegalName", "norEduPersonLIN",
		"norEduPersonNIN", "nsAccountLock", "nsUniqueId",
		"objectGUID", "sn", "UID", "userAccountControl", "whenChanged", "whenCreated",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"cn", "displayName", "norEduOrgUnitUniqueIdentifier", "ou"}, o.unitAttributes()); diff != "" {
		t.Error(diff)
	}
	for f, name := range attributeNames() {
		if name == "" || neverRead(name) != "" {
			t.Errorf("attribute %d is named %q", f, name)
		}
	}
}
