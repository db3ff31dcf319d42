package nin

import (
	"testing"
	"time"
)

func TestReadBirthDate(t *testing.T) {
	for in, want := range map[string]Date{
		"20100101": 20100101, "010110": 100101, "10110": 100101, "311299": 991231, "19900230": 19900230,
		"": 0, "1011": 0, "1990-01-01": 0, "199001011": 0, "1990101": 0, "ti": 0, "00010101": 10101,
	} {
		if got := ReadBirthDate(in); got != want {
			t.Errorf("ReadBirthDate(%q) = %d, want %d", in, got, want)
		}
	}
}

func TestDaysThatExist(t *testing.T) {
	for d, want := range map[Date]bool{
		20000229: true, 19000229: false, 20240229: true, 20230229: false, 20230230: false, 20230431: false,
		20231231: true, 20231301: false, 20230100: false, 20230001: false, 229: true, 10229: false, 40229: true, 0: false,
	} {
		if d.Exists() != want {
			t.Errorf("%d exists = %v", d, !want)
		}
	}
}

func TestSameDay(t *testing.T) {
	for _, c := range []struct {
		a, b Date
		want bool
	}{
		{20100101, 20100101, true}, {20100101, 19100101, false}, {20100101, 100101, true}, {100101, 100101, true},
		{100101, 100102, false}, {0, 0, false}, {0, 20100101, false}, {19900230, 19900230, true},
	} {
		if got := c.a.SameDay(c.b); got != c.want {
			t.Errorf("%v and %v the same day = %v", c.a, c.b, got)
		}
	}
}

func TestDays(t *testing.T) {
	if d := Date(20240228).Days(20240301); d != 2 {
		t.Errorf("%d days over a leap day, want 2", d)
	}
	if d := Date(20261123).AddDays(-30); d != 20261024 {
		t.Errorf("30 days earlier is %v", d)
	}
	if d := Date(20240229).AddYears(-1); d != 20230301 {
		t.Errorf("a year before a leap day is %v", d)
	}
	if _, err := ParseDate("2026-02-30"); err == nil {
		t.Error("30 February was read")
	}
}

// TestYearsLater: by the calendar.
func TestYearsLater(t *testing.T) {
	for day := time.Date(1999, 12, 1, 0, 0, 0, 0, time.UTC); day.Year() < 2005; day = day.AddDate(0, 0, 1) {
		for _, years := range []int{-110, -4, -1, 0, 1, 3, 96} {
			if got, want := DateOf(day).AddYears(years), DateOf(day.AddDate(years, 0, 0)); got != want {
				t.Fatalf("%d years after %s it is %s, want %s", years, DateOf(day), got, want)
			}
		}
	}
}
