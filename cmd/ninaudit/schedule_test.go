package main

import (
	"bytes"
	"encoding/xml"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// scheduled runs schedule over a configuration, and gives what it prints.
func scheduled(t *testing.T, config string, args ...string) (out string, code int, log string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "ninaudit.yaml")
	if err := os.WriteFile(file, []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	args = append([]string{"schedule", "--config", file}, args...)
	code = run(t.Context(), args, strings.NewReader(""), &stdout, &stderr, time.Now)
	return stdout.String(), code, stderr.String()
}

const (
	ownFolder = `catalogs: [{name: fjordvik, ldap: {url: "ldaps://ldap.example.org", base: "dc=no", bind_dn: "cn=r,dc=no", password_credential: fjordvik}}]
history: {path: /var/lib/ninaudit/history.db, key_file: /var/lib/ninaudit/keys/history.key}
reports: {dir: /var/lib/ninaudit/reports}
`
	otherFolders = `catalogs: [{name: fjordvik, ldap: {url: "ldaps://ldap.example.org", base: "dc=no", bind_dn: "cn=r,dc=no", password_file: fjordvik.password}}]
history: {path: /var/lib/ninaudit/history.db, key_file: /etc/ninaudit/history.key}
reports: {dir: "/srv/school reports", deliver: /srv/readers}
`
)

var unitHead = regexp.MustCompile(`(?m)^# /etc/systemd/system/(ninaudit\.(?:service|timer))\n`)

// TestSystemdUnits: what is printed is what systemd accepts, as it is cut at the lines that name the files.
func TestSystemdUnits(t *testing.T) {
	for name, test := range map[string]struct {
		config    string
		has, lack []string
	}{
		"its own folder": {ownFolder,
			[]string{"DynamicUser=yes", "LoadCredential=fjordvik:", "OnCalendar=*-*-* 03:05:00", "Persistent=true", "RandomizedDelaySec="},
			[]string{"\nUser=", "ReadWritePaths", "password file"}},
		"other folders": {otherFolders,
			[]string{"User=ninaudit", `ReadWritePaths="/srv/school reports"`, "ReadWritePaths=/srv/readers", "ReadWritePaths=/etc/ninaudit", "mode 0600"},
			[]string{"DynamicUser", "LoadCredential", "ReadWritePaths=/var/lib/ninaudit"}},
	} {
		t.Run(name, func(t *testing.T) {
			out, code, log := scheduled(t, test.config, "systemd", "--at", "03:05")
			if code != 0 {
				t.Fatalf("exit code %d: %s", code, log)
			}
			for _, want := range test.has {
				if !strings.Contains(out, want) {
					t.Errorf("no %q in\n%s", want, out)
				}
			}
			for _, never := range test.lack {
				if strings.Contains(out, never) {
					t.Errorf("%q stands in\n%s", never, out)
				}
			}
			verifyUnits(t, out)
		})
	}
}

// verifyUnits has systemd look at the two units.
func verifyUnits(t *testing.T, out string) {
	analyze, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Skip("no systemd-analyze here")
	}
	dir := t.TempDir()
	heads := unitHead.FindAllStringSubmatchIndex(out, -1)
	if len(heads) != 2 {
		t.Fatalf("%d units", len(heads))
	}
	var files []string
	for i, h := range heads {
		end := len(out)
		if i+1 < len(heads) {
			end = heads[i+1][0]
		}
		files = append(files, filepath.Join(dir, out[h[2]:h[3]]))
		if err := os.WriteFile(files[i], []byte(out[h[1]:end]), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(analyze, append([]string{"verify", "--man=no"}, files...)...)
	cmd.Env = append(os.Environ(), "SYSTEMD_UNIT_PATH="+dir+":")
	if told, err := cmd.CombinedOutput(); err != nil || strings.Contains(string(told), dir) {
		t.Errorf("%v\n%s\n%s", err, told, out)
	}
}

func TestCronLine(t *testing.T) {
	out, code, _ := scheduled(t, otherFolders, "cron")
	lines := regexp.MustCompile(`(?m)^[^#\n]+$`).FindAllString(out, -1)
	if code != 0 || len(lines) != 2 || !strings.HasPrefix(lines[1], "30 2 * * * ninaudit log=$('/") || strings.Contains(lines[1], "%") {
		t.Fatalf("exit code %d\n%s", code, out)
	}
	// The command as a shell reads it: silent on success, and with all that was said on failure.
	_, command, _ := strings.Cut(lines[1], " ninaudit ")
	_, rest, _ := strings.Cut(command, "' scan ")
	for script, want := range map[string]string{"echo out; echo log >&2": "", "echo out; echo 'it broke' >&2; exit 3": "it broke\n"} {
		program := filepath.Join(t.TempDir(), "program")
		if err := os.WriteFile(program, []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
		told, _ := exec.Command("/bin/sh", "-c", "log=$('"+program+"' scan "+rest).CombinedOutput()
		if string(told) != want {
			t.Errorf("%q: mailed is %q", script, told)
		}
	}
}

func TestWindowsTask(t *testing.T) {
	out, code, log := scheduled(t, ownFolder, "windows", "--at", "23:59")
	if code != 0 || !strings.Contains(out, "T23:59:00<") || !strings.Contains(out, "<StartWhenAvailable>true") {
		t.Fatalf("exit code %d: %s\n%s", code, log, out)
	}
	d := xml.NewDecoder(strings.NewReader(out))
	for {
		if _, err := d.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

func TestWhatCanNotBeScheduled(t *testing.T) {
	for name, test := range map[string]struct {
		config string
		args   []string
		says   string
	}{
		"nothing to start it": {ownFolder, nil, "schedule takes the name"},
		"something else":      {ownFolder, []string{"launchd"}, "schedule takes the name"},
		"no time":             {ownFolder, []string{"cron", "--at", "25:00"}, "is no time of day"},
		"no folder":           {"catalogs: [{name: a, ldif: {path: /a.ldif}}]\n", []string{"cron"}, "needs a folder for its reports"},
		"a command in a path": {strings.Replace(ownFolder, "reports}", "a$(id)}", 1), []string{"cron"}, "read as a command"},
	} {
		if out, code, log := scheduled(t, test.config, test.args...); code != int(exitUsage) || out != "" || !strings.Contains(log, test.says) {
			t.Errorf("%s: exit code %d, %s%s", name, code, out, log)
		}
	}
}
