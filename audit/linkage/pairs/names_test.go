package pairs

import (
	"slices"
	"strings"
	"testing"
)

// TestSystems holds the romanisation against names whose spelling is known.
func TestSystems(t *testing.T) {
	systems := newSystems()
	for _, tt := range []struct{ system, given, surname, want string }{
		{"kmu-55", "Юлія", "Згурський", "Yuliia Zghurskyi"},
		{"kmu-55", "Олександр", "Дем'яненко", "Oleksandr Demianenko"},
		{"passport-2007", "Юлія", "Їжакевич", "Iuliia Izhakevych"},
		{"passport-2004", "Сергій", "Коваль", "Sergii Coval'"},
		{"national-1996", "Юрій", "Щербак", "Yurii Scherbak"},
		{"bgn", "Євген", "Мельник", "Yevhen Mel'nyk"},
		{"norwegian", "Юлія", "Шевченко", "Julija Sjevtsjenko"},
		{"german", "Юлія", "Шевченко", "Julija Schewtschenko"},
		{"french", "Юлія", "Шевчук", "Iouliia Chevtchouk"},
		{"scholarly", "Юлія", "Шевченко", "Julija Ševčenko"},
		{"russian", "Олександр", "Гнатюк", "Alexander Gnatiuk"},
		{"russian-y", "Юлія", "Левицький", "Yulia Levitskiy"},
		{"russian-j", "Сергій", "Юрченко", "Sergej Jurchenko"},
	} {
		i := slices.IndexFunc(systems, func(s *system) bool { return s.name == tt.system })
		if got := systems[i].writeGiven(tt.given) + " " + systems[i].write(tt.surname); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.system, got, tt.want)
		}
	}
	if len(systemWeights) != len(systems) {
		t.Errorf("%d weights for %d systems", len(systemWeights), len(systems))
	}
}

// TestTwins holds that no two names of twins are spellings of one, and that the best known pairs are
// among them.
func TestTwins(t *testing.T) {
	sp := newSpeller()
	var all []string
	for _, o := range newOrigins() {
		for _, pair := range slices.Concat(o.boys, o.girls, o.mixed) {
			all = append(all, pair)
			first, second, two := strings.Cut(pair, "/")
			if !two || sp.fold(first) == sp.fold(second) || slices.Contains(sp.others[first], second) {
				t.Errorf("%s: %s are no names of twins", o.name, pair)
			}
		}
	}
	for _, want := range words(`Hassan/Hussein Samir/Samira Віктор/Вікторія Marte/Marit Олександр/Олександра Omar/Amir
		Mona/Mina`) {
		if !slices.Contains(all, want) {
			t.Errorf("%s are not among the twins", want)
		}
	}
}

// TestFrequencies holds the names to those of Norway: how many there are, and how common the most
// common is.
func TestFrequencies(t *testing.T) {
	s := Generate(Options{Seed: 11, Persons: 60_000, Duplicates: -1})
	surnames, given, byDecade := map[string]int{}, map[string]bool{}, map[string]int{}
	born, norwegians := 0, 0
	for i := range s.Records {
		r := &s.Records[i]
		if s.Groups[i] != "norwegian" {
			continue
		}
		norwegians++
		surnames[r.Surname]++
		given[words(r.Given)[0]] = true
		if r.Birth.Year() >= 2010 && r.Birth.Year() < 2020 {
			born++
			byDecade[words(r.Given)[0]]++
		}
	}
	if part := float64(norwegians) / float64(len(s.Records)); part < 0.77 || part > 0.83 {
		t.Errorf("%.2f of the records are in the norwegian group", part)
	}
	if len(surnames) < 4000 || len(given) < 600 {
		t.Errorf("%d surnames and %d given names", len(surnames), len(given))
	}
	for _, name := range words("Hansen Johansen Olsen") {
		if part := float64(surnames[name]) / float64(norwegians); part < 0.007 || part > 0.016 {
			t.Errorf("%s is borne by %.4f", name, part)
		}
	}
	top := 0
	for _, n := range byDecade {
		top = max(top, n)
	}
	// Half of those born are of the other sex.
	if part := 2 * float64(top) / float64(born); part < 0.01 || part > 0.02 {
		t.Errorf("the most common given name of the decade is borne by %.4f of its sex", part)
	}
}
