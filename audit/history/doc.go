// Package history keeps what a run has to know of the runs before it: who was there and in which state, what was told
// and since when, what was decided, and how each run went. It is one SQLite file, and a key beside it.
//
// # A night
//
// A run opens the Store, loads the Night that the earlier runs left, and settles what it finds against it. What differs
// goes into an Update. Write puts that into a transaction while the reports are still drafts; the reports are moved to
// their places; then Commit makes the night last. A run that dies before Commit has written nothing, and the next one
// takes back by itself what it left in the file. So yesterday's history and yesterday's reports stand together.
//
// Only what has changed is written: of 200 000 persons that is some thousands a night.
//
// # Nobody's number
//
// No digit of a number stands in the file. Numbers, names, principal names and entry IDs are there as tokens, each an
// HMAC under the key, which the Hasher makes: enough to tell that something is the same as last night, and of no use
// to whoever has the file alone. A case that has been told is kept as it was told (Told), for it may have to be told
// again when a catalog can not be read; there, names stand in clear, and of the number its kind. What is deleted is
// overwritten in the file, and Erase writes the file anew.
//
// What somebody decided by filling in a workbook (Review) is kept with its case, and goes with it. Its reason is free
// text, which may name somebody: Find and Erase look for names in it too.
//
// The key is made on first use. The database holds an ID of it, so that another key is noticed; a history is carried
// over to a new one by a run that reads under the old.
//
// # One at a time
//
// A run that writes holds the lock beside the database until it closes the Store, and whoever comes second is told who
// has it. Who only reads takes no lock, makes no file, and sees one night or the next, never half of one.
//
// # What can go wrong
//
// Every error that a user can do something about is a type of this package, with a Hint. After any of them the file is
// what it was: a damaged file, one of another program's, one of a later version's and one under another key are all
// left alone, for whatever stands there may yet be saved. Before it is written, all of it is checked, page by page; a
// row that no run writes is damage wherever it is read, and its error shows nothing of it.
package history
