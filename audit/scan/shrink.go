package scan

import (
	"fmt"

	"ninaudit/audit"
)

// sameSize is how far the sizes of two nights may lie apart and count as one.
const sameSize = 1 // per cent

// checkSizes turns down every catalog that was read to its end and is smaller than it may be: who knows whether the
// export was cut short. A server says when it has sent everything; where it says so twice of about the same number,
// the catalog is believed. A file that was cut short twice looks the same, so it is believed only when somebody has
// looked.
func (s *state) checkSizes() {
	for _, seg := range s.segments {
		before, known := s.past.night.Catalogs[seg.Name]
		limit, limited := s.Shrink[seg.Name]
		read := seg.Read()
		if !known || !limited || !seg.Complete || (before.Read-read)*100 <= before.Read*limit.Most {
			continue
		}
		switch {
		case limit.Accept:
			s.notice(acceptedNotice(seg.Name, read, before.Read))
		case limit.Certain && before.Shrunk > 0 && abs(read-before.Shrunk)*100 <= before.Shrunk*sameSize:
			s.notice(repeatedNotice(seg.Name, read, before.Read))
		default:
			seg.shrunk = true
			seg.err = tooSmall(seg.Name, read, before.Read, limit)
			seg.tellEnd()
		}
	}
}

func tooSmall(name string, read, before int, limit Shrink) error {
	hint := "export it again; if it is right, run scan --accept-shrink " + name
	if limit.Certain {
		hint = "if it is right, the next run will find the same and accept it; to accept it now, run scan --accept-shrink " + name
	}
	return &audit.CatalogError{
		Catalog: name, Hint: hint,
		Err: fmt.Errorf("it holds %d entries where %d were read before: over %d per cent are missing", read, before, limit.Most),
	}
}

func abs(n int) int { return max(n, -n) }
