"""`rangkai tabular read FILE`: which tables a file holds, and what was done to read them."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from rangkai.cli.output import WRONG_USE, add_json_option, emit, show_problems, table_lines
from rangkai.engines.tabular import Kind, Line, Table, Workbook, read_workbook, tables_of

_SAMPLE_ROWS = 5


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    group = commands.add_parser("tabular", help="lembar kerja").add_subparsers(dest="verb", required=True)
    read = group.add_parser("read", help="temukan tabel di dalam berkas xlsx, xls, ods, atau csv")
    read.add_argument("file", metavar="BERKAS")
    add_json_option(read)
    read.set_defaults(handler=read_file)


def read_file(args: argparse.Namespace) -> int:
    try:
        data = Path(args.file).read_bytes()
    except OSError as error:
        print(f"Berkas {args.file} tidak dapat dibaca: {error.strerror}.", file=sys.stderr)
        return WRONG_USE
    book = read_workbook(data, Path(args.file).name)
    tables = tables_of(book)
    status = emit(payload(book, tables), args, lines(book, tables))
    show_problems(problem.as_problem() for table in tables for problem in table.problems)
    return status


def payload(book: Workbook, tables: tuple[Table, ...]) -> dict[str, object]:
    found = {table.sheet for table in tables}
    return {
        "file": book.filename,
        "kind": book.kind,
        "notes": [str(note) for note in book.notes],
        "tables": [_table(table) for table in tables],
        "sheets_without_table": [
            sheet.name for sheet in book.sheets if sheet.name not in found and not sheet.is_hidden
        ],
        "hidden_sheets": [sheet.name for sheet in book.sheets if sheet.is_hidden],
    }


def _table(table: Table) -> dict[str, object]:
    return {
        "sheet": table.sheet,
        "range": table.range,
        "header_rows": list(table.header_rows),
        "numbering_row": table.numbering_row,
        "columns": [
            {"name": column.name, "letter": column.letter, "kind": column.kind.value, "unit": column.unit}
            for column in table.columns
        ],
        "rows": len(table.rows),
        "data_rows": len(table.data),
        "marked_rows": [
            {"row": row.number, "kind": row.kind.value} for row in table.rows if row not in table.data
        ],
        "sample": [
            {column.name: value for column, value in zip(table.columns, row.values, strict=True)}
            for row in table.data[:_SAMPLE_ROWS]
        ],
        "notes": [str(note) for note in table.notes],
        "titles": [_line(line) for line in table.titles],
        "footnotes": [_line(line) for line in table.footnotes],
        "problems": [
            {
                "cell": problem.cell,
                "column": problem.column,
                "value": problem.value,
                "message": problem.message,
            }
            for problem in table.problems
        ],
    }


def _line(line: Line) -> dict[str, object]:
    return {"cell": line.cell, "text": line.text, "dates": list(line.dates), "numbers": list(line.numbers)}


def lines(book: Workbook, tables: tuple[Table, ...]) -> Iterator[str]:
    yield f"{book.filename}: {book.kind}, {len(tables)} tabel"
    for note in book.notes:
        yield f"  {note}"
    for table in tables:
        yield ""
        yield f"{table.sheet}!{table.range}: {len(table.rows)} baris, judul kolom di baris {_joined(table.header_rows)}"
        rows = [
            [column.letter, column.name, _KINDS[column.kind], column.filled, " | ".join(column.samples)[:60]]
            for column in table.columns
        ]
        for line in table_lines(["", "Kolom", "Isi", "Terisi", "Contoh"], rows):
            yield f"  {line}"
        for note in table.notes:
            yield f"  - {note}"


_KINDS = {
    Kind.TEXT: "teks",
    Kind.NUMBER: "angka",
    Kind.DATE: "tanggal",
    Kind.CODE: "kode",
    Kind.EMPTY: "kosong",
}


def _joined(numbers: tuple[int, ...]) -> str:
    return ", ".join(str(number) for number in numbers)
