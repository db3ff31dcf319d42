package planted

import "strings"

// spelling is one way of writing Ukrainian in Latin letters: what a letter becomes, and what it
// becomes at the beginning of a word where that differs.
type spelling struct{ letters, first map[rune]string }

// The letters that every system writes alike.
var plainLetters = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'д': "d", 'е': "e", 'з': "z", 'к': "k", 'л': "l", 'м': "m", 'н': "n",
	'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u", 'ф': "f", 'ц': "ts", 'ь': "", '\'': "",
}

// The systems met in catalogs: the official one of 2010, the passports of 2007, BGN/PCGN, the
// Norwegian language council's, and what a Russian-language document says.
var (
	kmu55 = spell("г h ґ g є ie ж zh и y і i ї i й i х kh ч ch ш sh щ shch ю iu я ia",
		"є ye ї yi й y ю yu я ya")
	passport2007 = spell("г g ґ g є ie ж zh и y і i ї i й i х kh ч ch ш sh щ shch ю iu я ia", "")
	bgn          = spell("г h ґ g є ye ж zh и y і i ї yi й y х kh ч ch ш sh щ shch ю yu я ya", "")
	norwegian    = spell("г h ґ g є je ж zj и y і i ї ji й j х kh ч tsj ш sj щ sjtsj ю ju я ja", "")
	russian      = spell("г g ґ g є e ж zh и i і i ї i й y х kh ч ch ш sh щ shch ю yu я ya", "")
)

func spell(letters, first string) spelling {
	s := spelling{pairs(letters), pairs(first)}
	for r, latin := range plainLetters {
		s.letters[r] = latin
	}
	return s
}

func pairs(text string) map[rune]string {
	words := strings.Fields(text)
	m := map[rune]string{}
	for i := 0; i < len(words); i += 2 {
		m[[]rune(words[i])[0]] = words[i+1]
	}
	return m
}

// write spells a capitalised Ukrainian name in Latin letters.
func (s spelling) write(name string) string {
	runes := []rune(strings.ToLower(name))
	var out strings.Builder
	for i, r := range runes {
		latin, ok := s.first[r]
		if i > 0 || !ok {
			latin = s.letters[r]
		}
		// зг is zgh, so that it is not read as ж.
		if r == 'г' && latin == "h" && i > 0 && runes[i-1] == 'з' {
			latin = "gh"
		}
		out.WriteString(latin)
	}
	w := out.String()
	return strings.ToUpper(w[:1]) + w[1:]
}

// russianForms are given names that Russian has another name for; the rest are spelled as they
// sound.
var russianForms = map[string]string{
	"Олександр": "Alexander", "Сергій": "Sergei", "Андрій": "Andrei", "Дмитро": "Dmitri",
	"Володимир": "Vladimir", "Микола": "Nikolai", "Михайло": "Mikhail", "Петро": "Pyotr", "Павло": "Pavel",
	"Євген": "Evgeni", "Ілля": "Ilya", "Артем": "Artyom", "Данило": "Daniil", "Кирило": "Kirill",
	"Віталій": "Vitaly", "Юрій": "Yuri", "Олена": "Elena", "Ганна": "Anna", "Катерина": "Ekaterina",
	"Ірина": "Irina", "Ольга": "Olga", "Світлана": "Svetlana", "Надія": "Nadezhda", "Наталія": "Natalia",
	"Тетяна": "Tatiana", "Юлія": "Julia", "Софія": "Sofia", "Вікторія": "Viktoria", "Марія": "Maria",
	"Анастасія": "Anastasia", "Дарина": "Daria",
}

// russianForm is a given name as a Russian-language document has it.
func russianForm(given string) string {
	if latin, ok := russianForms[given]; ok {
		return latin
	}
	return russian.write(given)
}

// feminine is the form of a Ukrainian surname that a woman bears.
func feminine(surname string) string {
	if stem, ok := strings.CutSuffix(surname, "ий"); ok {
		return stem + "а"
	}
	return surname
}

// ascii is a name as it stands in a user name: lower-case letters a to z and nothing else.
func ascii(name string) string {
	var out strings.Builder
	for _, r := range strings.ToLower(name) {
		if r >= 'a' && r <= 'z' {
			out.WriteRune(r)
			continue
		}
		out.WriteString(unmarked[r])
	}
	return out.String()
}

var unmarked = map[rune]string{
	'æ': "ae", 'ø': "o", 'å': "a", 'é': "e", 'è': "e", 'ö': "o", 'ä': "a", 'ü': "u", 'ą': "a", 'ć': "c",
	'ę': "e", 'ł': "l", 'ń': "n", 'ó': "o", 'ś': "s", 'ź': "z", 'ż': "z",
}
