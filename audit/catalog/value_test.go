package catalog

import (
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
