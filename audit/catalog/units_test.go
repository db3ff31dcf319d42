package catalog

import (
	"testing"

	"ninaudit/audit"
)

func TestUnitsAreOneByAnySpelling(t *testing.T) {
	m := newMapper(Options{Name: "fjordvik"})
	spellings := []string{
		"ou=Skole Ø\\, avd. 1,ou=units,dc=fjordvik,dc=no",
		"OU=skole ø\\2C avd. 1,ou=Units,DC=fjordvik,dc=no",
		"  ou = Skole \\C3\\98\\2c  avd. 1 , ou= units,dc=fjordvik,dc=no ",
	}
	unit := m.units.get([]byte(spellings[0]))
	if unit.Name != "Skole Ø, avd. 1" {
		t.Errorf("called %q by its DN", unit.Name)
	}
	for _, dn := range spellings {
		for range 2 {
			if m.units.get([]byte(dn)) != unit {
				t.Errorf("%s is another unit", dn)
			}
		}
	}
	for _, dn := range []string{
		"ou=Skole Ø, avd. 1,ou=units,dc=fjordvik,dc=no", "ou=Skole Ø\\, avd. 1,dc=fjordvik,dc=no",
		"ou=\\ Skole Ø\\, avd. 1,ou=units,dc=fjordvik,dc=no", "ou=Skole Ø\\, avd. 1\\ ,ou=units,dc=fjordvik,dc=no", "ou=Skole Ø\\,avd. 1,ou=units,dc=fjordvik,dc=no",
		"ou=SkoleØ\\, avd. 1,ou=units,dc=fjordvik,dc=no",
	} {
		if m.units.get([]byte(dn)) == unit {
			t.Errorf("%s is the same unit", dn)
		}
	}
}

func TestUnitName(t *testing.T) {
	for dn, want := range map[string]string{
		"ou=Vik skole,dc=no": "Vik skole", "OU= Vik skole ,dc=no": "Vik skole", "cn=Vik+ou=x,dc=no": "Vik",
		"ou=a\\=b\\+c,dc=no": "a=b+c", "ou=\\C3\\98vre\\": "Øvre\\", "Vik skole": "", "": "", "ou=": "", "ou=a=b": "a=b",
		"ou=\\0d\\ffx": "\uFFFDx",
	} {
		if got := leadingValue([]byte(dn)); got != want {
			t.Errorf("%q is called %q, want %q", dn, got, want)
		}
	}
}

// A unit's entry may stand before or after the persons that point to it.
func TestUnitEntry(t *testing.T) {
	m := newMapper(Options{Name: "fjordvik"})
	m.unit(entryOf("ou=a,dc=no", "ou: A", "cn: CN", "displayName;lang-en: A school", "displayName: A skole",
		"norEduOrgUnitUniqueIdentifier: NO1"))
	p, err := m.person(entryOf("uid=x", "eduPersonOrgUnitDN: ou=a, dc=no", "eduPersonOrgUnitDN: ou=b,dc=no", "eduPersonOrgUnitDN: OU=A,dc=no"))
	if err != nil || len(p.Units) != 2 {
		t.Fatal(len(p.Units), err)
	}
	m.unit(entryOf("OU=B,DC=no", "ou: Bskolen", "cn: CN"))
	m.unit(entryOf("OU=B,DC=no", "norEduOrgUnitUniqueIdentifier: NO2"))
	for i, want := range []audit.Unit{
		{DN: "ou=a,dc=no", Name: "A skole", Number: "NO1", Met: 1}, {DN: "OU=B,DC=no", Name: "Bskolen", Number: "NO2", Met: 2},
	} {
		if *p.Units[i] != want {
			t.Errorf("unit %d is %+v, want %+v", i, *p.Units[i], want)
		}
	}
}
