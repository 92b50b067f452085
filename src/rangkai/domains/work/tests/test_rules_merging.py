"""Three-way comparison: sent, returned, now."""

from collections.abc import Mapping

import pytest

from rangkai.domains.work.rules.merging import NOW, Cell, ReturnedFile, alike, settle
from rangkai.domains.work.rules.plan import Candidate, CellChange, Json, Plan, RowPlan
from rangkai.domains.work.rules.returned_json import file_from_json, file_to_json
from rangkai.domains.work.rules.terms import Outcome
from rangkai.lib.errors import N_

UNIT = N_("Satuan")


def changed(theirs: Json, now: Json) -> RowPlan:
    """A row whose unit differs from what stands."""
    change = CellChange("unit", UNIT, str(now or ""), str(theirs or ""))
    target = Candidate(7, "K-2026-00007", 3, "Genset", 1.0, {"unit": theirs}, (change,))
    return RowPlan(2, Outcome.CHANGED, "Genset", "B2", {"unit": theirs}, target)


def new(label: str, **values: Json) -> RowPlan:
    return RowPlan(9, Outcome.NEW, label, "B9", values)


def file(
    *rows: RowPlan, cells: Mapping[int, Mapping[str, Cell]] | None = None, **given: object
) -> ReturnedFile:
    return ReturnedFile(
        "balasan.xlsx",
        "lembar/x",
        "aa",
        sheet_id=4,
        office="Dinas",
        plan=Plan("Kebutuhan", rows),
        cells=cells or {},
        **given,  # type: ignore[arg-type]
    )


def of_unit(sent: Json, theirs: Json, now: Json) -> ReturnedFile:
    return file(changed(theirs, now), cells={2: {"unit": Cell(sent, now, "L2")}})


# sent, returned, now → written (… for nothing), number of questions
CASES = {
    "only the office changed it": ("unit", "mobil", "unit", "mobil", 0),
    "only we changed it": ("unit", "unit", "buah", ..., 0),
    "both changed it": ("unit", "mobil", "buah", ..., 1),
    "empty on both sides": (None, "", None, ..., 0),
    "the office filled in what was empty": (None, "mobil", "", "mobil", 0),
    "the office emptied it": ("unit", "", "unit", "", 0),
    "a record that was not sent": (None, "mobil", "buah", ..., 1),
}


@pytest.mark.parametrize(("sent", "theirs", "now", "written", "questions"), CASES.values(), ids=CASES.keys())
def test_it_decides_by_what_was_sent(sent, theirs, now, written, questions):
    settled = settle([of_unit(sent, theirs, now)], {})
    (row,) = settled.rows[4]
    assert row.plan.values.get("unit", ...) == written
    assert len(settled.conflicts) == questions


def test_it_counts_the_cells_that_stay_as_they_are_here():
    assert settle([of_unit("unit", "unit", "buah")], {}).kept == 1


KEY = "4|K-2026-00007|unit"


@pytest.mark.parametrize(
    ("answer", "outcome"), [(NOW, Outcome.UNCHANGED), ("0", Outcome.CHANGED), ("", Outcome.UNCHANGED)]
)
def test_it_follows_the_answer(answer, outcome):
    settled = settle([of_unit("unit", "mobil", "buah")], {KEY: answer})
    assert settled.rows[4][0].plan.outcome is outcome


def test_it_keeps_a_question_open_whose_answer_names_no_voice():
    assert settle([of_unit("unit", "mobil", "buah")], {KEY: "8"}).unanswered == 1


def test_it_hears_several_files_of_an_office():
    one, two = of_unit("unit", "mobil", "unit"), of_unit("unit", "buah", "unit")
    (conflict,) = settle([one, two], {}).conflicts
    assert [voice.answer for voice in conflict.voices] == ["0", "1"]


def test_it_asks_nothing_when_two_files_say_the_same():
    one = of_unit("unit", "mobil", "unit")
    assert settle([one, one], {}).conflicts == ()


def test_it_takes_a_change_of_one_file_beside_another_cell_of_the_second():
    one = of_unit("unit", "mobil", "unit")
    change = CellChange("detail", N_("Keadaan"), "", "rusak")
    target = Candidate(7, "K-2026-00007", 3, "Genset", 1.0, {"detail": "rusak"}, (change,))
    row = RowPlan(2, Outcome.CHANGED, "Genset", "B2", {"detail": "rusak"}, target)
    two = file(row, cells={2: {"detail": Cell("", "", "C2")}})
    (settled,) = settle([one, two], {}).rows[4]
    assert settled.plan.values == {"unit": "mobil", "detail": "rusak"}


def test_it_leaves_out_files_that_were_read_before_or_could_not_be_taken():
    before = file(new("Ambulans"), repeated=True)
    refused = ReturnedFile("foto.xlsx", "lembar/y", "bb", trouble=N_("Rusak."))
    assert settle([before, refused], {}).rows == {}


def test_it_takes_equal_new_rows_of_two_files_once():
    assert len(settle([file(new("Ambulans", unit="1")), file(new("AMBULANS", unit="1"))], {}).rows[4]) == 1


def test_it_keeps_two_new_rows_of_one_file():
    assert len(settle([file(new("Ambulans", unit="1"), new("Ambulans", unit="2"))], {}).rows[4]) == 2


def test_it_asks_about_new_rows_of_one_name_that_two_files_tell_otherwise():
    settled = settle([file(new("Ambulans", unit="1")), file(new("Ambulans", unit="2"))], {})
    assert settled.open_questions == 1


def test_it_names_a_column_without_words_by_its_field():
    bare = RowPlan(2, Outcome.CHANGED, "Genset", "B2", {"unit": "a"}, Candidate(7, "K", 1, "Genset", 1.0))
    cells = {2: {"unit": Cell("x", "y", "L2")}}
    (conflict,) = settle([file(bare, cells=cells)], {}).conflicts
    assert str(conflict.column) == "unit"


@pytest.mark.parametrize(
    ("one", "other", "same"), [(None, "", True), ("a", "a", True), (0, None, False), (0, 0, True)]
)
def test_it_takes_nothing_and_empty_text_for_the_same(one, other, same):
    assert alike(one, other) is same


def test_it_comes_back_from_json_as_it_was():
    whole = of_unit("unit", "mobil", "buah")
    refused = ReturnedFile("foto.xlsx", "lembar/y", "bb", trouble=N_("Rusak: %(name)s", name="foto"))
    assert [file_from_json(file_to_json(each)) for each in (whole, refused)] == [whole, refused]
