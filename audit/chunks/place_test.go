package chunks

import (
	"slices"
	"testing"
)

func TestPlace(t *testing.T) {
	var all []int
	for _, at := range []int{3, 0, 3, 5} {
		*Place(&all, at) += at + 1
	}
	if !slices.Equal(all, []int{1, 0, 0, 8, 0, 6}) {
		t.Error(all)
	}
}
