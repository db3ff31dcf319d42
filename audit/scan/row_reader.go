package scan

import (
	"encoding/binary"
	"encoding/hex"
	"time"
)

func (pop *rows) reader(row uint32) *rowReader {
	at := pop.offsets[row]
	return &rowReader{pop.chunks[at>>32][uint32(at):]}
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

func (r *rowReader) skip() {
	n := r.uvarint()
	r.b = r.b[n:]
}

func (r *rowReader) skipID() {
	n := r.uvarint()
	if n == uuid {
		n = 16
	}
	r.b = r.b[n:]
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
	raw := r.b[:16]
	r.b = r.b[16:]
	s := hex.EncodeToString(raw)
	return s[:8] + "-" + s[8:12] + "-" + s[12:16] + "-" + s[16:20] + "-" + s[20:]
}
