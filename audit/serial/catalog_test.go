package serial_test

import (
	"ninaudit/audit/nin"
	"ninaudit/audit/serial"
)

const on nin.Date = 20261123

// person is an entry and the truth about it.
type person struct {
	serial.Entry
	sort  sort
	made  invention
	batch int // 0: none
	born  nin.Date
	man   int
}

// made is a made-up catalog.
type made struct {
	*register
	persons []person
	units   int
	batches int
	parser  nin.Parser
	kind
}

// kind is what sort of catalog it is.
type kind struct {
	name    string
	persons int
	uniform bool // the register knows no order
	came    int  // of a hundred pupils, how many came and have a fødselsnummer
}

// newMade makes a catalog of so many persons: schools with their pupils, staff of all ages, adult learners, most of whom
// came; twins, and classes of people who came together.
func newMade(seed uint64, k kind) *made {
	m := &made{register: newRegister(seed), parser: nin.Parser{On: on, AcceptSynthetic: true}, kind: k}
	m.register.uniform = k.uniform
	for len(m.persons) < k.persons {
		m.school()
	}
	m.persons = m.persons[:k.persons]
	return m
}

// at is a moment so many days before the audit.
func (m *made) at(days int) int64 { return 1795000000 - int64(days)*86400 + int64(m.Below(30000)) }

// anyDay is a day of a year up to the audit's.
func (m *made) anyDay(year int) nin.Date {
	for {
		if d := nin.MakeDate(year, m.Between(1, 12), m.Between(1, 31)); d.Exists() && d <= on {
			return d
		}
	}
}

// put adds an entry, if there is a number.
func (m *made) put(number string, p person) {
	if number != "" {
		p.Number = m.parser.Parse(number)
		m.persons = append(m.persons, p)
	}
}

func (m *made) school() {
	m.units++
	for grade := 0; grade < 7; grade++ {
		imported, size := m.at(365*grade+100), m.Between(15, 60)
		for range size {
			m.pupil(2020-grade, imported+int64(m.Below(60)))
		}
	}
	for range m.Between(15, 40) {
		p := person{born: m.anyDay(m.Between(1958, 2003)), man: m.Below(2)}
		p.Unit, p.Created = m.units, m.at(m.Between(5, 3000))
		if m.Percent(9) {
			m.newcomer(p)
			continue
		}
		m.put(m.register.born(p.born, p.man), p)
	}
	if m.Percent(15) {
		m.learners()
	}
	if m.Percent(10) {
		m.class(dReception)
	}
	if m.Percent(5) {
		m.class(reception)
	}
	if m.Percent(5) { // a kindergarten beside it
		for range 20 {
			p := person{born: m.anyDay(m.Between(2024, 2026)), man: m.Below(2), sort: newest}
			p.Unit, p.Created = m.units, m.at(30)
			m.put(m.register.born(p.born, p.man), p)
		}
	}
}

// pupil adds a pupil, and now and then a twin: the next number of the date, of either sex.
func (m *made) pupil(year int, created int64) {
	p := person{born: m.anyDay(year), man: m.Below(2)}
	p.Unit, p.Created = m.units, created
	switch roll := m.Below(1000) - 10*m.kind.came; {
	case roll < 0:
		m.newcomer(p)
	case roll < 50:
		p.sort = dPerson
		m.put(m.dNumber(p.born, p.man, 0, 45), p)
	case roll < 65:
		p.sort = twin
		first := m.register.born(p.born, p.man)
		q := p
		q.man, q.Created = m.Below(2), created+20
		m.put(first, p)
		m.put(m.after(first, q), q)
	default:
		m.put(m.register.born(p.born, p.man), p)
	}
}

// after is the number that is issued next, to a twin.
func (m *made) after(first string, p person) string {
	i := &m.date(p.born)[p.man]
	for k := range i.lawful {
		if v := i.at(k); first != "" && v[6:9] < first[6:9] && !m.used[v] {
			m.used[v] = true
			return v
		}
	}
	return ""
}

// newcomer adds somebody who came and has a fødselsnummer.
func (m *made) newcomer(p person) {
	switch {
	case m.Percent(10):
		p.born, p.sort = nin.MakeDate(p.born.Year(), 1, 1), easyDate
	case m.Percent(4):
		p.born, p.sort = nin.MakeDate(p.born.Year(), 7, 1), easyDate
	case m.Percent(30):
		p.sort = newest
	}
	m.put(m.register.came(p.born, p.man, p.sort == newest), p)
}

// learners adds a course of adults, most of whom came.
func (m *made) learners() {
	for range m.Between(20, 60) {
		p := person{born: m.anyDay(m.Between(1962, 2008)), man: m.Below(2)}
		p.Unit, p.Created = m.units, m.at(m.Between(5, 500))
		if m.Percent(40) {
			p.sort = dPerson
			m.put(m.dNumber(p.born, p.man, 0, 90), p)
			continue
		}
		m.newcomer(p)
	}
}

// class adds people who came together: their numbers were issued in the same weeks, and they were entered in one hour.
func (m *made) class(s sort) {
	first, created := m.Between(0, 60), m.at(m.Between(10, 900))
	for range 22 {
		p := person{born: m.anyDay(m.Between(2011, 2019)), man: m.Below(2), sort: s}
		p.Unit, p.Created = m.units, created+int64(m.Below(1800))
		if s == dReception {
			m.put(m.dNumber(p.born, p.man, first, first+14), p)
			continue
		}
		m.put(m.register.came(p.born, p.man, true), p)
	}
}

func (m *made) entries() *serial.Set {
	all := &serial.Set{}
	for i := range m.persons {
		all.Add(m.persons[i].Entry)
	}
	return all
}
