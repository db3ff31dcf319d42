package linkage_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"ninaudit/audit/linkage"
	"ninaudit/audit/linkage/names"
	"ninaudit/audit/linkage/pairs"
	"ninaudit/audit/nin"
)

// heldOut are names of twins a letter apart. Of most pairs one name, or both, stand in no list of the program's, as
// will be so in any catalog: no list is complete.
const heldOut = `
	Aminullah/Amanullah Shafiullah/Safiullah Nabi/Nabil Roya/Raya Neda/Nida Masuma/Masoma Zarmina/Zarmine Atefa/Atifa
	Blanka/Bianka Gaja/Maja Marek/Mirek Oliwia/Oliwka Kacper/Kasper Lena/Lenka Jarek/Darek Kinga/Kinia Igor/Ivor
	Noah/Noam Vilma/Velma Terje/Tarje Esten/Espen Vetle/Vette Lars/Laris Hauk/Haug Sigrid/Sigrud Tiril/Tirir
	Damir/Tamir Zoriana/Oriana Zlata/Zolata Bohdan/Bogdana Mahad/Mahado Jamac/Jamal Hodan/Hodon Liban/Libin
	Semhar/Semhal Danait/Danaiz Feven/Fiven Filmon/Filomon Kisanet/Kesanet Siwar/Sawar Najwa/Nagwa Yonas/Younas
	Görkem/Gökem Berkay/Berkan Elif/Elik Ceren/Cemre Emir/Emin Doruk/Dorul Asya/Asyan Melis/Melike Kerem/Kenan
	Arber/Arbes Blerim/Blerina Ilir/Ilirë Besnik/Besnim Bence/Vence Csaba/Csanád Zsófia/Zsófi Réka/Réla
	Rojin/Rojan Berfin/Berfan Zilan/Zinan Baran/Boran Rohat/Rohad Jiyan/Ciyan Mantas/Mantis Rokas/Lokas Ugnė/Agnė
	Ioana/Oana Andrei/Andreu Rareș/Radeș Priya/Priyan Arjun/Arjan Rohan/Ronan Anaya/Inaya Nilay/Nilam Thiago/Diago
	Chidi/Chidu Ngozi/Ngoni Kwame/Kwami Amara/Asmara Wambui/Wambua Achieng/Atieng Niran/Nirun Somchai/Somchoi
	Haruka/Haruna Yuki/Yuka Minjun/Minjin Seoyun/Seoyeon Linh/Ling Khang/Khanh`

func heldOutTwins() (twins []linkage.Record) {
	surnames := strings.Fields("Hansen Ahmadi Nowak Lie Bondarenko Farah Tesfay Haddad Yilmaz Hoxha Nagy Kaya Singh Okafor Tanaka Nguyen")
	for i, pair := range strings.Fields(heldOut) {
		first, second, _ := strings.Cut(pair, "/")
		born := nin.MakeDate(2010, 1, 1).AddDays(i*13 + 5)
		twins = append(twins, entry(first, surnames[i%len(surnames)], born), entry(second, surnames[i%len(surnames)], born))
	}
	return twins
}

// TestTwinsByNamesOutsideTheList: twins whose names no list has are not named either, by themselves, each pair in a
// small catalog and in a large one, or all together, in catalogs with and without persons who have two entries.
func TestTwinsByNamesOutsideTheList(t *testing.T) {
	twins := heldOutTwins()
	unlisted := 0
	for i, r := range twins {
		if !names.Known(names.Fold(r.Given)) {
			unlisted++
		}
		if i%2 == 1 && among(setOf(&pairs.Set{Records: twins[i-1 : i+1]}), 2) != nil {
			t.Errorf("%s and %s are named in a catalog of two", twins[i-1].Given, r.Given)
		}
	}
	if unlisted < len(twins)/3 {
		t.Errorf("only %d of %d names stand in no list", unlisted, len(twins))
	}
	for _, o := range []pairs.Options{
		{Seed: 77, Persons: 400, Duplicates: -1}, {Seed: 77, Persons: 400}, {Seed: 77, Persons: 20_000, Duplicates: -1}, {Seed: 77, Persons: 20_000},
	} {
		crowd := pairs.Generate(o).Records
		all := &pairs.Set{Records: slices.Concat(twins, crowd)}
		for _, p := range setOf(all).Link(context.Background(), everywhere).Pairs {
			if p.A < len(twins) && p.B < len(twins) {
				t.Errorf("%+v: %s and %s are named", o, twins[p.A].Given, twins[p.B].Given)
			}
		}
		if o.Persons > 400 {
			continue
		}
		for i := 0; i < len(twins); i += 2 {
			if among(setOf(&pairs.Set{Records: slices.Concat(twins[i:i+2], crowd)}), 2) != nil {
				t.Errorf("%+v: %s and %s are named", o, twins[i].Given, twins[i+1].Given)
			}
		}
	}
}
