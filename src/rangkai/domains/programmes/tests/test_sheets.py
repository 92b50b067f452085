"""Sheets of programmes and of costs that go out to the offices and come back."""

import json
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from rangkai.domains.needs.tests.returning import TODAY, cell, dropped, filled, sent, workbook
from rangkai.domains.organisations.tests.factories import Actors, actors
from rangkai.domains.programmes.models import FundingLine, Programme
from rangkai.domains.programmes.tests.factories import fund, funding, programme
from rangkai.domains.work.actions.sheets.gathering import answer, save_gathering, settled_of
from rangkai.domains.work.actions.sheets.making import RoundWish, start_round
from rangkai.domains.work.actions.sheets.reading import read_gathering
from rangkai.domains.work.models import Gathering
from rangkai.domains.work.rules.merging import NOW
from rangkai.domains.work.rules.terms import Outcome
from rangkai.kit.actions import recording
from rangkai.lib.errors import Forbidden

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Actors:
    people = actors()
    first = programme(people.dinkes, "Antrean daring puskesmas", value=60, earliest=2027)
    funding(first, 2027, 250_000_000)
    funding(first, 2028, 300_000_000, document="RKPD 2028")
    programme(people.dinkes, "Rekam medis bersama")
    programme(people.dinkes, "Papan nama", status="stopped")
    return people


def saved(cast: Actors, pile: Gathering) -> None:
    save_gathering(cast.citra, gathering=pile, today=TODAY)


def outcomes(pile: Gathering) -> list[Outcome]:
    return [row.plan.outcome for row in settled_of(gathering=pile).of(*Outcome)]


def first_line() -> FundingLine:
    return FundingLine.objects.live().get(year=2027)


def edit_line(cast: Actors, **values: object) -> None:
    line = first_line()
    with recording("programmes.save_lines", cast.citra) as act:
        act.touch(line.programme, version=line.programme.version)
        act.update(line, version=line.version, **values)


@pytest.mark.parametrize("noun", ["programmes", "costs"])
def test_it_changes_nothing_when_nothing_was_filled_in(cast, noun):
    pile = dropped(cast.citra, workbook(sent(cast, noun=noun), cast.dinkes))
    assert set(outcomes(pile)) == {Outcome.UNCHANGED}


def test_it_sends_the_programmes_that_go_on(cast):
    book = load_workbook(BytesIO(workbook(sent(cast, noun="programmes"), cast.dinkes)))
    names = [row[1].value for row in book.worksheets[0].iter_rows(min_row=2, max_row=5)]
    assert names == ["Antrean daring puskesmas", "Rekam medis bersama", None, None]


def test_it_takes_what_the_office_changed_in_a_programme(cast):
    content = filled(
        workbook(sent(cast, noun="programmes"), cast.dinkes), cell("H2", 75), cell("C2", "Uraian")
    )
    saved(cast, dropped(cast.citra, content))
    row = Programme.objects.get(name="Antrean daring puskesmas")
    assert (row.value, row.description) == (75, "Uraian")


def test_it_records_a_new_programme_for_the_office(cast):
    found = sent(cast, noun="programmes")
    part = Programme.objects.first().dimension.name
    content = filled(workbook(found, cast.dinkes), cell("B9", "Ambulans desa"), cell("E9", part))
    saved(cast, dropped(cast.citra, content))
    assert Programme.objects.get(name="Ambulans desa").office == cast.dinkes


def test_it_fixes_what_a_funding_line_is_known_by(cast):
    sheet = load_workbook(BytesIO(workbook(sent(cast, noun="costs"), cast.dinkes))).worksheets[0]
    locked = {where: sheet[where].protection.locked for where in ("B2", "C2", "D2", "E2", "C4", "E4")}
    assert locked == {"B2": True, "C2": True, "D2": True, "E2": False, "C4": False, "E4": False}


def test_it_leaves_no_room_below_the_costs(cast):
    sheet = load_workbook(BytesIO(workbook(sent(cast, noun="costs"), cast.dinkes))).worksheets[0]
    assert sheet.column_dimensions["E"].protection.locked


def test_it_takes_the_amount_that_the_office_changed(cast):
    saved(
        cast,
        dropped(cast.citra, filled(workbook(sent(cast, noun="costs"), cast.dinkes), cell("E2", 260_000_000))),
    )
    assert first_line().amount == 260_000_000


def test_it_keeps_the_amount_that_only_we_changed(cast):
    content = workbook(sent(cast, noun="costs"), cast.dinkes)
    edit_line(cast, amount=111)
    saved(cast, dropped(cast.citra, content))
    assert first_line().amount == 111


