"""The worked table of docs/algorithms/tabular.md, read by the engine."""

from datetime import date
from pathlib import Path

import pytest

from rangkai.engines.tabular import Value
from rangkai.engines.tabular.tests.workbooks import column

PAGE = Path(__file__).parents[5] / "docs" / "algorithms" / "tabular.md"


def lines() -> list[list[str]]:
    section = PAGE.read_text(encoding="utf-8").split("## Cells")[1].split("\n## ")[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in row] for row in rows[1:]]


def shown(value: Value) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";")]


@pytest.mark.parametrize(("name", "cells", "kind", "values"), lines())
def test_it_reads_as_the_page_says(name: str, cells: str, kind: str, values: str) -> None:
    table = column(name, *parts(cells))
    assert table.columns[1].kind.value == kind
    assert [shown(row.values[1]) for row in table.rows] == parts(values)
