package catalog

import (
	"fmt"

	"github.com/go-ldap/ldap/v3"
)

// explainCode finds words for a result code (RFC 4511 §4.1.9 and appendix A.2).
func (l *ldapCatalog) explainCode(code uint16) problem {
	words, hint := l.sayCode(code)
	return problem{
		words:     fmt.Sprintf("%s (LDAP code %d)", words, code),
		hint:      hint,
		temporary: temporaryCode(code),
	}
}

// temporaryCode tells which answers may be others a little later. Those that depend on the
// configuration, such as 32, 49, 50 and 53, never are.
func temporaryCode(code uint16) bool {
	switch code {
	case ldap.LDAPResultBusy, ldap.LDAPResultUnavailable, ldap.LDAPResultOther, ldap.LDAPResultServerDown,
		ldap.LDAPResultTimeout, ldap.ErrorNetwork:
		return true
	}
	return false
}

func (l *ldapCatalog) sayCode(code uint16) (words, hint string) {
	switch code {
	case ldap.LDAPResultOperationsError:
		return "the server could not do it", "many servers answer so when bind_dn is missing"
	case ldap.LDAPResultTimeLimitExceeded:
		return "stopped at the server's time limit", l.askFor("a longer time limit")
	case ldap.LDAPResultSizeLimitExceeded:
		return "stopped at the server's size limit", l.askFor("no size limit on paged results")
	case ldap.LDAPResultAdminLimitExceeded:
		return "stopped at the server's administrative limit", l.askFor("a higher look-through limit")
	case ldap.LDAPResultReferral:
		return "the server refers to another one", "write the server that holds base in url"
	case ldap.LDAPResultUnavailableCriticalExtension:
		return "the server does not send results in pages", problemUnpaged.hint
	case ldap.LDAPResultAuthMethodNotSupported, ldap.LDAPResultStrongAuthRequired,
		ldap.LDAPResultConfidentialityRequired, ldap.LDAPResultInappropriateAuthentication:
		return "the server wants a safer connection or another bind",
			"use ldaps:// or start_tls: true, with bind_dn and password_file"
	case ldap.LDAPResultProtocolError:
		return "the server did not understand", "with start_tls: check that the server offers it"
	case ldap.LDAPResultUnavailable:
		return "the server is not available", "try again later; with start_tls: check that the server offers it"
	case ldap.LDAPResultNoSuchObject:
		return "the base does not exist, or this reader may not see it", "check base and units: base; " + l.askFor("read access")
	case ldap.LDAPResultInvalidDNSyntax:
		return "the server does not accept a name", "check base and bind_dn"
	case ldap.LDAPResultInvalidCredentials:
		return "wrong bind_dn or password", "check bind_dn and the file named by password_file"
	case ldap.LDAPResultInsufficientAccessRights:
		return "no access", l.askFor("read access")
	case ldap.LDAPResultBusy:
		return "the server is busy", "try again later"
	case ldap.LDAPResultUnwillingToPerform:
		return "the server refuses", "the server's log says why; a smaller page_size or another bind_dn may help"
	}
	return "the server answered with an error", "the server's log says more"
}

// askFor is a hint for what only the server's administrator can give.
func (l *ldapCatalog) askFor(what string) string {
	reader := "anonymous readers"
	switch {
	case l.External:
		reader = "the account that runs the audit"
	case l.BindDN != "":
		reader = "the user in bind_dn"
	}
	return fmt.Sprintf("ask the server's administrator to give %s %s", reader, what)
}
