"""The form over a pile of returned workbooks."""

import pytest

from rangkai.domains.work.rules.gathered import answered
from rangkai.domains.work.rules.merging import NOW, CellConflict, Settled, SettledRow, Voice
from rangkai.domains.work.rules.plan import RowPlan
from rangkai.domains.work.rules.terms import Outcome
from rangkai.lib.errors import N_


def conflict(key: str, *answers: str) -> CellConflict:
    voices = tuple(Voice(answer, answer, answer) for answer in answers)
    return CellConflict(key, 4, "Dinas", "K-1", "Genset", N_("Satuan"), voices)


BOTH = Settled({}, (conflict("a", NOW, "0"), conflict("b", "0", "1")))
NONE = Settled({}, ())


@pytest.mark.parametrize(
    ("form", "cells"),
    [
        ({"cell:a": ["0"]}, {"a": "0"}),
        ({"cell:a": [""]}, {}),
        ({"cell:a": []}, {}),
        ({"every": ["now"]}, {"a": NOW}),
        ({"every": ["theirs"]}, {"a": "0", "b": "1"}),
        ({"every": ["theirs"], "cell:a": [NOW]}, {"a": NOW, "b": "1"}),
    ],
    ids=["one", "none", "nothing sent", "all as now", "all as the files", "one otherwise"],
)
def test_it_answers_conflicts(form, cells):
    assert answered({}, form, BOTH) == (
        {"cells": cells, "rows": {}, "replace": {}},
        False,
    )


@pytest.mark.parametrize(
    ("form", "rows"),
    [
        ({"row:0:7": ["skip"]}, {"0": {"7": ["skip", ""]}}),
        ({"row:1:7": ["same:K-1"]}, {"1": {"7": ["same", "K-1"]}}),
        ({"row:x:7": ["skip"]}, {}),
        ({"row:0:7": ["other"]}, {}),
    ],
    ids=["skip", "same", "no file", "no choice"],
)
def test_it_decides_rows(form, rows):
    answers, again = answered({}, form, NONE)
    assert (answers["rows"], again) == (rows, bool(rows))


def test_it_takes_another_value_and_reads_again():
    answers, again = answered({}, {"value:kecamatan:purri": ["Puri"], "value:office:x": [""]}, NONE)
    assert (answers["replace"], again) == ({"kecamatan": {"purri": "Puri"}}, True)


def test_it_keeps_what_was_answered_before():
    before = {"cells": {"a": NOW}, "rows": {"0": {"3": ["skip", ""]}}, "replace": {"unit": {"x": "y"}}}
    assert answered(before, {}, BOTH) == (before, False)


def test_it_leaves_out_all_rows_that_ask_something():
    rows = (SettledRow(1, RowPlan(7, Outcome.PROBLEM, "")), SettledRow(0, RowPlan(8, Outcome.NEW, "")))
    answers, again = answered({}, {"rows": ["skip"]}, Settled({4: rows}, ()))
    assert (answers["rows"], again) == ({"1": {"7": ["skip", ""]}}, True)
