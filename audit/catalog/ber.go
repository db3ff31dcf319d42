package catalog

import "fmt"

// BER as LDAP restricts it (RFC 4511 §5.1): definite lengths, and octet strings in one piece. Lengths may take up to
// four bytes and need not be the shortest, for AD always writes four.

// The tags that an LDAP message with an entry is made of (RFC 4511 §4.1.1 and §4.5.2).
const (
	tagInteger  = 0x02
	tagOctets   = 0x04
	tagSequence = 0x30
	tagSet      = 0x31
	tagSearch   = 0x63 // a search request
	tagEntry    = 0x64 // one entry of the answer
	tagDone     = 0x65 // the end of the answer
	tagControls = 0xa0
)

// berError is a place where bytes are no BER, or not what LDAP has there.
type berError struct{ at int }

func (e berError) Error() string { return fmt.Sprintf("byte %d", e.at) }

// berHeader reads a tag and a length at the beginning of b. ok is false where more bytes are needed to tell; size is
// negative where there is no length that LDAP allows.
func berHeader(b []byte) (tag byte, head, size int, ok bool) {
	if len(b) < 2 {
		return 0, 0, 0, false
	}
	tag = b[0]
	if b[1] < 0x80 {
		return tag, 2, int(b[1]), true
	}
	n := int(b[1] & 0x7f)
	if n == 0 || n > 4 {
		return tag, 0, -1, true
	}
	if len(b) < 2+n {
		return tag, 0, 0, false
	}
	long := uint32(0)
	for _, c := range b[2 : 2+n] {
		long = long<<8 | uint32(c)
	}
	if long > 1<<31-1 {
		return tag, 0, -1, true
	}
	return tag, 2 + n, int(long), true
}

// berReader reads what stands one after the other in b.
type berReader struct {
	b    []byte
	from int // where b begins in the message
}

// element reads the content of the next element, which must have a tag.
func (r *berReader) element(want byte) (content berReader, err error) {
	tag, head, size, ok := berHeader(r.b)
	if !ok || tag != want || size < 0 || size > len(r.b)-head {
		return content, berError{r.from}
	}
	content = berReader{r.b[head : head+size : head+size], r.from + head}
	r.b, r.from = r.b[head+size:], r.from+head+size
	return content, nil
}

// more tells whether something follows.
func (r *berReader) more() bool { return len(r.b) > 0 }

// end is an error unless everything has been read.
func (r *berReader) end() error {
	if r.more() {
		return berError{r.from}
	}
	return nil
}

// readEntry reads a SearchResultEntry, with the controls that may follow it, into e: its DN and values are views into
// the message. An error is a berError.
func readEntry(message []byte, e *entry) error {
	e.dn, e.attrs = nil, e.attrs[:0]
	r := berReader{b: message}
	body, err := r.element(tagEntry)
	if err != nil {
		return err
	}
	if r.more() {
		if _, err := r.element(tagControls); err != nil {
			return err
		}
	}
	dn, err := body.element(tagOctets)
	if err != nil {
		return err
	}
	e.dn = dn.b
	attributes, err := body.element(tagSequence)
	if err != nil {
		return err
	}
	for attributes.more() {
		if err := attributes.readAttribute(e); err != nil {
			return err
		}
	}
	if err := body.end(); err != nil {
		return err
	}
	return r.end()
}

// readDN reads of a SearchResultEntry its DN, and nothing that follows.
func readDN(message []byte) ([]byte, error) {
	r := berReader{b: message}
	body, err := r.element(tagEntry)
	if err != nil {
		return nil, err
	}
	dn, err := body.element(tagOctets)
	return dn.b, err
}

// readAttribute reads one attribute's values, each of them.
func (r *berReader) readAttribute(e *entry) error {
	one, err := r.element(tagSequence)
	if err != nil {
		return err
	}
	name, err := one.element(tagOctets)
	if err != nil {
		return err
	}
	values, err := one.element(tagSet)
	if err != nil {
		return err
	}
	for values.more() {
		value, err := values.element(tagOctets)
		if err != nil {
			return err
		}
		e.attrs = append(e.attrs, attribute{name.b, value.b})
	}
	return one.end()
}
