"""`rangkai needs duplicates FILE.csv --text COL`: the similarity engine alone, no database."""

import argparse
import csv
import difflib
import io
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rangkai.cli.output import add_json_option, emit, table_lines
from rangkai.engines.similarity.groups import group_pairs
from rangkai.engines.similarity.pairs import THRESHOLD, Scored, score_pairs
from rangkai.engines.similarity.statements import Statement
from rangkai.lib.errors import N_, Invalid, Problem
from rangkai.lib.text import words

MOST_LINES = 50
MOST_PROBLEMS = 20
FIRST_ROW = 2
"""The first row under the header, as a sheet counts it."""

OFFICES = frozenset({"opd", "pd", "skpd", "dinas", "instansi", "office"})


@dataclass(frozen=True)
class Columns:
    """Positions of the columns asked for; the `where` columns by what their names say."""

    text: int
    id: int | None
    desa: tuple[int, ...]
    kecamatan: tuple[int, ...]
    place: tuple[int, ...]
    office: tuple[int, ...]


def register(subparsers: Any) -> None:
    """Add `needs duplicates` to the commands of needs."""
    command = subparsers.add_parser(
        "duplicates", help="usulan yang sama atau hampir sama di sebuah berkas CSV"
    )
    command.add_argument("file", metavar="FILE.csv")
    command.add_argument("--text", metavar="KOLOM", required=True, help="kolom isi usulan")
    command.add_argument(
        "--id", metavar="KOLOM", default=None, help="kolom id; tanpa ini nomor baris di berkas"
    )
    command.add_argument(
        "--where",
        metavar="KOLOM",
        nargs="+",
        default=[],
        help="kolom tempat: lokasi, desa, kecamatan; juga PD pengusul",
    )
    command.add_argument(
        "--threshold",
        type=_share,
        default=THRESHOLD,
        metavar="SKOR",
        help=f"skor paling rendah (bawaan {THRESHOLD})",
    )
    add_json_option(command)
    command.set_defaults(handler=run)


def run(args: argparse.Namespace) -> int:
    """`seconds` is the time of finding pairs and groups; it leaves out the start of the process and the file."""
    rows = _read(args.file)
    columns = _columns(rows[0], args)
    statements, skipped = _statements(rows[1:], columns)
    if not statements:
        raise Invalid(N_("Berkas %(name)s tidak berisi usulan.", name=args.file))
    start = time.perf_counter()
    scored = score_pairs(statements, threshold=args.threshold)
    groups = group_pairs(statements, scored, threshold=args.threshold)
    seconds = time.perf_counter() - start
    payload = {
        "pairs": [{"a": a, "b": b, "score": score} for a, b, score in _triples(scored)],
        "groups": [list(group.ids) for group in groups],
        "seconds": round(seconds, 3),
        "statements": len(statements),
        "skipped": skipped,
    }
    return emit(payload, args, _lines(payload))


def _share(text: str) -> float:
    share = float(text)
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError("harus antara 0 dan 1")
    return share


def _read(name: str) -> list[list[str]]:
    try:
        data = Path(name).read_bytes()
    except OSError as error:
        raise Invalid(
            N_("Berkas %(name)s tidak dapat dibaca: %(reason)s.", name=name, reason=error.strerror)
        ) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    header = text.lstrip().partition("\n")[0]
    separator = max(",;\t", key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        rows = list(reader)
    except csv.Error as error:
        raise Invalid(
            N_("Berkas %(name)s, baris %(row)d: bukan CSV yang benar.", name=name, row=reader.line_num)
        ) from error
    if not any(rows):
        raise Invalid(N_("Berkas %(name)s kosong.", name=name))
    return rows


def _columns(header: Sequence[str], args: argparse.Namespace) -> Columns:
    position = {name.strip(): index for index, name in reversed(list(enumerate(header)))}
    wanted = [args.text, *([args.id] if args.id else []), *args.where]
    problems = [
        Problem(
            N_("Kolom %(name)s tidak ada.", name=name), field="baris 1", suggestion=_nearest(name, position)
        )
        for name in wanted
        if name not in position
    ]
    if problems:
        raise Invalid(
            N_("Ada kolom yang tidak ditemukan. Yang ada: %(names)s.", names=", ".join(filter(None, header))),
            problems,
        )
    kinds = {name: _kind(name) for name in args.where}
    desa, kecamatan, place, office = (
        tuple(position[name] for name, kind in kinds.items() if kind == wanted_kind)
        for wanted_kind in ("desa", "kecamatan", "place", "office")
    )
    return Columns(
        position[args.text], position[args.id] if args.id else None, desa, kecamatan, place, office
    )


def _kind(column: str) -> str:
    parts = words(column.replace("_", " ")).split()
    if any(part.startswith("kec") for part in parts):
        return "kecamatan"
    if any(part.startswith(("desa", "kel")) for part in parts):
        return "desa"
    return "office" if OFFICES.intersection(parts) else "place"


def _nearest(name: str, known: dict[str, int]) -> str:
    return next(iter(difflib.get_close_matches(name, known, n=1)), "")


def _statements(rows: Sequence[Sequence[str]], columns: Columns) -> tuple[list[Statement], int]:
    """Statements, and how many rows say nothing."""
    found: list[Statement] = []
    first_row: dict[str, int] = {}
    problems: list[Problem] = []
    for number, row in enumerate(rows, FIRST_ROW):
        text = _cell(row, (columns.text,))
        if not text:
            continue
        identity = str(number) if columns.id is None else _cell(row, (columns.id,))
        if not identity:
            problems.append(Problem(N_("Id kosong."), field=f"baris {number}"))
        elif identity in first_row:
            message = N_("Id %(id)s sudah dipakai di baris %(row)d.", id=identity, row=first_row[identity])
            problems.append(Problem(message, field=f"baris {number}"))
        first_row.setdefault(identity, number)
        found.append(
            Statement(
                identity, text, _cell(row, columns.place), _area(row, columns), _cell(row, columns.office)
            )
        )
    if problems:
        raise Invalid(
            N_("%(count)d baris tidak dapat dikenali dari idnya.", count=len(problems)),
            problems[:MOST_PROBLEMS],
        )
    return found, len(rows) - len(found)


def _cell(row: Sequence[str], positions: Sequence[int]) -> str:
    return ", ".join(
        row[position].strip() for position in positions if position < len(row) and row[position].strip()
    )


def _area(row: Sequence[str], columns: Columns) -> str:
    desa, kecamatan = _cell(row, columns.desa), _cell(row, columns.kecamatan)
    return ", ".join(filter(None, (desa and f"Desa {desa}", kecamatan and f"Kec. {kecamatan}")))


def _triples(scored: Scored) -> Iterator[tuple[str, str, float]]:
    readings = scored.corpus.readings
    for left, right, score in zip(
        scored.left.tolist(), scored.right.tolist(), scored.score.tolist(), strict=True
    ):
        yield readings[left].id, readings[right].id, score


def _lines(payload: dict[str, Any]) -> Iterator[str]:
    pairs = payload["pairs"]
    yield (
        f"{payload['statements']} usulan, {payload['skipped']} baris tanpa isi, {len(pairs)} pasangan, "
        f"{len(payload['groups'])} kelompok, {payload['seconds']:.1f} s"
    )
    if not pairs:
        return
    shown = [(pair["a"], pair["b"], f"{pair['score']:.2f}") for pair in pairs[:MOST_LINES]]
    yield from table_lines(("id_a", "id_b", "skor"), shown)
    if len(pairs) > MOST_LINES:
        yield f"… dan {len(pairs) - MOST_LINES} pasangan lagi; semuanya ada di --json."
