package nin

import (
	"slices"
	"testing"
)

// on is an ordinary day before the rule of 2032.
const on Date = 20261123

// vectors are numbers published by their issuers or by the tables that facts cite, synthetic ones, and
// numbers that fail: none of them can be an inhabitant's.
var vectors = []struct {
	value  string
	kind   Kind
	fault  Fault
	detail Detail
	sound  bool
	birth  Date
}{
	// fødselsnummer
	{"20036914700", Fnr, Fine, 0, true, 19690320},
	{"29020073150", Fnr, Fine, 0, true, 20000229},
	{"29020105729", Fnr, BadDate, NoSuchDay, false, 0},
	{"20036914712", Fnr, Checksum, 0, false, 19690320},
	{"30108299939", Fnr, Early2032, 0, false, 19821030},
	// D-numbers, old series and new
	{"71106177273", D, Fine, 0, true, 19611031},
	{"71019762194", D, Fine, 0, true, 19970131},
	{"71019799918", D, Fine, 0, true, 19970131},
	{"62033932974", D, Fine, 0, true, 19390322},
	{"55102499947", VIGO, OtherKind, 0, true, 20241015},
	// synthetic
	{"03851598730", Synthetic, TestNumber, 0, true, 20150503},
	{"41819077302", Synthetic, TestNumber, 0, true, 19900101},
	{"41814061033", Synthetic, TestNumber, 0, true, 19400101},
	{"41814065640", Synthetic, TestNumber, 0, true, 19400101},
	{"41814075603", Synthetic, TestNumber, 0, true, 19400101},
	{"41810021827", Synthetic, TestNumber, 0, true, 20000101},
	{"41810025091", Synthetic, TestNumber, 0, true, 20000101},
	{"41810034422", Synthetic, TestNumber, 0, true, 20000101},
	{"30908299902", Synthetic, TestNumber, 0, false, 19821030},
	{"41819077906", Synthetic, TestNumber, 0, false, 19900101},
	// other issuers
	{"01565590363", FS, OtherKind, 0, true, 19550601},
	{"15611012370", S, SNumber, 0, true, 20101115},
	{"81212121223", FH, OtherKind, 0, true, 0},
	{"94545456561", FH, OtherKind, 0, true, 0},
	{"81234567802", FH, OtherKind, 0, true, 0},
	{"51030299250", VIGO, OtherKind, 0, true, 20020311},
	{"12081199321", Fnr, Checksum, 0, false, 20110812},
	// DUF numbers
	{"200205705502", DUF, Fine, 0, true, 0},
	{"200900595509", DUF, Fine, 0, true, 0},
	{"199201426900", DUF, Fine, 0, true, 0},
	{"200112345609", DUF, Fine, 0, true, 0},
	{"201017238203", DUF, Fine, 0, true, 0},
	{"200816832910", DUF, Fine, 0, true, 0},
	{"201258697561", Unknown, Malformed, DatePlus, false, 0}, // UDI's own example fails, and 20.12.58 is a day
	{"203012345600", DUF, BadDUF, DUFYear, false, 0},
	{"201934567800", DUF, BadDUF, DUFControl, false, 0},
	{"000000000000", DUF, BadDUF, DUFYear, false, 0},
	// stand-ins
	{"00000000000", Unknown, Placeholder, WholeStandIn, false, 0},
	{"11111111111", Fnr, Placeholder, WholeStandIn, false, 19111111},
	{"99999999999", FH, Placeholder, WholeStandIn, false, 0},
	{"12345678901", Unknown, Placeholder, WholeStandIn, false, 0},
	{"12345678910", Unknown, Placeholder, WholeStandIn, false, 0},
	{"12345678911", Unknown, Placeholder, WholeStandIn, false, 0},
	{"01234567890", NAV, Placeholder, WholeStandIn, false, 19450301},
	{"98765432100", FH, Placeholder, WholeStandIn, false, 0},
	{"01010101010", Fnr, Placeholder, WholeStandIn, false, 19010101},
	{"01010101006", Fnr, Placeholder, WholeStandIn, true, 19010101},
	{"01020304050", Fnr, Placeholder, WholeStandIn, false, 19030201},
	{"12345612345", Unknown, Placeholder, WholeStandIn, false, 0},
	{"21030212345", Fnr, Placeholder, TailStandIn, false, 19020321},
	{"23109911111", Fnr, Placeholder, TailStandIn, false, 19991023},
	{"01017000000", Fnr, Placeholder, TailFDAT, false, 19700101},
	{"01017000001", Fnr, Placeholder, TailFDAT, false, 19700101},
	{"01017000200", Fnr, Placeholder, TailSSB, false, 19700101},
	{"01017055555", Fnr, Placeholder, TailSSB, false, 18700101},
	{"01017000700", Fnr, Placeholder, TailSAP, false, 19700101},
	// shape
	{"", None, Fine, 0, false, 0},
	{"UKJENT", Unknown, Malformed, NotDigits, false, 0},
	{" ", Unknown, Malformed, OnlyBlanks, false, 0},
	{"200369 14700", Unknown, Malformed, Separated, false, 0},
	{"20036914700 ", Unknown, Malformed, Separated, false, 0},
	{"200369-14700", Unknown, Malformed, Separated, false, 0},
	{"3851598730", Unknown, Malformed, LostZero, false, 0},
	{"1234567890", Unknown, Malformed, TooShort, false, 0},
	{"123456789", Unknown, Malformed, TooShort, false, 0},
	{"0101901234567", Unknown, Malformed, DatePlus, false, 0},
	{"9999999999999", Unknown, Malformed, TooLong, false, 0},
	{"٠١٠١٩٠١٢٣٤٥", Unknown, Malformed, NotDigits, false, 0},
	// months and days of no scheme
	{"01139012345", Unknown, BadDate, NoSuchMonth, false, 0},
	{"01009012345", Unknown, BadDate, NoSuchMonth, false, 0},
	{"01939012345", Unknown, BadDate, NoSuchMonth, false, 0},
	{"41239012345", Unknown, BadDate, NoSuchMonth, false, 0},
	{"35019012346", Unknown, BadDate, NoSuchDay, false, 0},
	{"30020010001", Fnr, BadDate, NoSuchDay, false, 0},
	{"31040010002", Fnr, BadDate, NoSuchDay, false, 0},
}

