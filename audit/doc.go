// Package audit holds the words of ninaudit: what a person, a rule, a finding and a report are.
//
// # The story
//
// Norwegian schools give every pupil and employee a Feide account. The host organisation (a municipality, a
// county, a university) keeps the accounts in a catalog, and the catalog's attribute norEduPersonNIN tells
// services who a user is. Not everybody has a national identity number: in March 2022, when refugees came in
// numbers, Feide asked administrators to leave the attribute empty until a number is assigned, and never to
// register an invented one, since it may be a real person's and open that person's content to somebody else.
//
// Nobody checks that this is followed. ninaudit does: every night it reads the catalogs, judges every person
// by rules, and tells a compliance officer what was found, where to mend it, and no more than is known.
//
// # The way of the data
//
//	catalog ─► Person ─► EachPerson rules ────┐
//	              ├─────► EachCatalog rules ──┤
//	              └─► rows ─► EachGroup rules ──► Finding ─► Report
//	                     └──► Whole rules ────┘
//
// A Catalog gives persons in a stream. Package scan puts each to the rules on persons while it is at hand, lets the
// rules on catalogs take it in, keeps a packed row of it, and at the end puts groups that share a number, a principal
// name or a mail address to the rules on groups, and everybody to the rules on the whole. The last two kinds stand on
// package linkage (one person under two entries) and package serial (numbers that were never issued). What a rule says is a Verdict; what a reader sees is a
// Finding, with Subjects in the place of persons. Reports take findings in their final order and appear whole or not at all.
//
// # The words
//
//   - A Person is one entry of a catalog, with the Number that stands in norEduPersonNIN. Package nin has read
//     the number and reached its one verdict before any rule sees it.
//   - A Rule is a value: an ID that never changes, texts in three languages, the source it stands on, and a
//     Check. Rules live in package rules, one a file.
//   - A Finding is one case: all entries concerned are its Subjects. Its ID stays the same as long as the rule
//     and the entries do.
//   - A Service receives the number. Whether it depends on it, and whether its provider has made arrangements for users
//     without one, somebody has asked and written down: it says who is hit, and who must be told.
//   - A Source is what a source system says of a catalog's persons. A person who is Protected is told of to one
//     report alone.
//   - A fault that hits a tenth of a catalog has one cause and is told once: Systematic.
//   - A catalog that was not read to its end is incomplete (CatalogSummary.Complete): it is never called clean,
//     and what was not read is never called resolved.
//
// # What is kept from readers
//
// The digits of a number are the very thing that must not leak. A Number masks itself however it is printed.
// Every string of a person goes through nin.Blanker on its way into a Subject, for user names and mail
// addresses are made of numbers more often than one would think. Logs and errors carry entry IDs, never DNs.
//
// # Who imports whom
//
// cmd knows all; scan, rules, reports and catalog know this package, and none of them another, but that rules
// stand on linkage and serial; everyone may import nin. A test beside this file reads the import graph and holds it.
package audit
