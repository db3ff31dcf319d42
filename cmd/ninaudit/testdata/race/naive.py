# Audits a catalog as somebody would who has an afternoon and Debian's packages: ldap3 reads, stdnum checks each number,
# XlsxWriter writes one sheet. No history, no comparison of persons, no look at other fields.
import sys

import ldap3
import stdnum.no.fodselsnummer as fnr
import xlsxwriter

url, bind_dn, password_file, base, filter_, out, *attributes = sys.argv[1:]
connection = ldap3.Connection(ldap3.Server(url), bind_dn, open(password_file).read(), auto_bind=True)
book = xlsxwriter.Workbook(out, {"constant_memory": True})
sheet = book.add_worksheet("Findings")
row = 0
entries = connection.extend.standard.paged_search(base, filter_, attributes=attributes, paged_size=1000, generator=True)
for entry in entries:
    values = entry["attributes"]
    for number in values.get("norEduPersonNIN", []) or [""]:
        if not fnr.is_valid(number):
            names = values.get("displayName") or [""]
            sheet.write_row(row, 0, [entry["dn"], names if isinstance(names, str) else names[0], len(number)])
            row += 1
book.close()
print(row)
