package main

import (
	"fmt"
	"strings"
)

// suggestLimit bounds what is compared: nobody mistypes a name of more letters than this.
const suggestLimit = 64

// didYouMean is `did you mean "x"?` for the candidate nearest to what was written, or "" where
// none is near.
func didYouMean(written string, candidates []string) string {
	if best, ok := nearest(written, candidates); ok {
		return fmt.Sprintf("did you mean %q?", best)
	}
	return ""
}

// nearest finds the candidate that takes the fewest slips of the pen to reach from what was
// written. It must be within a third of the letters; of equals the first in the list is taken.
func nearest(written string, candidates []string) (string, bool) {
	w := foldName(written)
	if w == "" || len(w) > suggestLimit {
		return "", false
	}
	best, least := "", max(1, len(w)/3)+1
	for _, c := range candidates {
		if d := slips(w, foldName(c)); d < least {
			best, least = c, d
		}
	}
	return best, best != ""
}

// foldName makes case, hyphen and underscore alike: they are what people mix up first.
func foldName(s string) string {
	return strings.ReplaceAll(strings.ToLower(strings.TrimSpace(s)), "_", "-")
}

// slips counts the letters to insert, drop, change or swap with a neighbour to get from a to b
// (the optimal string alignment distance), byte by byte.
func slips(a, b string) int {
	before, above, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range above {
		above[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := above[j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			row[j] = min(above[j]+1, row[j-1]+1, change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, above, row = above, row, before
	}
	return above[len(b)]
}

// orList writes names as a reader lists them: "nb, nn or en".
func orList(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}
