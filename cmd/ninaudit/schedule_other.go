package main

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

// cron writes a file for /etc/cron.d. A night is mailed only if it failed, with what it logged.
func (s *schedule) cron() (string, error) {
	quoted := func(path string) string { return "'" + path + "'" } // quotes in paths have been refused
	return fmt.Sprintf(`# /etc/cron.d/ninaudit
# The user ninaudit owns %s.
# useradd --system ninaudit
MAILTO=root
%d %d * * * ninaudit log=$(%s scan --config %s 2>&1 >/dev/null) || echo "$log"
`, strings.Join(s.writes, ", "), s.minute, s.hour, quoted(s.program), quoted(s.config)), nil
}

// windows writes a task for the Task Scheduler (its schema 1.2), as the network service, which has no rights but its own.
func (s *schedule) windows() (string, error) {
	escaped := func(text string) string {
		var b bytes.Buffer
		_ = xml.EscapeText(&b, []byte(text)) // a buffer takes everything
		return b.String()
	}
	return fmt.Sprintf(`<?xml version="1.0"?>
<!-- Save this as ninaudit.xml, and in an administrator's PowerShell:
     Register-ScheduledTask -TaskName ninaudit -Xml (Get-Content ninaudit.xml | Out-String)
     Give NT AUTHORITY\NETWORK SERVICE, and nobody else, the right to %s. -->
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo><Description>Nightly audit of identity numbers in Feide catalogs</Description></RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <StartBoundary>2026-01-01T%02d:%02d:00</StartBoundary>
      <RandomDelay>PT15M</RandomDelay>
      <ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay>
    </CalendarTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author"><UserId>S-1-5-20</UserId><RunLevel>LeastPrivilege</RunLevel></Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <StartWhenAvailable>true</StartWhenAvailable>
    <RunOnlyIfNetworkAvailable>true</RunOnlyIfNetworkAvailable>
    <ExecutionTimeLimit>PT4H</ExecutionTimeLimit>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
  </Settings>
  <Actions Context="Author">
    <Exec><Command>%s</Command><Arguments>scan --config %s</Arguments></Exec>
  </Actions>
</Task>
`, escaped(strings.Join(s.writes, ", ")), s.hour, s.minute, escaped(s.program), escaped(`"`+s.config+`"`)), nil
}
