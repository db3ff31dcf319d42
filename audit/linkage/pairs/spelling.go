package pairs

import (
	"strings"

	"ninaudit/audit/chance"
)

// spellings are ways in which one name is usually written, a set a line.
const spellings = `Mohammad Mohamed Muhammad Mohammed Mohamad Maxamed
Ahmad Ahmed Axmed
Yousef Yusuf Youssef Yousuf Yusef
Khaled Khalid
Hussein Hussain Husein Xuseen
Hassan Hasan Xasan
Mariam Maryam Maryan
Nour Noor Nur
Zainab Zeinab Zaynab Saynab
Layla Leila Laila Leyla
Yasmin Yasmeen Jasmin
Omar Umar Cumar
Mahmoud Mahmud
Mustafa Moustafa Mustafe
Osman Othman Uthman
Tariq Tarek Tarik
Ibrahim Ebrahim Ibraahim
Saleh Salih
Darwish Darwich
Nasser Naser
Qasim Kassem Qassem
Suleiman Sulaiman Soliman
Aisha Ayesha Caasha
Ali Cali
Abdi Cabdi
Abdullahi Abdulahi Cabdullaahi
Farah Faarax
Faduma Fadumo Fatuma
Khadija Khadijo Khadiija
Liban Liiban
Warsame Warsama
Jama Jaamac
Isse Ciise
Elmi Cilmi
Reza Riza
Jawad Javad
Zahra Zahraa
Fereshta Fereshteh Freshta
Nargis Narges
Wahid Vahid
Elyas Ilyas Eliyas
Yonas Jonas Yonnas
Michael Mikael Mikaal
Isaac Isak Yishak
Yohannes Johannes Yohanes
Solomon Salomon
Selam Salam
Tesfay Tesfai
Mehari Meharie
Kidane Kidanie
Ghebreab Gebreab
Haile Hayle Hailé
Bethlehem Betlehem
Aleksandra Alexandra
Zofia Sofia
Wiktoria Viktoria Victoria
Wiktor Viktor Victor
Oliwia Olivia
Oskar Oscar
Filip Philip Phillip
Maksymilian Maximilian
Weronika Veronika
Ewa Eva
Kamila Camilla
Dominik Dominic
Kristoffer Christoffer Kristofer Christopher
Aleksander Alexander
Jon John
Sofie Sophie
Mathias Mattias Matias
Markus Marcus
Jakob Jacob
Lukas Lucas
Isak Isaac
Håkon Haakon
Torbjørn Thorbjørn
Tor Thor
Kristian Christian
Katrine Cathrine Kathrine
Karoline Caroline
Sara Sarah
Hanna Hannah
Lea Leah
Nikolai Nicolai Nicolay
Fredrik Fredrick Fredric
Theodor Teodor
Mathilde Matilde
Thea Tea
Cecilie Cesilie
Kristine Christine
Kristin Christin
Victoria Viktoria
Erik Eric
Henrik Henrich
Kasper Casper
Karl Carl
Jenny Jenni
Marthe Marte
Nilsen Nielsen Nilssen
Olsen Olssen
Jensen Jenssen
Hansen Hanssen
Jakobsen Jacobsen
Kristiansen Christiansen
Kristoffersen Christoffersen
Karlsen Carlsen
Andreassen Andreasen
Johannessen Johannesen
Pettersen Petersen
Eriksen Erichsen
Mathisen Mathiesen
Kristensen Christensen
Fredriksen Fredrichsen
Thomassen Tomassen
Ødegård Ødegaard
Nygård Nygaard
Sæther Sæter Sether
Aas Ås
Næss Ness
Aasen Åsen
Bakken Backen`

// marked lists, after each letter, the letters that lose their mark to it where a system can not
// write them.
const marked = `a áàảãạăắằẳẵặâấầẩẫậåäą e éèẻẽẹêếềểễệęë ae æ i íìỉĩịïî o óòỏõọôốồổỗộơớờởỡợøö
u úùủũụưứừửữựüû y ýỳỷỹỵ d đ c ćčç l ł n ńñ s śš z źżž ss ß`

// speller knows how names are written otherwise.
type speller struct {
	others   map[string][]string // other usual spellings of a word
	unmarked map[rune]string
}

func newSpeller() *speller {
	s := &speller{map[string][]string{}, map[rune]string{}}
	for line := range strings.Lines(spellings) {
		set := words(line)
		for _, word := range set {
			for _, other := range set {
				if other != word {
					s.others[word] = append(s.others[word], other)
				}
			}
		}
	}
	table := words(marked)
	for i := 0; i < len(table); i += 2 {
		for _, r := range table[i+1] {
			s.unmarked[r] = table[i]
		}
	}
	return s
}

// plain is a text without marks; full says that ø and å keep a trace (oe, aa).
func (s *speller) plain(text string, full bool) string {
	var out strings.Builder
	for _, r := range text {
		lower := []rune(strings.ToLower(string(r)))[0]
		base, ok := s.unmarked[lower]
		switch {
		case full && lower == 'ø':
			base = "oe"
		case full && lower == 'å':
			base = "aa"
		case !ok:
			out.WriteRune(r)
			continue
		}
		if lower != r {
			base = capital(base)
		}
		out.WriteString(base)
	}
	return out.String()
}

// fold is a text as it is compared: lower-case letters without marks.
func (s *speller) fold(text string) string { return s.plain(strings.ToLower(text), false) }

// respell writes a name's words in another usual way; the name itself where there is none.
func (s *speller) respell(c chance.Source, o *origin, name string) string {
	parts := words(name)
	for i, word := range parts {
		if others := s.others[word]; len(others) > 0 {
			parts[i] = chance.Pick(c, others)
			continue
		}
		lower := strings.ToLower(word)
		for _, rule := range o.respell {
			from, to, _ := strings.Cut(rule, "/")
			if strings.Contains(lower, from) {
				parts[i] = capital(strings.Replace(lower, from, to, 1))
				break
			}
		}
	}
	return strings.Join(parts, " ")
}
