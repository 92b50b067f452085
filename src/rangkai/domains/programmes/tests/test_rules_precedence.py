"""Predecessors and exclusions; a circle is named."""

from collections.abc import Mapping, Sequence

import pytest

from rangkai.domains.programmes.rules.precedence import cycle_through, link_problems, waits_for

A, B, C, D = 1, 2, 3, 4
NAMES = {A: "Antrean", B: "Jaringan", C: "Pelatihan", D: "Kartu"}


@pytest.mark.parametrize(
    ("after", "circle"),
    [
        ({}, ()),
        ({A: [B], B: [C]}, ()),
        ({A: [B], B: [A]}, (A, B, A)),
        ({A: [B], B: [C], C: [A]}, (A, B, C, A)),
        ({A: [B, D], B: [C], C: [D], D: [A]}, (A, D, A)),
        ({A: [B], B: [C], C: [B]}, ()),
        ({A: [A]}, (A, A)),
        ({A: [B, C], B: [D], C: [D]}, ()),
    ],
    ids=[
        "nothing",
        "a chain",
        "two",
        "three",
        "the shortest of two",
        "a circle elsewhere",
        "itself",
        "a diamond is no circle",
    ],
)
def test_it_finds_the_circle(after: Mapping[int, Sequence[int]], circle: tuple[int, ...]) -> None:
    assert cycle_through(A, after) == circle


def test_it_knows_what_must_have_ended() -> None:
    assert waits_for(A, {A: [B], B: [C, D], C: [D]}) == {B, C, D}


def problems(
    after: Sequence[int] = (), excludes: Sequence[int] = (), **known: Sequence[int]
) -> list[tuple[str, str]]:
    links = {{"b": B, "c": C, "d": D}[name]: ids for name, ids in known.items()}
    found = link_problems(A, after=after, excludes=excludes, known=links, names=NAMES)
    return [(problem.field, str(problem.message)) for problem in found]


def test_it_names_the_circle() -> None:
    ((field, words),) = problems(after=[B], b=[C], c=[A])
    assert field == "after"
    assert "Antrean → Jaringan → Pelatihan → Antrean" in words


@pytest.mark.parametrize(("after", "excludes"), [([A], []), ([], [A])], ids=["after", "excludes"])
def test_it_refuses_a_link_to_itself(after: list[int], excludes: list[int]) -> None:
    ((_, words),) = problems(after=after, excludes=excludes)
    assert "dirinya sendiri" in words


def test_it_refuses_to_exclude_what_it_waits_for() -> None:
    ((field, words),) = problems(after=[B], excludes=[C], b=[C])
    assert (field, words.startswith("Pelatihan harus selesai")) == ("excludes", True)


def test_it_forgets_the_former_predecessors() -> None:
    assert link_problems(A, after=[], excludes=[B], known={A: [B]}, names=NAMES) == []
