package names

// otherForms are names of Eritrea and Ethiopia, whose Latin spellings nobody has fixed, and of Turkey, whose
// ş loses its mark. Polish forms stand with the names they are forms of.
var otherForms = []string{
	"abraham abreham",
	"ayse ayshe",
	"berhane birhane",
	"eyob iyob",
	"filmon filimon",
	"gebre ghebre",
	"gebrehiwet gebrehiwot ghebrehiwet ghebrehiwot",
	"gebremariam ghebremariam",
	"gebremedhin ghebremedhin",
	"gebreyesus ghebreyesus",
	"hiwet hiwot",
	"isaias esayas",
	"samuel samiel",
}
