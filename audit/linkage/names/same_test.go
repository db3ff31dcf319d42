package names

import (
	"strings"
	"testing"
)

func TestSameGiven(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Anna", "Anna", true}, {"Anna", "Anna Maria", true}, {"Anna-Maria", "Maria Anna", true},
		{"Annamaria", "Anna Maria", true}, {"Karl Johan", "Carljohan", true}, {"Abdul Rahman", "Abdirahman", true},
		{"Anna Maria", "Anna Karin", false}, {"Anna", "A", false}, {"A", "A", false}, {"Anna M", "Anna Maria", true},
		{"Anna M", "Anna", true}, {"Anna M", "Anna K", false}, {"Anna M", "Anna Karin", false}, {"A M", "Anna Maria", false},
		{"", "", false}, {"Anna", "", false}, {"Oleksandr Ivan", "Alexander", true},
		{"Thi Anh", "Thi Lan", false}, {"Thi Anh", "Anh", true}, {"Thi", "Thi Anh", false}, {"Van", "Van", true},
		{"Mohamed Ali", "Mohamed Hassan", false}, {"Muhammad Ali", "Ali Mohammed", true},
		{"Jo Han", "Johan", true},
	} {
		a, b := Fold(c.a), Fold(c.b)
		if SameGiven(a, b) != c.want || SameGiven(b, a) != c.want {
			t.Errorf("SameGiven(%q, %q) = %v %v, want %v", a, b, SameGiven(a, b), SameGiven(b, a), c.want)
		}
	}
}

func TestSameSurname(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Zelenskyi", "Zelenska", true}, {"Selenskyj", "Zelenska", true}, {"Зеленський", "Zelenskaya", true},
		{"Kovalov", "Kovalova", true}, {"Kowaljow", "Kovaljova", true}, {"Sergeev", "Sergeeva", true},
		{"Ilyin", "Ilyina", true}, {"Chornyi", "Chorna", true}, {"Tsjornyj", "Chorna", true},
		{"Kowalski", "Kowalska", true}, {"Cichocki", "Cichocka", true}, {"Rudzki", "Rudzka", true},
		{"Jabłonowski", "Jablonowska", true}, {"Ševčenko", "Shevchenko", true},
		{"Ковальчук", "Kovalčuk", true}, {"Hansen", "Hansen Lie", true}, {"Lie-Hansen", "Hansen Lie", true},
		{"Hansen", "Hanssen", true}, {"Hansen", "Jensen", false}, {"van Berg", "van Dijk", false},
		{"van der Berg", "Berg", true}, {"van", "van Dijk", false}, {"Al Hassan", "Al Hussein", false},
		{"Berg", "Berge", false}, {"Berg", "Berga", false}, {"Moe", "Moen", false}, {"Solberg", "Solberg Dahl", true},
		{"Nov", "Nova", false}, {"Olsen", "Ols", false}, {"Petrenko", "Petrov", false}, {"Bondar", "Bondarenko", false},
		{"Sara", "Zara", false}, {"Mac Donald", "MacDonald", true}, {"H", "Hansen", false}, {"", "", false},
		{"Kazlauskas", "Kazlauskienė", false},
	} {
		a, b := Fold(c.a), Fold(c.b)
		if SameSurname(a, b) != c.want || SameSurname(b, a) != c.want {
			t.Errorf("SameSurname(%q, %q) = %v %v, want %v", a, b, SameSurname(a, b), SameSurname(b, a), c.want)
		}
	}
}

