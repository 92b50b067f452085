"""What a list shows, as a sheet."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpResponse

from rangkai.engines.tabular.model import Kind as SheetKind
from rangkai.engines.tabular.writing import Heading, SheetColumn, write_csv, write_table
from rangkai.kit.messages import render
from rangkai.kit.web.columns import Column, Kind, exported
from rangkai.lib.errors import N_, Missing

TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
SHEET_KINDS = {
    Kind.NUMBER: SheetKind.NUMBER,
    Kind.MONEY: SheetKind.NUMBER,
    Kind.DATE: SheetKind.DATE,
    Kind.INSTANT: SheetKind.DATE,
}


def sheet(name: str, kind: str, columns: Sequence[Column], rows: Iterable[Any]) -> HttpResponse:
    """A download named `name`; raises Missing for a kind that is neither xlsx nor csv."""
    if kind not in TYPES:
        raise Missing(N_("Bentuk berkas %(kind)s tidak ada; pilih xlsx atau csv.", kind=kind))
    heads = [SheetColumn(render(c.label), SHEET_KINDS.get(c.kind, SheetKind.TEXT)) for c in columns]
    body = [[exported(column, row) for column in columns] for row in rows]
    content = write_table(heads, body, Heading(sheet=name)) if kind == "xlsx" else write_csv(heads, body)
    response = HttpResponse(content, content_type=TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return response
