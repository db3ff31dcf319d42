// Package linkage finds one person under two entries, by what the entries say of the person and not by a number.
//
// # The method
//
// Fellegi and Sunter's, as the best tools have it: each field of two entries agrees at some level, a level is
// worth log2(m/u) bits, where m is how often it is met on two entries of one person and u how often by chance,
// and the bits of the fields and of the prior add up to the odds that the two are one. u of a name or a date is
// how common it is in this very catalog, so that agreeing on Hansen says less than agreeing on Tymbaliuk, and on
// the first of January little. A field that is missing in either entry says nothing.
//
// # What is never weighed
//
// Two valid fødselsnummer that differ are two persons (Veto), unless a list says that the one followed the
// other. Given names have to be one name (Twins): twins share everything else, and no measure of likeness tells
// Samir from Samira. A slip of the pen counts only where one letter makes a name that nobody bears of one that
// others bear, and only in a catalog that shows by numbers that slips are made in it, and not just twins: a single
// one is never named, and each weighs against the twins that are seen. Names that are written with other tones are two.
// Birth dates have to agree but for a slip (Born), and names alone, or a given name and a date,
// are never enough (Bare). Nothing is inferred from where a name comes from.
//
// # Speed
//
// Names are folded once each and numbered, so that most comparisons are of integers. Entries meet only in blocks
// that share a key, and of a pair one has to be without a fødselsnummer: in a catalog where nearly everybody has
// one, few pairs are left. Of those that meet, nine in ten are two persons by their given names alone, which a glance
// tells; the blocks of a pass are divided among the processors. The result is the same whatever the order of maps, the
// seed of hashes, and who is ready first.
//
// # The model
//
// m, u and the prior stand in model.json, which is embedded. It is trained without labels by a test that is run by
// hand (go test -run TestTrain -train), and reviewed; a change of tonight's result is a change of the data.
package linkage
