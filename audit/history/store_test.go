package history

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

var synthetic = nin.Parser{On: 20261120, AcceptSynthetic: true}

func somebody(uid, number string) *audit.Person {
	p := &audit.Person{Ref: audit.Ref{Catalog: "fjordvik", ID: "id-of-" + uid, Principal: uid + "@fjordvik.no"},
		Given: "Åse Marie", Surname: "Løvli  Øy", Birth: 20100203}
	if number != "" {
		p.NIN = synthetic.Parse(number)
	}
	return p
}

func run(day nin.Date, catalog string, read int) Run {
	return Run{Day: day, At: time.Date(2026, 11, 20, 1, 41, 0, 0, time.UTC), Took: 90 * time.Second, Version: "1.0",
		Config: "c0ffee", Model: "beef", Complete: true,
		Catalogs: []CatalogRun{{Name: catalog, Read: read, Persons: read, Complete: true}}}
}

func finding(id string, day nin.Date, persons ...int64) Finding {
	told := Told{Args: []audit.Arg{audit.Date(day), audit.Count(3)}, Score: 1}
	for range persons {
		told.Subjects = append(told.Subjects, audit.Subject{Ref: audit.Ref{Catalog: "fjordvik", ID: "id-of-u1",
			Principal: "u1@fjordvik.no", DN: "uid=u1,ou=people,dc=fjordvik,dc=no"}, Name: "Åse Løvli", Unit: "Nes skole",
			Kind: nin.D, Active: true})
	}
	body, err := Encode(told)
	if err != nil {
		panic(err)
	}
	return Finding{ID: id, Rule: "nin-checksum", Variant: "slip", Severity: audit.Error, Since: day, Seen: day, Told: day,
		ToldAt: time.Date(2026, 11, 20, 1, 41, 0, 0, time.UTC), Persons: persons, Catalogs: []string{"fjordvik"}, Body: body}
}

func options(dir string) Options {
	return Options{Path: filepath.Join(dir, "history.db"), KeyFile: filepath.Join(dir, "history.key")}
}

func open(t testing.TB, o Options) *Store {
	t.Helper()
	s, err := Open(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func write(t testing.TB, s *Store, u *Update) Purged {
	t.Helper()
	tx, err := s.Write(context.Background(), u)
	if err != nil {
		t.Fatal(err)
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	return tx.Purged()
}

func load(t testing.TB, s *Store) *Night {
	t.Helper()
	n, err := s.Load(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// everybody are the persons with all that is kept of them.
func everybody(t testing.TB, s *Store) (all []Person) {
	t.Helper()
	err := s.read(context.Background(), func(l *loader) (err error) {
		all, err = l.persons()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func decide(t testing.TB, s *Store, reviews ...Review) {
	t.Helper()
	if err := s.Decide(context.Background(), reviews, nil); err != nil {
		t.Fatal(err)
	}
}