// twins are given names of children born on one day to one family; each pair is two names.
var twins = map[string]string{
	"Arabic": `Hassan/Hussein Samir/Samira Omar/Amir Mohamed/Mahmoud Shadi/Saadi Khalid/Khalida Rana/Rania Salim/Salem
		Zaid/Said Zain/Zaina Nour/Noura Ghassan/Hassan Karim/Karima Hana/Huda Bashir/Basir Amina/Yamina Lina/Layan Rashid/Rashad
		Ahmed/Hamed Hamid/Hamed Nabil/Nabila Jamil/Jamal Jamil/Jamila Dina/Diana Farah/Farhan Maram/Mariam`,
	"Somali": `Hodan/Hodo Sahal/Sagal Xasan/Xuseen Hassan/Hussein Fadumo/Fartun
		Abdi/Abdulahi Abdirahman/Abdirashid Warsame/Warfa Najma/Najiib Halima/Halim Ubah/Ubax Zakaria/Zakia
		Ismahan/Ismail Mohamed/Mohamud Maxamed/Maxamuud Safiya/Sufiyan`,
	"Tigrinya": `Senait/Senay Yonas/Yohana Yonas/Yonatan Merhawi/Merhawit Selam/Selamawit Robel/Rahel Natnael/Nahom
		Filmon/Fiyori Yosief/Yosan Abel/Abiel Hermon/Hermela Semhar/Senhit Samuel/Samrawit Aman/Amanuel Helen/Heaven
		Gebremariam/Gebremedhin Kibrom/Kibra Eyob/Eyobed`,
	"Dari": `Hamid/Hamida Najib/Najiba Farid/Farida Rahmatullah/Rahimullah Parwin/Parwana
		Nasrin/Nasim Mortaza/Mojtaba Ali/Aliya Hamid/Hamed Javid/Javad Zahra/Zohra Sohail/Sohaila Amin/Amina
		Elham/Elaha Habibullah/Hamidullah Ehsan/Ehsanullah Shabnam/Shabana`,
	"Polish": `Marek/Marcin Jan/Janina Paweł/Paula Kamil/Kamila Daniel/Daniela Patryk/Patrycja Michał/Michalina
		Dominik/Dominika Karol/Karolina Julia/Julian Gabriel/Gabriela Adrian/Adrianna Zofia/Zosia Maja/Maria Ewa/Ewelina
		Krzysztof/Krystyna Oskar/Oliwia Wiktor/Wiktoria Szymon/Simona Mateusz/Maciej Hubert/Huberta`,
	"Vietnamese": `Thuan/Tuan Khoa/Hoa Minh/Mai Linh/Lan Nhan/Ngan Thanh/Thao Thanh/Tanh Khanh/Hanh Thu/Tu Nhi/Nghi
		Khuong/Huong Anh/An Phuc/Phuong Duc/Dung Trang/Trung Huy/Huyen Thien/Tien Chi/Tri Quang/Quan
		Anh-Thu/Anh-Tuan Long/Loan Thi-Anh/Thi-Lan`,
	"Ukrainian": `Oleksandr/Oleksandra Viktor/Viktoriia Yevhen/Yevheniia Valerii/Valeriia Danylo/Daniela Yana/Yaryna
		Maryna/Mariia Nazar/Zakhar Artem/Arsen Arsen/Arsenii Bohdan/Bohdana Oleh/Olha Ivan/Ivanna Vasyl/Vasylyna
		Myroslav/Myroslava Roman/Romana Solomiia/Sofiia Anna/Alina Dariia/Daryna Zlata/Svitlana Hlib/Oleh Ihor/Yehor Denys/Dmytro
		Олександр/Олександра Дарія/Дарина Юлія/Юліан Марія/Марина Олена/Олеся Любов/Людмила Наталія/Наталка`,
	"Norwegian": `Marte/Marit Martin/Martine Emil/Emilie Henrik/Henriette Kristian/Kristine Kristin/Kristine Anne/Anna
		Jonas/Johannes Mari/Marie Ida/Idar Ingrid/Ingvild Hans/Hanna Karl/Karla Oda/Odd Erik/Eirik Thea/Theo Mathias/Mathilde
		Tor/Tora Ola/Ole Mats/Mads Sander/Sandra Sofie/Sofia Hanne/Hanna Jan/Jon Lars/Lasse Astrid/Asta Nora/Noah Mikkel/Mikael
		Tonje/Tone Håkon/Håvard Bjørn/Bjarne Even/Eva Sondre/Sander Siri/Sigrid Maja/Mia Jens/Jonas Anna/Johanna Lina/Line`,
}

func TestTwins(t *testing.T) {
	for origin, pairs := range twins {
		for _, pair := range strings.Fields(pairs) {
			x, y, _ := strings.Cut(pair, "/")
			a, b := Fold(x), Fold(y)
			if SameGiven(a, b) || SameGiven(b, a) {
				t.Errorf("%s: %s and %s are taken for one name", origin, a, b)
			}
		}
	}
}

func FuzzSame(f *testing.F) {
	f.Add("Anna Maria", "Anna M")
	f.Add("Zelenskyi", "Зеленська")
	f.Add("van der Berg", "van")
	f.Fuzz(func(t *testing.T, s, o string) {
		a, b := Fold(s), Fold(o)
		for name, relation := range map[string]func(a, b string) bool{
			"SameGiven": SameGiven, "SameSurname": SameSurname, "GenderForms": GenderForms, "OneEdit": OneEdit,
			"Slip": Slip,
		} {
			if relation(a, b) != relation(b, a) {
				t.Errorf("%s(%q, %q) depends on the order", name, a, b)
			}
		}
		if GenderForms(a, a) || OneEdit(a, a) || Slip(a, a) {
			t.Errorf("%q differs from itself", a)
		}
		if !anyInitial(Tokens(a)) && a != "" && (!SameGiven(a, a) || !SameSurname(a, a)) {
			t.Errorf("%q is not itself", a)
		}
	})
}
