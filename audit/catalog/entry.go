package catalog

// entry is one directory entry as its source gave it, LDIF or LDAP. Names and values are views into the
// source's buffer: they hold until the next entry is read, and whoever keeps one copies it.
type entry struct {
	line  int // where it begins in an LDIF file, from 1; 0 for LDAP
	dn    []byte
	attrs []attribute // in the source's order; an attribute with several values stands several times
}

// attribute is one value. The name is as written, options (";lang-no", ";range=0-1499", ";binary") included.
type attribute struct{ name, value []byte }
