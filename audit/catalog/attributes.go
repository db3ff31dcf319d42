package catalog

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Attributes says what a catalog calls an attribute, where that is not what the schemas call it: norEduPersonNIN may
// stand in employeeNumber. Keys are the schemas' names, in whatever case.
type Attributes map[string]string

// longestName is how many bytes the name of an attribute may have.
const longestName = 64

// names are what the catalog calls each field.
func (a Attributes) names() [fields]string {
	all := attributeNames()
	for standard, own := range a {
		if f, ok := fieldOf(standard); ok {
			all[f] = own
		}
	}
	return all
}

// fieldOf finds a field by the schemas' name for it. Object classes are told by objectClass everywhere.
func fieldOf(standard string) (field, bool) {
	for f, name := range attributeNames() {
		if strings.EqualFold(name, standard) {
			return field(f), field(f) != objectClass
		}
	}
	return 0, false
}

// Check refuses a key of Attributes that nothing is read by, whose value would have be read what is never read, or
// would have to be read as two things.
func (a Attributes) Check(standard string) error {
	own := a[standard]
	f, ok := fieldOf(standard)
	switch {
	case !ok:
		return errors.New("no attribute of that name is read")
	case own == "":
		return errors.New("the name of the attribute that holds it is missing")
	case !isAttributeName(own) || len(own) > longestName || strings.EqualFold(own, dnAttribute):
		return errors.New("it is to be read from what is no attribute's name: a letter, then letters, digits and hyphens")
	case neverRead(own) != "":
		return fmt.Errorf("%s is never read: it holds %s", own, neverRead(own))
	}
	for other := range a {
		if other != standard && strings.EqualFold(other, standard) {
			return errors.New("it stands here twice")
		}
	}
	all := attributeNames()
	for other, name := range a.names() {
		if field(other) != f && strings.EqualFold(name, own) {
			return fmt.Errorf("%s is what %s is read from", own, all[other])
		}
	}
	return nil
}

// MappableAttributes lists the names that Attributes may have for keys, sorted.
func MappableAttributes() []string {
	var out []string
	for f, name := range attributeNames() {
		if field(f) != objectClass {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// Disabled says what becomes of accounts that their directory marks as disabled.
type Disabled uint8

// By default a disabled account is judged as an inactive one is: nobody uses it, and its number may still be
// somebody's.
const (
	DisabledInactive Disabled = iota
	DisabledInclude           // an account like any other
	DisabledSkip              // counted, and left out
)

// DisabledWords are the words for it in the configuration, by value.
func DisabledWords() []string { return []string{"inactive", "include", "skip"} }
