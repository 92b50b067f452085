"""What a need must hold, and what becomes of it."""

from decimal import Decimal

import pytest

from rangkai.domains.needs.rules.content import content_problems
from rangkai.domains.needs.rules.fate import fate_problems
from rangkai.domains.needs.rules.terms import Fate

GOOD = {
    "statement": "Pembangunan MCK",
    "quantity": Decimal("2.5"),
    "estimate": 52_000_000,
    "urgency": 5,
    "year": 2027,
}


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"statement": "  "}, "statement", "belum diisi"),
        ({"statement": "a" * 40_000}, "statement", "40000 karakter"),
        ({"detail": "a" * 40_000}, "detail", "paling panjang 5000"),
        ({"estimate": -1}, "estimate", "tidak boleh kurang dari nol (-1)"),
        ({"estimate": 10**16}, "estimate", "terlalu besar"),
        ({"quantity": Decimal("-0.5")}, "quantity", "tidak boleh kurang dari nol"),
        ({"beneficiaries": 3_000_000_000}, "beneficiaries", "terlalu besar"),
        ({"urgency": 6}, "urgency", "harus 1 sampai 5"),
        ({"year": 1899}, "year", "di luar 2000–2100"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_it_names_what_is_wrong(changed: dict[str, object], field: str, words: str) -> None:
    problems = content_problems({**GOOD, **changed})
    assert [p.field for p in problems] == [field]
    assert words in str(problems[0].message)


def test_it_finds_nothing_wrong_with_a_good_need() -> None:
    assert content_problems(GOOD) == []


def test_it_does_not_judge_fields_that_are_not_given() -> None:
    assert content_problems({"estimate": None}) == []


@pytest.mark.parametrize(
    ("fate", "reason", "year", "fields"),
    [
        (Fate.OPEN, "", None, []),
        (Fate.POSTPONED, "", 2028, ["fate_reason"]),
        (Fate.POSTPONED, "pagu 2027 habis", 2028, []),
        (Fate.PROGRAMME, "", None, ["fate_reason"]),
        (Fate.REFUSED, "bukan urusan kabupaten", 1999, ["fate_year"]),
    ],
    ids=["open needs none", "without a reason", "with reason and year", "programme too", "odd year"],
)
def test_it_asks_a_reason_of_a_fate(fate: Fate, reason: str, year: int | None, fields: list[str]) -> None:
    assert [p.field for p in fate_problems(fate, reason, year)] == fields
