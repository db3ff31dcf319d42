package main

import (
	"strings"

	"github.com/spf13/cobra"

	"ninaudit/audit"
)

// servicesFlags are the flags that the commands on services share.
type servicesFlags struct {
	config, lang string
	json         bool
}

func (a *app) servicesCommand() *cobra.Command {
	var f servicesFlags
	var asOf string
	c := &cobra.Command{
		Use:   "services --config FILE",
		Short: "Show the services that receive numbers, and which answers are missing",
		Long: "services shows the list of services that the configuration names: who depends on the number, whose provider has\n" +
			"made arrangements for users without one, what is still unanswered, and since when.\n\n" +
			"ninaudit services import FILE takes a saved answer of Feide's public list, or CSV, into it.\n" +
			"ninaudit services told NAME --until DATE notes that a provider has been told of changes up to that day.",
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error {
			path, l, err := f.read("services")
			if err != nil {
				return err
			}
			on, err := a.day(asOf)
			if err != nil {
				return err
			}
			all, err := readServices(path)
			if err != nil {
				return err
			}
			if f.json {
				return a.printJSON(factsOfServices(all, on))
			}
			return a.print(servicesText(all, on, l))
		},
	}
	f.define(c)
	c.Flags().BoolVar(&f.json, "json", false, "answer with one JSON object")
	c.Flags().StringVar(&asOf, "as-of", "", "the day to count from, as 2026-08-15 (default today in Norway)")
	complete(c, "as-of", fixed(nil))
	c.AddCommand(a.servicesImportCommand(), a.servicesToldCommand())
	return c
}

func (f *servicesFlags) define(c *cobra.Command) {
	c.Flags().StringVar(&f.config, "config", "", "configuration file (YAML)")
	c.Flags().StringVar(&f.lang, "lang", "", "language: nb, nn or en (default from the configuration, else nb)")
	complete(c, "lang", fixed(languageNames()))
}

// read gives the list's path, by the configuration, and the language to answer in.
func (f *servicesFlags) read(command string) (string, audit.Language, error) {
	if f.config == "" {
		return "", "", usageError("ninaudit "+command+" --config ninaudit.yaml", "%s needs the configuration that names the list of services", command)
	}
	conf, err := loadConfig(f.config)
	if err != nil {
		return "", "", err
	}
	if conf.Services == "" {
		return "", "", usageError("add services: services.yaml", "the configuration names no list of services")
	}
	l, err := language(f.lang, conf.Language)
	return conf.Services, l, err
}

func (a *app) servicesImportCommand() *cobra.Command {
	var f servicesFlags
	var dry bool
	c := &cobra.Command{
		Use:   "import --config FILE LIST",
		Short: "Take a list of services into the configuration's own",
		Long: "import takes services into the list that the configuration names: from a saved answer of Feide's public list\n" +
			"(https://api.feide.no/2/sp/), of which those count that may receive the number, or from CSV with the columns\n" +
			strings.Join(serviceKeys(), ", ") + ".\n\n" +
			"It adds services, and fills in what the list lacks. What stands in the list is never changed.",
		Example: "  ninaudit services import --config ninaudit.yaml feide.json",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				return nil
			}
			return usageError("ninaudit services import --config ninaudit.yaml feide.json", "import takes one file, %d given", len(args))
		},
		RunE: func(_ *cobra.Command, args []string) error {
			path, l, err := f.read("services import")
			if err != nil {
				return err
			}
			list, err := openServiceList(path)
			if err != nil {
				return err
			}
			offered, err := readOffered(args[0], l)
			if err != nil {
				return err
			}
			r := list.merge(offered)
			if !dry && len(r.added)+len(r.filled) > 0 {
				if err := list.save(); err != nil {
					return err
				}
			}
			return a.print(r.text(l))
		},
	}
	f.define(c)
	c.Flags().BoolVar(&dry, "dry-run", false, "tell what would be added, and change nothing")
	return c
}

func (a *app) servicesToldCommand() *cobra.Command {
	var f servicesFlags
	var until string
	c := &cobra.Command{
		Use:   "told --config FILE --until DATE NAME…",
		Short: "Note that a service's provider has been told of numbers that came or changed",
		Long: "told notes in the list of services that the provider has been told of every change up to a day, that day included.\n" +
			"The next run no longer lists those users for the service.",
		Example: "  ninaudit services told --config ninaudit.yaml --until 2026-11-23 Klasserom",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return nil
			}
			return usageError("ninaudit services told --config ninaudit.yaml --until 2026-11-23 Klasserom", "told takes the names of services, none given")
		},
		RunE: func(_ *cobra.Command, args []string) error {
			path, l, err := f.read("services told")
			if err != nil {
				return err
			}
			return a.told(path, l, until, args)
		},
	}
	f.define(c)
	c.Flags().StringVar(&until, "until", "", "the day up to which the provider has been told, as 2026-11-23")
	complete(c, "until", fixed(nil))
	return c
}

// told notes in a list that providers have been told.
func (a *app) told(path string, l audit.Language, until string, names []string) error {
	if until == "" {
		return usageError("add --until 2026-11-23", "until which day has the provider been told?")
	}
	on, err := a.day(until)
	if err != nil || on > audit.Day(a.clock()) {
		return usageError("write the day of the report that was sent, as 2026-11-23", "--until: %s is no day that has come", quote(until))
	}
	list, err := openServiceList(path)
	if err != nil {
		return err
	}
	text := ""
	for _, name := range names {
		i := list.find(name, "")
		if i < 0 {
			var known []string
			for _, s := range list.all {
				known = append(known, s.Name)
			}
			return usageError(orElse(didYouMean(name, known), "ninaudit services lists them"), "the list has no service %s", quote(name))
		}
		if s := &list.all[i]; !s.Tells() {
			return usageError("fill in depends and arranged first", "the provider of %s is not told of numbers: it has made no arrangement, or needs none", quote(s.Name))
		}
		list.tell(i, on)
		text += toldLine(list.all[i].Name).Fill(l, "", []audit.Arg{audit.Date(on)}) + "\n"
	}
	if err := list.save(); err != nil {
		return err
	}
	return a.print(text)
}
