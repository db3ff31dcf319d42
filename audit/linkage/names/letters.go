package names

import "strings"

// cyrillicMarks puts together again the letters whose marks make them letters of their own: without it й would
// be read as и and ї as і.
var cyrillicMarks = strings.NewReplacer(
	"и\u0306", "й", "і\u0308", "ї", "е\u0308", "ё", "у\u0306", "ў",
)

// wordInitial is how resolution 55 writes a letter at the beginning of a word.
var wordInitial = map[rune]string{'є': "ye", 'ї': "yi", 'й': "y", 'ю': "yu", 'я': "ya", 'ё': "yo"}

// plainLetters writes a letter in a to z. Ukrainian by resolution 55; the letters of other Cyrillic alphabets
// as those countries' passports do.
var plainLetters = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "h", 'ґ': "g", 'д': "d", 'е': "e", 'є': "ie", 'ж': "zh", 'з': "z",
	'и': "y", 'і': "i", 'ї': "i", 'й': "i", 'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p",
	'р': "r", 'с': "s", 'т': "t", 'у': "u", 'ф': "f", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh",
	'щ': "shch", 'ь': "", 'ю': "iu", 'я': "ia",
	'ы': "y", 'э': "e", 'ъ': "", 'ё': "io", // Russian
	'ў': "u",                                                                  // Belarusian
	'ђ': "dj", 'ј': "j", 'љ': "lj", 'њ': "nj", 'ћ': "c", 'џ': "dz", 'ѓ': "gj", // Serbian, Macedonian
	'ø': "o", 'æ': "ae", 'å': "a", 'œ': "oe", 'ß': "ss", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ı': "i",
	'ŋ': "ng", 'ħ': "h", 'ŧ': "t", 'ɨ': "i", 'ə': "a", 'ĸ': "k",
}
