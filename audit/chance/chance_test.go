package chance

import (
	"slices"
	"testing"
)

// TestStreamIsFixed holds the draws to those of the first version: samples and figures follow from them.
func TestStreamIsFixed(t *testing.T) {
	s := New(1, 2)
	var got []int
	for range 4 {
		got = append(got, s.Below(1000), s.Between(10, 19), s.Weighted([]int{0, 3, 1}), Pick(s, []int{7, 8, 9}), Early(s, []int{1, 2, 3, 4, 5}))
	}
	all := []int{0, 1, 2, 3, 4, 5, 6, 7}
	Shuffle(s, all)
	got = append(got, all...)
	want := []int{
		769, 16, 2, 9, 1, 41, 14, 1, 7, 1, 661, 14, 2, 7, 1, 783, 17, 1, 7, 1,
		6, 3, 2, 5, 7, 1, 4, 0,
	}
	if !slices.Equal(got, want) {
		t.Errorf("drew %v, want %v", got, want)
	}
}

func TestDrawsAreInTheirBounds(t *testing.T) {
	s, ofTwo := New(3, 4), [2]int{}
	for range 10_000 {
		if n := s.Between(-3, 3); n < -3 || n > 3 {
			t.Fatalf("drew %d between -3 and 3", n)
		}
		ofTwo[s.Weighted([]int{3, 1})]++
		if s.Percent(0) || !s.Percent(100) {
			t.Fatal("0 percent was drawn, or 100 was not")
		}
	}
	if ofTwo[0] < 7_300 || ofTwo[0] > 7_700 {
		t.Errorf("of weights 3 and 1 the first was drawn %d times of 10 000", ofTwo[0])
	}
}
