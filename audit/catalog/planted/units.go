package planted

import "fmt"

const (
	baseDN   = "dc=fjordvik,dc=no"
	peopleDN = "ou=people," + baseDN
	unitsDN  = "ou=units," + baseDN
	realm    = "fjordvik.no"
)

// unit is a school or another place of work.
type unit struct {
	index   int
	name    string
	number  string // nine digits that fail the control digit of organisation numbers, so nobody's
	classes int    // parallel classes of a grade
}

func (u *unit) dn() string { return "ou=" + u.name + "," + unitsDN }

// role is what a person does in the municipality.
type role uint8

const (
	pupil   role = iota // grade 1 to 10
	learner             // in adult education, from 16
	teacher
	clerk
)

// town is the municipality's units, by what they are.
type town struct {
	all, primary, lower []*unit
	adult, hall, choir  *unit
}

var places = words(`Fjordvik Nordbygda Strandvik Solbakken Lillevåg Bergsmo Havnnes Skogheim Vestre Østmarka
	Kirkebakken Tangvika Storhaug Elvestrand Furumo Granli Høgåsen Breivika Myrvang Haugalia Sandnesmo Lauvåsen
	Kvernbekken Toppåsen Rognlia Fagerheim Bjørkelia Steinsvik Åsgårdsmo Ytre Indre Nesbrygga Sjøvollen Kleivane
	Dalsøyra Langmyra Svartskogen Nyheim Øvrebygda Midtbygda Torvmoen Holmvika Røyrvik Seljebakken Vardåsen
	Osphaugen Hegglia Linderud Flatmoen Svaberget Mølledalen Orrehaugen Trollvika Gamlebyen Havblikk Fjellheim`)

// newTown makes units for a catalog of so many persons: schools of some 350.
func (b *builder) newTown(persons int) town {
	var t town
	add := func(name string, classes int) *unit {
		u := &unit{index: len(t.all), name: name, number: b.orgNumber(), classes: classes}
		t.all = append(t.all, u)
		return u
	}
	pupils := persons * 7 / 10
	for i := range 1 + pupils*7/10/370 {
		t.primary = append(t.primary, add(place(i)+" barneskole", 1+min(1, pupils/300)))
	}
	for i := range 1 + pupils*3/10/330 {
		t.lower = append(t.lower, add(place(i)+" ungdomsskole", 1+min(3, pupils/300)))
	}
	t.adult = add("Fjordvik voksenopplæring", 0)
	t.hall = add("Fjordvik rådhus", 0)
	if b.options.Systematic {
		t.choir = add("Fjordvik kulturskole", 0)
	}
	return t
}

// place is the i-th place name; past the last one they are numbered by compass.
func place(i int) string {
	if n := i / len(places); n > 0 {
		return fmt.Sprintf("%s %d.", places[i%len(places)], n+1)
	}
	return places[i]
}

// orgNumber is a number of the shape of an organisation's whose control digit is wrong.
func (b *builder) orgNumber() string {
	for {
		s := fmt.Sprintf("9%08d", b.Below(100000000))
		sum := 0
		for i, w := range [...]int{3, 2, 7, 6, 5, 4, 3, 2} {
			sum += w * int(s[i]-'0')
		}
		if (sum+int(s[8]-'0'))%11 != 0 && b.take(s) {
			return s
		}
	}
}
