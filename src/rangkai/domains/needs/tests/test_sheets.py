"""Sheets of needs that go out to the offices and come back."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from rangkai.domains.needs.models import Need
from rangkai.domains.needs.tests.factories import need
from rangkai.domains.needs.tests.returning import (
    TODAY,
    Edit,
    cell,
    dropped,
    edit_here,
    filled,
    named,
    sent,
    without_codes,
    workbook,
)
from rangkai.domains.needs.tests.returning import cast as cast
from rangkai.domains.organisations.models import Organisation
from rangkai.domains.organisations.tests.factories import Actors
from rangkai.domains.work.actions.sheets.gathering import (
    Dropped,
    answer,
    drop_gathering,
    save_gathering,
    settled_of,
    start_gathering,
)
from rangkai.domains.work.actions.sheets.making import RoundWish, drop_round, make_workbooks, start_round
from rangkai.domains.work.actions.sheets.reading import read_gathering
from rangkai.domains.work.models import Gathering, OfficeSheet
from rangkai.domains.work.queries.sheets import files_of
from rangkai.domains.work.rules.merging import NOW, ReturnedFile
from rangkai.domains.work.rules.terms import Outcome
from rangkai.gateways.files import fetch
from rangkai.kit.actions import recording
from rangkai.kit.models import Change
from rangkai.lib.errors import Conflict, Forbidden, Invalid

pytestmark = pytest.mark.django_db


def only(gathering: Gathering) -> ReturnedFile:
    return files_of(gathering=gathering)[0]


def outcomes(gathering: Gathering) -> list[Outcome]:
    return [row.plan.outcome for row in settled_of(gathering=gathering).of(*Outcome)]


def test_it_prefills_the_needs_of_the_office_alone(cast):
    book = load_workbook(BytesIO(workbook(sent(cast), cast.dinkes)))
    assert [row[1].value for row in book.worksheets[0].iter_rows(min_row=2, max_row=4)] == [
        "Antrean daring",
        "Genset puskesmas",
        None,
    ]


def test_it_hides_the_numbers_and_locks_what_may_not_change(cast):
    book = load_workbook(BytesIO(workbook(sent(cast), cast.dinkes)))
    sheet = book.worksheets[0]
    assert sheet.column_dimensions["A"].hidden
    assert sheet.protection.sheet
    assert (sheet["A2"].protection.locked, sheet["B2"].protection.locked) == (True, False)


def test_it_makes_an_empty_sheet_for_an_office_without_needs(cast):
    found = sent(cast, cast.diskominfo)
    assert OfficeSheet.objects.get(round=found).rows == 0


def test_it_changes_nothing_when_nothing_was_filled_in(cast):
    pile = dropped(cast.citra, workbook(sent(cast), cast.dinkes))
    assert outcomes(pile) == [Outcome.UNCHANGED, Outcome.UNCHANGED]


def test_it_takes_what_only_the_office_changed(cast):
    pile = dropped(cast.citra, filled(workbook(sent(cast), cast.dinkes), cell("C2", "Antre sejak subuh")))
    save_gathering(cast.citra, gathering=pile, today=TODAY)
    assert named("Antrean daring").detail == "Antre sejak subuh"


def test_it_records_more_rows_than_one_statement_takes(cast, monkeypatch):
    monkeypatch.setattr("rangkai.domains.needs.actions.importing.CHUNK", 1)
    edits = [cell("C2", "Antre sejak subuh"), cell("C3", "Padam tiap malam")]
    pile = dropped(cast.citra, filled(workbook(sent(cast), cast.dinkes), *edits))
    save_gathering(cast.citra, gathering=pile, today=TODAY)
    assert named("Genset puskesmas").detail == "Padam tiap malam"


def test_it_keeps_what_only_the_secretariat_changed(cast):
    content = workbook(sent(cast), cast.dinkes)
    edit_here(cast.citra, named("Antrean daring"), detail="Dicatat di sini")
    pile = dropped(cast.citra, content)
    assert settled_of(gathering=pile).kept == 1
    save_gathering(cast.citra, gathering=pile, today=TODAY)
    assert named("Antrean daring").detail == "Dicatat di sini"


def test_it_takes_each_cell_from_whoever_changed_it(cast):
    content = filled(workbook(sent(cast), cast.dinkes), cell("C2", "Antre sejak subuh"))
    edit_here(cast.citra, named("Antrean daring"), unit="loket")
    save_gathering(cast.citra, gathering=dropped(cast.citra, content), today=TODAY)
    row = named("Antrean daring")
    assert (row.detail, row.unit) == ("Antre sejak subuh", "loket")


def test_it_settles_what_both_changed_alike(cast):
    content = filled(workbook(sent(cast), cast.dinkes), cell("C2", "Sama"))
    edit_here(cast.citra, named("Antrean daring"), detail="Sama")
    assert outcomes(dropped(cast.citra, content)) == [Outcome.UNCHANGED, Outcome.UNCHANGED]


@pytest.fixture
def clash(cast: Actors) -> Gathering:
    """The same cell changed by the office and by the secretariat."""
    content = filled(workbook(sent(cast), cast.dinkes), cell("C2", "Versi kantor"))
    edit_here(cast.citra, named("Antrean daring"), detail="Versi sekretariat")
    return dropped(cast.citra, content)


def test_it_shows_a_conflict_cell_by_cell(clash):
    (conflict,) = settled_of(gathering=clash).conflicts
    assert [(voice.answer, voice.shown, voice.address) for voice in conflict.voices] == [
        (NOW, "Versi sekretariat", ""),
        ("0", "Versi kantor", "C2"),
    ]


def test_it_writes_nothing_while_a_conflict_is_open(cast, clash):
    with pytest.raises(Invalid):
        save_gathering(cast.citra, gathering=clash, today=TODAY)
    assert named("Antrean daring").detail == "Versi sekretariat"


@pytest.mark.parametrize(("choice", "expected"), [(NOW, "Versi sekretariat"), ("0", "Versi kantor")])
def test_it_writes_the_answer_to_a_conflict(cast, clash, choice, expected):
    (conflict,) = settled_of(gathering=clash).conflicts
    answer(cast.citra, gathering=clash, answers={"cells": {conflict.key: choice}})
    save_gathering(cast.citra, gathering=clash, today=TODAY)
    assert named("Antrean daring").detail == expected


def test_it_does_not_ask_again_what_was_answered(cast, clash):
    (conflict,) = settled_of(gathering=clash).conflicts
    answer(cast.citra, gathering=clash, answers={"cells": {conflict.key: NOW}})
    save_gathering(cast.citra, gathering=clash, today=TODAY)
    again = filled(fetch(clash.files[0]["file"]), cell("C3", "Baru diisi"))
    assert settled_of(gathering=dropped(cast.citra, again)).conflicts == ()


def test_it_shows_two_files_of_an_office_against_each_other(cast):
    content = workbook(sent(cast), cast.dinkes)
    pile = dropped(cast.citra, filled(content, cell("C2", "Satu")), filled(content, cell("C2", "Dua")))
    (conflict,) = settled_of(gathering=pile).conflicts
    assert [voice.shown for voice in conflict.voices] == ["Satu", "Dua"]


def test_it_records_new_rows_for_the_office_of_the_sheet(cast):
    pile = dropped(cast.citra, filled(workbook(sent(cast), cast.dinkes), cell("B9", "Ambulans desa")))
    save_gathering(cast.citra, gathering=pile, today=TODAY)
    assert named("Ambulans desa").office == cast.dinkes


def test_it_records_a_new_row_of_two_files_once(cast):
    content = workbook(sent(cast), cast.dinkes)
    first = filled(content, cell("B9", "Ambulans desa"))
    second = filled(content, cell("B9", "Ambulans desa"), cell("C2", "Rapi"))
    save_gathering(cast.citra, gathering=dropped(cast.citra, first, second), today=TODAY)
    assert Need.objects.live().filter(statement="Ambulans desa").count() == 1


def test_it_asks_about_a_new_row_that_two_files_tell_otherwise(cast):
    content = workbook(sent(cast), cast.dinkes)
    first = filled(content, cell("B9", "Ambulans desa"), cell("O9", "unit"))
    second = filled(content, cell("B9", "Ambulans desa"), cell("O9", "mobil"))
    assert Outcome.PROBLEM in outcomes(dropped(cast.citra, first, second))


def test_it_changes_nothing_when_the_same_file_comes_again(cast):
    content = filled(workbook(sent(cast), cast.dinkes), cell("C2", "Rapi"), cell("B9", "Ambulans desa"))
    save_gathering(cast.citra, gathering=dropped(cast.citra, content), today=TODAY)
    before = Change.objects.filter(kind="needs.need").count()
    again = dropped(cast.citra, content)
    assert only(again).repeated
    save_gathering(cast.citra, gathering=again, today=TODAY)
    assert Change.objects.filter(kind="needs.need").count() == before


def test_it_knows_sheets_whatever_the_files_are_called(cast):
    found = sent(cast, cast.dinkes, cast.dlh)
    pile = [
        Dropped("WhatsApp Doc 7.xls", workbook(found, cast.dlh)),
        Dropped("Book1.xlsx", workbook(found, cast.dinkes)),
    ]
    gathering = start_gathering(cast.citra, dropped=pile, today=TODAY)
    read_gathering(cast.citra, gathering=gathering, today=TODAY)
    assert [file.office for file in files_of(gathering=gathering)] == [cast.dlh.name, cast.dinkes.name]


def test_it_tells_who_has_not_returned(cast):
    found = sent(cast, cast.dinkes, cast.dlh)
    save_gathering(cast.citra, gathering=dropped(cast.citra, workbook(found, cast.dinkes)), today=TODAY)
    states = dict(OfficeSheet.objects.filter(round=found).values_list("office__code", "state"))
    assert states == {"dinkes": "back", "dlh": "waiting"}


def test_it_counts_a_sheet_with_rows_taken_out_as_partly_returned(cast):
    found = sent(cast)
    pile = dropped(
        cast.citra, filled(workbook(found, cast.dinkes), lambda book: book.worksheets[0].delete_rows(3))
    )
    save_gathering(cast.citra, gathering=pile, today=TODAY)
    assert only(pile).gone == (named("Genset puskesmas").ref,)
    assert OfficeSheet.objects.get(round=found).state == "partly"


def test_it_leaves_out_a_row_whose_need_was_deleted_here(cast):
    content = workbook(sent(cast), cast.dinkes)
    row = named("Genset puskesmas")
    with recording("needs.delete", cast.citra) as act:
        act.delete(row, version=row.version)
    pile = dropped(cast.citra, content)
    assert sorted(outcomes(pile)) == [Outcome.SKIPPED, Outcome.UNCHANGED]


def test_it_reads_rows_by_number_when_rows_were_inserted(cast):
    content = filled(
        workbook(sent(cast), cast.dinkes),
        lambda book: book.worksheets[0].insert_rows(1, 3),
        cell("C5", "Rapi"),
    )
    save_gathering(cast.citra, gathering=dropped(cast.citra, content), today=TODAY)
    assert named("Antrean daring").detail == "Rapi"


def test_it_refuses_rows_of_another_office_pasted_in(cast):
    other = named("Bank sampah").ref
    content = filled(workbook(sent(cast), cast.dinkes), cell("A9", other), cell("B9", "Bank sampah"))
    pile = dropped(cast.citra, content)
    (row,) = settled_of(gathering=pile).of(Outcome.PROBLEM)
    assert [(problem.cell, str(problem.message)) for problem in row.plan.problems] == [
        ("A9", f"{other} milik perangkat daerah lain.")
    ]


def test_it_names_the_cell_with_a_value_that_is_not_in_the_list(cast):
    pile = dropped(cast.citra, filled(workbook(sent(cast), cast.dinkes), cell("E2", "Purri")))
    (row,) = settled_of(gathering=pile).of(Outcome.PROBLEM)
    assert (row.plan.problems[0].cell, row.plan.problems[0].suggestions) == ("E2", ("Puri",))


def test_it_takes_the_value_that_was_chosen_instead(cast):
    pile = dropped(cast.citra, filled(workbook(sent(cast), cast.dinkes), cell("E2", "Purri")))
    answer(cast.citra, gathering=pile, answers={"replace": {"kecamatan": {"purri": "Puri"}}})
    read_gathering(cast.citra, gathering=pile, today=TODAY)
    save_gathering(cast.citra, gathering=pile, today=TODAY)
    assert named("Antrean daring").area is not None


def test_it_skips_the_row_that_one_chose_to_skip(cast):
    pile = dropped(cast.citra, filled(workbook(sent(cast), cast.dinkes), cell("E2", "Purri")))
    answer(cast.citra, gathering=pile, answers={"rows": {"0": {"2": ["skip", ""]}}})
    read_gathering(cast.citra, gathering=pile, today=TODAY)
    save_gathering(cast.citra, gathering=pile, today=TODAY)
    assert OfficeSheet.objects.get().state == "partly"


def test_it_names_a_formula_that_failed(cast):
    pile = dropped(cast.citra, filled(workbook(sent(cast), cast.dinkes), broken))
    (row,) = settled_of(gathering=pile).of(Outcome.PROBLEM)
    assert row.plan.problems[0].cell == "Q2"


def broken(book: Any) -> None:
    target = book.worksheets[0]["Q2"]
    target.value, target.data_type = "#REF!", "e"


def of_another_region(book: Any) -> None:
    for sheet in book.worksheets[1:]:
        for (first,) in sheet.iter_rows(max_col=1):
            if str(first.value).startswith("rangkai:"):
                first.value = first.value.replace("35.16", "35.15")


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        ([without_codes], "Tidak ada kode pengenal"),
        ([of_another_region], "tidak dibuat di sini atau sudah diubah"),
        ([lambda book: book.worksheets[0].delete_cols(1)], "Kolom Nomor yang tersembunyi"),
        ([lambda book: book.worksheets[0].delete_rows(1)], "Judul kolomnya"),
    ],
    ids=["no code", "altered code", "no numbers", "no headings"],
)
def test_it_says_why_a_workbook_cannot_be_taken(cast, edits: Sequence[Edit], said):
    file = only(dropped(cast.citra, filled(workbook(sent(cast), cast.dinkes), *edits)))
    assert said in str(file.trouble)


def test_it_refuses_the_workbook_of_another_region(cast):
    need(Organisation.objects.get(region=cast.elsewhere), "Drainase")
    office = Organisation.objects.get(region=cast.elsewhere)
    wish = RoundWish("needs", "Kebutuhan", None, frozenset({office.pk}))
    found = start_round(cast.fajar, wish=wish, today=TODAY)
    make_workbooks(cast.fajar, found=found, today=TODAY)
    assert "daerah lain (35.15)" in str(only(dropped(cast.citra, workbook(found, office))).trouble)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "kosong"), (b"%PDF-1.7 " + b"x" * 400, "bukan lembar kerja")],
    ids=["empty", "pdf"],
)
def test_it_says_that_a_file_is_no_workbook(cast, content, said):
    assert said in str(only(dropped(cast.citra, content)).trouble)


def test_it_refuses_workbooks_of_a_round_that_was_taken_back(cast):
    found = sent(cast)
    content = workbook(found, cast.dinkes)
    drop_round(cast.citra, found=found)
    assert "sudah dihapus" in str(only(dropped(cast.citra, content)).trouble)


def test_it_marks_the_sheet_of_a_file_with_problems_until_the_pile_is_dropped(cast):
    pile = dropped(cast.citra, filled(workbook(sent(cast), cast.dinkes), cell("E2", "Purri")))
    assert OfficeSheet.objects.get().state == "troubled"
    drop_gathering(cast.citra, gathering=pile)
    assert OfficeSheet.objects.get().state == "waiting"


def test_it_saves_nothing_when_a_need_changed_after_the_files_were_read(cast):
    content = filled(workbook(sent(cast), cast.dinkes), cell("C2", "Rapi"))
    pile = dropped(cast.citra, content)
    edit_here(cast.citra, named("Antrean daring"), unit="loket")
    with pytest.raises(Conflict):
        save_gathering(cast.citra, gathering=pile, today=TODAY)
    assert OfficeSheet.objects.get().state == "waiting"


def test_it_saves_a_pile_once(cast):
    pile = dropped(cast.citra, workbook(sent(cast), cast.dinkes))
    save_gathering(cast.citra, gathering=pile, today=TODAY)
    with pytest.raises(Conflict):
        save_gathering(cast.citra, gathering=pile, today=TODAY)


@pytest.mark.parametrize("who", ["ani", "budi", "dewi"])
def test_it_lets_only_those_who_gather_needs_send_sheets(cast, who):
    wish = RoundWish("needs", "Kebutuhan", None, frozenset({cast.dinkes.pk}))
    with pytest.raises(Forbidden):
        start_round(getattr(cast, who), wish=wish, today=TODAY)


def test_it_names_what_is_missing_for_a_round(cast):
    with pytest.raises(Invalid) as refused:
        start_round(cast.citra, wish=RoundWish("needs", " ", date(2026, 1, 1)), today=TODAY)
    assert [problem.field for problem in refused.value.problems] == ["title", "offices", "due"]


def test_it_asks_no_more_of_the_database_for_more_rows(cast, django_assert_max_num_queries):
    for number in range(30):
        need(cast.dinkes, f"Kebutuhan {number}")
    found = start_round(
        cast.citra,
        wish=RoundWish("needs", "Banyak", None, frozenset({cast.dinkes.pk, cast.dlh.pk})),
        today=TODAY,
    )
    with django_assert_max_num_queries(25):
        make_workbooks(cast.citra, found=found, today=TODAY)
    edits = [cell(f"C{row}", f"Uraian {row}") for row in range(2, 30)]
    content = filled(workbook(found, cast.dinkes), *edits)
    pile = start_gathering(cast.citra, dropped=[Dropped("a.xlsx", content)], today=TODAY)
    with django_assert_max_num_queries(25):
        read_gathering(cast.citra, gathering=pile, today=TODAY)
    with django_assert_max_num_queries(25):
        save_gathering(cast.citra, gathering=pile, today=TODAY)
