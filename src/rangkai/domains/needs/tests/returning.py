"""Sheets of needs sent to offices, filled in, and given back."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from rangkai.domains.needs.models import Need
from rangkai.domains.needs.tests.factories import need
from rangkai.domains.organisations.models import Organisation
from rangkai.domains.organisations.tests.factories import Actors, actors, area
from rangkai.domains.work.actions.sheets.gathering import Dropped, start_gathering
from rangkai.domains.work.actions.sheets.making import RoundWish, make_workbooks, start_round
from rangkai.domains.work.actions.sheets.reading import read_gathering
from rangkai.domains.work.models import Gathering, OfficeSheet, SheetRound
from rangkai.domains.work.queries.sheets import round_of
from rangkai.gateways.files import fetch
from rangkai.kit.actions import recording
from rangkai.kit.policies import Actor

TODAY = date(2026, 11, 24)
type Edit = Callable[[Any], object]


@pytest.fixture
def cast() -> Actors:
    people = actors()
    area(people.place, "35.16.10", "Puri")
    need(people.dinkes, "Antrean daring", place="Puskesmas Puri", unit="unit")
    need(people.dinkes, "Genset puskesmas", quantity="2.50")
    need(people.dlh, "Bank sampah")
    return people


def sent(cast: Actors, *offices: Organisation, noun: str = "needs") -> SheetRound:
    """A round to the offices (Dinas Kesehatan unless told), with its workbooks made."""
    ids = frozenset(office.pk for office in offices or (cast.dinkes,))
    found = start_round(
        cast.citra, wish=RoundWish(noun, "Kebutuhan 2027", date(2026, 12, 10), ids), today=TODAY
    )
    make_workbooks(cast.citra, found=found, today=TODAY)
    return round_of(cast.citra, round_id=found.pk)


def workbook(found: SheetRound, office: Organisation) -> bytes:
    return fetch(OfficeSheet.objects.get(round=found, office=office).file)


def filled(content: bytes, *edits: Edit) -> bytes:
    """The workbook as an office would give it back."""
    book = load_workbook(BytesIO(content))
    for edit in edits:
        edit(book)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def cell(address: str, value: object) -> Edit:
    return lambda book: book.worksheets[0].__setitem__(address, value)


def dropped(actor: Actor, *contents: bytes) -> Gathering:
    """The files dropped in together and read."""
    pile = [Dropped(f"dari WA {number}.xlsx", content) for number, content in enumerate(contents, 1)]
    found = start_gathering(actor, dropped=pile, today=TODAY)
    read_gathering(actor, gathering=found, today=TODAY)
    return found


def edit_here(actor: Actor, row: Need, **values: object) -> None:
    row.refresh_from_db()
    with recording("needs.edit", actor) as act:
        act.update(row, version=row.version, **values)


def named(statement: str) -> Need:
    return Need.objects.live().get(statement=statement)


def without_codes(book: Any) -> None:
    for sheet in book.worksheets[1:]:
        book.remove(sheet)
