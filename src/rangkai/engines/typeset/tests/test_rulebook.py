"""The worked tables of docs/algorithms/typeset.md, printed by the engine."""

import dataclasses
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from rangkai.engines.typeset.document import (
    Appendix,
    Block,
    Cell,
    Chapter,
    Column,
    Document,
    Figure,
    Section,
    Table,
)
from rangkai.engines.typeset.numbering import Captioned, Heading, arrange
from rangkai.engines.typeset.printable import cell_text
from rangkai.engines.typeset.tests.samples import book

RULEBOOK = Path(__file__).parents[5] / "docs" / "algorithms" / "typeset.md"


def rows(heading: str) -> list[list[str]]:
    """The cells of the first table under a heading of the rule book, without its head."""
    under = RULEBOOK.read_text(encoding="utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in under.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def block(kind: str, title: str) -> Block:
    if kind == "table":
        return Table(title, (Column("a"),), ())
    return Figure(title, title, "<svg/>")


def written(parts: list[list[str]]) -> Document:
    """The document whose parts the rule book lists, each with its kind and title."""
    opened: list[tuple[str, str, list[Any]]] = []
    section: list[tuple[str, list[Any]]] = []

    def close(depth: int) -> None:
        while len(section) > depth:
            title, blocks = section.pop()
            (section[-1][1] if section else opened[-1][2]).append(Section(title, tuple(blocks)))

    for part in parts:
        kind, title = part[0].split(" ", 1)
        if kind in {"front", "chapter", "appendix"}:
            close(0)
            opened.append((kind, title, []))
        elif kind in {"section", "subsection"}:
            close(0 if kind == "section" else 1)
            section.append((title, []))
        else:
            (section[-1][1] if section else opened[-1][2]).append(block(kind, title))
    close(0)
    kinds = {"front": Chapter, "chapter": Chapter, "appendix": Appendix}
    made = [(kind, kinds[kind](title, tuple(blocks))) for kind, title, blocks in opened]
    return dataclasses.replace(
        book(6),
        front=tuple(part for kind, part in made if kind == "front"),
        parts=tuple(part for kind, part in made if kind != "front"),
    )


def test_it_numbers_as_the_rule_book_says() -> None:
    listed = rows("Numbers")
    arranged = arrange(written(listed))
    printed = []
    for item in (*arranged.front, *arranged.body):
        if isinstance(item, Heading):
            printed.append((item.title, item.number))
        elif isinstance(item, Captioned):
            printed.append((item.block.caption, f"{item.label} {item.number}"))
    assert printed == [(part.split(" ", 1)[1], number) for part, number in listed]


@pytest.mark.parametrize(("cell", "kind", "printed"), rows("Cells"), ids=str)
def test_it_prints_cells_as_the_rule_book_says(cell: str, kind: Any, printed: str) -> None:
    name, _, value = cell.partition(" ")
    made: Cell = {"int": int, "Decimal": Decimal, "str": str, "empty": lambda _: None}[name](value)
    assert cell_text(made, kind) == printed
