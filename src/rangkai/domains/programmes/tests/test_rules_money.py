"""Funding lines, outputs and risks; every problem names its row."""

from decimal import Decimal

import pytest

from rangkai.domains.programmes.rules.money import MOST_RUPIAH, Validity, line_problems, totals_by_year
from rangkai.domains.programmes.rules.parts import Line, Output, Risk
from rangkai.domains.programmes.rules.risk import (
    RiskBand,
    band,
    output_problems,
    risk_problems,
)

KNOWN = {
    "funds": {1},
    "offices": {7},
    "nomenclature": {3: Validity("1.02.02.2.02.0001", 2024), 4: Validity("1.02.02.2.02.01", 2021, 2023)},
}


def line(**changed: object) -> Line:
    given: dict[str, object] = {"year": 2027, "fund_id": 1, "amount": 250_000_000, "office_id": 7, **changed}
    return Line(**given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"amount": -5}, "0.amount", "Baris 1: pagu tidak boleh kurang dari nol (-5)."),
        ({"amount": MOST_RUPIAH + 1}, "0.amount", "terlalu besar"),
        ({"year": 1927}, "0.year", "tahun 1927 di luar"),
        ({"fund_id": 2}, "0.fund", "sumber dana tidak ada"),
        ({"office_id": 8}, "0.office", "perangkat daerah tidak ada"),
        ({"nomenclature_id": 9}, "0.nomenclature", "tidak dikenal"),
        ({"nomenclature_id": 4}, "0.nomenclature", "1.02.02.2.02.01 tidak berlaku pada tahun 2027"),
        ({"nomenclature_id": 3, "year": 2023}, "0.nomenclature", "tidak berlaku pada tahun 2023"),
        ({"document": "x" * 201}, "0.document", "paling panjang 200"),
    ],
    ids=[
        "negative",
        "too much",
        "odd year",
        "unknown fund",
        "unknown office",
        "unknown code",
        "ended code",
        "code not yet in force",
        "long document",
    ],
)
def test_it_names_the_row(changed: dict[str, object], field: str, words: str) -> None:
    problems = line_problems([line(**changed)], **KNOWN)  # type: ignore[arg-type]
    assert [problem.field for problem in problems] == [field]
    assert words in str(problems[0].message)


def test_it_counts_rows_as_the_page_does() -> None:
    (problem,) = line_problems([line(), line(), line(amount=-1)], **KNOWN)  # type: ignore[arg-type]
    assert (problem.field, "Baris 3" in str(problem.message)) == ("2.amount", True)


@pytest.mark.parametrize("changed", [{}, {"amount": 0}, {"nomenclature_id": 4, "year": 2023}])
def test_it_finds_nothing_wrong_with(changed: dict[str, object]) -> None:
    assert line_problems([line(**changed)], **KNOWN) == []  # type: ignore[arg-type]


def test_it_adds_up_by_year_and_fund() -> None:
    totals = totals_by_year([(2028, "PAD", 5), (2027, "DAU", 7), (2027, "PAD", 1), (2027, "DAU", 2)])
    assert [(year.year, dict(year.by_fund), year.total) for year in totals] == [
        (2027, {"DAU": 9, "PAD": 1}, 10),
        (2028, {"PAD": 5}, 5),
    ]


@pytest.mark.parametrize(
    ("likelihood", "impact", "expected"),
    [
        (1, 1, RiskBand.LOW),
        (2, 3, RiskBand.LOW),
        (2, 4, RiskBand.MIDDLE),
        (3, 4, RiskBand.MIDDLE),
        (3, 5, RiskBand.HIGH),
    ],
)
def test_it_weighs_a_risk(likelihood: int, impact: int, expected: RiskBand) -> None:
    assert band(likelihood, impact) is expected


@pytest.mark.parametrize(
    ("risk", "fields"),
    [
        (Risk("Jaringan putus", 3, 4), []),
        (Risk(" ", 3, 4), ["0.risk"]),
        (Risk("x", 0, 6), ["0.likelihood", "0.impact"]),
        (Risk("x", 1, 1, cause="y" * 301, mitigation="z" * 2_001), ["0.cause", "0.mitigation"]),
    ],
    ids=["good", "empty", "out of scale", "long texts"],
)
def test_it_judges_a_risk(risk: Risk, fields: list[str]) -> None:
    assert [problem.field for problem in risk_problems([risk])] == fields


@pytest.mark.parametrize(
    ("output", "fields"),
    [
        (Output("Aplikasi antrean", Decimal(1), "paket", 2027), []),
        (Output("Pelatihan"), []),
        (Output(""), ["0.text"]),
        (Output("x" * 201, unit="y" * 41), ["0.text", "0.unit"]),
        (Output("x", Decimal("-0.5"), year=1), ["0.quantity", "0.year"]),
    ],
    ids=["full", "short", "empty", "long texts", "odd numbers"],
)
def test_it_judges_an_output(output: Output, fields: list[str]) -> None:
    assert [problem.field for problem in output_problems([output])] == fields
