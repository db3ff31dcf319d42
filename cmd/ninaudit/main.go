// Command ninaudit audits the national identity numbers of Feide catalogs.
//
// It is the only package that knows all the others: each subcommand is one file, reads its flags,
// wires what it needs and leaves. Three decisions stand behind it. The configuration is walked as
// a tree of nodes, not decoded into structs, so that every error names file, line and key and says
// what to write instead. What went wrong is told by an error and nothing else, and one switch
// (exit.go) makes exit codes of errors. And everything that leaves the command, errors and log
// lines included, has runs of 10 to 12 digits blanked.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	boundGarbage()
	// A pipe that nobody reads any more must not end a run before it has cleaned up.
	signal.Ignore(syscall.SIGPIPE)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr, time.Now)
	stop()
	os.Exit(code)
}

// run is the command: it takes the arguments, and returns the exit code. The clock tells which day
// it is where --as-of does not.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer, clock func() time.Time) int {
	screen := newScreen(stderr)
	a := &app{
		stdin: interruptible{ctx, stdin}, typed: isTerminal(stdin), stdout: stdout,
		screen: screen, log: newLogger(screen), clock: clock,
	}
	root := a.command()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(screen)
	err := root.ExecuteContext(ctx)
	screen.clear()
	tellError(screen, err)
	return int(codeOf(err))
}

// interruptible is standard input that stops waiting when the run is cancelled: a read from a
// terminal or a pipe knows nothing of contexts. The read that was waiting is left behind, for the
// program ends.
type interruptible struct {
	ctx context.Context
	io.Reader
}

func (r interruptible) Read(p []byte) (int, error) {
	type result struct {
		n   int
		err error
	}
	own := make([]byte, len(p)) // the read that is left behind must not write into the caller's buffer
	done := make(chan result, 1)
	go func() {
		n, err := r.Reader.Read(own)
		done <- result{n, err}
	}()
	select {
	case <-r.ctx.Done():
		return 0, r.ctx.Err()
	case got := <-done:
		return copy(p, own[:got.n]), got.err
	}
}
