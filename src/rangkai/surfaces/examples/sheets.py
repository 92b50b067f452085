"""Reads the tables of `reference/` and `data/`; their README says what is fact and what is contoh."""

import csv
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
REGION_CODES = FOLDER.parent.parent / "vendored" / "idn-area-data"


@cache
def _table(path: Path) -> tuple[dict[str, str], ...]:
    with path.open(encoding="utf-8", newline="") as file:
        return tuple({k: (v or "").strip() for k, v in row.items()} for row in csv.DictReader(file))


def reference(name: str) -> Iterator[dict[str, str]]:
    """Rows of a table of facts."""
    return iter(_table(FOLDER / "reference" / f"{name}.csv"))


def data(name: str) -> Iterator[dict[str, str]]:
    """Rows of a table of examples."""
    return iter(_table(FOLDER / "data" / f"{name}.csv"))


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def number(text: str) -> int | None:
    return int(text) if text else None


def is_example(row: dict[str, str]) -> bool:
    return row.get("contoh") == "1"
