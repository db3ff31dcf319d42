package history

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// TestEncodedComesBack: every type of argument, and everything that a subject has but the number.
func TestEncodedComesBack(t *testing.T) {
	told := Told{
		Args: []audit.Arg{audit.Text{NB: "a", NN: "b", EN: "c"}, audit.Date(20261120), audit.Count(0), audit.Kind(nin.None),
			audit.Kind(nin.Synthetic), audit.Word(""), audit.Word("<&>\u2028")},
		Evidence: []audit.Evidence{{Field: "given", A: "x", B: "y", Level: "slip", Bits: -3.25}},
		Score:    0.993,
		Subjects: []audit.Subject{{Ref: audit.Ref{Catalog: "fjordvik", ID: "i", Principal: "p", DN: "d"}, Name: "n", Unit: "u",
			Kind: nin.DUF, Active: true}, {Ref: audit.Ref{Catalog: "utmark"}}},
	}
	packed, err := Encode(told)
	if err != nil {
		t.Fatal(err)
	}
	got, err := Decode(packed)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(told, got, cmp.Comparer(func(a, b nin.Number) bool { return a == b })); diff != "" {
		t.Errorf("(-told +got):\n%s", diff)
	}
	number := told
	number.Subjects = []audit.Subject{{NIN: synthetic.Parse("03851598730"), Kind: nin.Fnr}}
	if packed, err = Encode(number); err != nil {
		t.Fatal(err)
	}
	if got, err := Decode(packed); err != nil || !got.Subjects[0].NIN.IsZero() || got.Subjects[0].Kind != nin.Fnr {
		t.Errorf("a number is kept, or its kind is not: %+v, %v", got, err)
	}
}

func TestWhatEncodeCanNotHaveWrittenIsAnError(t *testing.T) {
	for _, packed := range []string{
		"", "null x", `{"x":1}`, `{} {}`, `{"a":[{}]}`, `{"a":[{"c":1,"d":2}]}`, `{"a":[{"t":["a"]}]}`, `{"a":[{"k":"odd"}]}`,
		`{"s":[{"c":"a"}]}`, `{"s":[{"c":"a","k":"odd"}]}`, `{"p":"1"}`,
	} {
		if told, err := Decode([]byte(packed)); err == nil {
			t.Errorf("%s: %+v", packed, told)
		}
	}
}

// FuzzDecode: whatever stands in the file, it is an error or it comes back as it was.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"a":[{"d":20261120},{"c":3},{"w":"x"},{"k":"fnr"},{"t":["a","b","c"]}],"e":[{"f":"given","v":1.5}],"p":1,` +
		`"s":[{"c":"fjordvik","i":"x","k":"none","a":true}]}`))
	f.Add([]byte("{}"))
	f.Fuzz(func(t *testing.T, packed []byte) {
		told, err := Decode(packed)
		if err != nil {
			return
		}
		again, err := Encode(told)
		if err != nil {
			t.Fatal(err)
		}
		back, err := Decode(again)
		if err != nil || !cmp.Equal(told, back, cmp.Comparer(func(a, b nin.Number) bool { return a == b })) {
			t.Errorf("%q comes back as %q, %v", packed, again, err)
		}
	})
}

// TestNumbersInTheFileNeverChange: kinds, severities, statuses, hows and choices are written as numbers.
func TestNumbersInTheFileNeverChange(t *testing.T) {
	want := map[string]int{
		"none": 0, "unknown": 1, "fnr": 2, "d": 3, "duf": 4, "s": 5, "fs": 6, "vigo": 7, "h": 8, "fh": 9, "nav": 10, "synthetic": 11,
		"info": 1, "warning": 2, "error": 3, "critical": 4,
		"accept": 1, "not-same-person": 2, "being-handled": 3, "false-alarm": 4, "no-number": 5,
		"standing": 0, "new": 1, "reopened": 2, "waived": 3, "resolved": 4, "waiting": 5, "mended": 1, "gone": 2,
	}
	got := map[string]int{}
	for k := nin.None; k <= nin.Synthetic; k++ {
		got[k.String()] = int(k)
	}
	for _, s := range audit.Severities() {
		got[s.String()] = int(s)
	}
	for _, s := range []audit.Status{audit.New, audit.Standing, audit.Waiting, audit.Reopened, audit.Waived, audit.Resolved} {
		got[s.String()] = int(s)
	}
	for _, c := range audit.Choices() {
		got[c.String()] = int(c)
	}
	for _, h := range []audit.How{audit.Mended, audit.Gone} {
		got[h.String()] = int(h)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
