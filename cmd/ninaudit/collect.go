package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// How much garbage may lie about before it is collected: so much at any rate, and a share of what is in use. A small
// catalog is read with few collections, and a large one takes little more memory than it needs. A collection costs
// little, for most of what is kept holds no pointers.
const (
	garbageAlways = 32 << 20 // bytes
	garbageShare  = 15       // per cent
)

// boundGarbage sets the collector anew each time when it has run, for only then is it known what is in use. Whoever sets
// GOGC has decided otherwise.
func boundGarbage() {
	if os.Getenv("GOGC") != "" {
		return
	}
	inUse := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	set := func() {
		metrics.Read(inUse)
		debug.SetGCPercent(garbagePercent(inUse[0].Value.Uint64()))
	}
	set()
	type collected struct{ _ *int } // with a pointer: it is not put together with others, which may live longer
	var again func(*collected)
	again = func(c *collected) {
		set()
		runtime.SetFinalizer(c, again)
	}
	runtime.SetFinalizer(&collected{}, again)
}

// garbagePercent is how much garbage may lie about, as a share of so many bytes in use.
func garbagePercent(inUse uint64) int {
	const least = 4 << 20 // the collector never runs before so much is in use
	return garbageShare + int(garbageAlways*100/max(inUse, least))
}
