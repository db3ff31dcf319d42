package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ninaudit/audit"
	"ninaudit/audit/catalog"
	"ninaudit/audit/nin"
)

// standardInput is what the catalog is called that comes by way of CATALOG -.
const standardInput = "stdin"

// pickCatalogs makes the catalogs that the arguments name; without arguments those of the
// configuration, and without one the built-in sample. A password that can not be found is told
// here, before anything is read.
func (a *app) pickCatalogs(c *config, args []string, on nin.Date) ([]audit.Catalog, error) {
	if len(args) == 0 && len(c.Catalogs) == 0 {
		return []audit.Catalog{catalog.Sample(parser(on, true))}, nil
	}
	if len(args) == 0 {
		for _, one := range c.Catalogs {
			args = append(args, one.Name)
		}
	}
	var out []audit.Catalog
	for _, arg := range args {
		one, err := a.pickCatalog(c, arg, on)
		if err != nil {
			return nil, err
		}
		twice := func(o audit.Catalog) bool { return o.Name() == one.Name() }
		if slices.ContainsFunc(out, twice) {
			return nil, usageError("name each catalog once; a file is called by its name without .ldif",
				"two of the catalogs are called %s", quote(one.Name()))
		}
		out = append(out, one)
	}
	return out, nil
}

// pickCatalog makes one catalog: a name of the configuration counts before a file of that name.
func (a *app) pickCatalog(c *config, arg string, on nin.Date) (audit.Catalog, error) {
	for _, one := range c.Catalogs {
		if one.Name == arg {
			return a.configured(&one, on)
		}
	}
	o := catalog.Options{Name: fileCatalogName(arg), Parser: parser(on, false)}
	if arg == "-" {
		o.Name = standardInput
		return catalog.NewReader(func() (io.ReadCloser, error) { return io.NopCloser(a.stdin), nil }, o), nil
	}
	info, err := os.Stat(arg)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, unknownCatalog(c, arg)
	case err != nil:
		return nil, usageError("check the path", "catalog: %w", err)
	case info.IsDir():
		return nil, usageError("name a file in it", "%s is a folder, not an LDIF file", quote(arg))
	}
	return catalog.NewLDIF(arg, o), nil
}

func unknownCatalog(c *config, arg string) error {
	names := catalogNames(c)
	hint := "name an LDIF file, or a catalog of a configuration given with --config"
	if len(names) > 0 {
		hint = "the configuration has " + strings.Join(names, ", ")
	}
	return usageError(orElse(didYouMean(arg, names), hint),
		"%s is neither a catalog of the configuration nor a file", quote(arg))
}

// configured makes a catalog of the configuration.
func (a *app) configured(c *catalogConfig, on nin.Date) (audit.Catalog, error) {
	o := catalog.Options{
		Name: c.Name, Parser: parser(on, c.AcceptSynthetic),
		Attributes: c.Attributes, Accounts: c.Accounts, Disabled: c.Disabled,
	}
	if c.LDAP == nil {
		return catalog.NewLDIF(c.LDIFPath, o), nil
	}
	if _, err := c.Secret.read(os.Getenv); err != nil {
		return nil, fmt.Errorf("catalog %q: %w", c.Name, err)
	}
	l := *c.LDAP
	l.Log = a.log
	return catalog.NewLDAP(l, o)
}

// fileCatalogName is what a catalog is called that is named by its file: export for
// dir/export.ldif.gz.
func fileCatalogName(path string) string {
	base := filepath.Base(path)
	name := base
	for _, ext := range []string{".gz", ".ldif"} {
		if n := len(name) - len(ext); n > 0 && strings.EqualFold(name[n:], ext) {
			name = name[:n]
		}
	}
	return nin.BlankAll(notInName.ReplaceAllString(name, "_"))
}

// notInName is what the name of a catalog may not hold, wherever it comes from: it stands in every report.
var notInName = regexp.MustCompile(`[^\p{L}\p{N}._-]+`)

func catalogNames(c *config) []string {
	var out []string
	for _, one := range c.Catalogs {
		out = append(out, one.Name)
	}
	return out
}

// completeCatalogs offers the names of the configuration, and files.
func completeCatalogs(c *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	file, err := c.Flags().GetString("config")
	if err != nil || file == "" {
		return nil, cobra.ShellCompDirectiveDefault
	}
	conf, err := loadConfig(file)
	if err != nil {
		return nil, cobra.ShellCompDirectiveDefault
	}
	names := slices.DeleteFunc(catalogNames(conf), func(n string) bool { return slices.Contains(args, n) })
	return names, cobra.ShellCompDirectiveDefault
}
