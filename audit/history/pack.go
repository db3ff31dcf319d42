package history

import (
	"encoding/binary"
	"time"

	"ninaudit/audit"
)

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
