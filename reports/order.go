package reports

import (
	"cmp"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// norwegianOrder compares texts as a Norwegian list has them, and what that holds for equal by its bytes. The order is that
// of nynorsk, which bokmål shares: that of "nb" is not found by its own name. It may be used by one goroutine at a time.
func norwegianOrder() func(a, b string) int {
	order := collate.New(language.MustParse("nn"))
	return func(a, b string) int { return cmp.Or(order.CompareString(a, b), cmp.Compare(a, b)) }
}
