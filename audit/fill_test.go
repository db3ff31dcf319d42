package audit

import "testing"

// TestFill: placeholders are filled once, what fills them is not read again, and one without an argument stays.
func TestFill(t *testing.T) {
	for in, want := range map[string]string{
		"plain": "plain", "{1} of {2}": "a of {1}", "{2}{1}{what}": "{1}ain fact", "{3} {0} {-1} {": "{3} {0} {-1} {", "{{1}}": "{a}",
		"{what": "{what", "å{1}å": "åaå",
	} {
		if got := Same(in).Fill(Bokmal, "in fact", []Arg{Word("a"), Word("{1}")}); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
