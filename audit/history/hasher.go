package history

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"strings"
	"unicode"
	"unicode/utf8"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// Hasher makes tokens under one key: HMAC-SHA-256 over a name that says what the token is of, and the value's parts,
// each after its length. So a number and a principal name that are written alike have different tokens. A token is
// never 0 for a value that is there. A Hasher serves one goroutine.
type Hasher struct {
	key []byte
	mac hash.Hash
	buf message
	sum [sha256.Size]byte
}

func newHasher(key []byte) *Hasher {
	return &Hasher{key: key, mac: hmac.New(sha256.New, key), buf: make(message, 0, 512)}
}

// Another makes the same tokens, for another goroutine.
func (h *Hasher) Another() *Hasher { return newHasher(h.key) }

// Entry is the token of one entry of one catalog.
func (h *Hasher) Entry(catalog, id string) audit.Token {
	h.buf = h.buf[:0]
	h.buf.entry(catalog, id)
	return h.token(h.buf)
}

// Principal is the token of a Feide name, whatever its case; 0 for none.
func (h *Hasher) Principal(principal string) audit.Token {
	return h.folded("principal", strings.TrimSpace(principal))
}

// Number is the token of what a value stands for: however it is written, one number has one token. Where the value
// is no number at all, it is the token of the value. 0 for none.
func (h *Hasher) Number(n nin.Number) audit.Token {
	if n.IsZero() {
		return 0
	}
	h.begin("number")
	h.buf.part(digits(n))
	return h.token(h.buf)
}

// State is what is kept of a person. Of the given names it is the first alone, for the others come and go; names are
// compared without regard to case and blanks.
func (h *Hasher) State(p *audit.Person) audit.State {
	s := audit.State{
		Kind:      p.NIN.Kind(),
		Faulty:    faulty(p.NIN),
		Number:    h.Number(p.NIN),
		Principal: h.Principal(p.Principal),
		Given:     h.folded("given", firstWord(p.Given)),
		Surname:   h.folded("surname", p.Surname),
	}
	if p.Birth != 0 {
		h.begin("birth")
		h.buf = binary.BigEndian.AppendUint32(h.buf, uint32(p.Birth))
		s.Birth = h.token(h.buf)
	}
	return s
}

// Digest is one token over all that State is made of: two persons with one digest have one state. It costs a sixth.
func (h *Hasher) Digest(p *audit.Person) audit.Token {
	return h.digest(digestedOf(p))
}

// digested is what tokens of a person are made of: a copy, for whoever makes them later.
type digested struct {
	catalog, id, principal, given, surname string
	number                                 nin.Number
	birth                                  nin.Date
}

func digestedOf(p *audit.Person) digested {
	return digested{p.Catalog, p.ID, p.Principal, p.Given, p.Surname, p.NIN, p.Birth}
}

func (h *Hasher) digest(d digested) audit.Token {
	h.buf = h.buf[:0]
	h.buf.digest(&d)
	return h.token(h.buf)
}

// faulty tells that a value is not a number of its kind.
func faulty(n nin.Number) bool { return !n.IsZero() && !n.WellFormed() }

// digits reveals a number to the key: this is what tokens are for.
func digits(n nin.Number) string {
	if plain := n.RevealPlain(); plain != "" {
		return plain
	}
	return n.Reveal()
}

// folded is the token of a text in lower case with single blanks; 0 for none.
func (h *Hasher) folded(name, s string) audit.Token {
	h.begin(name)
	from := len(h.buf) + 4
	if h.buf.folded(s); len(h.buf) == from {
		return 0
	}
	return h.token(h.buf)
}

func (h *Hasher) begin(name string) {
	h.buf = h.buf[:0]
	h.buf.part(name)
}

// message is what a token is made of. Its methods append.
type message []byte

func (m *message) entry(catalog, id string) {
	m.part("entry")
	m.part(catalog)
	m.part(id)
}

func (m *message) digest(d *digested) {
	m.part("digest")
	*m = append(*m, byte(d.number.Kind()), 0)
	if faulty(d.number) {
		(*m)[len(*m)-1] = 1
	}
	m.part(digits(d.number))
	m.folded(strings.TrimSpace(d.principal))
	m.folded(firstWord(d.given))
	m.folded(d.surname)
	*m = binary.BigEndian.AppendUint32(*m, uint32(d.birth))
}

func (m *message) part(s string) {
	*m = binary.BigEndian.AppendUint32(*m, uint32(len(s)))
	*m = append(*m, s...)
}

func (m *message) folded(s string) {
	at := len(*m)
	*m = appendFolded(append(*m, 0, 0, 0, 0), s)
	binary.BigEndian.PutUint32((*m)[at:], uint32(len(*m)-at-4))
}

func (h *Hasher) token(m message) audit.Token {
	h.mac.Reset()
	h.mac.Write(m)
	t := audit.Token(binary.BigEndian.Uint64(h.mac.Sum(h.sum[:0])))
	return max(t, 1)
}

func firstWord(s string) string {
	s = strings.TrimSpace(s)
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		return s[:i]
	}
	return s
}

// appendFolded appends s in lower case, without blanks around it and with single ones within.
func appendFolded(b []byte, s string) []byte {
	from, blank := len(b), false
	i := 0
	for i < len(s) && '!' <= s[i] && s[i] <= '~' && (s[i] < 'A' || 'Z' < s[i]) { // as it is; most are so to their end
		i++
	}
	b = append(b, s[:i]...)
	for i < len(s) {
		c, size := rune(s[i]), 1
		switch {
		case 'a' <= c && c <= 'z':
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		default:
			if c, size = utf8.DecodeRuneInString(s[i:]); unicode.IsSpace(c) {
				blank = true
				i += size
				continue
			}
			c = unicode.ToLower(c)
		}
		if blank && len(b) > from {
			b = append(b, ' ')
		}
		blank = false
		if i += size; c < utf8.RuneSelf {
			b = append(b, byte(c))
		} else {
			b = utf8.AppendRune(b, c)
		}
	}
	return b
}
