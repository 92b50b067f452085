"""The worked tables of docs/algorithms/dossier.md."""

import re
from pathlib import Path

import pytest

from rangkai.engines.dossier.cells import money_in, unit_of, years_in
from rangkai.engines.dossier.headings import guessed_level, is_caption, is_continuation

PAGE = Path(__file__).parents[5] / "docs" / "algorithms" / "dossier.md"


def rows_under(heading: str) -> list[list[str]]:
    part = PAGE.read_text(encoding="utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.mark.parametrize(("text", "first", "last"), rows_under("Years"))
def test_it_reads_the_years_of_the_page(text: str, first: str, last: str) -> None:
    found = years_in(text)
    assert found == ((int(first), int(last)) if first else None)


@pytest.mark.parametrize(("column", "text", "rupiah"), rows_under("Money"))
def test_it_reads_the_money_of_the_page(column: str, text: str, rupiah: str) -> None:
    amount = money_in(text, unit_of(column))
    assert amount == (int(re.sub(r"\.", "", rupiah)) if rupiah else None)


@pytest.mark.parametrize(("text", "bold", "what"), rows_under("Lines that no style calls a heading"))
def test_it_tells_headings_as_the_page_does(text: str, bold: str, what: str) -> None:
    if is_continuation(text):
        told = "goes on"
    elif is_caption(text):
        told = "caption"
    else:
        level = guessed_level(text, is_bold=bold == "yes")
        told = f"level {level}" if level else "text"
    assert told == what
