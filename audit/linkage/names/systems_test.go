package names

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// A system writes Ukrainian in Latin letters: letter for letter, with other forms at the beginning of a word.
type system struct {
	name    string
	letters map[rune]string // beside plain
	initial map[rune]string
}

// plain are the letters that most systems agree on.
var plain = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "h", 'ґ': "g", 'д': "d", 'е': "e", 'ж': "zh", 'з': "z", 'и': "y", 'і': "i",
	'й': "i", 'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u",
	'ф': "f", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch", 'ь': "", '\'': "", 'є': "ie", 'ї': "i",
	'ю': "iu", 'я': "ia",
}

var yInitial = map[rune]string{'є': "ye", 'ї': "yi", 'й': "y", 'ю': "yu", 'я': "ya"}

// systems are the columns of the comparison; the romanisation of the official resolution comes first.
var systems = []system{
	{"KMU-55", nil, yInitial},
	{"passport 2007", map[rune]string{'г': "g"}, nil},
	{"passport 2004", map[rune]string{'г': "g", 'ґ': "h", 'ж': "j", 'к': "c", 'ь': "'"}, yInitial},
	{"National 1996", map[rune]string{'щ': "sch", 'ь': "'"}, yInitial},
	{"BGN/PCGN", map[rune]string{'є': "ye", 'ї': "yi", 'й': "y", 'ю': "yu", 'я': "ya", 'ь': "'"}, nil},
	{"Norwegian", map[rune]string{'є': "je", 'ж': "zj", 'ї': "ji", 'й': "j", 'ч': "tsj", 'ш': "sj", 'щ': "sjtsj",
		'ю': "ju", 'я': "ja"}, nil},
	{"German", map[rune]string{'в': "w", 'є': "je", 'ж': "sh", 'з': "s", 'ї': "ji", 'й': "j", 'х': "ch", 'ц': "z",
		'ч': "tsch", 'ш': "sch", 'щ': "schtsch", 'ю': "ju", 'я': "ja"}, nil},
	{"French", map[rune]string{'ж': "j", 'ї': "ï", 'й': "y", 'у': "ou", 'ч': "tch", 'ш': "ch", 'щ': "chtch",
		'ю': "iou"}, nil},
	{"scholarly", map[rune]string{'є': "je", 'ж': "ž", 'ї': "ji", 'й': "j", 'х': "x", 'ц': "c", 'ч': "č", 'ш': "š",
		'щ': "šč", 'ь': "ʹ", 'ю': "ju", 'я': "ja"}, nil},
	// The letters of a Russian passport; another name where the Russian form is another, as Сергей is, has its line in
	// the tables.
	{"Russian, y", map[rune]string{'г': "g", 'є': "ye", 'и': "i", 'ї': "i", 'й': "y", 'ю': "yu", 'я': "ya"}, nil},
	{"Russian, i", map[rune]string{'г': "g", 'и': "i", 'ї': "i", 'й': "i", 'ю': "iu", 'я': "ia"}, nil},
	{"Russian, j", map[rune]string{'г': "g", 'є': "je", 'и': "i", 'ї': "i", 'й': "j", 'х': "h", 'ю': "ju", 'я': "ja"}, nil},
}

func (s system) write(name string) string {
	var b strings.Builder
	name = strings.ToLower(name)
	for i, r := range name {
		switch {
		case i == 0 && s.initial[r] != "":
			b.WriteString(s.initial[r])
		case r == 'г' && strings.HasSuffix(name[:i], "з") && s.name == "KMU-55":
			b.WriteString("gh")
		default:
			text, ok := s.letters[r]
			if !ok {
				text = plain[r]
			}
			b.WriteString(text)
		}
	}
	return b.String()
}

var ukrainianGiven = strings.Fields(`Олександр Олександра Олексій Альбіна Анатолій Андрій Анжела Анна Антон
	Антоніна Аліна Алла Аліса Артем Анастасія Богдан Борис Вадим Валентина Валерій Валерія Василь Віктор Вікторія
	Віра Віталій Владислав Володимир В'ячеслав Галина Ганна Георгій Геннадій Гліб Григорій Данило Дарина Дарія
	Денис Діана Дмитро Едуард Емілія Євген Євгенія Єгор Єлизавета Жанна Захар Злата Зоряна Зоя Іван Ігор Ілля
	Інна Ірина Їлія Йосип Карина Катерина Кирило Костянтин Ксенія Лариса Лев Леонід Леся Лідія Любов Людмила
	Максим Маргарита Марина Марія Марко Матвій Микита Микола Михайло Мирослава Надія Назар Наталія Ніна Оксана
	Олег Олена Ольга Остап Павло Петро Поліна Раїса Роман Ростислав Руслан Святослав Світлана Семен Сергій
	Соломія Софія Станіслав Степан Тарас Тетяна Тимофій Тимур Уляна Федір Христина Юлія Юрій Юхим Яна Ярослав
	Ярослава Яків`)

