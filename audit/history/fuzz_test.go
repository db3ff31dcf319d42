package history

import (
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// FuzzLists: a stored list is an error, or one number for each byte at most that comes back when it is written.
func FuzzLists(f *testing.F) {
	f.Add([]byte{})
	f.Add(packIDs([]int64{1, 127, 128, 1 << 40, 1<<63 - 1}))
	f.Add([]byte{0x80})
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1})
	f.Fuzz(func(t *testing.T, packed []byte) {
		ids, err := unpackIDs(packed)
		if err != nil {
			return
		}
		again, err := unpackIDs(packIDs(ids))
		if err != nil || !slices.Equal(ids, again) || len(ids) > len(packed) {
			t.Errorf("%x gives %v, and that gives %v, %v", packed, ids, again, err)
		}
	})
}

// FuzzHeader: whatever a file begins with, it is a history's form or a clear error.
func FuzzHeader(f *testing.F) {
	whole := make([]byte, 100)
	copy(whole, "SQLite format 3\x00")
	binary.BigEndian.PutUint32(whole[68:], applicationID)
	binary.BigEndian.PutUint32(whole[60:], uint32(len(steps)))
	for _, n := range []int{0, 1, 16, 99, 100} {
		f.Add(whole[:n])
	}
	name := filepath.Join(f.TempDir(), "h.db")
	f.Fuzz(func(t *testing.T, b []byte) {
		if err := os.WriteFile(name, b, 0o600); err != nil {
			t.Fatal(err)
		}
		version, err := inspect(name)
		if err == nil && (version < 0 || version > len(steps) || len(b) < 100) || err != nil && !wellPut(err) {
			t.Errorf("form %d, %v", version, err)
		}
	})
}

// FuzzKeyAndHolder: a key file gives 32 bytes or a KeyError, a lock file a process or none.
func FuzzKeyAndHolder(f *testing.F) {
	f.Add([]byte("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\n"))
	f.Add([]byte("\n        12 2026-11-20T01:41:00Z\n"))
	f.Add([]byte("\n       -12 2026-11-20T01:41:00Z\n"))
	f.Add([]byte{})
	name := filepath.Join(f.TempDir(), "f")
	f.Fuzz(func(t *testing.T, b []byte) {
		if err := os.WriteFile(name, b, 0o600); err != nil {
			t.Fatal(err)
		}
		var fault *KeyError
		if key, err := readKey(name); err == nil && len(key) != keySize || err != nil && !errors.As(err, &fault) {
			t.Errorf("key of %d bytes, %v", len(key), err)
		}
		if pid, since := readHolder(name); pid < 0 || pid == 0 && !since.IsZero() {
			t.Errorf("held by %d since %s", pid, since)
		}
	})
}

// FuzzStoredCase: bytes that are no case are an error that shows none of them; and a case is kept as it is.
func FuzzStoredCase(f *testing.F) {
	f.Add([]byte(`{"a":[{"t":["a","b","c"]},{"d":0},{"c":-1},{"k":"fnr"},{"w":"<&>"}],"e":[{"f":"given","v":1e300}],"s":[{"k":"d"}]}`))
	f.Add([]byte(`{"a":[{"t":["85159873","",""],"t":null}],"p":-0}`))
	f.Add([]byte(`{"85159873":1}`))
	f.Fuzz(func(t *testing.T, packed []byte) {
		told, err := Decode(packed)
		if err != nil {
			if text := err.Error(); len(text) > 80 {
				t.Errorf("a long error: %s", text)
			}
			return
		}
		if n := len(told.Args) + len(told.Evidence) + len(told.Subjects); n > len(packed) {
			t.Errorf("%d parts of %d bytes", n, len(packed))
		}
		first, err := Encode(told)
		if err != nil {
			t.Fatal(err)
		}
		back, err := Decode(first)
		if err != nil {
			t.Fatal(err)
		}
		second, err := Encode(back)
		if err != nil || !cmp.Equal(first, second) {
			t.Errorf("written once %q, twice %q, %v", first, second, err)
		}
	})
}
