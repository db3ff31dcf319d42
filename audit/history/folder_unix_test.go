//go:build unix

package history

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
)

const (
	folderOf = "NINAUDIT_TEST_FOLDER" // this process is the child, and works there
	nobody   = 65534                  // root may write everywhere, so root becomes nobody
)

// alone runs this test in a process of its own, for the rights and the umask are the whole process's.
func alone(t *testing.T, test, dir string) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	p, err := os.StartProcess(self, []string{self, "-test.run=^" + test + "$"}, &os.ProcAttr{
		Env: append(os.Environ(), folderOf+"="+dir), Files: []*os.File{nil, os.Stdout, os.Stderr}})
	if err != nil {
		t.Fatal(err)
	}
	if state, err := p.Wait(); err != nil || !state.Success() {
		t.Errorf("the child: %v, %v", state, err)
	}
}

// TestAFolderThatMayNotBeWritten: a history there can be read, and whoever would write changes nothing.
func TestAFolderThatMayNotBeWritten(t *testing.T) {
	dir := os.Getenv(folderOf)
	if dir == "" {
		o := kept(t)
		dir = filepath.Dir(o.Path)
		for _, name := range append(leftIn(t, o), ".", "..") {
			if err := os.Lchown(filepath.Join(dir, name), nobody, nobody); os.Getuid() == 0 && err != nil {
				t.Fatal(err)
			}
		}
		if err := os.Chmod(dir, 0o500); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
		alone(t, "TestAFolderThatMayNotBeWritten", dir)
		return
	}
	if os.Getuid() == 0 {
		if err := syscall.Setuid(nobody); err != nil {
			t.Fatal(err)
		}
	}
	o := options(dir)
	before := onDisk(t, o)
	o.ReadOnly = true
	if err := everything(t, o); err != nil {
		t.Errorf("to read: %v", err)
	}
	o.ReadOnly = false
	if err := everything(t, o); err == nil {
		t.Error("a night is written where nothing may be written: the test shows nothing")
	}
	for _, o := range []Options{{Path: filepath.Join(dir, "new.db"), KeyFile: o.KeyFile}, {Path: o.Path, KeyFile: o.KeyFile + ".new", OldKeyFile: o.KeyFile}} {
		if s, err := Open(t.Context(), o); !errors.Is(err, fs.ErrPermission) {
			t.Errorf("opened: %v, %v", s != nil, err)
		}
	}
	if after := onDisk(t, o); len(after) != len(before) {
		t.Errorf("%d bytes, %d before: %v", len(after), len(before), leftIn(t, o))
	}
	if got := leftIn(t, o); !slices.Equal(got, []string{"history.db", "history.db.lock", "history.key"}) {
		t.Errorf("left %v", got)
	}
}

// TestModesUnderAnyUmask: every file is its owner's alone, also where the process lets everybody read what it makes.
func TestModesUnderAnyUmask(t *testing.T) {
	dir := os.Getenv(folderOf)
	if dir == "" {
		alone(t, "TestModesUnderAnyUmask", t.TempDir())
		return
	}
	syscall.Umask(0)
	o := options(dir)
	check := func(files int) {
		t.Helper()
		names := leftIn(t, o)
		if len(names) != files {
			t.Errorf("files %v", names)
		}
		for _, name := range names {
			if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Mode().Perm() != 0o600 {
				t.Errorf("%s: mode %v, %v", name, info.Mode(), err)
			}
		}
	}
	s := open(t, o)
	check(3)
	tx, err := s.Write(t.Context(), &Update{Run: run(20261120, "fjordvik", 1)})
	if err != nil {
		t.Fatal(err)
	}
	check(4) // the journal
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	check(3)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	o.OldKeyFile, o.KeyFile = o.KeyFile, filepath.Join(dir, "second.key")
	open(t, o)
	check(4) // the new key
}

// TestAKeyIsNeverWrittenOver, nor through a link that leads nowhere.
func TestAKeyIsNeverWrittenOver(t *testing.T) {
	dir := t.TempDir()
	aim, link := filepath.Join(dir, "aim"), filepath.Join(dir, "history.key")
	if err := os.Symlink(aim, link); err != nil {
		t.Fatal(err)
	}
	if _, _, err := readOrMakeKey(link); !errors.Is(err, fs.ErrExist) {
		t.Errorf("error %v", err)
	}
	if _, err := os.Stat(aim); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the key is made elsewhere: %v", err)
	}
	first, made, err := readOrMakeKey(aim)
	if err != nil || !made || len(first) != keySize {
		t.Fatalf("made %t, %v", made, err)
	}
	if again, made, err := readOrMakeKey(aim); err != nil || made || !slices.Equal(first, again) {
		t.Errorf("made %t again, %v", made, err)
	}
}
