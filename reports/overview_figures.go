package reports

import "ninaudit/audit"

// figures are what the first page shows as a table and charts. Each is empty where there is nothing to show.
type figures struct {
	severities []severityFigure // gravest first
	rules      []ruleFigure     // in the order of the rules' list
	nights     audit.Trend      // the newest, at least two
	waits      []waitFigure
}

// severityFigure is how many open cases there are, were at the run before, and were about a month ago; -1: nobody knows.
type severityFigure struct {
	severity             audit.Severity
	now, before, earlier int
}

// ruleFigure is how many open cases a rule has at each severity.
type ruleFigure struct {
	title  string
	counts [audit.Critical + 1]int
}

// waitFigure is how many persons have waited for how long.
type waitFigure struct {
	class string
	count int
}

func (v voice) figures(s *audit.Summary) (f figures) {
	var now [audit.Critical + 1]int
	for i := range s.Counts {
		c := &s.Counts[i]
		change := c.Rule.TellsChange()
		r := ruleFigure{title: c.Rule.Title.In(v.l)}
		some := false
		for x, n := range c.Counts {
			if !change {
				now[x] += n
			}
			if !change || audit.Severity(x) >= audit.Error { // the others stand among the changes alone
				r.counts[x], some = n, some || n > 0
			}
		}
		if some {
			f.rules = append(f.rules, r)
		}
	}
	before, compared := s.Trend.Before()
	earlier, old := s.Trend.Earlier()
	for _, x := range audit.Severities() {
		one := severityFigure{x, now[x], -1, -1}
		if compared {
			one.before = before.Open[x]
		}
		if old {
			one.earlier = earlier.Open[x]
		}
		f.severities = append(f.severities, one)
	}
	if compared {
		f.nights = s.Trend.Shown()
	}
	f.waits = v.waits(s)
	return f
}

// trendTitle tells from when to when the trend goes.
func (w *overview) trendTitle() string {
	nights := w.figures.nights
	return w.say(chartTrend, w.plain().number(len(nights)), w.dayOfYear(nights[0].Day), w.dayOfYear(nights[len(nights)-1].Day))
}

// waits are the persons without a number by class of waiting time.
func (v voice) waits(s *audit.Summary) (waits []waitFigure) {
	p := &s.Pending
	if p.Total() == 0 {
		return nil
	}
	for class, n := range p.Classes {
		waits = append(waits, waitFigure{v.class(s.Waits, class), n})
	}
	if p.Unknown > 0 {
		waits = append(waits, waitFigure{v.class(s.Waits, audit.UnknownWait), p.Unknown})
	}
	return waits
}
