package names

import (
	"strings"
	"testing"
)

func TestKeyMeets(t *testing.T) {
	for _, line := range []string{
		"yuliia iuliia yuliya julija julia iouliia",
		"serhii sergii serhiy serhij sergiy",
		"shevchenko sjevtsjenko schewtschenko chevtchenko sevcenko",
		"zelenskyi zelenskyy zelenskyj zelenskij zelensky zelenski",
		"ivan iwan", "aleksander alexander", "jorgen joergen",
		"hakon haakon", "thor tor", "thea tea", "erik eric erick", "sofie sophie", "kristian christian",
		"katrine cathrine kathrine", "wilhelm vilhelm", "yngve ingve", "sara sarah", "noor nour nur", "karim kareem",
		"abdullah abdulla", "philip filip", "sesilie cecilie", "tsegay segai", "zhanna zjanna", "oistein oystein",
	} {
		names := strings.Fields(line)
		for _, n := range names[1:] {
			if Key(n) != Key(names[0]) {
				t.Errorf("%s: %s, %s: %s", names[0], Key(names[0]), n, Key(n))
			}
		}
	}
}

func TestKeyParts(t *testing.T) {
	for _, pair := range differentNames {
		a, b := Fold(pair[0]), Fold(pair[1])
		if Key(a) == Key(b) || Form(a) == Form(b) {
			t.Errorf("%s and %s have one key, %s", a, b, Key(a))
		}
	}
}

// differentNames are different names that look alike to one measure or another.
var differentNames = [][2]string{
	{"Samir", "Samira"}, {"Viktor", "Viktoriia"}, {"Marte", "Marit"}, {"Hassan", "Hussein"}, {"Omar", "Amir"},
	{"Mohamed", "Mahmoud"}, {"Oleksandr", "Oleksandra"}, {"Sara", "Zara"}, {"Said", "Zaid"}, {"Diana", "Dana"},
	{"Mari", "Marie"}, {"Jan", "Jon"}, {"Joel", "Jol"}, {"Moe", "Mo"}, {"Hoel", "Hol"}, {"Nora", "Noora"},
	{"René", "Renée"}, {"Mia", "Maia"}, {"Karin", "Karen"}, {"Kristin", "Kristine"}, {"Mikkel", "Mikael"},
}

func TestSkeleton(t *testing.T) {
	for _, c := range []struct{ token, first, second string }{
		{"shevchenko", "SvSnk", ""},
		{"sjevtsjenko", "SvSnk", ""},
		{"yuliia", "Al", ""},
		{"olha", "AlH", ""},
		{"oleksandr", "AlkSndr", ""},
		{"alexander", "AlkSndr", ""},
		{"marcus", "mrS", "mrkS"},
		{"viktor", "vktr", ""},
		{"nick", "nk", ""},
		{"christian", "SrStn", "krStn"},
		{"hassan", "HSn", ""},
		{"sarah", "Sr", ""},
		{"", "", ""},
	} {
		if first, second := Skeleton(c.token); first != c.first || second != c.second {
			t.Errorf("Skeleton(%s) = %s %s, want %s %s", c.token, first, second, c.first, c.second)
		}
	}
}

func FuzzKey(f *testing.F) {
	for _, s := range []string{"oxseeooue", "tszczsch", "joergen", "ahhh", "нинha", "thorthth", "xxx", "sgzgkg"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, token := range Tokens(Fold(s)) {
			k := Key(token)
			if Key(k) != k {
				t.Errorf("Key(%s) = %s, and again %s", token, k, Key(k))
			}
			if spelled := key(token, strict); key(spelled, strict) != spelled || Key(spelled) != k {
				t.Errorf("%s: strict %s, again %s; wide of it %s, want %s",
					token, spelled, key(spelled, strict), Key(spelled), k)
			}
			if form := Form(token); Form(form) != form {
				t.Errorf("Form(%s) = %s, and again %s", token, form, Form(form))
			}
			Skeleton(token)
			Base(token)
		}
	})
}

func BenchmarkKey(b *testing.B) {
	for b.Loop() {
		Key("aleksander")
	}
}

func BenchmarkForm(b *testing.B) {
	for b.Loop() {
		Form("aleksander")
	}
}
