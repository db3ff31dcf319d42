package reports

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

// Readers names the wide groups of users that may read what is written into a folder, by its access list.
func Readers(dir string) ([]string, error) {
	sd, err := windows.GetNamedSecurityInfo(dir, windows.SE_FILE_OBJECT, windows.DACL_SECURITY_INFORMATION)
	if err != nil {
		return nil, err
	}
	list, _, err := sd.DACL()
	if err != nil {
		return nil, err
	}
	if list == nil { // no list at all lets everybody do everything
		return []string{"Everyone"}, nil
	}
	var entries []accessEntry
	for i := range uint32(list.AceCount) {
		var ace *windows.ACCESS_ALLOWED_ACE
		if err := windows.GetAce(list, i, &ace); err != nil {
			return nil, err
		}
		kind := ace.Header.AceType
		if kind != windows.ACCESS_ALLOWED_ACE_TYPE && kind != windows.ACCESS_DENIED_ACE_TYPE {
			continue // of another layout
		}
		sid := (*windows.SID)(unsafe.Pointer(&ace.SidStart))
		entries = append(entries, accessEntry{kind == windows.ACCESS_ALLOWED_ACE_TYPE, uint32(ace.Mask), sid.String()})
	}
	return readersOf(entries), nil
}
