"""What a programme must hold."""

import pytest

from rangkai.domains.programmes.rules.content import content_problems
from rangkai.domains.programmes.rules.funds import fund_problems
from rangkai.domains.programmes.rules.identity import identity_of
from rangkai.domains.programmes.rules.lacks import Lack, Links, lacks_of
from rangkai.domains.programmes.rules.placing import place_problems

GOOD = {"name": "Antrean daring", "value": 60, "earliest": 2027, "latest": 2029}


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"name": " "}, "name", "belum diisi"),
        ({"name": "a" * 201}, "name", "201 karakter"),
        ({"description": "a" * 40_000}, "description", "paling panjang 5000"),
        ({"value": 0}, "value", "1 sampai 100, bukan 0"),
        ({"value": 101}, "value", "bukan 101"),
        ({"earliest": 1999}, "earliest", "1999 di luar"),
        ({"latest": 2026}, "latest", "(2027) sesudah mulai paling lambat (2026)"),
    ],
    ids=[
        "no name",
        "long name",
        "a cell of 40,000",
        "no weight",
        "too heavy",
        "odd year",
        "latest before earliest",
    ],
)
def test_it_names_what_is_wrong(changed: dict[str, object], field: str, words: str) -> None:
    problems = content_problems({**GOOD, **changed})
    assert [problem.field for problem in problems] == [field]
    assert words in str(problems[0].message)


@pytest.mark.parametrize(
    "given", [GOOD, {}, {"earliest": None, "latest": 2027}], ids=["full", "none", "half"]
)
def test_it_finds_nothing_wrong(given: dict[str, object]) -> None:
    assert content_problems(given) == []


PLACES = {"office_id": 1, "owner_id": 11, "dimension_id": 5, "subdimension_id": 51}
THERE = {"offices": {1, 2}, "posts": {11}, "dimensions": {5, 6}, "subdimensions": {51: 5, 61: 6}}


@pytest.mark.parametrize(
    ("changed", "fields"),
    [
        ({}, []),
        ({"subdimension_id": None}, []),
        ({"office_id": 9}, ["office"]),
        ({"owner_id": None}, ["owner"]),
        ({"owner_id": 12}, ["owner"]),
        ({"dimension_id": 9}, ["dimension", "subdimension"]),
        ({"subdimension_id": 61}, ["subdimension"]),
    ],
    ids=[
        "all there",
        "no sub-dimension",
        "office of another region",
        "no head's post",
        "post of another region",
        "no such dimension",
        "sub-dimension of another dimension",
    ],
)
def test_it_places(changed: dict[str, object], fields: list[str]) -> None:
    problems = place_problems({**PLACES, **changed}, **THERE)  # type: ignore[arg-type]
    assert [problem.field for problem in problems] == fields


def test_it_knows_the_same_programme_in_other_writing() -> None:
    assert identity_of(office_id=1, name="Antrean Daring.") == identity_of(
        office_id=1, name="antrean  daring"
    )


@pytest.mark.parametrize(
    "other",
    [{"office_id": 2, "name": "Antrean"}, {"office_id": 1, "name": "Kartu antre"}],
    ids=["office", "name"],
)
def test_it_tells_programmes_apart_by(other: dict[str, object]) -> None:
    assert identity_of(office_id=1, name="Antrean") != identity_of(**other)  # type: ignore[arg-type]


def test_it_knows_a_numbered_programme_by_its_number() -> None:
    first = identity_of(office_id=1, name="Antrean", source="Renja", source_key="12")
    assert first == identity_of(office_id=2, name="Lain", source="RENJA", source_key=" 12 ")


@pytest.mark.parametrize(
    ("links", "lacks"),
    [
        (Links("Budi", 1, 1, 1, 1), []),
        (Links("", 0, 0, 0, 0), list(Lack)),
        (Links("Budi", 3, 0, 2, 0), [Lack.GOAL, Lack.INDICATOR]),
    ],
    ids=["a whole chain", "nothing", "no goal, no indicator"],
)
def test_it_lists_the_broken_ends(links: Links, lacks: list[Lack]) -> None:
    assert lacks_of(links) == lacks


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({"code": "PAD", "name": "Pendapatan Asli Daerah"}, []),
        ({"code": " ", "name": ""}, ["code", "name"]),
        ({"code": "x" * 21}, ["code"]),
        ({"note": "x" * 201}, ["note"]),
    ],
)
def test_it_judges_a_fund(values: dict[str, object], fields: list[str]) -> None:
    assert [problem.field for problem in fund_problems(values)] == fields
