package names

import (
	"strings"
	"testing"
)

// TestTables holds that no key is in two sets, for then the order of the table would decide, and that each
// member brings a key of its own, by one reading at least.
func TestTables(t *testing.T) {
	spelled, romanised := map[string]string{}, map[string]string{}
	for _, table := range [][]string{slavicForms, norwegianForms, arabicForms, otherForms} {
		for _, set := range table {
			for _, name := range strings.Fields(set) {
				if name != Fold(name) {
					t.Errorf("%s is not folded", name)
				}
				k := key(name, strict)
				if other, taken := spelled[k]; taken {
					t.Errorf("%s is in %q and in %q", name, other, set)
				}
				spelled[k] = set
			}
		}
	}
	for _, set := range slavicForms {
		for _, name := range strings.Fields(set) {
			if other, taken := romanised[Key(name)]; taken {
				t.Errorf("%s is in %q and in %q", name, other, set)
			}
			romanised[Key(name)] = set
		}
	}
}

func TestForm(t *testing.T) {
	for _, line := range []string{
		"Олександр Александр Alexander Aleksander Oleksandr Olexandr Alexandre",
		"Микола Николай Mykola Nikolai Nikolaj Nicolay Nikolay",
		"Ганна Анна Hanna Ganna Anna", "Катерина Екатерина Kateryna Jekaterina Ekaterina",
		"Євген Евгений Yevhen Jevhen Evgenij Eugene Yevgeny", "Надія Надежда Nadiia Nadezhda Nadja",
		"Петро Пётр Петр Petro Peter Pyotr", "Ірина Ирина Iryna Irene", "Юрій Юрий Yurii Jurij Yuri Iouri",
		"Сергій Сергей Serhii Sergej Sergey Sergei", "Михайло Михаил Mykhailo Mikhail Mychajlo Myxajlo",
		"Володимир Владимир Volodymyr Wladimir Vladimir", "Наталія Наталья Natalija Natalya",
		"Aleksander Alexander", "Jon John", "Kristian Christian", "Katrine Cathrine", "Sofie Sophie", "Thea Tea",
		"Mohamed Muhammad Mohammed Muhammed Mohammad Mouhamed", "Ahmed Ahmad Akhmed", "Yusuf Youssef Yousuf Jusuf",
		"Khalid Khaled Halid", "Abdulrahman Abdirahman Abdelrahman", "Paweł Pavlo Pavel", "Tomasz Thomas Tomas",
		"Ghebremariam Gebremariam", "Gholam Ghulam", "Вячеслав В'ячеслав Vjatsjeslav Vjačeslav Wjatscheslaw",
	} {
		names := strings.Fields(line)
		for _, n := range names[1:] {
			if a, b := Form(Fold(names[0])), Form(Fold(n)); a != b {
				t.Errorf("%s: %s, %s: %s", names[0], a, n, b)
			}
		}
	}
}

// TestStrict holds apart what the wide key brings together.
func TestStrict(t *testing.T) {
	for _, pair := range []string{
		"shadi saadi", "khoa hoa", "khanh hanh", "thuan tuan", "minh ming", "ngan nhan", "linh ling", "ghassan hassan",
		"basir bashir", "gina hina", "sahal sagal", "khani gani", "khani hani",
	} {
		a, b, _ := strings.Cut(pair, " ")
		if Form(a) == Form(b) {
			t.Errorf("%s have one form, %s", pair, Form(a))
		}
	}
}