func TestPublishedNumbers(t *testing.T) {
	for _, v := range vectors {
		n := Parser{On: on}.Parse(v.value)
		got := []any{n.Kind(), n.Fault(), n.Detail(), n.WellFormed(), n.Birth()}
		want := []any{v.kind, v.fault, v.detail, v.sound, v.birth}
		if !slices.Equal(got, want) {
			t.Errorf("%s: kind, fault, detail, well formed, birth = %v, want %v", v.value, got, want)
		}
		if n.Reveal() != v.value {
			t.Errorf("%s: Reveal gives another value", v.value)
		}
	}
}

func TestAcceptedSyntheticNumbersAreWhatTheyImitate(t *testing.T) {
	for value, want := range map[string]struct {
		kind  Kind
		fault Fault
	}{
		"03851598730": {Fnr, Fine}, "41819077302": {D, Fine}, "41814061033": {D, Fine},
		"30908299902": {Fnr, Early2032}, "41819077906": {D, Early2032},
		"01819012345": {Fnr, Placeholder}, "01669012340": {Synthetic, TestNumber},
		"30820010001": {Fnr, BadDate},
	} {
		n := Parser{On: on, AcceptSynthetic: true}.Parse(value)
		if n.Kind() != want.kind || n.Fault() != want.fault {
			t.Errorf("%s: %v, %v, want %v, %v", value, n.Kind(), n.Fault(), want.kind, want.fault)
		}
	}
}

func TestTheRuleOf2032(t *testing.T) {
	for _, value := range []string{"30108299939", "30908299902", "41819077906", "55102499947"} {
		before := Parser{On: 20311231, AcceptSynthetic: true}.Parse(value)
		after := Parser{On: 20320101, AcceptSynthetic: true}.Parse(value)
		if before.WellFormed() && before.Kind().National() {
			t.Errorf("%s is well formed the day before the rule is in force", value)
		}
		if after.Fault() != Fine || !after.WellFormed() {
			t.Errorf("%s: %v under the rule in force", value, after.Fault().Rule())
		}
	}
	strict := Parser{On: 20320101}.Parse("20036914700")
	if strict.Fault() != Fine || strict.Birth() != 19690320 {
		t.Error("a number of 1964's type lost its century in 2032")
	}
	if b := (Parser{On: 20320101}).Parse("30108299939").Birth(); b != 19821030 {
		t.Errorf("with 2082 in the future the birth is %v, want 1982-10-30", b)
	}
}

func TestAmbiguityIsTold(t *testing.T) {
	for value, want := range map[string][]Kind{
		"01419012345": {Synthetic},    // H or Dolly
		"01519020000": {Synthetic},    // the same, the tail is neither S's nor FS's
		"01519012345": {H, Synthetic}, // S by the tail
		"15611012370": {Synthetic},
		"01555550000": {S},
		"01669012340": {Synthetic}, // NPID's or SyntPop's month
		"71019799918": {VIGO},
		"20036914700": nil, "51030299250": nil, "01565590363": nil, "41419012345": nil,
	} {
		if got := (Parser{On: on}).Parse(value).AmbiguousWith(); !slices.Equal(got, want) {
			t.Errorf("%s: ambiguous with %v, want %v", value, got, want)
		}
	}
}

