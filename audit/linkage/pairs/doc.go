// Package pairs makes up records with the truth about which of them are one person, and counts how
// well somebody found it out: the measure that linkage is held to. Tests use it and nothing else.
//
// Generate makes the pupils, staff and adult learners of a region that does not exist, at the name
// frequencies of Norway. A small share of the persons have a second entry, each pair of a kind that
// is known from catalogs (another romanisation, a slip of the pen, names swapped). Among the others
// are decoys: two persons who look like one, such as twins without numbers. Labelled makes a set of
// another habit, as public sets for record linkage are: other names, other errors, no numbers.
//
// The package shares no code with linkage but the Record: romanisation, spellings and folding are
// written here a second time, from the published tables, so that generator and program check each
// other. What it makes follows from the seed alone.
//
// Every fødselsnummer and D-number is synthetic (month + 80) and to be read with AcceptSynthetic;
// the DUF numbers are published examples. Coincidence is not weeded out: two persons may share
// names and birth date by chance, as they do in life, and rarely nothing tells them apart.
package pairs
