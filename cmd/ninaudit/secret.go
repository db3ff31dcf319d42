package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"

	"ninaudit/audit"
)

// secretLimit bounds the bytes of a password.
const secretLimit = 4096

// secretSource tells where the password of a bind is found; exactly one is set, or none for an
// anonymous bind. The password itself never stands in the configuration.
type secretSource struct {
	File       string // password_file
	Env        string // password_env: the name of an environment variable
	Credential string // password_credential: a file under $CREDENTIALS_DIRECTORY, as systemd makes it
}

var (
	envName        = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)
	credentialName = regexp.MustCompile(`^[A-Za-z0-9_][A-Za-z0-9._@-]*$`)
)

// secret reads the three keys of which a bind needs one.
func (r *configReader) secret(s *section) secretSource {
	inFile := false
	for _, key := range []string{"password", "bind_password", "bind_pw", "secret"} {
		s.never(key, "a password is never in the file", "use password_file, password_env or password_credential")
		inFile = inFile || s.has(key)
	}
	src := secretSource{s.file("password_file"), s.str("password_env", ""), s.str("password_credential", "")}
	var given []string
	for _, key := range []string{"password_file", "password_env", "password_credential"} {
		if s.has(key) {
			s.notEmpty(key, "a name")
			given = append(given, key)
		}
	}
	switch {
	case len(given) > 1:
		s.fault(given[1], "the password is already told by "+given[0], "keep one of them")
	case len(given) == 1 && !s.has("bind_dn"):
		s.fault(given[0], "there is no bind_dn to use the password with", "write bind_dn: cn=reader,dc=example,dc=org")
	case len(given) == 0 && s.has("bind_dn") && !inFile:
		s.fault("bind_dn", "there is no password for the bind", "add password_file, password_env or password_credential")
	}
	if src.Env != "" && !envName.MatchString(src.Env) {
		s.fault("password_env", "this is no name of an environment variable", "write for instance NINAUDIT_PASSWORD")
	}
	if src.Credential != "" && !credentialName.MatchString(src.Credential) {
		s.fault("password_credential", "this is no name of a credential", "write the name given to LoadCredential=, without a path")
	}
	return src
}

// read fetches the password. Errors name the place and never what stands there.
func (s secretSource) read(getenv func(string) string) (string, error) {
	switch {
	case s.Env != "":
		return checkSecret(getenv(s.Env), "environment variable "+s.Env)
	case s.Credential != "":
		dir := getenv("CREDENTIALS_DIRECTORY")
		if dir == "" {
			return "", &audit.UsageError{
				Err:  fmt.Errorf("password_credential %s: $CREDENTIALS_DIRECTORY is not set", s.Credential),
				Hint: "start the audit as a systemd service with LoadCredential=" + s.Credential + ":PATH",
			}
		}
		return readSecretFile(filepath.Join(dir, s.Credential))
	case s.File != "":
		return readSecretFile(s.File)
	}
	return "", nil
}

func readSecretFile(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", &audit.UsageError{
			Err:  fmt.Errorf("password: %w", err),
			Hint: "write the password to that file, readable by the user that runs the audit alone",
		}
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return "", fmt.Errorf("password: %w", err)
	case !info.Mode().IsRegular():
		return "", &audit.UsageError{Err: fmt.Errorf("password: %s is no file", path), Hint: "name a file with one line"}
	case info.Mode()&0o007 != 0 && runtime.GOOS != "windows":
		return "", &audit.UsageError{
			Err:  fmt.Errorf("password: %s may be read or changed by every user of the machine", path),
			Hint: "chmod 0600 " + path,
		}
	}
	data, err := io.ReadAll(io.LimitReader(f, secretLimit+1))
	if err != nil {
		return "", fmt.Errorf("password: %w", err)
	}
	return checkSecret(string(data), path)
}

// checkSecret trims the one line end that editors add.
func checkSecret(v, from string) (string, error) {
	var err error
	v = strings.TrimSuffix(strings.TrimSuffix(v, "\n"), "\r")
	switch {
	case v == "":
		err = errors.New("it is empty or not set")
	case len(v) > secretLimit:
		err = fmt.Errorf("it is longer than %d bytes", secretLimit)
	case strings.ContainsAny(v, "\r\n\x00"):
		err = errors.New("it has more than one line")
	default:
		return v, nil
	}
	return "", &audit.UsageError{Err: fmt.Errorf("password: %s: %w", from, err), Hint: "it holds the password and nothing else"}
}
