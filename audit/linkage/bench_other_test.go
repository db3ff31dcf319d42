//go:build !unix

package linkage_test

func cpuSeconds() float64 { return 0 }
