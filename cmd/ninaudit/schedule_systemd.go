package main

import (
	"fmt"
	"path/filepath"
	"strings"
)

// stateDir is where systemd keeps a service's own files, whatever user it runs as (StateDirectory=).
const stateDir = "/var/lib/ninaudit"

// systemd writes a service and a timer. Where everything that is written lies in the service's own folder, the service has
// no user of its own but one for each run; else it needs one that the other folders can belong to.
func (s *schedule) systemd() (string, error) {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }

	line("# /etc/systemd/system/ninaudit.service")
	line("[Unit]")
	line("Description=Audit of identity numbers in Feide catalogs")
	line("Wants=network-online.target")
	line("After=network-online.target")
	line("")
	line("[Service]")
	line("Type=oneshot")
	line("ExecStart=%s scan --config %s", spaced(s.program), spaced(s.config))
	line("# 4: findings at or above --fail-on, if you use it. 3, an incomplete catalog, is a failure that you want to hear of.")
	line("SuccessExitStatus=4")
	line("TimeoutStartSec=4h")
	line("Nice=10")
	s.user(line)
	s.credentials(line)
	for _, setting := range hardening() {
		line("%s", setting)
	}
	line("")
	line("# /etc/systemd/system/ninaudit.timer")
	line("[Unit]")
	line("Description=Nightly audit of identity numbers in Feide catalogs")
	line("")
	line("[Timer]")
	line("OnCalendar=*-*-* %02d:%02d:00", s.hour, s.minute)
	line("# So that hosts of one server do not ask it all at once, and a machine that slept runs when it wakes.")
	line("RandomizedDelaySec=15min")
	line("Persistent=true")
	line("")
	line("[Install]")
	line("WantedBy=timers.target")
	line("")
	line("# Then: systemctl daemon-reload && systemctl enable --now ninaudit.timer")
	line("# Try it: systemctl start ninaudit.service; journalctl -u ninaudit.service")
	return b.String(), nil
}

// user says who the service runs as, and where it may write.
func (s *schedule) user(line func(string, ...any)) {
	line("StateDirectory=ninaudit")
	line("StateDirectoryMode=0700")
	line("UMask=0077")
	if s.within(stateDir) {
		line("DynamicUser=yes")
		return
	}
	line("# Some of what it writes lies outside %s, and has to belong to a user: useradd --system ninaudit", stateDir)
	line("User=ninaudit")
	for _, dir := range s.writes {
		if dir != stateDir && !strings.HasPrefix(dir, stateDir+"/") {
			line("ReadWritePaths=%s", spaced(dir))
		}
	}
}

// credentials hand the passwords over. One in a file of the configuration has to be readable by the service's user.
func (s *schedule) credentials(line func(string, ...any)) {
	for _, secret := range s.secrets {
		switch {
		case secret.Credential != "":
			line("LoadCredential=%s:%s", secret.Credential, spaced(filepath.Join(filepath.Dir(s.config), secret.Credential+".password")))
		case secret.Env != "":
			line("# %s is read from the environment, which others may see: password_credential is safer.", secret.Env)
			line("EnvironmentFile=%s", spaced(filepath.Join(filepath.Dir(s.config), "environment")))
		case secret.File != "":
			line("# A password is read from a file that the service's user must own, mode 0600. With password_credential it can stay root's.")
		}
	}
}

// hardening is what takes from the service all that it does not need (systemd.exec).
func hardening() []string {
	return []string{
		"NoNewPrivileges=yes", "CapabilityBoundingSet=", "ProtectSystem=strict", "ProtectHome=read-only", "PrivateTmp=yes",
		"PrivateDevices=yes", "ProtectClock=yes", "ProtectHostname=yes", "ProtectKernelLogs=yes", "ProtectKernelModules=yes",
		"ProtectKernelTunables=yes", "ProtectControlGroups=yes", "ProtectProc=invisible", "ProcSubset=pid",
		"RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX", "RestrictNamespaces=yes", "RestrictRealtime=yes", "RestrictSUIDSGID=yes",
		"LockPersonality=yes", "MemoryDenyWriteExecute=yes", "SystemCallArchitectures=native", "SystemCallFilter=@system-service",
		"MemoryMax=2G",
	}
}

// spaced writes a path with blanks as systemd reads it (systemd.service, "Command lines").
func spaced(path string) string {
	if strings.Contains(path, " ") {
		return `"` + path + `"`
	}
	return path
}
