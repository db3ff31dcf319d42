package catalog

import (
	"bytes"
	"fmt"
)

const slapdPersons = 100

// slapdLDIF is a school of so many persons: every third without a number, the others with a
// synthetic one (month + 80), with names and DNs that need escaping and base64.
func slapdLDIF(persons int) []byte {
	var b bytes.Buffer
	b.WriteString(`version: 1

dn: dc=fjordvik,dc=no
objectClass: domain
dc: fjordvik
entryUUID: 00000000-0000-4000-8000-000000000001

dn: ou=units,dc=fjordvik,dc=no
objectClass: organizationalUnit
ou: units
entryUUID: 00000000-0000-4000-8000-000000000002

dn: ou=Fjordvik skole\2C avd. nord,ou=units,dc=fjordvik,dc=no
objectClass: organizationalUnit
objectClass: norEduOrgUnit
ou: Fjordvik skole, avd. nord
norEduOrgUnitUniqueIdentifier: NO000000000
entryUUID: 00000000-0000-4000-8000-000000000003

dn: ou=people,dc=fjordvik,dc=no
objectClass: organizationalUnit
ou: people
entryUUID: 00000000-0000-4000-8000-000000000004
`)
	for n := range persons {
		fmt.Fprintf(&b, `
dn: uid=u%[1]d,ou=people,dc=fjordvik,dc=no
objectClass: inetOrgPerson
objectClass: eduPerson
objectClass: norEduPerson
uid: u%[1]d
cn: Kari Nordmann %[1]d
cn;lang-en: Carrie Northman %[1]d
sn:: w5hzdGVyw6VzIMWBxJnFhGV5
givenName: Kari
displayName: Kari Østerås %[1]d
mail: u%[1]d@fjordvik.example
description: klasse 7, rom 12
eduPersonPrincipalName: u%[1]d@fjordvik.no
eduPersonAffiliation: student
eduPersonAffiliation: member
eduPersonPrimaryOrgUnitDN: OU=Fjordvik skole\, avd. nord,ou=units,dc=fjordvik,dc=no
eduPersonOrgUnitDN: ou=Fjordvik skole\2C avd. nord,ou=units,dc=fjordvik,dc=no
norEduPersonBirthDate: 2012%02[2]d15
norEduPersonLIN: fjordvik.no:fin:x%[1]d
createTimestamp: 20260801120000Z
modifyTimestamp: 20261101120000Z
entryUUID: 00000000-0000-4000-8000-0000001%05[1]d
`, n, n%12+1)
		if n%3 != 0 {
			fmt.Fprintf(&b, "norEduPersonNIN: %s\n", synthetic(n))
		}
	}
	return b.Bytes()
}

// synthetic is the nth number that Skatteetaten's scheme for test persons (month + 80) has on days
// of 2012.
func synthetic(n int) string {
	for serial := 999 - n; ; serial -= 37 {
		head := fmt.Sprintf("15%02d12%03d", n%12+81, serial)
		k1 := 11 - weigh(head, 3, 7, 6, 1, 8, 9, 4, 5, 2)%11
		if k1 == 11 {
			k1 = 0
		}
		if k1 == 10 {
			continue
		}
		head += fmt.Sprint(k1)
		k2 := 11 - weigh(head, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)%11
		if k2 == 11 {
			k2 = 0
		}
		if k2 != 10 {
			return head + fmt.Sprint(k2)
		}
	}
}

func weigh(digits string, weights ...int) (sum int) {
	for i, w := range weights {
		sum += int(digits[i]-'0') * w
	}
	return sum
}
