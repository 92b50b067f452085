"""Office sheets read to typed tables, file by file: the time from bytes to the last typed cell."""

import time
from pathlib import Path
from typing import Any

from rangkai.cli.output import table_lines
from rangkai.engines.tabular import find_tables, read_workbook

DATA = Path(__file__).parents[2] / "shared" / "data"
LIMIT = 1.0
"""Seconds that a sheet of an office may take."""
LARGE = DATA / "needs" / "sukabumi_2019_3_musrenbang_desa.csv"
ROUNDS = 3


def run() -> dict[str, Any]:
    """Best of three rounds for each file of ../shared/data/spreadsheets, and for 6,021 needs in a csv."""
    files = sorted((DATA / "spreadsheets").glob("*")) if DATA.exists() else []
    measured = [_measure(path) for path in [*files, *([LARGE] if LARGE.exists() else [])]]
    rows = [
        [
            one["file"],
            one["tables"],
            one["rows"],
            f"{one['open']:.3f}",
            f"{one['find']:.3f}",
            f"{one['ratio']:.2f}",
        ]
        for one in measured
    ]
    for line in table_lines(["file", "tables", "rows", "open s", "find s", f"of {LIMIT:g} s"], rows):
        print(line)
    if not measured:
        print("../shared/data is absent: nothing to read")
    slowest = max((one["seconds"] for one in measured), default=0.0)
    return {"files": measured, "slowest": slowest, "limit": LIMIT}


def _measure(path: Path) -> dict[str, Any]:
    data = path.read_bytes()
    best_open = best_find = float("inf")
    found = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        book = read_workbook(data, path.name)
        opened = time.perf_counter()
        found = [table for sheet in book.sheets for table in find_tables(sheet)]
        done = time.perf_counter()
        best_open, best_find = min(best_open, opened - began), min(best_find, done - opened)
    seconds = best_open + best_find
    return {
        "file": path.name,
        "tables": len(found),
        "rows": sum(len(table.rows) for table in found),
        "open": round(best_open, 4),
        "find": round(best_find, 4),
        "seconds": round(seconds, 4),
        "ratio": round(seconds / LIMIT, 3),
    }
