"""How every command answers: readable lines, or one JSON object with `--json FILE` (`-` is standard output).

Exit status: 0 done, 1 the input is refused, 2 wrong use.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, is_dataclass
from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from rangkai.lib.errors import Message, Problem, Refusal

DONE = 0
REFUSED = 1
WRONG_USE = 2


def add_json_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--json", metavar="BERKAS", default=None, help="tulis jawaban sebagai JSON; - untuk keluaran baku"
    )


def emit(payload: Mapping[str, object], args: argparse.Namespace, lines: Iterable[str]) -> int:
    """Write the JSON where `--json` says, else print `lines`; returns the exit status of success."""
    target: str | None = args.json
    if target is None:
        for line in lines:
            print(line)
        return DONE
    text = as_json(payload)
    if target == "-":
        print(text)
        return DONE
    try:
        Path(target).write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        print(f"Berkas {target} tidak dapat ditulis: {error.strerror}.", file=sys.stderr)
        return WRONG_USE
    return DONE


def refuse(refusal: Refusal) -> int:
    """Print a refusal and where it lies to standard error; returns the exit status of refused input."""
    print(refusal.message, file=sys.stderr)
    show_problems(refusal.problems)
    return REFUSED


def show_problems(problems: Iterable[Problem]) -> None:
    for problem in problems:
        where = f"{problem.field}: " if problem.field else ""
        hint = f" (mungkin: {problem.suggestion})" if problem.suggestion else ""
        print(f"  {where}{problem.message}{hint}", file=sys.stderr)


def as_json(payload: Mapping[str, object]) -> str:
    return json.dumps(payload, ensure_ascii=False, indent=2, default=_plain)


def table_lines(header: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """Columns under their headings, padded to the widest cell."""
    texts = [list(header), *([str(cell) for cell in row] for row in rows)]
    widths = [max(len(row[index]) for row in texts) for index in range(len(header))]
    body = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in texts
    ]
    return [body[0], "  ".join("-" * width for width in widths), *body[1:]]


def _plain(value: object) -> object:
    """What JSON lacks: exact numbers become numbers, dates ISO text, messages their sentence."""
    if isinstance(value, Decimal | Fraction):
        return int(value) if value == int(value) else float(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Message | Path):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")
