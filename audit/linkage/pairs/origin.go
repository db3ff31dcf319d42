package pairs

import (
	"slices"
	"strings"

	"ninaudit/audit/chance"
)

// The eras of birth in which other given names were common.
const (
	old    = iota // before 1970
	middle        // before 1995
	young
	eras
)

func eraOf(year int) int {
	switch {
	case year < 1970:
		return old
	case year < 1995:
		return middle
	}
	return young
}

// twins are names that parents give to two children born together, two boys, two girls, or a boy
// and a girl, in that order.
type twins struct{ boys, girls, mixed string }

// origin is a group of names that go together.
type origin struct {
	name        string
	women, men  [eras]ranked
	surnames    ranked
	boys, girls []string // pairs of names, with a slash between
	mixed       []string
	easy        int // percent registered as born on an easy date
	respell     []string
	weight      int // per mille of the population
	pairs       int // percent of the true pairs and decoys, where the kind is met in the group
}

func (o *origin) ukrainian() bool { return o.name == "ukrainian" }

// newOrigins makes the groups. A twin's name is an ordinary one: others bear it as well.
func newOrigins() []*origin {
	ukrainian := &origin{name: "ukrainian", easy: 1, weight: 60, pairs: 16}
	ukrainian.list(words(womenUkrainian), words(menUkrainian), twinsUkrainian)
	ukrainian.surnames.add(words(surnamesUkrainian), 35, 20)
	ukrainian.surnames.add(compose(stemsUkrainian, endingsUkrainian), 50, 60)
	ukrainian.surnames.add(compose(placesUkrainian, "ський"), 15, 30)

	polish := &origin{name: "polish", easy: 1, weight: 40, pairs: 9}
	polish.list(words(womenPolish), words(menPolish), twinsPolish)
	polish.surnames.add(words(surnamesPolish), 40, 20)
	polish.surnames.add(compose(stemsPolish, endingsPolish), 60, 60)

	arabic := &origin{name: "arabic", easy: 6, weight: 35, pairs: 9, respell: words("ou/u ee/i kh/k")}
	arabic.list(words(womenArabic), words(menArabic), twinsArabic)
	arabic.surnames.add(strings.Split(surnamesArabic, ","), 70, 20)
	arabic.surnames.add(words(menArabic), 30, 20)

	somali := &origin{name: "somali", easy: 10, weight: 25, pairs: 8}
	somali.list(words(womenSomali), words(menSomali), twinsSomali)
	somali.surnames.add(fathers(menSomali), 90, 300)
	somali.surnames.add(words(menSomali), 10, 10)

	tigrinya := &origin{name: "tigrinya", easy: 8, weight: 15, pairs: 6,
		respell: words("mariam/maryam michael/mikael giorgis/ghiorghis gebre/ghebre welde/wolde medhin/medhen")}
	tigrinya.list(words(womenTigrinya), words(menTigrinya), twinsTigrinya)
	tigrinya.surnames.add(words(menTigrinya), 50, 20)
	tigrinya.surnames.add(compose(stemsTigrinya, endingsTigrinya), 50, 30)

	dari := &origin{name: "dari", easy: 10, weight: 15, pairs: 6,
		respell: words("zada/zadah hossein/hussain yousuf/yusuf noor/nur ghulam/gholam mohammad/muhammad")}
	dari.list(words(womenDari), words(menDari), twinsDari)
	dari.surnames.add(compose(stemsDari, endingsDari), 100, 15)

	vietnamese := &origin{name: "vietnamese", easy: 1, weight: 10, pairs: 6}
	vietnamese.list(strings.Split(womenVietnamese, ","), strings.Split(menVietnamese, ","), twinsVietnamese)
	vietnamese.surnames.add([]string{"Nguyễn"}, 38, 0)
	vietnamese.surnames.add(words(surnamesVietnamese), 62, 3)

	return []*origin{norwegian(), ukrainian, polish, arabic, somali, tigrinya, dari, vietnamese}
}

