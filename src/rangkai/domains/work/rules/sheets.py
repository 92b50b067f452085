"""What the pages of an import show of a table: where it lies, what was done to it, its columns with examples."""

from collections.abc import Sequence
from typing import Any

from rangkai.domains.work.rules.columns import Fields, guesses
from rangkai.domains.work.rules.plan_json import message_to_json
from rangkai.engines.tabular import Table, Workbook
from rangkai.engines.tabular.picture import picture

ROWS_SHOWN = 14
COLUMNS_SHOWN = 26


def sheet_view(*, book: Workbook, tables: Sequence[Table], place: int, fields: Fields) -> dict[str, Any]:
    """JSON for the pages; sentences are kept as (msgid, places) and translated when shown."""
    table = tables[place]
    found = {hit.place: hit for hit in guesses(table, fields)}
    return {
        "sheet": table.sheet,
        "range": table.range,
        "title": table.title,
        "rows": len(table.data),
        "header_rows": list(table.header_rows),
        "notes": [message_to_json(note) for note in (*book.notes, *table.notes)],
        "problems": len(table.problems),
        "columns": [
            {
                "name": column.name,
                "letter": column.letter,
                "kind": column.kind.value,
                "samples": list(column.samples),
                "filled": column.filled,
                "reason": message_to_json(found[index].reason) if index in found else None,
                "proposed": found[index].field if index in found else "",
            }
            for index, column in enumerate(table.columns)
        ],
        "picture": picture_view(book, tables, place),
    }


def picture_view(book: Workbook, tables: Sequence[Table], place: int) -> dict[str, Any]:
    """The upper left of the sheet, each cell with the part it plays; cells of other tables count as outside."""
    sheet = next(found for found in book.sheets if found.name == tables[place].sheet)
    shown = picture(sheet, tables, ROWS_SHOWN, COLUMNS_SHOWN)
    return {
        "letters": list(shown.letters),
        "more_rows": max(0, shown.total_rows - len(shown.rows)),
        "more_columns": max(0, shown.total_columns - len(shown.letters)),
        "rows": [
            {
                "number": row.number,
                "cells": [
                    [cell.text, cell.role.value if cell.table in {0, place + 1} else "outside"]
                    for cell in row.cells
                ],
            }
            for row in shown.rows
        ],
    }
