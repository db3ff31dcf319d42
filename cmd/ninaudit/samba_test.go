package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit/catalog/planted"
	"ninaudit/audit/catalog/sambatest"
)

// sambaConfig is corpusConfig with the same catalog on Samba as Active Directory: the number stands in employeeNumber,
// and who has left is a disabled account.
func sambaConfig(s *sambatest.Server, base string) string {
	return strings.NewReplacer("    ldif: {path: fjordvik.ldif}\n", fmt.Sprintf(`    ldap:
      url: %q
      base: %q
      filter: "(&(objectCategory=person)(objectClass=user)(eduPersonPrincipalName=*))"
      bind_dn: %q
      password_file: fjordvik.password
      plaintext: true
    units: {base: "OU=units,DC=fjordvik,DC=no", filter: "(objectClass=organizationalUnit)"}
    attributes: {norEduPersonNIN: employeeNumber, cn: extensionAttribute1}
    disabled: inactive
`, s.URL, base, s.BindDN), `, inactive: {description: "sluttet*"}`, "").Replace(corpusConfig)
}

// TestTheSameCatalogThroughSambaAndAsLDIF: the same findings as from LDIF, though IDs and DNs are AD's. There are more
// persons than AD sends at a time.
func TestTheSameCatalogThroughSambaAndAsLDIF(t *testing.T) {
	a := scanCorpus(t, planted.Generate(planted.Options{Seed: 5, Persons: 1_500, AsOf: 20261123, Dated: true}), corpusConfig)
	if a.code != int(exitDone) {
		t.Fatalf("from LDIF: exit code %d\n%s", a.code, a.stderr.String())
	}
	fromLDIF := a.withoutIDs(t)
	server := sambatest.Start(t, a.ldif)
	a.write(t, "fjordvik.password", []byte(server.Password))
	for _, base := range []string{"OU=people,DC=fjordvik,DC=no", "DC=fjordvik,DC=no"} {
		a.scan(t, sambaConfig(server, base))
		if a.code != int(exitDone) {
			t.Fatalf("%s: exit code %d\n%s", base, a.code, a.stderr.String())
		}
		if diff := cmp.Diff(fromLDIF, a.withoutIDs(t)); diff != "" {
			t.Errorf("%s (-LDIF +Samba):\n%s", base, diff)
		}
	}
	if !strings.Contains(a.stderr.String(), "referrals to other servers not followed") {
		t.Errorf("the domain's root refers to other parts of the forest, and the log does not say so:\n%s", a.stderr.String())
	}
}

// withoutIDs are the lines of findings.jsonl without what tells an entry or a finding from another: IDs, DNs, and
// which of two persons comes first.
func (a *audited) withoutIDs(t *testing.T) []string {
	t.Helper()
	var out []string
	for line := range strings.Lines(string(a.jsonl(t))) {
		var f map[string]any
		if err := json.Unmarshal([]byte(line), &f); err != nil {
			t.Fatal(err)
		}
		delete(f, "id")
		persons, _ := f["persons"].([]any)
		for _, p := range persons {
			delete(p.(map[string]any), "id")
			delete(p.(map[string]any), "dn")
		}
		evidence, _ := f["evidence"].([]any)
		for _, e := range evidence {
			if e := e.(map[string]any); e["a"] != nil && e["b"] != nil && e["a"].(string) > e["b"].(string) {
				e["a"], e["b"] = e["b"], e["a"]
			}
		}
		slices.SortFunc(persons, func(a, b any) int { return strings.Compare(asJSON(t, a), asJSON(t, b)) })
		out = append(out, asJSON(t, f))
	}
	slices.Sort(out)
	return out
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
