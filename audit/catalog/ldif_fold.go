package catalog

import (
	"bufio"
	"bytes"
	"io"
)

// piece is a line without its end, or, of a line longer than the reader's buffer, a part of it.
func (r *ldifReader) piece() (piece []byte, whole bool, err error) {
	piece, err = r.src.ReadSlice('\n')
	switch {
	case err == bufio.ErrBufferFull:
		return piece, false, nil
	case err == io.EOF && len(piece) > 0: // the last line of a file need not end
	case err != nil:
		return nil, false, err
	default:
		piece = piece[:len(piece)-1]
	}
	return trimReturns(piece, 0), true, nil
}

// trimReturns cuts carriage returns off the end of b. Files that were converted twice have
// several.
func trimReturns(b []byte, from int) []byte {
	for len(b) > from && b[len(b)-1] == '\r' {
		b = b[:len(b)-1]
	}
	return b
}

// beginLine ends the logical line before and begins a new one.
func (r *ldifReader) beginLine(piece []byte) error {
	r.endLine()
	if r.comment = piece[0] == '#'; r.comment {
		return nil
	}
	if !r.isLDIF && !beginsLDIF(piece) {
		return errNotLDIF
	}
	r.isLDIF = true
	if r.state == nothing && r.fault == nil {
		r.start = r.line
	}
	r.names.note(piece)
	r.open, r.at, r.atLine = r.fault == nil, len(r.buffer), r.line
	return nil
}

// fold looks at a line that goes on with the one before it. Without one before it, it is a fault,
// or nothing if it is blank.
func (r *ldifReader) fold(piece []byte) error {
	switch {
	case r.open || r.comment || r.fault != nil || len(bytes.TrimLeft(piece, " ")) == 0:
		return nil
	case !r.isLDIF:
		return errNotLDIF
	}
	r.start, r.atLine = r.line, r.line
	r.spoil("goes on with a line that is not there")
	return nil
}

// take adds a piece, and what the line has more of, to the logical line; or passes over it where
// there is none: in a comment and in a record that is lost.
func (r *ldifReader) take(piece []byte, whole bool) error {
	for pieces := 1; ; pieces++ {
		switch {
		case !r.open:
		case len(r.buffer)-r.at+len(piece) > maxValue:
			r.spoil("is longer than 16 MiB")
		case len(r.buffer)+len(piece) > maxRecord:
			r.spoil("makes the record larger than 64 MiB")
		default:
			r.buffer = append(r.buffer, piece...)
		}
		if whole {
			if pieces > 1 && r.open {
				r.buffer = trimReturns(r.buffer, r.at)
			}
			return nil
		}
		var err error
		if piece, whole, err = r.piece(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}
