package slapdtest

import (
	"crypto/tls"
	"crypto/x509"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"testing"
)

const tree = `version: 1

dn: dc=fjordvik,dc=no
objectClass: domain
dc: fjordvik

dn: uid=kari,dc=fjordvik,dc=no
objectClass: inetOrgPerson
objectClass: eduPerson
objectClass: norEduPerson
uid: kari
cn: Kari Nordmann
sn: Nordmann
eduPersonPrincipalName: kari@fjordvik.no
norEduPersonNIN: 41819077302
`

// The server is asked by OpenLDAP's own client where there is one: the schema loads, the reader
// may read, and what is to be hidden is hidden.
func TestStart(t *testing.T) {
	const nin = "norEduPersonNIN:"
	for _, tt := range []struct {
		name    string
		options Options
		want    bool
	}{
		{"open", Options{}, true},
		{"hidden", Options{HideNIN: true}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := Start(t, []byte(tree), tt.options)
			client, err := exec.LookPath("ldapsearch")
			if err != nil {
				t.Skip("no ldapsearch")
			}
			out, err := exec.Command(client, "-x", "-LLL", "-H", s.URL, "-D", s.BindDN, "-w", s.Password,
				"-b", s.Suffix, "(objectClass=norEduPerson)").CombinedOutput()
			if err != nil || !strings.Contains(string(out), "cn: Kari Nordmann") {
				t.Fatalf("err = %v, the person is not there", err)
			}
			if got := strings.Contains(string(out), nin); got != tt.want {
				t.Errorf("%s readable: %v, want %v", nin, got, tt.want)
			}
		})
	}
}

func TestCertificate(t *testing.T) {
	s := Start(t, []byte(tree), Options{})
	pem, err := os.ReadFile(s.CAFile)
	if err != nil {
		t.Fatal(err)
	}
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(pem)
	u, err := url.Parse(s.TLSURL)
	if err != nil {
		t.Fatal(err)
	}
	c, err := tls.Dial("tcp", u.Host, &tls.Config{RootCAs: roots})
	if err != nil {
		t.Fatal(err)
	}
	c.Close()
}
