package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"sync"
	"time"

	"golang.org/x/term"

	"ninaudit/audit/nin"
)

// screen is standard error: log lines, errors, and on a terminal one line of progress that
// everything else is written above.
type screen struct {
	mu       sync.Mutex
	w        io.Writer
	terminal bool
	line     string // the progress that stands there now
}

func newScreen(w io.Writer) *screen {
	return &screen{w: w, terminal: isTerminal(w)}
}

// isTerminal tells whether a person sees at once what is written to w.
func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// Write writes whole lines; progress that stands there is drawn again below them.
func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.erase()
	n, err := s.w.Write(p)
	s.draw()
	return n, err
}

// progress replaces the line of progress. Off a terminal it does nothing.
func (s *screen) progress(line string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.erase()
	s.line = line
	s.draw()
}

// clear takes the line of progress away.
func (s *screen) clear() { s.progress("") }

func (s *screen) erase() {
	if s.terminal && s.line != "" {
		io.WriteString(s.w, "\r\x1b[K")
	}
}

func (s *screen) draw() {
	if s.terminal && s.line != "" {
		io.WriteString(s.w, s.line)
	}
}

// newLogger logs to the screen: JSON for whoever collects it; for a person, who sees the progress
// and the summary, no more than warnings, as text. Nothing passes unblanked.
func newLogger(s *screen) *slog.Logger {
	if s.terminal {
		o := &slog.HandlerOptions{Level: slog.LevelWarn, ReplaceAttr: dropTime}
		return slog.New(blankHandler{warningsOnly{slog.NewTextHandler(s, o)}})
	}
	return slog.New(blankHandler{slog.NewJSONHandler(s, &slog.HandlerOptions{ReplaceAttr: millisecondTime})})
}

// warningsOnly passes no errors on: the command tells each once, at its end, with a hint.
type warningsOnly struct{ slog.Handler }

func (h warningsOnly) Enabled(ctx context.Context, l slog.Level) bool {
	return l < slog.LevelError && h.Handler.Enabled(ctx, l)
}

func (h warningsOnly) WithAttrs(attrs []slog.Attr) slog.Handler {
	return warningsOnly{h.Handler.WithAttrs(attrs)}
}

func (h warningsOnly) WithGroup(name string) slog.Handler {
	return warningsOnly{h.Handler.WithGroup(name)}
}

// millisecondTime writes the time as 2026-11-23T02:30:00.123Z: more digits than that tell nobody anything.
func millisecondTime(groups []string, a slog.Attr) slog.Attr {
	if len(groups) == 0 && a.Key == slog.TimeKey {
		return slog.String(a.Key, a.Value.Time().UTC().Format("2006-01-02T15:04:05.000Z07:00"))
	}
	return a
}

// dropTime leaves out the time, which a person at a terminal knows.
func dropTime(groups []string, a slog.Attr) slog.Attr {
	if len(groups) == 0 && a.Key == slog.TimeKey {
		return slog.Attr{}
	}
	return a
}

// blankHandler takes runs of 10 to 12 digits out of everything that is logged, whatever its type.
type blankHandler struct{ slog.Handler }

func (h blankHandler) Handle(ctx context.Context, r slog.Record) error {
	out := slog.NewRecord(r.Time, r.Level, nin.BlankAll(r.Message), r.PC)
	r.Attrs(func(a slog.Attr) bool {
		out.AddAttrs(blankAttr(a))
		return true
	})
	return h.Handler.Handle(ctx, out)
}

func (h blankHandler) WithAttrs(attrs []slog.Attr) slog.Handler {
	blanked := make([]slog.Attr, len(attrs))
	for i, a := range attrs {
		blanked[i] = blankAttr(a)
	}
	return blankHandler{h.Handler.WithAttrs(blanked)}
}

func (h blankHandler) WithGroup(name string) slog.Handler {
	return blankHandler{h.Handler.WithGroup(name)}
}

func blankAttr(a slog.Attr) slog.Attr {
	v := a.Value.Resolve()
	switch v.Kind() {
	case slog.KindDuration: // JSON would have it in nanoseconds
		return slog.String(a.Key, v.Duration().Round(100*time.Microsecond).String())
	case slog.KindBool, slog.KindTime, slog.KindFloat64:
		return slog.Attr{Key: a.Key, Value: v}
	case slog.KindInt64, slog.KindUint64:
		if s := v.String(); nin.BlankAll(s) != s {
			return slog.String(a.Key, nin.BlankAll(s))
		}
		return slog.Attr{Key: a.Key, Value: v}
	case slog.KindGroup:
		var members []any
		for _, m := range v.Group() {
			members = append(members, blankAttr(m))
		}
		return slog.Group(a.Key, members...)
	}
	if v.Kind() == slog.KindString {
		return slog.String(a.Key, nin.BlankAll(v.String()))
	}
	return slog.String(a.Key, nin.BlankAll(fmt.Sprint(v.Any())))
}
