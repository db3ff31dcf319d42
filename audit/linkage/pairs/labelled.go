package pairs

import (
	"strings"

	"ninaudit/audit/chance"
	"ninaudit/audit/linkage"
	"ninaudit/audit/nin"
)

// Names of the labelled sets: other languages than Generate's, and other rules of composition.
const (
	givenEnglish = `James Mary Robert Patricia Michael Jennifer David Linda William Barbara Richard Susan Joseph Jessica
		Charles Karen Christopher Nancy Matthew Betty Anthony Margaret Mark Sandra Steven Ashley Paul Dorothy Andrew
		Kimberly Joshua Emily Kenneth Donna Kevin Michelle Brian Carol George Amanda Timothy Melissa Ronald Deborah
		Edward Stephanie Jason Rebecca Jeffrey Sharon Ryan Laura Gary Cynthia Nicholas Kathleen Stephen Amy Jonathan
		Angela Larry Shirley Justin Brenda Scott Emma Brandon Pamela Frank Nicole Gregory Samantha Raymond Katherine
		Samuel Ruth Patrick Christine Jack Helen Dennis Rachel Jerry Catherine Tyler Heather Aaron Olivia Adam Julie
		Henry Joyce Nathan Victoria Douglas Kelly Peter Lauren Walter Joan Harold Evelyn Keith Judith Roger Megan`
	givenGerman = `Hans Ursula Peter Monika Wolfgang Petra Klaus Sabine Michael Renate Werner Helga Jürgen Karin Thomas
		Brigitte Heinz Ingrid Andreas Erika Gerhard Andrea Günter Gisela Frank Claudia Dieter Susanne Horst Gabriele
		Manfred Christa Uwe Christine Bernd Hildegard Stefan Anna Helmut Birgit Walter Barbara Martin Gertrud Herbert
		Heike Karl Marianne Rolf Elisabeth Matthias Irmgard Joachim Angelika Kurt Ilse Christian Martina Heinrich
		Irene Ralf Ute Rainer Katja Jörg Silke Sven Anja Kai Nicole Markus Stefanie Florian Katrin Sebastian Julia
		Tobias Melanie Daniel Sandra Alexander Nadine Tim Lena Lukas Leonie Felix Johanna Moritz Charlotte Konrad`
	beginningsEnglish = `Ash Brad Black Brook Burn Carl Chad Clay Cliff Cole Cress Dal Dun East Elling Fair Farn Gains
		Good Green Hal Hamp Hard Hart Haw Hazel Holl Hunt Ken King Lang Lin Long Mar Mel Mid More New Nor Oak Pem Pres
		Rad Red Row Shel Stan Staf Stock Sut Thorn Wal War Wat West White Whit Win Wood Wor`
	endingsEnglish   = `ton ley ford worth well bury man field ham wick by son brook ridge den more land shaw`
	beginningsGerman = `Acker Alten Bach Baum Berg Blum Brand Braun Busch Dorn Eber Eich Feld Fisch Frank Gold Grün Haber
		Hart Hell Hof Hohen Kauf Kirch Klein Krüger Lang Leh Lieb Linden Neu Ober Rosen Roth Schön Schu Schwarz Seiler
		Stein Stroh Thal Unter Wald Wein Weiß Winkel Wolf Zimmer`
	endingsGerman = `mann bauer berg stein müller meier hauer burger auer er felder bach horn haus kamp brandt`
)

// Errors of the labelled sets: how many fields of a duplicate were hit, in percent.
var fieldsHit = []int{0, 68, 28, 4}

// Labelled makes n records of a habit that Generate does not have: English and German names, birth
// years from 1920 to 2005, a tenth of the records duplicates with one or two edits in one to three
// fields, missing values or names that changed places; neither numbers nor units, addresses or
// decoys. Kind is the worst that was done to the duplicate: edit-1 to edit-3 by fields hit,
// swapped, missing. It stands for the public sets that linkage is compared by.
func Labelled(seed uint64, n int) *Set {
	b := newBuilder(Options{Seed: seed ^ 0x1abe11ed, On: nin.MakeDate(2026, 8, 15)})
	groups := [...]*origin{
		foreignHabit("english", givenEnglish, beginningsEnglish, endingsEnglish),
		foreignHabit("german", givenGerman, beginningsGerman, endingsGerman),
	}
	twice := n / 10
	for b.persons < n-twice {
		o := groups[b.Below(len(groups))]
		born := nin.MakeDate(b.Between(1920, 2005), 1, 1).AddDays(b.Below(365))
		record := linkage.Record{Given: o.men[old].draw(b.Source), Surname: o.surnames.draw(b.Source), Birth: born}
		e := &entry{Record: record, person: -1, origin: o}
		at := b.enter(e)
		if b.persons <= twice {
			q := *e
			kind := b.garble(&q)
			b.set.Truth = append(b.set.Truth, Pair{at, b.enter(&q), kind, o.name})
		}
	}
	return b.finish()
}

// foreignHabit makes a group of one list of given names and surnames in two parts.
func foreignHabit(name, given, beginnings, endings string) *origin {
	o := &origin{name: name}
	o.men[old].add(words(given), 100, 12)
	o.surnames.add(spread(compose(beginnings, endings)), 100, 30)
	return o
}

// garble does to a record what careless typing does, and returns the worst of it.
func (b *builder) garble(e *entry) (kind string) {
	hit := b.Weighted(fieldsHit)
	fields := []func(){
		func() { e.Given = b.garbleName(e.Given) },
		func() { e.Surname = b.garbleName(e.Surname) },
		func() { e.Birth = b.garbleDate(e.Birth) },
	}
	chance.Shuffle(b.Source, fields)
	for _, field := range fields[:hit] {
		field()
	}
	switch roll := b.Below(100); {
	case roll < 4:
		e.Given, e.Surname = e.Surname, e.Given
		return "swapped"
	case roll < 5:
		e.Given = ""
		return "missing"
	case roll < 6:
		e.Birth = 0
		return "missing"
	}
	return [...]string{"", "edit-1", "edit-2", "edit-3"}[hit]
}

// garbleName makes one edit, seldom two.
func (b *builder) garbleName(name string) string {
	word := []rune(strings.ToLower(name))
	edited := b.slip(word)
	if b.Percent(25) {
		edited = b.slip(edited)
	}
	for string(edited) == string(word) {
		edited = b.slip(word)
	}
	return capital(string(edited))
}

// garbleDate gets one digit wrong, seldom two, or changes day and month.
func (b *builder) garbleDate(d nin.Date) nin.Date {
	if turned := nin.MakeDate(d.Year(), d.Day(), d.Month()); turned != d && turned.Exists() && b.Percent(15) {
		return turned
	}
	slipped := b.slipDay(d)
	if b.Percent(25) {
		slipped = b.slipDay(slipped)
	}
	for slipped == d {
		slipped = b.slipDay(d)
	}
	return slipped
}
