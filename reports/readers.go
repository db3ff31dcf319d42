package reports

// On Windows a new file is open to whoever its folder is open to, so the folder's access list is looked at.

// accessEntry is one entry of an access list.
type accessEntry struct {
	allow bool   // else it denies
	mask  uint32 // the rights (winnt.h)
	sid   string // whose
}

// The rights that let somebody read a file: FILE_READ_DATA, GENERIC_READ, GENERIC_ALL (winnt.h).
const readRights = 0x1 | 0x8000_0000 | 0x1000_0000

// wide are groups that are hardly ever meant to read reports on persons, by their well-known SIDs (MS-DTYP §2.4.2.4).
func wide(sid string) string {
	return map[string]string{
		"S-1-1-0": "Everyone", "S-1-5-7": "Anonymous", "S-1-5-11": "Authenticated Users", "S-1-5-32-545": "Users",
		"S-1-5-32-546": "Guests",
	}[sid]
}

// readersOf names the wide groups that an access list lets read, each once, in the list's order. An entry that denies
// counts for those below it, as Windows reads the list from top to bottom.
func readersOf(list []accessEntry) (readers []string) {
	decided := map[string]bool{}
	for _, e := range list {
		name := wide(e.sid)
		if name == "" || e.mask&readRights == 0 || decided[name] {
			continue
		}
		decided[name] = true
		if e.allow {
			readers = append(readers, name)
		}
	}
	return readers
}
