package serial_test

import (
	"fmt"

	"ninaudit/audit/nin"
)

// invent gives so many persons of a sort a number that was made up, by one recipe, in the place of the one they had.
func (m *made) invent(how invention, s sort, count int) {
	var some []int
	for i := range m.persons {
		if m.persons[i].sort == s && m.persons[i].made == genuine {
			some = append(some, i)
		}
	}
	for range min(count, len(some)/2) {
		p := &m.persons[some[m.Below(len(some))]]
		i := &m.date(p.born)[p.man]
		n := len(i.lawful) - 1 - m.Below(10) // one of the last ten
		if how == byGenerator {
			n = m.Below(len(i.lawful))
		}
		if v := i.at(n); !m.used[v] {
			m.used[v] = true
			p.Number, p.made = m.parser.Parse(v), how
		}
	}
}

// inventBatches enters batches: persons of one unit, of different birth dates, within an hour, each with a number that
// somebody made up for all of them.
func (m *made) inventBatches(how invention, count int) {
	for range count {
		m.batches++
		size := m.Between(4, 12)
		unit, created, start := m.Between(1, m.units), m.at(m.Between(10, 2000)), m.Between(520, 960)
		tail := ""
		for k := 0; k < size; k++ {
			v := ""
			var born nin.Date
			for try := 0; (v == "" || m.used[v]) && try < 20_000; try++ {
				born = m.anyDay(m.Between(2013, 2019))
				nine := fmt.Sprintf("%02d%02d%02d%03d", born.Day(), born.Month()+80, born.Year()%100, start)
				v = withControl(nine)
				if how == batchTail && tail != "" && v != nine[:6]+tail {
					v = ""
				}
			}
			if v == "" || m.used[v] {
				break // no other date takes the tail
			}
			if how == batchSeries {
				start++
			}
			tail = v[6:]
			m.used[v] = true
			p := person{made: how, batch: m.batches, born: born}
			p.Unit, p.Created = unit, created+int64(k*120)
			m.put(v, p)
		}
	}
}
