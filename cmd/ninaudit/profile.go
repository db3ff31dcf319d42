package main

import (
	"errors"
	"os"
	"runtime"
	"runtime/pprof"
)

// profiles are files that a run writes about itself, for whoever makes it faster: see `go tool pprof`.
type profiles struct{ cpu, memory string }

// start begins; what it returns ends, and writes what memory is in use.
func (p profiles) start() (stop func() error, err error) {
	stop = func() error { return nil }
	if p.cpu != "" {
		f, err := os.OpenFile(p.cpu, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
		if err != nil {
			return nil, err
		}
		if err := pprof.StartCPUProfile(f); err != nil {
			return nil, errors.Join(err, f.Close())
		}
		stop = func() error {
			pprof.StopCPUProfile()
			return f.Close()
		}
	}
	if p.memory == "" {
		return stop, nil
	}
	end := stop
	return func() error { return errors.Join(end(), writeHeap(p.memory)) }, nil
}

// writeHeap writes what was allocated, and what of it is still in use.
func writeHeap(file string) error {
	f, err := os.OpenFile(file, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	runtime.GC() // what is no longer in use is not counted
	return errors.Join(pprof.Lookup("allocs").WriteTo(f, 0), f.Close())
}
