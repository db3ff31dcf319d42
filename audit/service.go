package audit

import "ninaudit/audit/nin"

// Answer is what a provider has said to a question; the zero value is nothing yet.
type Answer uint8

// The answers.
const (
	Unanswered Answer = iota
	No
	Yes
)

// String is the answer's word in files.
func (a Answer) String() string { return [...]string{"unknown", "no", "yes"}[a] }

// Word is what a reader sees.
func (a Answer) Word() Text {
	return [...]Text{
		Unanswered: {"Ukjent", "Ukjent", "Unknown"},
		No:         {"Nei", "Nei", "No"},
		Yes:        {"Ja", "Ja", "Yes"},
	}[a]
}

// Service is something that users log in to with Feide, and what is known of its need for their numbers. No text in it
// holds a number: whoever makes one sees to that.
type Service struct {
	ID       string // in Feide's list of services; empty where nobody has said
	Name     string // unique in a list, whatever the case of its letters
	Provider string
	Contact  string // whom to write to
	Channel  string // by which accounts are told: agreed with the provider
	Language Language
	Receives bool     // the catalog's numbers are sent to it
	Depends  Answer   // it knows its users by the number
	Arranged Answer   // the provider has made arrangements for users without one
	Asked    nin.Date // when the provider was asked; 0 for never
	Told     nin.Date // the provider has been told of every change up to this day; 0 for of none
	UsedBy   []string // values of affiliation, and names and numbers of units; empty: everybody uses it
}

// Hits tells that a user without a number has trouble in the service.
func (s *Service) Hits() bool { return s.Receives && s.Depends == Yes && s.Arranged != Yes }

// Tells tells that the provider must be told when a user's number comes or changes (the notice, step 5).
func (s *Service) Tells() bool { return s.Receives && s.Depends == Yes && s.Arranged == Yes }

// Asks tells that the provider has not said whether the service copes (the notice, step 3).
func (s *Service) Asks() bool {
	return s.Receives && (s.Depends == Unanswered || s.Depends == Yes && s.Arranged == Unanswered)
}

// ServiceState is a service as a run finds it.
type ServiceState struct {
	*Service
	Pending int // active users of it who have no national number, but for those under protection
	// Awaited tells that a user under protection has none: it can not be said that nobody waits any more.
	Awaited bool
	// Tell are the users of whose numbers the provider must still be told, the oldest change first.
	Tell []Telling
}

// Since is the day of the oldest change that the provider has not been told of; 0 where there is none.
func (s *ServiceState) Since() nin.Date {
	if len(s.Tell) == 0 {
		return 0
	}
	return s.Tell[0].Since
}

// Telling is a user of whose number a provider must be told. Of the change it knows no more than the day.
type Telling struct {
	Subject
	Since nin.Date
}

// AffiliationNames are the values of eduPersonAffiliation in the order of their bits.
func AffiliationNames() []string {
	return []string{"student", "faculty", "staff", "employee", "alum", "member", "affiliate", "library-walk-in"}
}
