package main

import (
	"fmt"
	"math"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"ninaudit/audit"
	"ninaudit/audit/nin"
)

// text reads a node as text.
func (r *configReader) text(n *yaml.Node, path string) (string, bool) {
	switch {
	case n.Kind != yaml.ScalarNode:
		r.fault(n.Line, path, "this is "+describe(n)+", not text", `write it as "text"`)
	case n.ShortTag() == "!!null":
		r.fault(n.Line, path, "nothing stands here", "write a value, or remove the key")
	case n.ShortTag() != "!!str":
		r.fault(n.Line, path, quote(n.Value)+" is "+describe(n)+", not text", "put it in quotes")
	default:
		return n.Value, true
	}
	return "", false
}

// str reads text; without the key it is def.
func (s *section) str(key, def string) string {
	if n := s.ask(key); n != nil {
		if v, ok := s.r.text(n, s.join(key)); ok {
			return v
		}
	}
	return def
}

// choice reads one of a few words.
func (s *section) choice(key, def string, words []string) string {
	v := s.str(key, def)
	for _, w := range words {
		if v == w {
			return v
		}
	}
	s.fault(key, quote(v)+" is not known", oneOf(v, words))
	return def
}

// oneOf is what to write instead of a word that is none of those known.
func oneOf(written string, words []string) string {
	write := "write " + orList(words)
	if guess := didYouMean(written, words); guess != "" {
		return guess + " (" + write + ")"
	}
	return write
}

// file reads a path; a relative one is relative to the configuration file. An empty one is none.
func (s *section) file(key string) string {
	v := s.str(key, "")
	if v == "" || filepath.IsAbs(v) {
		return v
	}
	return filepath.Join(s.r.dir, filepath.FromSlash(v))
}

// plain returns the words of a scalar that is to be understood further: a span, a share, a whole
// number.
func (s *section) plain(key, example string) (string, bool) {
	n := s.ask(key)
	switch {
	case n == nil:
		return "", false
	case n.Kind != yaml.ScalarNode || n.ShortTag() == "!!null":
		s.fault(key, "this is "+describe(n), "write "+example)
		return "", false
	}
	return n.Value, true
}

// bool reads true or false, without quotes.
func (s *section) bool(key string, def bool) bool {
	n := s.ask(key)
	if n == nil {
		return def
	}
	if n.Kind == yaml.ScalarNode && n.ShortTag() == "!!bool" {
		if v, err := strconv.ParseBool(strings.ToLower(n.Value)); err == nil {
			return v
		}
	}
	s.fault(key, "this is "+describe(n)+", not true or false", "write true or false, without quotes")
	return def
}

// int reads a whole number from least to most.
func (s *section) int(key string, def, least, most int) int {
	v, ok := s.plain(key, strconv.Itoa(def))
	if !ok {
		return def
	}
	n, err := strconv.Atoi(v)
	if err != nil || n < least || n > most {
		s.fault(key, quote(v)+" is no whole number from "+strconv.Itoa(least)+" to "+strconv.Itoa(most),
			"write for instance "+strconv.Itoa(def))
		return def
	}
	return n
}

// days reads a span in days, 30d.
func (s *section) days(key string, def audit.Days) audit.Days {
	if n := s.ask(key); n != nil {
		return member{s.r, s.join(key), s.joinShape(key), n}.days(def)
	}
	return def
}

// days reads a span in days, 30d; a fault counts as def.
func (m member) days(def audit.Days) audit.Days {
	if m.node.Kind != yaml.ScalarNode || m.node.ShortTag() == "!!null" {
		m.fault("this is "+describe(m.node), "write "+def.String())
		return def
	}
	d, err := audit.ParseDays(m.node.Value)
	if err != nil {
		m.fault(quote(m.node.Value)+" is no number of days", "write "+daysInstead(m.node.Value, def))
		return def
	}
	return d
}

// daysInstead guesses which span was meant: a bare number is days, weeks are seven.
func daysInstead(v string, def audit.Days) string {
	digits := strings.TrimRight(v, " abcdefghijklmnopqrstuvwxyz")
	n, err := strconv.Atoi(digits)
	if err != nil || n < 0 || n > 5000 {
		return "for instance " + def.String()
	}
	switch unit := strings.TrimSpace(v[len(digits):]); {
	case unit == "" || strings.HasPrefix(unit, "d"):
		return audit.Days(n).String()
	case strings.HasPrefix(unit, "w") || strings.HasPrefix(unit, "u"):
		return audit.Days(7 * n).String()
	}
	return "days, for instance " + def.String() + "; weeks, months and years are not understood"
}

// duration reads a span in hours, minutes and seconds, 60s, from least to most.
func (s *section) duration(key string, def, least, most time.Duration) time.Duration {
	v, ok := s.plain(key, brief(def))
	if !ok {
		return def
	}
	d, err := time.ParseDuration(v)
	switch {
	case err != nil && isNumber(v):
		s.fault(key, quote(v)+" has no unit", "write "+v+"s")
	case err != nil:
		s.fault(key, quote(v)+" is no span of time", "write for instance "+brief(def))
	case d < least || d > most:
		s.fault(key, quote(v)+" is out of bounds", "write from "+brief(least)+" to "+brief(most))
	default:
		return d
	}
	return def
}

// brief writes 1h0m0s as 1h.
func brief(d time.Duration) string {
	switch {
	case d >= time.Hour && d%time.Hour == 0:
		return fmt.Sprintf("%dh", d/time.Hour)
	case d > time.Minute && d%time.Minute == 0:
		return fmt.Sprintf("%dm", d/time.Minute)
	}
	return fmt.Sprintf("%ds", d/time.Second)
}

// percent reads a share, 10%, from 0 to 100; it returns the percentage.
func (s *section) percent(key string, def int) int {
	v, ok := s.plain(key, strconv.Itoa(def)+"%")
	if !ok {
		return def
	}
	digits, marked := strings.CutSuffix(v, "%")
	n, err := strconv.Atoi(digits)
	if marked && err == nil && n >= 0 && n <= 100 {
		return n
	}
	instead := "for instance " + strconv.Itoa(def) + "%"
	if f, err := strconv.ParseFloat(v, 64); err == nil && f >= 0 && f <= 100 {
		if f < 1 {
			f *= 100
		}
		instead = strconv.Itoa(int(math.Round(f))) + "%"
	}
	s.fault(key, quote(v)+" is no percentage from 0% to 100%", "write "+instead)
	return def
}

func isNumber(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

// describe says in words what a node is.
func describe(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "a section"
	case yaml.SequenceNode:
		return "a list"
	}
	switch n.ShortTag() {
	case "!!null":
		return "nothing"
	case "!!bool":
		return "true or false"
	case "!!int", "!!float":
		return "a number"
	case "!!timestamp":
		return "a date"
	case "!!str":
		return "text"
	}
	return "of a kind that is not understood"
}

// quote shows a value of the file in an error, cut short.
func quote(v string) string { return strconv.Quote(clip(v)) }

// clip cuts a word of the file to what fits a line, without what could be somebody's number.
func clip(v string) string {
	v = nin.BlankAll(v)
	const most = 60
	if r := []rune(v); len(r) > most {
		return string(r[:most]) + "…"
	}
	return v
}
