// Command goldap reads a catalog as a program would that is written on go-ldap in an afternoon: a paging loop, entries as
// go-ldap decodes them. It counts them, and does nothing else.
package main

import (
	"fmt"
	"log"
	"os"

	"github.com/go-ldap/ldap/v3"
)

func main() {
	url, bindDN, passwordFile, base, filter, attributes := os.Args[1], os.Args[2], os.Args[3], os.Args[4], os.Args[5], os.Args[6:]
	password, err := os.ReadFile(passwordFile)
	if err != nil {
		log.Fatal(err)
	}
	conn, err := ldap.DialURL(url)
	if err != nil {
		log.Fatal(err)
	}
	defer conn.Close()
	if err := conn.Bind(bindDN, string(password)); err != nil {
		log.Fatal(err)
	}
	paging := ldap.NewControlPaging(1000)
	read, values := 0, 0
	for {
		answer, err := conn.Search(ldap.NewSearchRequest(base, ldap.ScopeWholeSubtree, ldap.NeverDerefAliases, 0, 0, false, filter,
			attributes, []ldap.Control{paging}))
		if err != nil {
			log.Fatal(err)
		}
		for _, e := range answer.Entries {
			read++
			for _, a := range e.Attributes {
				values += len(a.Values)
			}
		}
		control, ok := ldap.FindControl(answer.Controls, ldap.ControlTypePaging).(*ldap.ControlPaging)
		if !ok || len(control.Cookie) == 0 {
			break
		}
		paging.SetCookie(control.Cookie)
	}
	fmt.Println(read, values)
}
