package scan

import (
	"encoding/binary"
	"encoding/hex"
	"time"
)

func (pop *rows) reader(row uint32) *rowReader {
	b := pop.blocks[row/perBlock]
	return &rowReader{b.bytes[b.begins[row%perBlock]:]}
}

// rowReader reads the fields of a row in the order in which add wrote them.
type rowReader struct{ b []byte }

func (r *rowReader) uvarint() uint64 {
	v, n := binary.Uvarint(r.b)
	r.b = r.b[n:]
	return v
}

func (r *rowReader) byte() byte {
	v := r.b[0]
	r.b = r.b[1:]
	return v
}

func (r *rowReader) string() string {
	n := r.uvarint()
	s := string(r.b[:n])
	r.b = r.b[n:]
	return s
}

// text reads what appendText wrote, of a text that begins with before and first if that is known.
func (r *rowReader) text(tails []string, known bool, before, first string) string {
	how := r.uvarint()
	if how == ownTail {
		return r.string()
	}
	tail := ""
	if how != noTail {
		tail = tails[how-firstTail]
	}
	if known {
		return before + first + tail
	}
	n := r.uvarint()
	s := string(r.b[:n]) + tail
	r.b = r.b[n:]
	return s
}

func (r *rowReader) time() time.Time {
	if v := r.uvarint(); v != 0 {
		return time.Unix(int64(v), 0).UTC()
	}
	return time.Time{}
}

// uuid marks an ID that is kept as sixteen bytes: a length that no string has.
const uuid = 1 << 40

func (r *rowReader) id() string {
	at := r.b
	if r.uvarint() != uuid {
		r.b = at
		return r.string()
	}
	var text [36]byte
	to := text[:0]
	for i, size := range [...]int{4, 2, 2, 2, 6} {
		if i > 0 {
			to = append(to, '-')
		}
		to = hex.AppendEncode(to, r.b[:size])
		r.b = r.b[size:]
	}
	return string(to)
}
