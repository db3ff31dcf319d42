package catalog

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

func TestGeneralizedTime(t *testing.T) {
	noon := time.Date(2026, 8, 1, 12, 0, 0, 0, time.UTC)
	for _, v := range []string{
		"20260801120000Z", "20260801120000.0Z", "20260801120000,123456789012Z", "202608011200Z", "2026080112Z",
		"20260801140000+0200", "20260801140000.5+02", "20260801090000-0300",
	} {
		if got := generalizedTime([]byte(v)); !got.Equal(noon) || got.Location() != time.UTC {
			t.Errorf("%s is %v", v, got)
		}
	}
	for _, v := range []string{
		"", "Z", "20260801Z", "20260801120000", "20261301120000Z", "20260230120000Z", "20260801250000Z", "202608011200000Z",
		"2026-08-01T12:00:00Z", "20260801120000z", "20260801120000+1", "20260801120000+x100", "20260801120000 Z", "133000000000000000",
	} {
		if got := generalizedTime([]byte(v)); !got.IsZero() {
			t.Errorf("%q is %v", v, got)
		}
	}
}

func TestCut(t *testing.T) {
	for _, tt := range []struct {
		v, want string
		n       int
	}{
		{"abc", "abc", 3}, {"abcd", "abc", 3}, {"abæ", "ab", 3}, {"a€x", "a", 2}, {"a€x", "a", 3}, {"a€x", "a€", 4},
		{"\x80\x80\x80\x80\x80\x80", "\x80\x80\x80\x80\x80", 5},
	} {
		if got := cut([]byte(tt.v), tt.n); string(got) != tt.want {
			t.Errorf("%d bytes of %q are %q, want %q", tt.n, tt.v, got, tt.want)
		}
	}
}

// TestMoments: what is read of digits is what time.Parse reads of them.
func TestMoments(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 3))
	const layout = "20060102150405"
	read := 0
	for range 200_000 {
		n := 10 + 2*r.IntN(3)
		s := fmt.Sprintf("%04d%02d%02d%02d%02d%02d", []int{0, 1900, 2024, 2026, 2100, 9999}[r.IntN(6)], r.IntN(14), r.IntN(33), r.IntN(26), r.IntN(62), r.IntN(62))[:n]
		want, err := time.Parse(layout[:n], s)
		got, ok := moment([]byte(s))
		if ok != (err == nil) || ok && !got.Equal(want) {
			t.Fatalf("%s is read as %v %v, and by time.Parse as %v %v", s, got, ok, want, err)
		}
		if ok {
			read++
		}
	}
	if read < 1000 {
		t.Fatalf("%d moments", read)
	}
}
