"""What an office reads in WhatsApp."""

from datetime import date

import pytest

from rangkai.domains.work.rules.plan import CellProblem
from rangkai.domains.work.rules.reminders import (
    MOST_CELLS,
    RoundFact,
    SheetFact,
    mending,
    reminder,
    roll_call,
)
from rangkai.domains.work.rules.terms import SheetState
from rangkai.lib.errors import N_

TODAY = date(2026, 11, 24)
ABOUT = RoundFact("Kebutuhan 2027", date(2026, 12, 10), N_("kebutuhan kantor Anda"), "Sekretariat")
WAITING = SheetFact("Dinas Kesehatan", "kebutuhan.xlsx", 12, SheetState.WAITING)
BACK = SheetFact("Bappeda", "kebutuhan.xlsx", 0, SheetState.BACK)


def text(about: RoundFact, sheet: SheetFact, today: date = TODAY) -> str:
    return "\n".join(str(line) for line in reminder(about, sheet, today))


@pytest.mark.parametrize(
    "words",
    [
        "Yth. Kepala Dinas Kesehatan",
        "kebutuhan.xlsx",
        "kebutuhan kantor Anda.",
        "12 baris",
        "*10 Desember 2026*",
    ],
)
def test_it_says_who_what_and_until_when(words):
    assert words in text(ABOUT, WAITING)


@pytest.mark.parametrize(
    ("state", "words"),
    [(SheetState.TROUBLED, "ada sel yang perlu diperbaiki"), (SheetState.PARTLY, "baru kembali sebagian")],
)
def test_it_says_what_is_wrong_with_what_came_back(state, words):
    assert words in text(ABOUT, SheetFact("Dinas", "a.xlsx", 1, state))


def test_it_says_that_the_day_is_over():
    assert "sudah lewat" in text(ABOUT, WAITING, date(2027, 1, 1))


def test_it_asks_for_it_soon_when_no_day_was_set():
    assert "secepatnya" in text(RoundFact("Kebutuhan", None, N_("isi"), "Sekretariat"), BACK)


def test_it_lists_who_has_not_answered():
    lines = [str(line) for line in roll_call(ABOUT, [WAITING, BACK], TODAY)]
    assert lines[1] == "1 dari 2 perangkat daerah sudah kembali."
    assert "1. Dinas Kesehatan (belum kembali)" in lines


def test_it_lists_nobody_when_all_have_answered():
    assert len(roll_call(ABOUT, [BACK], TODAY)) == 2


def test_it_names_the_cells_to_mend_with_the_nearest_name():
    wrong = CellProblem(N_("Kecamatan tidak ada."), 2, "E2", suggestions=("Sooko",))
    lines = [str(line) for line in mending("Dinas", "WA1.xlsx", [wrong, CellProblem(N_("Kosong."), 7)])]
    assert lines[3:5] == ["- E2: Kecamatan tidak ada. Mungkin maksudnya Sooko.", "- 7: Kosong."]


def test_it_counts_the_cells_that_are_too_many_to_name():
    lines = mending("Dinas", "WA1.xlsx", [CellProblem(N_("Kosong."), 7, "E7")] * (MOST_CELLS + 3))
    assert "… dan 3 sel lagi." in [str(line) for line in lines]
