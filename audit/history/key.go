package history

import (
	"bytes"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// KeyFault is what is wrong with a key file.
type KeyFault uint8

// The faults.
const (
	KeyMissing    KeyFault = iota + 1 // there is a database, and its key is not there or empty
	KeyExposed                        // others than its owner may read it
	KeyMalformed                      // it holds something else than a key
	KeyChanged                        // the database is under another key
	KeyInUse                          // the database is already under the new key, so no old one is needed
	KeySame                           // the old key and the new one are the same
	KeyForNothing                     // an old key, and no database that could be under it
)

// KeyError says why the history's key can not be used. The database has been left as it is.
type KeyError struct {
	File  string
	Fault KeyFault
}

func (e *KeyError) Error() string {
	words := map[KeyFault]string{
		KeyMissing:    "the history's key is not there, or its file is empty",
		KeyExposed:    "others may read the history's key",
		KeyMalformed:  "this is no key: 64 hexadecimal digits are expected",
		KeyChanged:    "the history is under another key than this",
		KeyInUse:      "the history is under this key already",
		KeySame:       "the old key and the new one are the same",
		KeyForNothing: "there is no history that could be under this old key",
	}
	return fmt.Sprintf("key %q: %s", e.File, words[e.Fault])
}

// Hint says what to try.
func (e *KeyError) Hint() string {
	switch e.Fault {
	case KeyMissing, KeyChanged:
		return "put the key back from a copy; or, if the key was changed on purpose, run once with --old-key FILE; " +
			"without its key a history is of no use: move it away, and the next run is a first one"
	case KeyExposed:
		return "let nobody but its owner read it: chmod 600"
	case KeyMalformed:
		return "put the key back from a copy; if no history was ever written with it, delete the file and a new one is made"
	case KeyInUse:
		return "the change of keys is done: run without --old-key"
	case KeyForNothing:
		return "see that history.path is right; if there is to be a new history, run without --old-key"
	}
	return "name a new file under history.key_file: the key is made on first use"
}

const keySize = 32

// readKey reads a key file. A file that is not there, or is empty, is a KeyMissing.
func readKey(name string) ([]byte, error) {
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &KeyError{File: name, Fault: KeyMissing}
	} else if err != nil {
		return nil, fmt.Errorf("key: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("key: %w", err)
	}
	if runtime.GOOS != "windows" && info.Mode()&0o077 != 0 {
		return nil, &KeyError{File: name, Fault: KeyExposed}
	}
	text, err := io.ReadAll(io.LimitReader(f, 4*keySize))
	if err != nil {
		return nil, fmt.Errorf("key: %w", err)
	}
	key := make([]byte, keySize)
	text = bytes.TrimSpace(text)
	switch {
	case info.Size() == 0:
		return nil, &KeyError{File: name, Fault: KeyMissing}
	case len(text) != 2*keySize:
		return nil, &KeyError{File: name, Fault: KeyMalformed}
	}
	if _, err := hex.Decode(key, text); err != nil {
		return nil, &KeyError{File: name, Fault: KeyMalformed}
	}
	return key, nil
}

// readOrMakeKey reads a key file and makes it if it is not there. An empty one is what a run leaves that was killed
// while it made it: nothing was ever written under it.
func readOrMakeKey(name string) (key []byte, made bool, err error) {
	key, err = readKey(name)
	var missing *KeyError
	if !errors.As(err, &missing) || missing.Fault != KeyMissing {
		return key, false, err
	}
	if info, err := os.Stat(name); err == nil && info.Size() == 0 {
		if err := os.Remove(name); err != nil {
			return nil, false, fmt.Errorf("key: %w", err)
		}
	}
	key = randomKey()
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, false, fmt.Errorf("key: %w", err)
	}
	_, err = fmt.Fprintf(f, "%x\n", key)
	err = errors.Join(err, f.Sync(), f.Close())
	if err != nil {
		_ = os.Remove(name)
		return nil, false, fmt.Errorf("key: %w", err)
	}
	return key, true, syncFolder(name)
}

func randomKey() []byte {
	key := make([]byte, keySize)
	_, _ = rand.Read(key) // never fails: crypto/rand ends the program instead
	return key
}

// keyID tells keys apart without telling anything of them. It stands in the database.
func keyID(key []byte) []byte {
	m := hmac.New(sha256.New, key)
	m.Write([]byte("ninaudit history key id"))
	return m.Sum(nil)[:8]
}

// syncFolder makes a new or renamed file's name safe on disk. Windows can not, and needs not.
func syncFolder(name string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(filepath.Dir(name))
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
