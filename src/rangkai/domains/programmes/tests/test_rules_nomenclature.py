"""Codes of the nomenclature and what a sheet of them would change."""

from datetime import date

import pytest

from rangkai.domains.programmes.rules.nomenclature import KnownCode, level_of, normal_code, plan_codes
from rangkai.domains.programmes.rules.terms import NomenclatureLevel as Level

NEW_YEAR = date(2027, 1, 1)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("1.02.02.2.02.0001", "1.02.02.2.02.0001"),
        ("1.02.02.02.02.0001", "1.02.02.2.02.0001"),
        (" 1 02 02 2.02.01 ", "1.02.02.2.02.01"),
        ("x.xx.01", "X.XX.01"),
        ("5", "5"),
        ("2.16.", "2.16"),
        ("1.02.02.2", None),
        ("1.2.02", None),
        ("5.1.02.01.01.0001", None),
        ("Program", None),
        ("", None),
    ],
    ids=[
        "subkegiatan",
        "authority with a zero",
        "blanks",
        "of every urusan",
        "urusan",
        "a dot too many",
        "half a kegiatan",
        "one digit for two",
        "a rekening of spending",
        "words",
        "empty",
    ],
)
def test_it_reads(written: str, code: str | None) -> None:
    assert normal_code(written) == code


@pytest.mark.parametrize(
    ("code", "level"),
    [
        ("1", Level.URUSAN),
        ("1.02", Level.BIDANG),
        ("1.02.02", Level.PROGRAM),
        ("1.02.02.2.02", Level.KEGIATAN),
        ("1.02.02.2.02.0001", Level.SUBKEGIATAN),
    ],
)
def test_it_knows_the_level(code: str, level: Level) -> None:
    assert level_of(code) is level


KNOWN = {
    "1.02": KnownCode(1, "1.02", "URUSAN KESEHATAN", date(2021, 1, 1)),
    "1.03": KnownCode(2, "1.03", "URUSAN PEKERJAAN UMUM", date(2027, 1, 1)),
}


def planned(*rows: tuple[int, str, str]) -> tuple[list[str], dict[int, str], int, list[int]]:
    plan = plan_codes(rows, KNOWN, valid_from=NEW_YEAR)
    return (
        [entry.code for entry in plan.new],
        {pk: entry.name for pk, entry in plan.renamed.items()},
        plan.unchanged,
        [row for row, _ in plan.problems],
    )


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([(2, "1.04", "Urusan perumahan")], (["1.04"], {}, 0, [])),
        ([(2, "1.02", "Urusan  Kesehatan")], ([], {}, 1, [])),
        ([(2, "1.02", "Urusan kesehatan masyarakat")], ([], {1: "Urusan kesehatan masyarakat"}, 0, [])),
        ([(2, "1.03", "Nama lain")], ([], {}, 0, [2])),
        ([(2, "1.04", "A"), (3, "1.04", "A")], (["1.04"], {}, 0, [])),
        ([(2, "1.04", "A"), (3, "1.04", "B")], (["1.04"], {}, 0, [3])),
        ([(2, "kode", "nama"), (3, "1.05", ""), (4, "1.06", "x" * 401)], ([], {}, 0, [2, 3, 4])),
    ],
    ids=[
        "a new code",
        "the same name",
        "a new name",
        "a name on the code's own first day",
        "a row twice",
        "one code, two names",
        "rows that can't be read",
    ],
)
def test_it_plans(rows: list[tuple[int, str, str]], expected: object) -> None:
    assert planned(*rows) == expected
