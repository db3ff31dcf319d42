package names

import "strings"

// renderings are what one folded token may stand for where a letter has another value in another system: j for ж, x and
// ch for х, c for ц. The token itself is first; few tokens have more than one.
func renderings(token string) []string {
	all := []string{token}
	for _, r := range [...]func(string) string{jAsZh, chAsKh, xAsKh, cAsTs} {
		for _, t := range all {
			if other := r(t); other != t {
				all = append(all, other)
			}
		}
	}
	return all
}

// Readings are the keys of all that one folded surname token may stand for, without gender endings (Base): Zhuk and
// Jouk share one, Zaiets and Zajec, Kharchenko and Chartschenko.
func Readings(token string) []string {
	all := renderings(token)
	for i, t := range all {
		all[i] = Base(t)
	}
	return all
}

// jAsZh reads j before a vowel as zh, as the French and the rules of 2004 wrote it.
func jAsZh(token string) string {
	return replaceAt(token, "j", "zh", func(i int) bool {
		return i+1 < len(token) && isVowel(token[i+1]) && (i == 0 || isVowel(token[i-1]) || token[i-1] == 'n')
	})
}

// chAsKh reads ch as kh, as in German, but not in sch and tch.
func chAsKh(token string) string {
	return replaceAt(token, "ch", "kh", func(i int) bool { return i == 0 || token[i-1] != 's' && token[i-1] != 't' })
}

func xAsKh(token string) string {
	return replaceAt(token, "x", "kh", func(i int) bool { return true })
}

// cAsTs reads c as ts, as scholars write it.
func cAsTs(token string) string {
	return replaceAt(token, "c", "ts", func(i int) bool { return !strings.HasPrefix(token[i+1:], "h") && !strings.HasPrefix(token[i+1:], "k") })
}

// replaceAt puts one text in the place of another, wherever it may.
func replaceAt(token, from, to string, may func(i int) bool) string {
	if !strings.Contains(token, from) {
		return token
	}
	var b strings.Builder
	for i := 0; i < len(token); {
		if strings.HasPrefix(token[i:], from) && may(i) {
			b.WriteString(to)
			i += len(from)
			continue
		}
		b.WriteByte(token[i])
		i++
	}
	return b.String()
}
