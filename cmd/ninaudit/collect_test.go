package main

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

func TestGarbageIsBounded(t *testing.T) {
	for inUse, want := range map[uint64]int{0: 815, 32 << 20: 115, 320 << 20: 25, 48 << 30: 15} {
		if got := garbagePercent(inUse); got != want {
			t.Errorf("%d bytes in use: %d per cent, want %d", inUse, got, want)
		}
	}
}

// TestTheBoundFollowsWhatIsInUse: after a collection the percentage is that of what the collection has left.
func TestTheBoundFollowsWhatIsInUse(t *testing.T) {
	t.Setenv("GOGC", "")
	before := debug.SetGCPercent(100)
	defer debug.SetGCPercent(before)
	boundGarbage()
	kept := make([]byte, 256<<20)
	for end := time.Now().Add(10 * time.Second); ; {
		runtime.GC()
		percent := debug.SetGCPercent(50)
		debug.SetGCPercent(percent)
		if percent > garbageShare && percent <= garbagePercent(256<<20) {
			break
		}
		if time.Now().After(end) {
			t.Fatalf("with 256 MiB in use, it is %d per cent", percent)
		}
		time.Sleep(time.Millisecond)
	}
	runtime.KeepAlive(kept)
}
