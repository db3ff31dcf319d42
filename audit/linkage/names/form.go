package names

import "strings"

// Form is the canonical token of one folded given-name token: the same for all forms of a name that documents
// of one person may bear side by side (Mykola and Nikolai, Aleksander and Alexandre, Mohamed and Muhammad),
// in whichever romanisation. A name outside the table is its own form, read strictly: see the package
// comment. A form of a form is itself; it is no text to show.
func Form(token string) string {
	spelled := key(token, strict)
	if form, ok := formOf.spelled[spelled]; ok {
		return form
	}
	if form, ok := formOf.romanised[Key(spelled)]; ok {
		return form
	}
	for _, other := range renderings(token)[1:] {
		if strings.HasPrefix(other, "zh") {
			continue // Jana is Yana, not Zhanna
		}
		if form, ok := formOf.romanised[Key(other)]; ok {
			return form
		}
	}
	return spelled
}

// formOf finds the form of a name. Any name of the tables is found as it is spelled; names of the Slavic
// table by the wide key too, since any system may have written them.
var formOf = struct{ spelled, romanised map[string]string }{
	spelled:   index(strict, slavicForms, norwegianForms, arabicForms, otherForms),
	romanised: index(wide, slavicForms),
}

// index maps the key of every member of every set to the strict key of its first.
func index(how reading, tables ...[]string) map[string]string {
	forms := map[string]string{}
	for _, table := range tables {
		for _, set := range table {
			members := strings.Fields(set)
			for _, name := range members {
				forms[key(name, how)] = key(members[0], strict)
			}
		}
	}
	return forms
}
