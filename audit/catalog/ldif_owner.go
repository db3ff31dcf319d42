package catalog

import (
	"bytes"
	"strings"
)

// owner keeps whose record it is that is being read, whatever is wrong with the rest of it: an entry that could not be
// read is not one that is gone.
type owner struct {
	entries int // DNs: where a blank line is missing, two entries are lost with one record
	ids     int // lines that hold an entry's ID, which is the last of them
	uuid    [36]byte
}

// note looks at a line that begins.
func (o *owner) note(line []byte) {
	const id = "entryUUID"
	switch {
	case len(line) > 2 && line[2] == ':' && isDN(line[:2]):
		o.entries++
	case len(line) >= len(id) && (len(line) == len(id) || line[len(id)] == ':') && bytes.EqualFold(line[:len(id)], []byte(id)):
		o.ids++
		o.uuid = [36]byte{}
		if value := bytes.Trim(line[min(len(line), len(id)+1):], " "); len(value) == len(o.uuid) {
			copy(o.uuid[:], value)
		}
	}
}

// id is the entry's own ID; empty where it is not known for certain.
func (o *owner) id() string {
	id := strings.ToLower(string(o.uuid[:]))
	if o.entries > 1 || o.ids != 1 || strings.Trim(id, "0123456789abcdef-") != "" {
		return ""
	}
	return id
}
