package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
)

// schedule is what a nightly run needs to be told of, whatever starts it.
type schedule struct {
	program string // absolute paths
	config  string
	hour    int
	minute  int
	writes  []string // folders that the run writes to, sorted, each once
	secrets []secretSource
}

// scheduler prints what starts a run.
type scheduler struct {
	name, short string
	write       func(*schedule) (string, error)
}

func schedulers() []scheduler {
	return []scheduler{
		{"systemd", "a service and a timer, for /etc/systemd/system", (*schedule).systemd},
		{"cron", "a line for /etc/cron.d", (*schedule).cron},
		{"windows", "a task for the Task Scheduler, as XML", (*schedule).windows},
	}
}

func (a *app) scheduleCommand() *cobra.Command {
	var file, at string
	var names []string
	list := ""
	for _, s := range schedulers() {
		names = append(names, s.name)
		list += fmt.Sprintf("  %-8s %s\n", s.name, s.short)
	}
	c := &cobra.Command{
		Use:   "schedule systemd|cron|windows --config FILE [--at 02:30]",
		Short: "Print what runs the audit every night",
		Long: "schedule prints, for this program and this configuration, what makes the machine run the audit every night.\n" +
			"It changes nothing: read it, and put it where its first lines say.\n\n" + list,
		Example:   "  ninaudit schedule systemd --config /etc/ninaudit/ninaudit.yaml --at 02:30",
		ValidArgs: names,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) != 1 || !slices.Contains(names, args[0]) {
				return usageError("write "+orList(names), "schedule takes the name of what is to start the run")
			}
			s, err := planNights(file, at)
			if err != nil {
				return err
			}
			text, err := schedulers()[slices.Index(names, args[0])].write(s)
			if err == nil {
				_, err = fmt.Fprint(a.stdout, text)
			}
			return err
		},
	}
	c.Flags().StringVar(&file, "config", "", "configuration file (YAML)")
	c.Flags().StringVar(&at, "at", "02:30", "the time of day, on the machine's clock")
	complete(c, "at", fixed(nil))
	return c
}

// planNights finds out what a nightly run needs, by its configuration.
func planNights(file, at string) (*schedule, error) {
	if file == "" {
		return nil, usageError("name it with --config", "a nightly run needs a configuration")
	}
	c, err := readConfig(file, ruleIDs())
	if err != nil {
		return nil, err
	}
	clock, err := time.Parse("15:04", at)
	if err != nil {
		return nil, usageError("write it as 02:30", "--at: %s is no time of day", quote(at))
	}
	s := &schedule{hour: clock.Hour(), minute: clock.Minute()}
	if s.program, err = os.Executable(); err != nil {
		return nil, err
	}
	if s.config, err = filepath.Abs(file); err != nil {
		return nil, err
	}
	return s, s.paths(c)
}

// paths are what the run writes and reads besides the configuration.
func (s *schedule) paths(c *config) error {
	writes := []string{orElse(c.Reports.Dir, ".")}
	if c.Reports.Deliver != nil {
		writes = append(writes, c.Reports.Deliver.Dir)
	}
	if c.History != nil {
		writes = append(writes, filepath.Dir(c.History.Path), filepath.Dir(c.History.KeyFile))
	}
	for _, dir := range writes {
		abs, err := filepath.Abs(dir)
		if err != nil {
			return err
		}
		s.writes = append(s.writes, abs)
	}
	slices.Sort(s.writes)
	s.writes = slices.Compact(s.writes)
	if c.Reports.Dir == "" {
		return usageError("write reports: {dir: …}", "a nightly run needs a folder for its reports: the one it is started in is anybody's guess")
	}
	for _, one := range c.Catalogs {
		if one.LDAP != nil && one.LDAP.BindDN != "" {
			s.secrets = append(s.secrets, one.Secret)
		}
	}
	for _, p := range append([]string{s.program, s.config}, s.writes...) {
		if strings.ContainsAny(p, "\n\r\t\"'\\%$") && filepath.Separator == '/' {
			return usageError("use paths of plain letters", "a path holds a character that schedulers read as a command: %s", quote(p))
		}
	}
	return nil
}

// within tells that all folders that are written to lie in dir.
func (s *schedule) within(dir string) bool {
	return !slices.ContainsFunc(s.writes, func(w string) bool { return w != dir && !strings.HasPrefix(w, dir+"/") })
}
