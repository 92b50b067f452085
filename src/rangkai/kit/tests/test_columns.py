"""What a cell shows, and what it gives to a sheet."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils import timezone
from django.utils.safestring import mark_safe

from rangkai.kit.web.columns import Column, Kind, cell, exported
from rangkai.lib.errors import N_
from rangkai.lib.terms import Term

NOON = datetime(2022, 7, 6, 5, tzinfo=UTC)


class Fate(Term):
    OPEN = "open", "belum diputuskan"


@dataclass
class Dimension:
    code: str = "living"
    name: str = "Smart Living"
    name_en: str = "Smart Living"
    icon: str = "home-heart"

    def __str__(self) -> str:
        return self.name


def column(kind, value, **more):
    return Column("x", N_("X"), lambda row: value, kind, **more)


@pytest.mark.parametrize(
    ("kind", "value", "screen", "sheet"),
    [
        (Kind.TEXT, "<b> dan c", "&lt;b&gt; dan c", "<b> dan c"),
        (Kind.TEXT, "K-2026-00004", '<span class="short">K-2026-00004</span>', "K-2026-00004"),
        (Kind.NUMBER, 1234, "1.234", 1234),
        (Kind.NUMBER, Decimal("2.50"), "2,50", Decimal("2.50")),
        (Kind.MONEY, 1_250_000, "Rp 1.250.000", 1_250_000),
        (Kind.DATE, date(2022, 7, 6), "6 Juli 2022", date(2022, 7, 6)),
        (Kind.YES_NO, False, "tidak", "tidak"),
        (Kind.MARKUP, mark_safe("<b>2</b> PD"), "<b>2</b> PD", "2 PD"),
    ],
)
def test_it_shows_a_value_and_exports_it(kind, value, screen, sheet):
    assert cell(column(kind, value), None) == screen
    assert exported(column(kind, value), None) == sheet


def test_it_shows_yes_with_a_sign_and_a_word():
    assert "<svg" in cell(column(Kind.YES_NO, True), None)
    assert exported(column(Kind.YES_NO, True), None) == "ya"


def test_it_shows_an_instant_in_the_time_of_the_region():
    with timezone.override("Asia/Jakarta"):
        assert cell(column(Kind.INSTANT, NOON), None) == "6 Juli 2022 pukul 12.00"
        assert exported(column(Kind.INSTANT, NOON), None) == datetime(2022, 7, 6, 12)  # noqa: DTZ001


def test_it_exports_states_and_dimensions_in_words():
    assert exported(column(Kind.STATE, Fate.OPEN), None) == "belum diputuskan"
    assert exported(column(Kind.DIMENSION, Dimension()), None) == "Smart Living"


def test_it_shows_a_dash_for_nothing_and_exports_nothing():
    assert "visually-hidden" in cell(column(Kind.MONEY, None), None)
    assert exported(column(Kind.MONEY, None), None) is None


def test_it_exports_another_value_where_the_column_says_so():
    assert exported(column(Kind.TEXT, "DPUPR", export=lambda row: "Dinas PUPR"), None) == "Dinas PUPR"
