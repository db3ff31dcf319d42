"""Fills a provisioned Samba AD DC with a Feide catalog: fill.py SMB.CONF SAM.LDB CATALOG.LDIF READER PASSWORD

The schema gets eduPerson and part of norEdu*, in the manner of a county's AD: the number has no attribute of its own and
stands in employeeNumber, the name in extensionAttribute1, for cn is the entry's own. Whoever has left is disabled.
"""
import sys

import ldb
from samba.auth import system_session
from samba.param import LoadParm
from samba.samdb import SamDB

conf, path, catalog, reader, password = sys.argv[1:]
BASE = "DC=fjordvik,DC=no"
TEXT, NAME = ("2.5.5.12", "64", None), ("2.5.5.1", "127", b"\x2b\x0c\x02\x87\x73\x1c\x00\x85\x4a")
ATTRIBUTES = {  # OID, syntax, single
    "eduPersonAffiliation": ("1.3.6.1.4.1.5923.1.1.1.1", TEXT, False),
    "eduPersonOrgUnitDN": ("1.3.6.1.4.1.5923.1.1.1.4", NAME, False),
    "eduPersonPrincipalName": ("1.3.6.1.4.1.5923.1.1.1.6", TEXT, True),
    "eduPersonPrimaryOrgUnitDN": ("1.3.6.1.4.1.5923.1.1.1.8", NAME, True),
    "norEduPersonBirthDate": ("1.3.6.1.4.1.2428.90.1.3", TEXT, True),
    "norEduPersonLIN": ("1.3.6.1.4.1.2428.90.1.4", TEXT, False),
    "norEduOrgUnitUniqueIdentifier": ("1.3.6.1.4.1.2428.90.1.8", TEXT, True),
    "extensionAttribute1": ("1.2.840.113556.1.2.423", TEXT, True),
}
RENAMED = {"norEduPersonNIN": "employeeNumber", "cn": "extensionAttribute1"}
KEPT = set(ATTRIBUTES) | {"employeeNumber", "uid", "sn", "givenName", "displayName", "mail", "description"}


def connect():
    lp = LoadParm()
    lp.load(conf)
    lp.set("dsdb:schema update allowed", "yes")
    return SamDB(path, session_info=system_session(lp), lp=lp)


def extend():
    db = connect()
    schema = str(db.get_schema_basedn())
    for name, (oid, (syntax, om, cls), single) in ATTRIBUTES.items():
        m = {"dn": f"CN={name},{schema}", "objectClass": "attributeSchema", "lDAPDisplayName": name, "attributeID": oid,
             "attributeSyntax": syntax, "oMSyntax": om, "isSingleValued": str(single).upper()}
        if cls:
            m["oMObjectClass"] = cls
        db.add(m)
    db.set_schema_update_now()
    for cls, names in (("User", [n for n in ATTRIBUTES if not n.startswith("norEduOrg")]),
                       ("Organizational-Unit", ["norEduOrgUnitUniqueIdentifier"])):
        m = ldb.Message(ldb.Dn(db, f"CN={cls},{schema}"))
        m["mayContain"] = ldb.MessageElement(names, ldb.FLAG_MOD_ADD, "mayContain")
        db.modify(m)
    db.set_schema_update_now()


def records():
    for _, m in ldb.Ldb().parse_ldif(open(catalog, encoding="utf-8").read()):
        yield str(m.dn), {k.lower(): [bytes(v) for v in m[k]] for k in m.keys() if k != "dn"}


def entry(dn, values):
    """The record as AD has it, and when it was created."""
    classes = {v.decode().lower() for v in values["objectclass"]}
    out = {"objectClass": "organizationalUnit"}
    if "noreduperson" in classes:
        uid = values["uid"][0].decode()
        dn = f"CN={uid},OU=people,{BASE}"
        left = any(v.decode().lower().startswith("sluttet") for v in values.get("description", []))
        out = {"objectClass": "user", "userAccountControl": "546" if left else "544"}
    out["dn"] = dn
    for key in list(RENAMED) + list(KEPT):
        if key.lower() in values and RENAMED.get(key, key) in KEPT:
            out[RENAMED.get(key, key)] = values[key.lower()]
    return out, values["createtimestamp"][0].decode().replace("Z", ".0Z")


def fill():
    db = connect()
    db.newuser(reader, password)
    db.transaction_start()
    for dn, values in records():
        if dn.lower() == BASE.lower():
            continue
        m, created = entry(dn, values)
        db.add(m)
        when = ldb.Message(ldb.Dn(db, m["dn"]))
        when["whenCreated"] = ldb.MessageElement(created, ldb.FLAG_MOD_REPLACE, "whenCreated")
        db.modify(when, ["relax:0"])  # nobody else may say when an entry was created
    db.transaction_commit()


extend()
fill()
