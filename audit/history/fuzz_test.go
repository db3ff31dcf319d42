package history

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ninaudit/audit"
	"ninaudit/audit/nin"
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

// FuzzPersonState: what is taken for a person is what packPerson makes of it, byte for byte.
func FuzzPersonState(f *testing.F) {
	good := packPerson(nil, &Person{FirstSeen: 20261120, Without: 20261121, Was: audit.State{Kind: nin.D, Faulty: true}}, 1)
	f.Add(good)
	f.Add(good[1:])
	for _, at := range []int{0, 4, 5, 6, 10} {
		odd := slices.Clone(good)
		odd[at] = 0xff
		f.Add(odd)
	}
	names := map[int64]string{1: "fjordvik"}
	f.Fuzz(func(t *testing.T, state []byte) {
		p, ok := unpackPerson(state, names)
		if ok && (p.Catalog != "fjordvik" || !bytes.Equal(packPerson(nil, &p, 1), state)) {
			t.Errorf("%+v", p)
		}
		if ok && (p.Was.Kind > nin.Synthetic || p.FirstSeen > 9999_12_31 || p.Without > 9999_12_31) {
			t.Errorf("%+v", p)
		}
	})
}

// TestAPersonsState: each part is kept in its place, and a byte more or less is no person.
func TestAPersonsState(t *testing.T) {
	names := map[int64]string{7: "fjordvik"}
	p := Person{Catalog: "fjordvik", FirstSeen: 20261120, Without: 20261121, Entry: 1, Digest: 2,
		Was: audit.State{Kind: nin.D, Faulty: true, Number: 3, Principal: 4, Given: 5, Surname: 6, Birth: 7}}
	state := packPerson(nil, &p, 7)
	if got, ok := unpackPerson(state, names); !ok || got != p {
		t.Errorf("%+v", got)
	}
	for _, odd := range [][]byte{nil, state[1:], append(slices.Clone(state), 0)} {
		if _, ok := unpackPerson(odd, names); ok {
			t.Errorf("%d bytes are a person", len(odd))
		}
	}
	for at, odd := range map[int]byte{3: 8, 4: 200, 5: 2, 6: 0xff, 10: 0xff} {
		bytes := slices.Clone(state)
		bytes[at] = odd
		if _, ok := unpackPerson(bytes, names); ok {
			t.Errorf("byte %d may be %d", at, odd)
		}
	}
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
