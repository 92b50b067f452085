"""The form of the preview, read."""

from rangkai.domains.work.rules.answers import answered
from rangkai.domains.work.rules.options import Chosen, ImportOptions
from rangkai.domains.work.rules.terms import RowChoice

BEFORE = ImportOptions(
    replace={"office": {"pu": "Dinas PUPR"}},
    rows={4: Chosen(RowChoice.SKIP)},
    create=frozenset({"office"}),
    skip_problems=True,
    defaults={"status": "draft"},
)


def test_it_takes_another_value_and_keeps_the_other_choices() -> None:
    found = answered(BEFORE, {"value:village:puri/girang": ["", "Sumber Girang"]})
    assert found.replace == {"office": {"pu": "Dinas PUPR"}, "village": {"puri/girang": "Sumber Girang"}}
    assert (found.rows, found.create, found.skip_problems) == (BEFORE.rows, BEFORE.create, True)


def test_it_passes_over_values_that_nobody_typed() -> None:
    assert (
        answered(BEFORE, {"value:office:dinkes": [""], "csrfmiddlewaretoken": ["x"], "row:x": ["skip"]})
        == BEFORE
    )


def test_it_decides_rows_and_takes_decisions_back() -> None:
    found = answered(BEFORE, {"row:4": [""], "row:7": ["same:K-2026-00001"], "row:8": ["nonsense"]})
    assert found.rows == {7: Chosen(RowChoice.SAME, "K-2026-00001")}


def test_it_decides_all_rows_that_are_only_alike() -> None:
    assert answered(BEFORE, {"alike": ["new"]}).alike is RowChoice.NEW
    assert answered(ImportOptions(alike=RowChoice.SAME), {"alike": [""]}).alike is None


def test_it_takes_the_choices_for_the_file_as_the_form_has_them() -> None:
    form = {"part": ["file"], "default:status": ["submitted"], "default:office": [""], "create": []}
    found = answered(BEFORE, form)
    assert (found.create, found.skip_problems, found.defaults) == (
        frozenset(),
        False,
        {"status": "submitted"},
    )
    assert found.replace == BEFORE.replace


def test_it_reads_a_name_without_any_value() -> None:
    assert answered(BEFORE, {"value:office:x": []}) == BEFORE
