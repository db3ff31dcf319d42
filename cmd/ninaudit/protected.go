package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"unicode/utf8"

	"ninaudit/audit"
	"ninaudit/audit/catalog"
)

// protectedConfig says who is under protection.
type protectedConfig struct {
	File     string // Feide names and entry IDs, a line each; empty: none
	Patterns []catalog.Pattern
}

// protected reads the section protected; nil where it names nobody.
func (r *configReader) protected(s *section) *protectedConfig {
	c := &protectedConfig{File: s.file("file"), Patterns: r.patterns(s.section("attributes"))}
	s.done()
	if c.File == "" && len(c.Patterns) == 0 {
		return nil
	}
	return c
}

// protectedLimit bounds a list of persons under protection, in bytes.
const protectedLimit = 1 << 20

// readProtected opens a list of persons under protection. One that others may read is refused: the list itself tells who
// they are.
func readProtected(path string) (map[string]bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, usageError("check the path that the configuration gives as protected.file", "protected: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return nil, usageError("name a text file", "protected: %s is no file", filepath.ToSlash(path))
	}
	if info.Mode().Perm()&0o077 != 0 && runtime.GOOS != "windows" {
		return nil, usageError("chmod 0600 "+filepath.ToSlash(path), "protected: others may read %s", filepath.ToSlash(path))
	}
	return parseProtected(f, path)
}

// parseProtected reads the list: a Feide name or an entry ID a line; what begins with # is a remark. Errors name the
// line, and show nothing of it.
func parseProtected(in io.Reader, name string) (map[string]bool, error) {
	data, err := io.ReadAll(io.LimitReader(in, protectedLimit+1))
	name = filepath.ToSlash(name)
	if err != nil || len(data) > protectedLimit {
		return nil, usageError("see whether it is the file you meant", "%s: it can not be read, or is larger than 1 MiB", name)
	}
	out := map[string]bool{}
	var errs []error
	for i, line := range strings.Split(string(bytes.TrimPrefix(data, []byte("\ufeff"))), "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case holdsNumber(line):
			errs = append(errs, fmt.Errorf("%s:%d: an identity number may stand here; name the person by Feide name or entry ID", name, i+1))
		case !utf8.ValidString(line) || strings.ContainsAny(line, " \t,;\x00"):
			errs = append(errs, fmt.Errorf("%s:%d: this is no Feide name and no entry ID; write one a line", name, i+1))
		default:
			out[strings.ToLower(line)] = true
		}
		if len(errs) == faultLimit {
			break
		}
	}
	if len(errs) > 0 {
		return nil, &audit.UsageError{Err: errors.Join(errs...)}
	}
	return out, nil
}

// protectedNotice says where cases about persons under protection are.
func protectedNotice(workbook bool) audit.Text {
	if !workbook {
		return audit.Text{
			NB: "Saker som gjelder skjermede brukere, står ikke i rapportene: de skrives bare i en egen arbeidsbok (xlsx).",
			NN: "Saker som gjeld skjerma brukarar, står ikkje i rapportane: dei blir berre skrivne i ei eiga arbeidsbok (xlsx).",
			EN: "Cases that concern protected users are in none of these reports: they are written into a workbook of their own (xlsx) only.",
		}
	}
	return audit.Text{
		NB: "Saker som gjelder skjermede brukere, står bare i en egen arbeidsbok med begrenset tilgang.",
		NN: "Saker som gjeld skjerma brukarar, står berre i ei eiga arbeidsbok med avgrensa tilgang.",
		EN: "Cases that concern protected users stand in a restricted workbook of their own only.",
	}
}
