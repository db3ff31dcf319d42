package audit_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// mayImport says which packages of this module each package may import, tests aside. Everyone may import nin.
var mayImport = map[string][]string{
	"cmd/ninaudit":             {"audit", "audit/catalog", "audit/history", "audit/scan", "rules", "reports"},
	"audit":                    {},
	"audit/nin":                {},
	"audit/chance":             {},
	"audit/catalog":            {"audit"},
	"audit/catalog/planted":    {"audit/chance"},
	"audit/catalog/daemontest": {},
	"audit/catalog/dirsrvtest": {"audit/catalog/daemontest"},
	"audit/catalog/sambatest":  {"audit/catalog/daemontest"},
	"audit/catalog/slapdtest":  {"audit/catalog/daemontest"},
	"audit/chunks":             {},
	"audit/serial":             {"audit/chunks"},
	"audit/linkage":            {"audit/chunks", "audit/linkage/names"},
	"audit/linkage/names":      {},
	"audit/linkage/pairs":      {"audit/chance", "audit/linkage", "audit/linkage/names"},
	"audit/history":            {"audit", "audit/chunks"},
	"audit/scan":               {"audit", "audit/chunks", "audit/history"},
	"rules":                    {"audit", "audit/linkage", "audit/serial"},
	"reports":                  {"audit"},
}

// onlyFor says which packages may import each module that is not the standard library. A module that is not
// listed is imported by nobody.
var onlyFor = map[string][]string{
	"github.com/go-ldap/ldap/v3":      {"audit/catalog"},
	"github.com/go-asn1-ber/asn1-ber": {"audit/catalog"},
	"github.com/xuri/excelize/v2":     {"reports"},
	"gopkg.in/yaml.v3":                {"cmd/ninaudit"},
	"github.com/spf13/cobra":          {"cmd/ninaudit"},
	"github.com/spf13/pflag":          {"cmd/ninaudit"}, // cobra's flags
	"modernc.org/sqlite":              {"audit/history"},
	"github.com/gofrs/flock":          {"audit/history"},
	"github.com/wneessen/go-mail":     {"reports"},
	"golang.org/x/sys":                {"reports"},
	"golang.org/x/term":               {"cmd/ninaudit"},
	"golang.org/x/text":               {"audit/linkage/names", "reports"},
}

// TestWhoMayImportWhom reads the import graph of the sources as they stand.
func TestWhoMayImportWhom(t *testing.T) {
	seen := map[string]bool{}
	err := filepath.WalkDir("..", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && strings.HasPrefix(d.Name(), ".") && d.Name() != ".." {
			return fs.SkipDir
		}
		if !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") || strings.Contains(file, "testdata") {
			return nil
		}
		source, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		if source.Name.Name == "main" && !strings.Contains(filepath.ToSlash(file), "cmd/ninaudit/") {
			return nil // a generator that go generate runs
		}
		pkg := path.Dir(strings.TrimPrefix(filepath.ToSlash(file), "../"))
		seen[pkg] = true
		allowed, known := mayImport[pkg]
		if !known {
			t.Errorf("%s: package %s has no place in the house", file, pkg)
		}
		for _, spec := range source.Imports {
			name, _ := strconv.Unquote(spec.Path.Value)
			if reason := refused(pkg, name, allowed); reason != "" {
				t.Errorf("%s imports %s: %s", file, name, reason)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for pkg := range mayImport {
		if !seen[pkg] {
			t.Errorf("package %s is in the house's plan and not in the house", pkg)
		}
	}
}

// refused says why a package may not import another; empty where it may.
func refused(pkg, name string, allowed []string) string {
	if own, ok := strings.CutPrefix(name, "ninaudit/"); ok {
		if own == "audit/nin" || slices.Contains(allowed, own) {
			return ""
		}
		return "not a neighbour"
	}
	if !strings.Contains(strings.SplitN(name, "/", 2)[0], ".") {
		return "" // the standard library
	}
	for module, users := range onlyFor {
		if name == module || strings.HasPrefix(name, module+"/") {
			if slices.Contains(users, pkg) {
				return ""
			}
			return "only for " + strings.Join(users, ", ")
		}
	}
	return "no module that was chosen"
}
