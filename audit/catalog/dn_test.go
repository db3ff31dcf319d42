package catalog

import (
	"strings"
	"testing"
)

// TestPlainDN: what readers see of a DN has no digits of an escape beside those of a value.
func TestPlainDN(t *testing.T) {
	for in, want := range map[string]string{
		`uid=ola,dc=no`:                          `uid=ola,dc=no`,
		`cn=Ola \2212\22,dc=no`:                  `cn=Ola \"12\",dc=no`,
		`cn=\2012,dc=no`:                         `cn=\ 12,dc=no`,
		`cn=S\C3\B8r 1,dc=no`:                    `cn=Sør 1,dc=no`,
		`cn=\C3\9812,dc=no`:                      `cn=Ø12,dc=no`,
		`uid=\32\30\30\33\36\39\31\34\37\31\32`:  "uid=" + "20036914712",
		`cn=Hansen\, Ola,dc=no`:                  `cn=Hansen\, Ola,dc=no`,
		`cn=a\2Cb\5C,dc=no`:                      `cn=a\,b\\,dc=no`,
		`cn=\00x\0A,dc=no`:                       `cn=x,dc=no`,
		`cn=x\`:                                  `cn=x\`,
		"cn=1\u200b2\u061c3\ufeff4\u00ad5,dc=no": "cn=12345,dc=no",
	} {
		if got := plainDN([]byte(in)); got != want {
			t.Errorf("plainDN(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestDigitsOfAnyScript(t *testing.T) {
	for in, want := range map[string]string{
		"٠١٢٣٤٥٦٧٨٩ ": "0123456789 ", "０１９": "019", "𝟎𝟗𝟘𝟡": "0909", "१२३": "123", "½²": "½²",
	} {
		if got := clean([]byte(in)); got != want {
			t.Errorf("clean(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestCutPartsNoNumber: what is cut off must not leave a part of a number behind.
func TestCutPartsNoNumber(t *testing.T) {
	for _, tail := range []string{"20036914712", "200369 14712", "20.03.69-14712"} {
		for shift := range len(tail) + 1 {
			v := strings.Repeat("N", maxText-shift) + tail + " and more"
			got := strings.TrimLeft(clean([]byte(v)), "N")
			if got != "" && got != tail && strings.Trim(got, " ") != tail {
				t.Errorf("%d bytes before the end: %q is left", shift, got)
			}
		}
	}
}
