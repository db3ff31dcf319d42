package audit

import "fmt"

// CatalogError says that a catalog could not be read, or not to its end. What was read before it may be
// shown, but the catalog is incomplete.
type CatalogError struct {
	Catalog   string
	Stage     string // "connect", "tls", "bind", "search", "page 12", "line 400": where it happened
	Temporary bool   // worth another try from the start
	Hint      string // what to try, for the reader; a sentence without a full stop
	Err       error  // without the digits of any number
}

func (e *CatalogError) Error() string {
	if e.Stage == "" {
		return fmt.Sprintf("catalog %q: %v", e.Catalog, e.Err)
	}
	return fmt.Sprintf("catalog %q: %s: %v", e.Catalog, e.Stage, e.Err)
}

func (e *CatalogError) Unwrap() error { return e.Err }

// EntryError says that one entry could not be read. It costs that entry: the stream goes on.
type EntryError struct {
	Catalog string
	Line    int    // where the entry begins in an LDIF file; 0 for LDAP
	Entry   string // the entry's own ID where it is known for certain, never its DN
	Err     error  // without the digits of any number
}

func (e *EntryError) Error() string {
	at := "entry " + e.Entry
	if e.Line > 0 {
		at = fmt.Sprintf("line %d", e.Line)
	}
	return fmt.Sprintf("catalog %q: %s: %v", e.Catalog, at, e.Err)
}

func (e *EntryError) Unwrap() error { return e.Err }

// UsageError says that the command or its configuration asks for something that can not be done.
type UsageError struct {
	Err  error
	Hint string
}

func (e *UsageError) Error() string { return e.Err.Error() }
func (e *UsageError) Unwrap() error { return e.Err }