def test_it_asks_when_both_changed_an_amount(cast):
    content = filled(workbook(sent(cast, noun="costs"), cast.dinkes), cell("E2", 260_000_000))
    edit_line(cast, amount=111)
    (conflict,) = settled_of(gathering=dropped(cast.citra, content)).conflicts
    assert [(voice.answer, voice.value) for voice in conflict.voices] == [(NOW, 111), ("0", 260_000_000)]


def test_it_does_not_bring_back_a_line_that_was_deleted_here(cast):
    content = workbook(sent(cast, noun="costs"), cast.dinkes)
    edit_line(cast, deleted_at="2026-11-24T03:00:00Z")
    saved(cast, dropped(cast.citra, content))
    assert not FundingLine.objects.live().filter(year=2027).exists()


def new_line(row: int, year: int, amount: int) -> list[object]:
    return [cell(f"C{row}", year), cell(f"D{row}", "PAD"), cell(f"E{row}", amount)]


def test_it_records_new_lines_under_their_programme_once(cast):
    content = filled(workbook(sent(cast, noun="costs"), cast.dinkes), *new_line(4, 2029, 5_000_000))
    saved(cast, dropped(cast.citra, content))
    again = filled(content, cell("H2", "RKPD 2027"))
    saved(cast, dropped(cast.citra, again))
    (line,) = FundingLine.objects.live().filter(year=2029)
    assert (line.programme.name, line.amount) == ("Antrean daring puskesmas", 5_000_000)


def test_it_keeps_two_new_lines_of_one_year(cast):
    fund(cast.place, "DAU", "Dana Alokasi Umum")
    edits = [*new_line(4, 2029, 5_000_000), *new_line(5, 2029, 6_000_000)]
    saved(cast, dropped(cast.citra, filled(workbook(sent(cast, noun="costs"), cast.dinkes), *edits)))
    assert FundingLine.objects.live().filter(year=2029).count() == 2


def test_it_names_a_cost_that_is_under_no_programme(cast):
    content = filled(workbook(sent(cast, noun="costs"), cast.dinkes), *new_line(40, 2029, 5_000_000))
    pile = dropped(cast.citra, content)
    (row,) = settled_of(gathering=pile).of(Outcome.PROBLEM)
    assert (row.plan.row, row.plan.problems[0].cell) == (40, "C40")
    answer(cast.citra, gathering=pile, answers={"rows": {"0": {"40": ["skip", ""]}}})
    read_gathering(cast.citra, gathering=pile, today=TODAY)
    assert settled_of(gathering=pile).open_questions == 0


def test_it_names_a_fund_that_nobody_knows(cast):
    content = filled(
        workbook(sent(cast, noun="costs"), cast.dinkes), *new_line(4, 2029, 1), cell("D4", "APBN")
    )
    (row,) = settled_of(gathering=dropped(cast.citra, content)).of(Outcome.PROBLEM)
    assert row.plan.problems[0].cell == "D4"


def test_it_reads_no_name_from_a_sheet_of_costs(cast):
    content = filled(workbook(sent(cast, noun="costs"), cast.dinkes), cell("B2", "Nama lain"))
    assert set(outcomes(dropped(cast.citra, content))) == {Outcome.UNCHANGED}


@pytest.mark.parametrize("who", ["ani", "budi", "lina"])
def test_it_lets_only_secretariat_and_planner_send_costs(cast, who):
    wish = RoundWish("costs", "Biaya", date(2026, 12, 10), frozenset({cast.dinkes.pk}))
    with pytest.raises(Forbidden):
        start_round(getattr(cast, who), wish=wish, today=TODAY)


def test_it_lets_the_planner_send_costs(cast):
    wish = RoundWish("costs", "Biaya", date(2026, 12, 10), frozenset({cast.dinkes.pk}))
    assert start_round(cast.dewi, wish=wish, today=TODAY).pk


def test_it_tells_the_changes_of_money_line_by_line(cast):
    edits = [cell("E2", 260_000_000), cell("H3", "Renja"), *new_line(4, 2029, 5_000_000)]
    pile = dropped(cast.citra, filled(workbook(sent(cast, noun="costs"), cast.dinkes), *edits))
    (row,) = settled_of(gathering=pile).of(Outcome.CHANGED)
    assert [(change.before, change.after) for change in row.plan.target.changes] == [
        ("Rp 250.000.000", "Rp 260.000.000"),
        ("RKPD 2028", "Renja"),
        ("", "Rp 5.000.000"),
    ]
    added = next(value for name, value in row.plan.values.items() if name.startswith("add:"))
    assert json.loads(added)["year"] == 2029
