"""The worked table of docs/algorithms/phasing.md is so."""

from pathlib import Path

import pytest

from rangkai.engines.phasing import Status, solve
from rangkai.engines.phasing.tests.examples import problem, programme

PAGE = Path(__file__).parents[5] / "docs" / "algorithms" / "phasing.md"


def rows():
    lines = PAGE.read_text(encoding="utf-8").split("## Worked table")[1].split("## ")[0].splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return cells[2:]


def parsed(text):
    """`A 10 1000000: after=B must` as a programme."""
    head, _, options = text.strip().partition(":")
    name, value, cost = head.split()
    given = {"value": float(value), "costs": {"PAD": (int(cost),)}}
    for option in options.split():
        key, _, said = option.partition("=")
        if key in {"after", "excludes"}:
            given[key] = (said,)
        else:
            given[key] = int(said) if said else True
    return programme(name, **given)


@pytest.mark.parametrize(("case", "programmes", "placed", "objective"), rows(), ids=lambda v: str(v)[:40])
def test_it_solves_the_worked_table(case, programmes, placed, objective):
    answer = solve(problem(*(parsed(text) for text in programmes.split(";"))), seconds=5)
    expected = {name: int(year) for name, year in (pair.split() for pair in placed.split(","))}
    assert answer.status is Status.OPTIMAL
    assert {name: year for name, year in answer.start.items() if year is not None} == expected
    assert answer.objective == pytest.approx(float(objective))
