package history

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"time"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// Review is what somebody decided on a case by filling in a workbook. A later one takes its place; it is kept as long
// as its case.
type Review struct {
	Finding    string
	Choice     audit.Choice // 0: an earlier decision was withdrawn, and nothing is decided
	Reason, By string       // blanked; By is who decided, as the workbook says
	Until      nin.Date
	Book       nin.Date // the day of the run whose workbook was filled in
	Account    string   // who read the workbook in: the account on this system
	At         time.Time
}

// Decide keeps reviews, and which numbers they are about. It is a transaction of its own, and is made at once.
func (s *Store) Decide(ctx context.Context, reviews []Review, about []Decision) error {
	if s.readOnly {
		return fmt.Errorf("history %q: it was opened to be read", s.path)
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return explain(s.path, err)
	}
	w := writer{ctx: ctx, tx: tx, catalogs: map[string]int64{}}
	if err = w.reviews(reviews); err == nil {
		err = w.decisions(about)
	}
	if err != nil {
		_ = tx.Rollback() // as in Write
		return explain(s.path, err)
	}
	return explain(s.path, tx.Commit())
}

func (w *writer) reviews(reviews []Review) error {
	const query = "REPLACE INTO reviews (finding, choice, reason, by, until, book, account, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
	return w.every(query, len(reviews), func(i int) ([]any, error) {
		r := &reviews[i]
		return []any{r.Finding, int(r.Choice), r.Reason, r.By, r.Until, r.Book, r.Account, toUnix(r.At)}, nil
	})
}

func (l *loader) reviews() ([]Review, error) {
	var all []Review
	const query = "SELECT finding, choice, reason, by, until, book, account, at FROM reviews ORDER BY finding"
	err := l.each(query, func(r *sql.Rows) error {
		var one Review
		var choice, at int64
		err := r.Scan(&one.Finding, &choice, &one.Reason, &one.By, &one.Until, &one.Book, &one.Account, &at)
		if err != nil {
			return err
		}
		if choice < 0 || choice > int64(slices.Max(audit.Choices())) {
			return errOddRow
		}
		one.Choice, one.At = audit.Choice(choice), fromUnix(at)
		all = append(all, one)
		return nil
	})
	return all, err
}
