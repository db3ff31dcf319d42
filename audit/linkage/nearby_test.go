package linkage

import (
	"testing"

	"ninaudit/audit/nin"
)

// TestWhatIsNearIsCounted holds the list of near dates to the level that it is there to count: every date of three
// years against a few.
func TestWhatIsNearIsCounted(t *testing.T) {
	for _, d := range []nin.Date{19890409, 19901010, 19991230, 20000301, 19840229, 19770707} {
		listed := map[nin.Date]bool{}
		for _, e := range oneSlipOff(d%1_000_000, nil) {
			if listed[e] || e == d%1_000_000 {
				t.Errorf("%v: %06d is listed twice, or is the date itself", d, e)
			}
			listed[e] = true
		}
		for e := nin.Date(19700101); e < 20100101; e = e.AddDays(1) {
			if e.Year()/100 != d.Year()/100 || e.SameDay(d) {
				continue // the lists know no centuries
			}
			if l := birthLevel(d, e); listed[e%1_000_000] != (l == near) {
				t.Errorf("%v and %v are of level %s, listed as near: %v", d, e, levelNames[l], l != near)
			}
		}
	}
}
