package pairs

import (
	"strings"
	"unicode/utf8"
)

// system is one way of writing Ukrainian in Latin letters: what a letter becomes, and what it
// becomes at the beginning of a word where that differs.
type system struct {
	name           string
	letters, first map[rune]string
	given          map[string]string // given names that are other names in this language
}

// The letters that the systems disagree on, in the order of a row of systemTable.
const disputed = `г ґ є ж и ї й х ц ч ш щ ь ю я`

// systemTable holds the systems met in documents: a letter's two forms are written first-/later,
// - is no letter, and more names letters that only this system writes otherwise. The first is the
// official one of 2010; the last three are Russian forms of the name.
var systemTable = []struct{ name, row, more string }{
	{"kmu-55", "h g ye-/ie zh y yi-/i y-/i kh ts ch sh shch - yu-/iu ya-/ia", ""},
	{"passport-2007", "g g ie zh y i i kh ts ch sh shch - iu ia", ""},
	{"passport-2004", "g h ye-/ie j y yi-/i y-/i kh ts ch sh shch ' yu-/iu ya-/ia", "к c"},
	{"national-1996", "h g ye-/ie zh y yi-/i y-/i kh ts ch sh sch ' yu-/iu ya-/ia", ""},
	{"bgn", "h g ye zh y yi y kh ts ch sh shch ' yu ya", ""},
	{"norwegian", "h g je zj y ji j kh ts tsj sj sjtsj - ju ja", ""},
	{"german", "h g je sh y ji j ch z tsch sch schtsch - ju ja", "в w з s"},
	{"french", "h g ie j y ï y kh ts tch ch chtch - iou ia", "у ou"},
	{"scholarly", "h g je ž y ji j x c č š šč ʹ ju ja", ""},
	{"russian", "g g ye-/e zh i i i kh ts ch sh shch - iu ia", ""},
	{"russian-y", "g g ye-/e zh i i y kh ts ch sh shch - yu ya", ""},
	{"russian-j", "g g je-/e zh i i j h ts ch sh shch - ju ja", ""},
}

// systemWeights is how often an entry is spelled by each system.
var systemWeights = []int{720, 90, 10, 10, 40, 40, 10, 5, 5, 30, 30, 10}

const undisputed = `а a б b в v д d е e з z і i к k л l м m н n о o п p р r с s т t у u ф f`

func newSystems() []*system {
	forms := make([]map[string]string, 3)
	for i := range forms {
		forms[i] = map[string]string{}
	}
	for _, line := range strings.Fields(russianGiven) {
		name, latin, _ := strings.Cut(line, ":")
		all := strings.Split(latin, ",")
		for i := range forms {
			forms[i][name] = all[min(i, len(all)-1)]
		}
	}
	var systems []*system
	for i, t := range systemTable {
		s := &system{name: t.name, letters: map[rune]string{}, first: map[rune]string{}}
		s.learn(undisputed + " " + t.more)
		row := strings.Fields(t.row)
		for j, letter := range strings.Fields(disputed) {
			s.learn(letter + " " + row[j])
		}
		if russian := i - (len(systemTable) - len(forms)); russian >= 0 {
			s.given = forms[russian]
		}
		systems = append(systems, s)
	}
	return systems
}

// learn adds letters, each followed by what becomes of it.
func (s *system) learn(text string) {
	words := strings.Fields(text)
	for i := 0; i < len(words); i += 2 {
		r := []rune(words[i])[0]
		first, later, two := strings.Cut(words[i+1], "-/")
		switch {
		case two:
			s.first[r], s.letters[r] = first, later
		case first == "-":
			s.letters[r] = ""
		default:
			s.letters[r] = first
		}
	}
}

// writeGiven spells a Ukrainian given name, in its Russian form where the system is Russian.
func (s *system) writeGiven(name string) string {
	if form, ok := s.given[name]; ok {
		return form
	}
	return s.write(name)
}

// write spells a capitalised Ukrainian name in Latin letters.
func (s *system) write(name string) string {
	runes := []rune(strings.ToLower(name))
	var out strings.Builder
	for i, r := range runes {
		latin, ok := s.first[r]
		if i > 0 || !ok {
			latin = s.letters[r]
		}
		if r == 'г' && s.name == "kmu-55" && i > 0 && runes[i-1] == 'з' {
			latin = "gh" // so that it is not read as ж
		}
		out.WriteString(latin)
	}
	return capital(out.String())
}

// capital writes the first letter large.
func capital(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	return strings.ToUpper(string(first)) + word[size:]
}

// feminine is the form of a Ukrainian or Polish surname that a woman bears, where it has one.
func feminine(surname string) string {
	for _, pair := range [...][2]string{{"ий", "а"}, {"ski", "ska"}, {"cki", "cka"}, {"dzki", "dzka"}} {
		if stem, ok := strings.CutSuffix(surname, pair[0]); ok {
			return stem + pair[1]
		}
	}
	return surname
}
