package catalog

import (
	"bytes"
	"encoding/hex"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"ninaudit/audit/nin"
)

const (
	// maxText is how many bytes of a text are kept.
	maxText = 4096
	// maxNumber is how many bytes of a norEduPersonNIN are kept.
	maxNumber = 256
)

// clean makes a text of foreign bytes: cut to maxText, U+FFFD for what is no UTF-8, without characters that a
// reader cannot see and that could disturb what stands around them or part a number, and with digits of any
// script as 0 to 9, so that a number is known for one.
func clean(v []byte) string {
	v = cut(v, maxText)
	if isPlain(v) {
		return string(v)
	}
	joinsDigits := bytes.ContainsAny(v, "0123456789")
	return strings.Map(func(r rune) rune {
		switch {
		case r == zeroWidthNonJoiner || r == zeroWidthJoiner:
			if joinsDigits {
				return -1
			}
		case disturbs(r):
			return -1
		}
		return r
	}, nin.PlainDigits(strings.ToValidUTF8(string(v), "\uFFFD")))
}

// The joiners are letters of Persian and Indic names; between digits they only hide a number.
const (
	zeroWidthNonJoiner = '\u200c'
	zeroWidthJoiner    = '\u200d'
)

// cleanNumber makes a text of a norEduPersonNIN. What could disturb becomes U+FFFD and is not left
// out: a number with a line break in it is a fault, and must not be mended by being read.
func cleanNumber(v []byte) string {
	v = cut(v, maxNumber)
	if isPlain(v) {
		return string(v)
	}
	return strings.Map(func(r rune) rune {
		if disturbs(r) {
			return utf8.RuneError
		}
		return r
	}, strings.ToValidUTF8(string(v), "\uFFFD"))
}

// cut shortens v to at most n bytes, not in the middle of a character, and not in the middle of digits, which
// would no longer be known for a number.
func cut(v []byte, n int) []byte {
	if len(v) <= n {
		return v
	}
	end := n
	for i := n; i > n-utf8.UTFMax; i-- {
		if utf8.RuneStart(v[i]) {
			end = i
			break
		}
	}
	inNumber := func(c byte) bool { return isDigit(c) || c == ' ' || c == '-' || c == '.' || c == '/' }
	for inNumber(v[end]) && end > 0 && inNumber(v[end-1]) {
		end--
	}
	return v[:end]
}

// isPlain tells whether v is printable ASCII, as nearly all text is.
func isPlain(v []byte) bool {
	for _, c := range v {
		if c < 0x20 || c >= 0x7f {
			return false
		}
	}
	return true
}

// disturbs tells control characters, line separators, and what has no width: marks that turn the direction of
// what follows, joiners, soft hyphens, a byte order mark in the middle.
func disturbs(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029'
}

// generalizedTime reads an LDAP timestamp (RFC 4517 §3.3.13) to the second, in UTC; zero where it
// is none. 20260801120000Z, AD's 20260801120000.0Z, 202608011200Z and 20260801140000+0200 are all
// the same.
func generalizedTime(v []byte) time.Time {
	const most = len("20060102150405")
	digits := 0
	for digits < len(v) && digits < most && isDigit(v[digits]) {
		digits++
	}
	if digits < len("2006010215") || digits%2 != 0 {
		return time.Time{}
	}
	t, ok := moment(v[:digits])
	if !ok {
		return time.Time{}
	}
	rest := v[digits:]
	if len(rest) > 0 && (rest[0] == '.' || rest[0] == ',') {
		rest = rest[1:]
		for len(rest) > 0 && isDigit(rest[0]) {
			rest = rest[1:]
		}
	}
	shift, ok := zone(rest)
	if !ok {
		return time.Time{}
	}
	return t.Add(-shift)
}

// moment reads YYYYMMDDhh, and minutes and seconds if they are there; false where there is no such day or hour. It is done
// for each entry twice, and time.Parse takes six times as long.
func moment(digits []byte) (time.Time, bool) {
	two := func(at int) int {
		if at >= len(digits) {
			return 0
		}
		return int(digits[at]-'0')*10 + int(digits[at+1]-'0')
	}
	year, month, day, hour, minute, second := two(0)*100+two(2), two(4), two(6), two(8), two(10), two(12)
	if month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59 {
		return time.Time{}, false
	}
	t := time.Date(year, time.Month(month), day, hour, minute, second, 0, time.UTC)
	return t, t.Day() == day
}

// zone reads Z, +hh, -hh, +hhmm or -hhmm.
func zone(v []byte) (time.Duration, bool) {
	if string(v) == "Z" {
		return 0, true
	}
	if len(v) != 3 && len(v) != 5 || v[0] != '+' && v[0] != '-' {
		return 0, false
	}
	var n [4]int
	for i, c := range v[1:] {
		if !isDigit(c) {
			return 0, false
		}
		n[i] = int(c - '0')
	}
	shift := time.Duration(n[0]*10+n[1])*time.Hour + time.Duration(n[2]*10+n[3])*time.Minute
	if v[0] == '-' {
		shift = -shift
	}
	return shift, true
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// guid writes AD's objectGUID as the UUID that AD's own tools show: of the 16 bytes, the first
// three groups have their lowest byte first (MS-DTYP §2.3.4.2). Empty where v is none.
func guid(v []byte) string {
	if len(v) != 16 {
		return ""
	}
	b := [16]byte(v)
	b[0], b[1], b[2], b[3] = b[3], b[2], b[1], b[0]
	b[4], b[5] = b[5], b[4]
	b[6], b[7] = b[7], b[6]
	h := hex.EncodeToString(b[:])
	return h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
}
