package planted

import (
	"strings"

	"ninaudit/audit/chance"
)

// origin is a group of names that go together. Lists are in the order of how common the names are.
type origin struct {
	women, men []string
	surnames   []string
	ukrainian  bool // the lists are in Cyrillic
}

func words(s string) []string { return strings.Fields(s) }

// lines splits names that hold blanks themselves.
func lines(s string) []string { return strings.Split(s, ",") }

// The names are the common ones of each language; put together at random they are nobody's in
// particular.
var (
	norwegianOld = &origin{
		women: words(`Anne Inger Kari Marit Ingrid Liv Eva Berit Astrid Bjørg Hilde Solveig Marianne Randi Elisabeth
			Bente Wenche Nina Heidi Tone Monica Camilla Silje Linn Kristin Hege Line Gro Åse Ragnhild Turid Sissel
			Trine Hanne Mette Siri Ellen Torill Marte Guro Ingunn Vigdis Gunhild Åshild Sølvi`),
		men: words(`Jan Per Bjørn Ole Lars Kjell Knut Svein Arne Thomas Hans Geir Tor Morten Terje Odd Erik Martin
			Andreas John Anders Rune Trond Tore Harald Olav Pål Gunnar Rolf Stian Kristian Øyvind Espen Håkon Frode
			Stein Magnus Sigurd Vidar Roger Åge Eirik Jørgen Asbjørn`),
		surnames: norwegianSurnames,
	}
	norwegianYoung = &origin{
		women: words(`Emma Nora Olivia Sofie Ella Maja Emilie Ingrid Sara Leah Amalie Frida Ida Thea Hedda Tuva
			Sigrid Selma Ada Astrid Mathilde Hanna Jenny Aurora Live Mia Eline Vilde Julie Solveig Ronja Tiril Åsne
			Oda Alma Iben Synne Marie Hermine Tomine Kaja Ylva Eira`),
		men: words(`Lucas Jakob Oskar Noah William Emil Oliver Filip Elias Aksel Isak Theodor Henrik Ludvig Magnus
			Mathias Kasper Johannes Sander Håkon Tobias Jonas Olav Ulrik Sondre Adrian Odin Iver Even Sverre Jørgen
			Brage Tarjei Vetle Mikkel Sigurd Øystein Bjørnar Halvard Storm Nils Erlend Åsmund Peder`),
		surnames: norwegianSurnames,
	}
	norwegianSurnames = words(`Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Jensen Karlsen
		Johnsen Pettersen Eriksen Berg Haugen Hagen Johannessen Andreassen Jacobsen Dahl Jørgensen Halvorsen
		Henriksen Lund Sørensen Jakobsen Moen Gundersen Iversen Strand Solberg Svendsen Eide Knutsen Martinsen
		Paulsen Bakken Kristoffersen Mathisen Lie Rasmussen Lunde Ødegård Nygård Fredriksen Solheim
		Nilssen Bøe Moe Brekke Tangen Sæther Nygaard Birkeland Haugland Aas Ødegaard Kvamme Skår Aune Fjeld Sandvik
		Røed Hauge Øvrebø Skjæveland Tveit Myhre Vågen Åsheim Rønning Sjøberg Hovland Bråten Kårstad Løken Næss
		Grønvold Myrvold Nærland Søvik`)
	ukrainian = &origin{
		ukrainian: true,
		women: words(`Юлія Олена Наталія Оксана Тетяна Анастасія Ірина Катерина Ольга Марія Світлана Вікторія Ганна
			Надія Софія Дарина Аліна Людмила Галина Соломія Єва Яна Злата Поліна`),
		men: words(`Олександр Сергій Андрій Дмитро Володимир Максим Артем Іван Микола Юрій Богдан Михайло Євген Назар
			Данило Кирило Ілля Тарас Ярослав Петро Павло Віталій Захар Матвій`),
		surnames: words(`Мельник Шевченко Коваленко Бондаренко Бойко Ткаченко Кравченко Ковальчук Коваль Олійник
			Шевчук Поліщук Лисенко Савченко Руденко Марченко Петренко Мороз Клименко Павленко Кравчук Гнатюк
			Гончаренко Левицький Вишневський Заболотний Чорний Хоменко Тимбалюк Цимбалюк Щербак Яценко Юрченко Жук
			Тищенко Зайченко Пономаренко Москаленко Згурський Дем'яненко Грищенко Їжакевич`),
	}
	polish = &origin{
		women: words(`Anna Katarzyna Małgorzata Agnieszka Magdalena Joanna Zofia Julia Maja Zuzanna Aleksandra Ewa
			Karolina Oliwia Grażyna`),
		men: words(`Piotr Krzysztof Andrzej Tomasz Paweł Michał Marcin Jakub Łukasz Szymon Kacper Antoni Wojciech
			Zbigniew Stanisław`),
		surnames: words(`Nowak Kowalczyk Woźniak Mazur Krawczyk Wójcik Kaczmarek Zając Król Wróbel Wieczorek Jabłoń
			Stępień Dudek Pawlak Sikora Walczak Baran Szewczyk Bąk Czerwiec Sobczak`),
	}
	arabic = &origin{
		women: words(`Fatima Mariam Nour Zainab Amira Layla Rania Yasmin Huda Salma Aya Reem Dalia Samira Hiba`),
		men: words(`Mohammad Ahmad Ali Omar Hassan Yousef Khaled Ibrahim Mahmoud Mustafa Samir Tariq Bilal Hamza
			Anas`),
		surnames: lines(`Al-Hassan,Ibrahim,Khalil,Hussein,Al Masri,Saleh,Haddad,Mansour,Darwish,Al-Khatib,Nasser,Aziz,` +
			`Hamdan,Qasim,Al Halabi,Sabbagh,Barakat`),
	}
	somali = &origin{
		women: words(`Amina Hodan Fartun Ifrah Sahra Nasra Hamdi Ayan Idil Khadija Faduma Sagal Ubah`),
		men:   words(`Abdi Mohamed Abdullahi Ahmed Yusuf Liban Mahad Guled Khalid Ismail Bashir Zakaria Warsame`),
		surnames: lines(`Mohamed Ali,Abdi Hassan,Ahmed Nur,Farah Warsame,Jama Yusuf,Osman Ahmed,Aden Isse,Hersi Abdi,` +
			`Sheikh Omar,Elmi Farah,Abdullahi Adan,Muse Jama`),
	}
	tigrinya = &origin{
		women: words(`Selam Bsrat Helen Yordanos Rahwa Feven Saba Semhar Luwam Mihret Almaz Natsnet`),
		men:   words(`Yonas Filmon Samuel Tesfay Robel Abel Mehari Haben Daniel Kibrom Merhawi Natnael`),
		surnames: words(`Tesfamariam Gebremedhin Haile Tekle Kidane Habte Berhane Weldemichael Ghebreab Mebrahtu Okbay
			Zerai`),
	}
	dari = &origin{
		women: words(`Zahra Fereshta Maryam Sakina Nargis Laila Parwana Shabnam Frishta Masuma Nilofar`),
		men:   words(`Reza Hamid Mahdi Farid Jawad Nasir Habib Mirwais Qais Najib Sohrab`),
		surnames: words(`Ahmadi Hosseini Rezai Mohammadi Karimi Haidari Nazari Sharifi Rahimi Amiri Jafari Sadat
			Noorzai`),
	}
	vietnamese = &origin{
		women:    lines(`Thi Lan,Thu Huong,Mai Anh,Ngoc Linh,Thi Hoa,Thanh Thao,My Linh,Bao Chau,Phuong`),
		men:      lines(`Van Minh,Duc Anh,Quang Huy,Hoang Nam,Van Tuan,Minh Khoa,Tien Dat,Thanh Son,Hai`),
		surnames: words(`Nguyen Tran Le Pham Hoang Huynh Vo Dang Bui Do Ngo Duong`),
	}
)

