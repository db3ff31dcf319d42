package catalog

import (
	"slices"
	"strings"
	"testing"

	"ninaudit/audit"
)

func TestAttributesCheck(t *testing.T) {
	for _, tt := range []struct {
		name       string
		attributes Attributes
		says       string
	}{
		{"AD", Attributes{"norEduPersonNIN": "employeeNumber"}, ""},
		{"in another case", Attributes{"NOREDUPERSONNIN": "extensionAttribute1"}, ""},
		{"its own name", Attributes{"norEduPersonNIN": "norEduPersonNIN"}, ""},
		{"swapped", Attributes{"norEduPersonNIN": "uid", "uid": "sAMAccountName"}, ""},
		{"unknown", Attributes{"norEduPersonNINN": "employeeNumber"}, "no attribute of that name"},
		{"class", Attributes{"objectClass": "kind"}, "no attribute of that name"},
		{"empty", Attributes{"norEduPersonNIN": ""}, "is missing"},
		{"an option", Attributes{"norEduPersonNIN": "cn;lang-no"}, "no attribute's name"},
		{"the DN", Attributes{"norEduPersonNIN": "dn"}, "no attribute's name"},
		{"too long", Attributes{"norEduPersonNIN": strings.Repeat("n", longestName+1)}, "no attribute's name"},
		{"passwords", Attributes{"norEduPersonNIN": "UserPassword"}, "holds passwords"},
		{"AD's passwords", Attributes{"norEduPersonNIN": "unicodePwd"}, "holds passwords"},
		{"phone numbers", Attributes{"norEduPersonNIN": "norEduPersonAuthnMethod"}, "holds phone numbers"},
		{"two things", Attributes{"norEduPersonNIN": "uid"}, "what uid is read from"},
		{"one for both", Attributes{"norEduPersonNIN": "employeeNumber", "uid": "EmployeeNumber"}, "is read from"},
		{"twice", Attributes{"norEduPersonNIN": "a", "noreduPersonNIN": "b"}, "twice"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			said := ""
			for key := range tt.attributes {
				if err := tt.attributes.Check(key); err != nil {
					said = err.Error()
				}
			}
			if said == "" != (tt.says == "") || !strings.Contains(said, tt.says) {
				t.Errorf("says %q, want %q", said, tt.says)
			}
		})
	}
}

// What is kept under another name is read from there, asked for there, told by that name, and from nowhere else.
func TestAttributesAreReadWhereTheyAre(t *testing.T) {
	o := Options{Name: "fjordvik", Parser: testParser(), Attributes: Attributes{
		"noreduPersonNIN": "employeeNumber", "cn": "extensionAttribute1", "norEduOrgUnitUniqueIdentifier": "orgNumber",
	}}
	p, err := newMapper(o).person(entryOf("uid=a,dc=no",
		"EMPLOYEENUMBER: 41819077302", "norEduPersonNIN: nobody's", "extensionAttribute1: Kari", "cn: u1"))
	if err != nil {
		t.Fatal(err)
	}
	if p.NIN.IsZero() || p.NIN != o.Parser.Parse("41819077302") {
		t.Error("the number is not that of employeeNumber")
	}
	if p.Display != "Kari" || !slices.Contains(p.Texts, audit.Field{Name: "extensionAttribute1", Value: "Kari", Free: true}) {
		t.Errorf("called %q, texts %v", p.Display, p.Texts)
	}
	asked := append(o.personAttributes(), o.unitAttributes()...)
	for name, want := range map[string]bool{
		"employeeNumber": true, "norEduPersonNIN": false, "cn": false, "orgNumber": true, "norEduOrgUnitUniqueIdentifier": false,
	} {
		if slices.Contains(asked, name) != want {
			t.Errorf("%s is asked for: %v", name, !want)
		}
	}
	probe := Probe{Encrypted: true, Entries: 1, names: o.Attributes.names()}
	if all := strings.Join(probe.Warnings(), "\n"); !strings.Contains(all, "no employeeNumber is readable") {
		t.Errorf("warnings: %s", all)
	}
}

func TestDisabledAccounts(t *testing.T) {
	accounts := Accounts{Test: []Pattern{{"uid", "test*"}}, Inactive: []Pattern{{"description", "sluttet*"}}}
	for _, tt := range []struct {
		line                    string
		inactive, include, skip audit.Account
	}{
		{"userAccountControl: 512", audit.Active, audit.Active, audit.Active},
		{"userAccountControl: 514", audit.Inactive, audit.Active, audit.Disabled},
		{"userAccountControl: 66050", audit.Inactive, audit.Active, audit.Disabled},
		{"userAccountControl: -2147483134", audit.Inactive, audit.Active, audit.Disabled}, // a bit that makes it negative
		{"userAccountControl: x", audit.Active, audit.Active, audit.Active},
		{"msDS-UserAccountDisabled: TRUE", audit.Inactive, audit.Active, audit.Disabled},
		{"msDS-UserAccountDisabled: FALSE", audit.Active, audit.Active, audit.Active},
		{"nsAccountLock: true", audit.Inactive, audit.Active, audit.Disabled},
		{"uid: test1\nuserAccountControl: 514", audit.Test, audit.Test, audit.Test},
		{"description: sluttet\nuserAccountControl: 512", audit.Inactive, audit.Inactive, audit.Inactive},
	} {
		for setting, want := range map[Disabled]audit.Account{
			DisabledInactive: tt.inactive, DisabledInclude: tt.include, DisabledSkip: tt.skip,
		} {
			m := newMapper(Options{Name: "fjordvik", Parser: testParser(), Accounts: accounts, Disabled: setting})
			p, err := m.person(entryOf("uid=a,dc=no", strings.Split(tt.line, "\n")...))
			if err != nil || p.Account != want {
				t.Errorf("%s, %s: account %d, want %d; %v", tt.line, DisabledWords()[setting], p.Account, want, err)
			}
		}
	}
}

// AD sends many values in ranges. The first of them is the attribute's own first, and no second language's.
func TestRangedValues(t *testing.T) {
	m := newMapper(Options{Name: "fjordvik", Parser: testParser()})
	lines := []string{"cn;lang-en: Carrie", "cn;Range=0-1499: Kari"}
	for range 1499 {
		lines = append(lines, "cn;Range=0-1499: another")
	}
	p, err := m.person(entryOf("uid=a,dc=no", lines...))
	if err != nil || p.Display != "Kari" {
		t.Errorf("called %q, %v", p.Display, err)
	}
	if len(m.values[commonName]) != maxValues {
		t.Errorf("%d values", len(m.values[commonName]))
	}
}
