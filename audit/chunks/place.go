package chunks

// Place is a place of a slice, which grows by zero values until it has it.
func Place[T any](all *[]T, at int) *T {
	if more := at + 1 - len(*all); more > 0 {
		*all = append(*all, make([]T, more)...)
	}
	return &(*all)[at]
}