// name is a given name and a surname, with their Ukrainian spelling where they have one.
type name struct {
	given, surname     string
	ukGiven, ukSurname string
	origin             *origin
	spelling           *spelling
}

// draw makes a name of an origin.
func (b *builder) draw(o *origin, man bool) name {
	n := name{origin: o, surname: chance.Early(b.Source, o.surnames)}
	if man {
		n.given = chance.Early(b.Source, o.men)
	} else {
		n.given = chance.Early(b.Source, o.women)
	}
	if !o.ukrainian {
		if o == norwegianOld || o == norwegianYoung {
			n = b.doubled(n, man)
		}
		return n
	}
	n.ukGiven, n.ukSurname = n.given, n.surname
	if !man {
		n.ukSurname = feminine(n.ukSurname)
	}
	system := &kmu55
	switch roll := b.Below(100); {
	case roll < 12:
		system = &passport2007
	case roll < 20:
		system = &norwegian
	case roll < 26:
		system = &bgn
	}
	return n.in(system)
}

// in spells a Ukrainian name by another system.
func (n name) in(s *spelling) name {
	n.given, n.surname, n.spelling = s.write(n.ukGiven), s.write(n.ukSurname), s
	if s == &russian {
		n.given = russianForm(n.ukGiven)
	}
	return n
}

// doubled gives one Norwegian in twelve a second given name or a second surname.
func (b *builder) doubled(n name, man bool) name {
	second := n.origin.women
	if man {
		second = n.origin.men
	}
	switch b.Below(24) {
	case 0:
		if extra := chance.Early(b.Source, second); extra != n.given {
			n.given += " " + extra
		}
	case 1:
		if extra := chance.Early(b.Source, norwegianSurnames); extra != n.surname && !strings.Contains(extra, "-") {
			n.surname = extra + " " + n.surname
		}
	}
	return n
}

// foreign draws an origin other than Norwegian, by how many there are in a school.
func (b *builder) foreign() *origin {
	switch roll := b.Below(100); {
	case roll < 38:
		return ukrainian
	case roll < 56:
		return polish
	case roll < 68:
		return arabic
	case roll < 80:
		return somali
	case roll < 87:
		return tigrinya
	case roll < 94:
		return dari
	}
	return vietnamese
}
