"""What a list shows, as a sheet."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import xlsxwriter
from django.http import HttpResponse

from rangkai.kit.messages import render
from rangkai.kit.web.columns import Column, Exported, exported
from rangkai.lib.errors import N_, Missing

TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def sheet(name: str, kind: str, columns: Sequence[Column], rows: Iterable[Any]) -> HttpResponse:
    """A download named `name`; raises Missing for a kind that is neither xlsx nor csv."""
    if kind not in TYPES:
        raise Missing(N_("Bentuk berkas %(kind)s tidak ada; pilih xlsx atau csv.", kind=kind))
    heads = [render(column.label) for column in columns]
    body = [[exported(column, row) for column in columns] for row in rows]
    content = _xlsx(heads, body) if kind == "xlsx" else _csv(heads, body)
    response = HttpResponse(content, content_type=TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return response


def _csv(heads: Sequence[str], body: Sequence[Sequence[Exported]]) -> bytes:
    """With `;` and a byte-order mark, as a spreadsheet set to Indonesian opens it."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(heads)
    for row in body:
        writer.writerow([_plain(value) for value in row])
    return text.getvalue().encode("utf-8-sig")


def _plain(value: Exported) -> object:
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, float | Decimal):
        return str(value).replace(".", ",")
    return "" if value is None else value


def _xlsx(heads: Sequence[str], body: Sequence[Sequence[Exported]]) -> bytes:
    file = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "default_date_format": "d mmmm yyyy",
    }
    with xlsxwriter.Workbook(file, options) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, heads, book.add_format({"bold": True, "bottom": 1}))
        for number, row in enumerate(body, start=1):
            page.write_row(number, 0, row)
        page.freeze_panes(1, 1)
        page.autofit(300)
    return file.getvalue()
