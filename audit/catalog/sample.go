package catalog

import (
	_ "embed"
	"io"
	"strings"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

//go:embed sample.ldif
var sample string

// SampleName is what the built-in sample is called.
const SampleName = "sample"

// Sample is the built-in catalog of a made-up municipality. Its numbers are synthetic (month + 80)
// and are read as the ones they imitate, whatever the parser says. Its accounts are told by uid,
// and those who have left by a description that begins with "sluttet".
func Sample(parser nin.Parser) audit.Catalog {
	parser.AcceptSynthetic = true
	open := func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(sample)), nil }
	return NewReader(open, Options{
		Name:   SampleName,
		Parser: parser,
		Accounts: Accounts{
			Test:     []Pattern{{"uid", "test*"}},
			Shared:   []Pattern{{"uid", "felles*"}},
			Inactive: []Pattern{{"description", "sluttet*"}},
		},
	})
}