var ukrainianSurnames = strings.Fields(`Шевченко Мельник Бондаренко Коваленко Бойко Ткаченко Кравченко Ковальчук
	Коваль Олійник Шевчук Поліщук Іванова Ткачук Савченко Бондар Марченко Руденко Мороз Лисенко Петренко Клименко
	Павленко Кравчук Кузьменко Пономаренко Савчук Василенко Левченко Харченко Сидоренко Карпенко Гаврилюк Швець
	Мельничук Попович Романюк Панченко Мазур Хоменко Павлюк Кушнір Мартинюк Костенко Кравець Яценко Щербак
	Щербаков Хрущов Зеленський Зеленська Грищенко Гончар Гнатюк Жук Жуков Згурський Єременко Юрченко Ясинський
	Цимбалюк Тимбалюк Лук'яненко Ємець Їжак Приймак Дем'яненко Гайдай`)

// shares tells which per cent of the pairs of ways of writing these names agree by Key, by the judgement
// same, and by skeleton.
func shares(list []string, same func(a, b string) bool) (byKey, bySame, bySkeleton float64) {
	var pairs, keys, sames, skeletons float64
	for _, name := range list {
		for i, one := range systems {
			for _, other := range systems[:i] {
				a, b := Fold(one.write(name)), Fold(other.write(name))
				pairs++
				if Key(a) == Key(b) {
					keys++
				}
				if same(a, b) {
					sames++
				}
				if sharesSkeleton(a, b) {
					skeletons++
				}
			}
		}
	}
	return 100 * keys / pairs, 100 * sames / pairs, 100 * skeletons / pairs
}

func sharesSkeleton(a, b string) bool {
	a1, a2 := Skeleton(a)
	b1, b2 := Skeleton(b)
	return a1 == b1 || a1 == b2 || a2 == b1 || a2 != "" && a2 == b2
}

// TestSystems holds the measured shares over all pairs of twelve systems; they may rise. What is missing: the
// French and the 2004 ж, which is j; the German х (ch) and з (s); the scholarly х (x), and its č and ц once
// the mark is gone (c before a and u). The surnames are chosen hard: half of them hold ж, з, х, ц or ч.
func TestSystems(t *testing.T) {
	for _, c := range []struct {
		name                string
		list                []string
		same                func(a, b string) bool
		key, form, skeleton float64
	}{
		{"given", ukrainianGiven, SameGiven, 96.6, 99.4, 98.0},
		{"surnames", ukrainianSurnames, SameSurname, 89.5, 98.0, 95.6},
	} {
		t.Run(c.name, func(t *testing.T) {
			key, form, skeleton := shares(c.list, c.same)
			t.Logf("%d names: Key %.2f, same %.2f, skeleton %.2f %%", len(c.list), key, form, skeleton)
			if key < c.key || form < c.form || skeleton < c.skeleton {
				t.Errorf("Key %.2f, same %.2f, skeleton %.2f %%; want at least %.2f, %.2f, %.2f",
					key, form, skeleton, c.key, c.form, c.skeleton)
			}
		})
	}
}

// TestReadings holds what the key alone leaves apart: letters that have another value in another system.
func TestReadings(t *testing.T) {
	for _, line := range []string{
		"Zhuk Zjuk Jouk Juc", "Zaiets Zajec Zajets", "Kharchenko Xarčenko Chartschenko Kharchenco", "Khrushch Xrušč", "Zhukova Joukova Jucova",
		"Khodakovskyi Xodakovskyj", "Khmelnytska Xmelnycka", "Tsekhmistrenko Cexmistrenko",
	} {
		same := strings.Fields(line)
		for _, other := range same[1:] {
			if !SameSurname(Fold(same[0]), Fold(other)) || !SameSurname(Fold(other), Fold(same[0])) {
				t.Errorf("%s and %s are two surnames", same[0], other)
			}
		}
	}
	for _, line := range []string{"Hansen Zhansen Hanzen", "Melnyk Malynka", "Koval Kotsal", "Berg Bjerg"} {
		two := strings.Fields(line)
		if SameSurname(Fold(two[0]), Fold(two[1])) {
			t.Errorf("%s and %s are one surname", two[0], two[1])
		}
	}
	for _, line := range []string{
		"yurii george", "yelyzaveta elisabeth", "kostiantyn konstantin", "danylo daniel", "yakiv jacob", "zlata slata", "anzhela anjela", "yana jana",
	} {
		one := strings.Fields(line)
		if !SameGiven(one[0], one[1]) {
			t.Errorf("%s and %s are two given names", one[0], one[1])
		}
	}
}

// TestFoldIsTheOfficialRomanisation compares Fold with the test's own writing of the resolution.
func TestFoldIsTheOfficialRomanisation(t *testing.T) {
	for _, name := range slices.Concat(ukrainianGiven, ukrainianSurnames) {
		if got, want := Fold(name), systems[0].write(name); got != want || !utf8.ValidString(got) {
			t.Errorf("Fold(%s) = %s, want %s", name, got, want)
		}
	}
}
