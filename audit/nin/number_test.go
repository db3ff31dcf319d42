package nin

import (
	"bytes"
	"encoding/json"
	"fmt"
	"hash/maphash"
	"log/slog"
	"slices"
	"strings"
	"testing"
)

// TestNoVerbShowsDigits puts numbers, bare and inside exported and unexported fields, through everything that
// prints.
func TestNoVerbShowsDigits(t *testing.T) {
	type open struct{ N Number }
	type closed struct{ n Number }
	for _, value := range []string{"20036914700", "200205705502", "200369 14700", "3851598730", "mangler 20036914700"} {
		n := Parser{On: on}.Parse(value)
		var out bytes.Buffer
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%d", "%x", "%X", "%T %v", "%08b", "%t"} {
			for _, arg := range []any{n, &n, open{n}, &open{n}, closed{n}, &closed{n}, []Number{n}, map[string]Number{"a": n}} {
				fmt.Fprintf(&out, verb+"\n", arg)
			}
		}
		for _, h := range []slog.Handler{slog.NewTextHandler(&out, nil), slog.NewJSONHandler(&out, nil)} {
			slog.New(h).Info("person", "n", n, "open", open{n}, "closed", closed{n}, "list", []Number{n})
		}
		b, err := json.Marshal(map[string]any{"n": n, "open": open{n}})
		if err != nil {
			t.Fatal(err)
		}
		out.Write(b)
		text, _ := n.MarshalText()
		out.Write(text)
		for i := 0; i+6 <= len(value); i++ {
			if part := value[i : i+6]; onlyDigits(part) && strings.Contains(out.String(), part) {
				t.Errorf("six digits of %q are shown:\n%s", strings.Repeat("*", len(value)), out.String())
				break
			}
		}
	}
}

func TestMask(t *testing.T) {
	for value, want := range map[string]string{
		"20036914700": "200369*****", "41819077302": "418190*****", "200205705502": "2002********",
		"00000000000": "***********", "81212121223": "***********", "UKJENT": "******", "": "",
		"3851598730": "**********", "0101901234567": "************", "29020105729": "290201*****",
	} {
		if got := (Parser{On: on}).Parse(value).Mask(); got != want {
			t.Errorf("Mask of a value of %d characters = %q, want %q", len(value), got, want)
		}
	}
}

func TestPlainNumbers(t *testing.T) {
	for value, want := range map[string]string{
		"20036914700": "20036914700", " 200369 14700": "20036914700", "200369-14700": "20036914700",
		"3851598730": "03851598730", "UKJENT": "", "1234567890": "", "0101901234567": "", "": "",
	} {
		if got := (Parser{On: on}).Parse(value).RevealPlain(); got != want {
			t.Errorf("%q stands for %q, want %q", value, got, want)
		}
	}
}

func TestSlips(t *testing.T) {
	p := Parser{On: on, AcceptSynthetic: true}
	good := "03851598730"
	if len(Slips(p.Parse(good), on)) != 0 {
		t.Error("a number that holds has slips")
	}
	for i := 0; i+1 < len(good); i++ {
		if good[i] == good[i+1] {
			continue
		}
		b := []byte(good)
		b[i], b[i+1] = b[i+1], b[i]
		n := p.Parse(string(b))
		if n.Fault() != Checksum {
			continue // the swap made a date that is none
		}
		found := false
		for _, s := range Slips(n, on) {
			found = found || s.Form == Swapped && s.At == i+1 && s.To.Birth() == 20150503
		}
		if !found {
			t.Errorf("digits %d and %d were swapped and no slip says so", i+1, i+2)
		}
	}
	wrong := []byte(good)
	wrong[7] = '0' + (wrong[7]-'0'+1)%10
	found := false
	for _, s := range Slips(p.Parse(string(wrong)), on) {
		found = found || s.Form == OneDigit && s.At == 8
	}
	if !found {
		t.Error("digit 8 was changed and no slip says so")
	}
}

// TestSlipsThatPushTheRestOn: a digit written twice, and the leading zero left out, each in a field of eleven digits.
func TestSlipsThatPushTheRestOn(t *testing.T) {
	p := Parser{On: on, AcceptSynthetic: true}
	one := func(good, value string, form SlipForm, at int) {
		t.Helper()
		n := p.Parse(value)
		if n.Fault() != Checksum {
			t.Fatalf("the fault is %v", n.Fault())
		}
		for _, s := range Slips(n, on) {
			if s.Form == form && s.At == at && s.To == p.Parse(good) {
				return
			}
		}
		t.Errorf("no slip of form %d at digit %d", form, at)
	}
	const good = "03851598730"
	for _, i := range []int{3, 4, 6, 8} {
		one(good, good[:i+1]+good[i:10], Doubled, i+1)
	}
	const early = "01881290665" // synthetic, of a day and month that are a date without the zero too
	one(early, early[1:]+"4", ZeroLost, 1)
}

// TestNoSlipLeadsElsewhere: what may be a county's number is never repaired, and no kind becomes another.
func TestNoSlipLeadsElsewhere(t *testing.T) {
	p := Parser{On: on, AcceptSynthetic: true}
	county := p.Parse("54890893086") // one digit beside a synthetic D-number of the nineties
	if county.Fault() != Checksum || len(county.AmbiguousWith()) == 0 {
		t.Fatal("it can not be a county's")
	}
	if s := Slips(county, on); s != nil {
		t.Error("what may be a county's number is repaired")
	}
	fnr := p.Parse("0" + "1819077302") // one digit beside a D-number
	if fnr.Fault() != Checksum || fnr.Kind() != Fnr {
		t.Fatal("it is no fødselsnummer")
	}
	for _, s := range Slips(fnr, on) {
		if s.To.Kind() != Fnr {
			t.Error("a fødselsnummer is repaired to another kind")
		}
	}
}