func TestImitation(t *testing.T) {
	for value, want := range map[string]struct {
		imitates Kind
		schemes  Scheme
	}{
		"03851598730": {Fnr, Tenor}, "41819077302": {D, Tenor}, "01639012345": {NAV, NPID},
		"01739012345": {Fnr, SyntPop}, "41739012345": {D, SyntPop}, "41419012345": {D, Dolly},
		"01419012345": {None, Dolly}, "20036914700": {None, 0},
	} {
		n := Parser{On: on}.Parse(value)
		if n.Imitates() != want.imitates || n.Schemes() != want.schemes {
			t.Errorf("%s: imitates %v (schemes %b), want %v (%b)",
				value, n.Imitates(), n.Schemes(), want.imitates, want.schemes)
		}
	}
}

// TestOneDateAgainstThePublishedCounts goes through every tail of one date: Skatteetaten's rule leaves about
// 413 of the 500 individnummer of a series with control digits that exist, and 0.82 % of all tails.
func TestOneDateAgainstThePublishedCounts(t *testing.T) {
	sound, later := 0, 0
	perSeries := map[bool]int{}
	tail := []byte("00000")
	for v := 0; v < 100000; v++ {
		for i, r := 4, v; i >= 0; i, r = i-1, r/10 {
			tail[i] = byte('0' + r%10)
		}
		s := "309082" + string(tail) // 30.10.1982, the register's own example, as a synthetic number
		if holdsStrict(s) {
			sound++
			perSeries[v < 50000]++
		}
		if holds2032(s) {
			later++
		}
	}
	if low := perSeries[true]; low < 410 || low > 416 {
		t.Errorf("%d individnummer of 000–499 have control digits, want about 413", low)
	}
	if sound < 815 || sound > 830 {
		t.Errorf("%d of 100000 tails pass, want about 0.82 %%", sound)
	}
	if later < 3200 || later > 3400 {
		t.Errorf("%d of 100000 tails pass the rule of 2032, want about 3.3 %%", later)
	}
}

// TestOnlyOneSeriesOfDNumbersIsImpossible: since 2021 only YY 40–57 with 500–599 is unassigned.
func TestOnlyOneSeriesOfDNumbersIsImpossible(t *testing.T) {
	for yy := 0; yy < 100; yy++ {
		for iii := 0; iii < 1000; iii++ {
			got := dateOf(true, 15, 6, yy, iii, 20991231).fault == BadSeries
			// Under the series before 2021, 54–57 with 500–599 were births of the 1850s.
			want := yy >= 40 && yy <= 53 && iii >= 500 && iii <= 599
			if got != want {
				t.Fatalf("YY %02d, individnummer %03d: impossible = %v", yy, iii, got)
			}
			lawful := dateOf(true, 15, 6, yy, iii, on).fault == NoDetail
			if yy >= 40 && yy <= 57 && iii >= 500 && iii <= 599 && lawful {
				t.Fatalf("YY %02d, individnummer %03d is lawful", yy, iii)
			}
		}
	}
}

func TestSeriesOfFodselsnummer(t *testing.T) {
	for _, v := range []struct {
		yy, iii int
		birth   Date
		fault   Detail
	}{
		{82, 0, 19820615, 0}, {82, 499, 19820615, 0}, {82, 500, 18820615, TooOld}, {82, 750, 0, BadSeries},
		{82, 899, 0, BadSeries}, {82, 900, 19820615, 0}, {53, 500, 0, BadSeries}, {54, 500, 18540615, TooOld},
		{39, 500, 20390615, InFuture}, {12, 500, 20120615, 0}, {12, 499, 19120615, 0}, {40, 900, 19400615, 0},
	} {
		r := dateOf(false, 15, 6, v.yy, v.iii, on)
		if r.birth != v.birth || r.fault != v.fault {
			t.Errorf("YY %02d, individnummer %03d: %v, %v, want %v, %v", v.yy, v.iii, r.birth, r.fault, v.birth, v.fault)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, v := range vectors {
		f.Add(v.value, int32(on), false)
	}
	f.Add("03851598730", int32(20400101), true)
	f.Fuzz(func(t *testing.T, value string, day int32, accept bool) {
		p := Parser{On: Date(day), AcceptSynthetic: accept}
		n := p.Parse(value)
		if n.Reveal() != value || n.IsZero() != (value == "") {
			t.Fatal("the value was not kept")
		}
		_, _, _ = n.Mask(), n.RevealPlain(), Slips(n, p.On)
		if n.Fault() == Fine && !n.IsZero() && !n.WellFormed() {
			t.Fatal("nothing wrong with it, and not well formed")
		}
		if len(value) != 11 || !onlyDigits(value) || !holdsStrict(value) {
			return
		}
		changed := []byte(value)
		for i, was := range changed {
			for c := byte('0'); c <= '9'; c++ {
				if changed[i] = c; c != was && holdsStrict(string(changed)) {
					t.Fatalf("digit %d changed and the control digits still hold", i+1)
				}
			}
			changed[i] = was
		}
	})
}
