# Tells what openpyxl sees in a workbook: for each sheet its tables, charts, drop-lists, frozen pane, and cells by type.
import json
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
sheets = []
for sheet in book.worksheets:
    types = {}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                kind = "date" if cell.is_date else cell.data_type
                types[kind] = types.get(kind, 0) + 1
    sheets.append({
        "name": sheet.title,
        "tables": {t.name: [t.ref, t.autoFilter is not None] for t in sheet.tables.values()},
        "charts": len(sheet._charts),
        "lists": [v.type for v in sheet.data_validations.dataValidation],
        "frozen": sheet.freeze_panes or "",
        "links": sum(1 for row in sheet.iter_rows() for cell in row if cell.hyperlink),
        "types": types,
        "titles": sheet.print_title_rows or "",
        "wide": bool(sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage),
        "header": sheet.oddHeader.left.text or "",
    })
json.dump({"active": book.active.title, "title": book.properties.title, "sheets": sheets}, sys.stdout)