func TestBlank(t *testing.T) {
	b := NewBlanker([]string{"51030299250", "UKJENT", "200205705502", "02030212340", "1234567"})
	for in, want := range map[string]string{
		"uid=51030299250,ou=people":              "uid=***********,ou=people",
		"u51030299250@fjordvik.no":               "u***********@fjordvik.no",
		"duf 200205705502.":                      "duf ************.",
		"5103029925":                             "5103029925",
		"510302992501":                           "510302992501",
		"2030212340 lost its zero":               "********** lost its zero",
		"510302 99250":                           "****** *****",
		"510302-99250-":                          "******-*****-",
		"03851598730 is well formed":             "*********** is well formed",
		"03851598731 is not":                     "03851598731 is not",
		"1234567":                                "*******",
		"0e8f51a0-7d1c-4a37-9d5e-510302992501":   "0e8f51a0-7d1c-4a37-9d5e-510302992501",
		"0e8f51a0-7d1c-4a37-9d5e-03851598730":    "0e8f51a0-7d1c-4a37-9d5e-***********",
		"f10e8f51a0-7d1c-4a37-9d5e-510302992501": "f10e8f51a0-7d1c-4a37-9d5e-510302992501",
		"Zażółć 51030299250 gęślą":               "Zażółć *********** gęślą",
		"":                                       "",
		"2026-11-23T09:14:37 page 12":            "2026-11-23T09:14:37 page 12",
	} {
		if got := b.Blank(in); got != want {
			t.Errorf("Blank(%q) = %q, want %q", in, got, want)
		}
	}
	if got := (*Blanker)(nil).Blank("03851598730 1234567"); got != "*********** 1234567" {
		t.Errorf("a Blanker that knows nobody gives %q", got)
	}
	for _, s := range []string{"127.0.0.1:38801", "2026-11-23 09:14:37", "ninaudit-2026-11-23.xlsx", "page 12 of 345678"} {
		if got := BlankAll(s); got != s {
			t.Errorf("BlankAll(%q) = %q", s, got)
		}
	}
	if got := BlankAll("fnr 200369 14712, 200369-14712"); got != "fnr ****** *****, ******-*****" {
		t.Errorf("BlankAll gives %q", got)
	}
	if got := BlankAll("a 1234567890 b 12345678901 c 123456789012 d 1234567890123 e 123456789"); got !=
		"a ********** b *********** c ************ d 1234567890123 e 123456789" {
		t.Errorf("BlankAll gives %q", got)
	}
}

func TestBlankKnowsNumbersAsReadAndAsMeant(t *testing.T) {
	p := Parser{On: on}
	b := BlankerOf(4, slices.Values([]Number{p.Parse("510302 99250"), p.Parse("3851598730"), {}, p.Parse("fnr: 20036914712 (kopi)")}))
	for _, s := range []string{"51030299250", "3851598730", "03851598730", "20036914712", "51.03.02-99250", "510302/99250",
		"510302\u00a099250", "510302  99250", "510302 992 50", "2003 69 14712"} {
		if got := b.Blank(s); strings.ContainsAny(got, "0123456789") {
			t.Errorf("%d digits are shown as %q", len(s), got)
		}
	}
}

func FuzzBlank(f *testing.F) {
	f.Add("uid=51030299250,ou=people,dc=no")
	f.Add("510302 99250 0e8f51a0-7d1c-4a37-9d5e-510302992501")
	f.Fuzz(func(t *testing.T, s string) {
		b := NewBlanker([]string{"51030299250"})
		for _, got := range []string{b.Blank(s), BlankAll(s)} {
			if len(got) != len(s) {
				t.Fatal("the length changed")
			}
			for i := range len(s) {
				if s[i] != got[i] && (got[i] != '*' || !isDigit(s[i])) {
					t.Fatalf("byte %d changed from %q to %q", i, s[i], got[i])
				}
			}
		}
	})
}

// TestHashesAreOfWhatIsCompared: two values have one hash if they stand for one number, and none if they stand for none.
func TestHashesAreOfWhatIsCompared(t *testing.T) {
	seed, p := maphash.MakeSeed(), Parser{On: 20261123}
	values := []string{"", "x", "03851598730", "3851598730", "03 85 15-98730", "003851598730", "0385159873", "41819077302", "418190773020", "4181907730",
		"81212121223", "99999999999999999", "1234567890123456789", "12 34", "000000 00000", "00000000000"}
	for _, a := range values {
		n := p.Parse(a)
		if (n.Hash(seed) == 0) != (n.RevealPlain() == "") {
			t.Errorf("the value of %d characters: is a number %v", len(a), n.RevealPlain() != "")
		}
		for _, b := range values {
			m := p.Parse(b)
			if (n.Hash(seed) == m.Hash(seed)) != (n.RevealPlain() == m.RevealPlain()) {
				t.Errorf("values of %d and %d characters: one number %v", len(a), len(b), n.RevealPlain() == m.RevealPlain())
			}
		}
		if short, ok := n.Pack(); ok && p.Skim(short).Hash(seed) != n.Hash(seed) {
			t.Errorf("skimmed, a value of %d characters has another hash", len(a))
		}
	}
}
