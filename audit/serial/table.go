package serial

// frontier is how far the numbers of an ordinary date have been issued, as a share of the series of one sex. Dates
// differ by spread, a share of the frontier.
type frontier struct {
	at, spread float64
}

// anchor is the table's frontier for one year of birth; between anchors it is drawn straight.
type anchor struct {
	year       int
	women, men float64
	unsure     float64 // how far the table itself may be off, as a share of the frontier
}

// anchors is the table that serves where a catalog says too little. A date's births are the year's, divided by its
// days; every individnummer in six is passed over, for it has no control digits. That gives 0.34 of a series
// for 1982, when 51 000 were born. The one frontier that the register's documentation tells, 0.46 for a date of that
// year, leaves 0.12 to people who came later: 18 000 of that year, and fewer the younger. Labour migrants born
// from 1965 to 1990 are mostly men. Births are public: 71 000 in 1946, 68 000 in 1969, 50 000 in 1983, 61 000 in 1990
// and 2010, 53 000 in 2020. Who was born before 1964 has a number only if still alive and resident in that year.
func anchors() []anchor {
	return []anchor{
		{1900, 0.40, 0.40, 0.30},
		{1930, 0.38, 0.38, 0.20},
		{1940, 0.38, 0.38, 0.12},
		{1946, 0.52, 0.52, 0.10},
		{1955, 0.47, 0.47, 0.10},
		{1965, 0.51, 0.54, 0.10},
		{1970, 0.51, 0.55, 0.10},
		{1976, 0.46, 0.50, 0.10},
		{1983, 0.45, 0.49, 0.10},
		{1990, 0.50, 0.54, 0.10},
		{2000, 0.46, 0.48, 0.10},
		{2010, 0.45, 0.47, 0.10},
		{2015, 0.42, 0.44, 0.10},
		{2020, 0.37, 0.38, 0.10},
		{2039, 0.36, 0.37, 0.20},
	}
}

// ordinarySpread is by how much the frontiers of a year's dates differ: 0.11 by the births of one sex on one day, which
// are some 80 and vary by their root; 0.08 for the day of the week and the time of the year; and what came later.
const ordinarySpread = 0.15

// tables are the anchors drawn out to every year.
type tables struct {
	at     [2][years]float64
	unsure [years]float64
}

func drawn() *tables {
	var t tables
	all := anchors()
	for i := 1; i < len(all); i++ {
		from, to := all[i-1], all[i]
		for y := from.year; y <= to.year; y++ {
			share := float64(y-from.year) / float64(to.year-from.year)
			between := func(a, b float64) float64 { return a + (b-a)*share }
			t.at[woman][y-firstYear] = between(from.women, to.women)
			t.at[man][y-firstYear] = between(from.men, to.men)
			t.unsure[y-firstYear] = between(from.unsure, to.unsure)
		}
	}
	return &t
}
