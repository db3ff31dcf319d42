package scan

import (
	"fmt"
	"testing"
	"time"

	"ninaudit/audit"
)

// BenchmarkRows reads 200 000 rows: whole, and the number alone.
func BenchmarkRows(b *testing.B) {
	pop := newRows(0, "fjordvik")
	unit := &audit.Unit{DN: "ou=a"}
	for i := range 200_000 {
		p := &audit.Person{NIN: parser.Parse(good), Read: parser, Given: "Ola", Surname: "Nordmann", Display: "Ola Nordmann",
			Mail: "ola@fjordvik.example", Units: []*audit.Unit{unit}, Created: time.Unix(1_700_000_000, 0)}
		p.ID, p.Principal = fmt.Sprintf("00000000-0000-4000-8000-%012d", i), p.Mail
		p.DN = fmt.Sprintf("uid=ola%d,ou=people,dc=fjordvik,dc=no", i)
		pop.add(p)
	}
	b.Run("whole", func(b *testing.B) {
		for b.Loop() {
			for row := range uint32(pop.len()) {
				pop.person(row)
			}
		}
	})
	b.Run("number", func(b *testing.B) {
		for b.Loop() {
			for row := range uint32(pop.len()) {
				pop.skimmed(row)
			}
		}
	})
}
