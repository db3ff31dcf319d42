package planted

import (
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write the built-in sample anew")

const sampleFile = "../sample.ldif"

// TestSampleFile holds that the built-in sample is what this package makes.
func TestSampleFile(t *testing.T) {
	want := text(t, Sample())
	if *update {
		if err := os.WriteFile(sampleFile, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(sampleFile)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Error("sample.ldif is not what go generate makes")
	}
	if len(got) > 400_000 {
		t.Errorf("the sample is %d bytes", len(got))
	}
}