// norwegian is the group whose given names change from era to era. The shares are SSB's: the most
// common given name of a year is borne by some 1.3 percent, Hansen by 1.
func norwegian() *origin {
	o := &origin{name: "norwegian", weight: 800, pairs: 40,
		respell: words("gård/gaard ås/aas seth/set jakob/jacob kris/chris karl/carl lund/lunn bakk/bach nygård/nygaard")}
	o.setTwins(twinsNorwegian)
	women := [eras][]string{words(womenOld), words(womenMiddle), words(womenYoung)}
	men := [eras][]string{words(menOld), words(menMiddle), words(menYoung)}
	twinWomen, twinMen := o.twinNames()
	for era := range eras {
		o.women[era].add(women[era], 72, 50)
		o.men[era].add(men[era], 72, 50)
		for other := range eras {
			if other != era {
				o.women[era].add(women[other], 8, 120)
				o.men[era].add(men[other], 8, 120)
			}
		}
		o.women[era].add(twinWomen, 4, 100)
		o.men[era].add(twinMen, 4, 100)
		o.women[era].add(compose(norseWomen, norseWomenB), 8, 200)
		o.men[era].add(compose(norseMen, norseMenB), 8, 200)
	}
	listed := words(surnamesNorwegian)
	var sons []string
	for _, father := range words(patronyms) {
		sons = append(sons, strings.TrimSuffix(father, "s")+"sen")
	}
	o.surnames.add(listed, 34, 12)
	o.surnames.add(sons, 8, 60)
	o.surnames.add(spread(compose(farms, farmsB)), 58, 80)
	return o
}

// list makes the given names of a group whose names are the same in every era.
func (o *origin) list(women, men []string, t twins) {
	o.setTwins(t)
	twinWomen, twinMen := o.twinNames()
	for era := range eras {
		o.women[era].add(women, 80, 15)
		o.women[era].add(twinWomen, 20, 60)
		o.men[era].add(men, 80, 15)
		o.men[era].add(twinMen, 20, 60)
	}
}

func (o *origin) setTwins(t twins) {
	o.boys, o.girls, o.mixed = strings.Split(t.boys, ","), strings.Split(t.girls, ","), strings.Split(t.mixed, ",")
}

// twinNames lists each name among the twins' names once.
func (o *origin) twinNames() (women, men []string) {
	add := func(list *[]string, name string) {
		if !slices.Contains(*list, name) {
			*list = append(*list, name)
		}
	}
	for i, group := range [...][]string{o.boys, o.girls, o.mixed} {
		for _, pair := range group {
			first, second, _ := strings.Cut(pair, "/")
			lists := [...][2]*[]string{{&men, &men}, {&women, &women}, {&men, &women}}[i]
			add(lists[0], first)
			add(lists[1], second)
		}
	}
	return women, men
}

func words(s string) []string { return strings.Fields(s) }

// compose joins every beginning with every ending, but where a letter would stand three times.
func compose(beginnings, endings string) []string {
	var out []string
	for _, a := range words(beginnings) {
		for _, b := range words(endings) {
			if last := a[len(a)-1:]; strings.HasSuffix(a, last+last) && strings.HasPrefix(b, last) {
				continue
			}
			out = append(out, a+b)
		}
	}
	return out
}

// fathers makes surnames of a father's and a grandfather's name.
func fathers(men string) []string {
	var out []string
	for _, father := range words(men) {
		for _, grandfather := range words(men) {
			if father != grandfather {
				out = append(out, father+" "+grandfather)
			}
		}
	}
	return spread(out)
}

// spread brings names that were made in rows into an order in which neighbours differ, the same on
// every call, so that what is common does not follow from the first letter.
func spread(names []string) []string {
	chance.Shuffle(chance.New(1, 0x7061697273), names)
	return names
}
