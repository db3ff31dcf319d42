// Package names compares the names and birth dates of persons: which ways of writing are one name, and which
// alike names are two.
//
// # From a name as written to what is compared
//
//	Fold      "Сергій-Іван", "Serhii Ivan" → "serhii ivan"   case, marks, script and hyphens gone
//	Tokens    → "serhii", "ivan"                              the parts
//	Key       → "sergi", "ivan"                               one key for all romanisations, vowels kept
//	Form      → as Key but stricter, and one for all forms    Serhii, Sergei; Mohamed, Muhammad
//	Skeleton  → "SrH", "Avn"                                  consonants only: wide, for blocking and levels
//
// Key and Skeleton are for finding. SameGiven and SameSurname are for judging: may these two be one name?
// SameGiven stands on Form, because twins differ in the given name and in nothing else.
//
// # Why there are a wide and a strict reading
//
// One Ukrainian name is written with h, g and kh, with s, sh, sj and š by one system or another, so Key reads
// them alike. Yet Shadi and Saadi, Sahal and Sagal, Khoa and Hoa, Thuan and Tuan are different names, and the
// marks that would tell š from s are gone in half of all registers. Form therefore keeps sh, h, kh, gh and an
// initial th apart, and lets only names of its Slavic table be found by the wide key. What the strict reading
// loses (a rare name that one document writes with š or h and another with sh or g) the skeleton still finds.
//
// # What no spelling can tell
//
// Vietnamese names that differ in tone only (Thúy, Thùy) are equal once marks are gone; MarksDiffer tells them apart
// where both are written with marks. Hanna and Anna are
// one name in Ukrainian documents and two in Norwegian homes: the table takes them for one. Ane and Anne,
// Jan and Ian, Hadia and Hadija meet because doubled letters, and j and i, do.
//
// Everything here is a pure function of its arguments, safe for concurrent use, and bounded: a name counts up
// to its 256th byte, a string under Jaro–Winkler up to its 64th letter.
//
// Sources: resolution 55 of the Cabinet of Ministers of Ukraine (27 January 2010) for Fold; for the other
// systems the Ukrainian passport rules of 2004 and 2007, the national system of 1996, BGN/PCGN, Språkrådet,
// and German, French and scholarly usage. Winkler (1990) for JaroWinkler.
package names
