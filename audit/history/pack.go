package history

import (
	"encoding/binary"
	"time"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// stateSize is how many bytes a person's state has: see the table.
const stateSize = 4 + 1 + 1 + 4 + 4 + 7*8

func packPerson(b []byte, p *Person, catalog int64) []byte {
	faulty := byte(0)
	if p.Was.Faulty {
		faulty = 1
	}
	b = append(binary.BigEndian.AppendUint32(b, uint32(catalog)), byte(p.Was.Kind), faulty)
	b = binary.BigEndian.AppendUint32(b, uint32(p.FirstSeen))
	b = binary.BigEndian.AppendUint32(b, uint32(p.Without))
	for _, t := range [...]audit.Token{p.Entry, p.Digest, p.Was.Number, p.Was.Principal, p.Was.Given, p.Was.Surname,
		p.Was.Birth} {
		b = binary.BigEndian.AppendUint64(b, uint64(t))
	}
	return b
}

// unpackPerson reads a person's state, of which catalogs gives the catalog's name; not ok if no run writes such a one.
func unpackPerson(b []byte, catalogs map[int64]string) (p Person, ok bool) {
	if len(b) != stateSize {
		return p, false
	}
	number := func(at int) int64 { return int64(binary.BigEndian.Uint32(b[at:])) }
	token := func(i int) audit.Token { return audit.Token(binary.BigEndian.Uint64(b[14+8*i:])) }
	catalog, known := catalogs[number(0)]
	kind, faulty := nin.Kind(b[4]), b[5]
	if !known || kind > nin.Synthetic || faulty > 1 || !isDay(number(6)) || !isDay(number(10)) {
		return p, false
	}
	return Person{Catalog: catalog, FirstSeen: nin.Date(number(6)), Without: nin.Date(number(10)), Entry: token(0), Digest: token(1),
		Was: audit.State{Kind: kind, Faulty: faulty == 1, Number: token(2), Principal: token(3), Given: token(4),
			Surname: token(5), Birth: token(6)}}, true
}

// isDay tells that n may be a day, or none.
func isDay(n int64) bool { return 0 <= n && n <= 9999_12_31 }

func packIDs(ids []int64) []byte {
	b := []byte{} // nil would be NULL
	for _, id := range ids {
		b = binary.AppendUvarint(b, uint64(id))
	}
	return b
}

func unpackIDs(b []byte) ([]int64, error) {
	var ids []int64
	for len(b) > 0 {
		id, n := binary.Uvarint(b)
		if n <= 0 {
			return nil, errOddRow
		}
		ids, b = append(ids, int64(id)), b[n:]
	}
	return ids, nil
}

func packTokens(tokens []audit.Token) []byte {
	b := []byte{}
	for _, t := range tokens {
		b = binary.BigEndian.AppendUint64(b, uint64(t))
	}
	return b
}

func notNull(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

func toUnix(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.Unix()
}

func fromUnix(seconds int64) time.Time {
	if seconds == 0 {
		return time.Time{}
	}
	return time.Unix(seconds, 0).UTC()
}
