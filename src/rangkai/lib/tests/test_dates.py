from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rangkai.lib.dates import (
    find_dates,
    format_date,
    format_date_short,
    format_instant,
    format_month,
    format_time,
    format_weekday,
    is_month_first,
    names_no_day,
    parse_date,
)

WRITTEN = {
    "Indonesian": ("6 Juli 2022", date(2022, 7, 6)),
    "old spelling in capitals": ("22 NOPEMBER 2022", date(2022, 11, 22)),
    "Pebruari": ("1 Pebruari 2023", date(2023, 2, 1)),
    "short month": ("17 Agt 2023", date(2023, 8, 17)),
    "short month with a point": ("17 Agt. 2023", date(2023, 8, 17)),
    "English month": ("5 August 2024", date(2024, 8, 5)),
    "dashes and two digits": ("22-Nov-22", date(2022, 11, 22)),
    "slashes": ("22/11/2022", date(2022, 11, 22)),
    "points": ("6.7.2022", date(2022, 7, 6)),
    "two-digit year": ("6-7-22", date(2022, 7, 6)),
    "two-digit year of the last century": ("17/08/85", date(1985, 8, 17)),
    "ISO": ("2022-11-22", date(2022, 11, 22)),
    "ISO with time": ("2022-11-22T10:30:00+07:00", date(2022, 11, 22)),
    "with a clock": ("22/11/2022 10.30 WIB", date(2022, 11, 22)),
    "with a weekday": ("Jum'at, 8 Juli 2022", date(2022, 7, 8)),
    "can only be month first": ("11/22/2022", date(2022, 11, 22)),
    "odd spaces": (" 22\u00a0 Desember  2022 ", date(2022, 12, 22)),
}


@pytest.mark.parametrize(("text", "day"), WRITTEN.values(), ids=WRITTEN.keys())
def test_it_reads(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2022",
        "Juli 2022",
        "6 – 7 Juli 2022",
        "31 Februari 2022",
        "29/02/2023",
        "12 titik 2022",
        "35.16.01.2001",
        "0/0/0000",
        "6 Juli 2022.",
        "1.2.3",
        "1.02.03",
        "x" * 70,
    ],
)
def test_it_takes_no_date_from(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("31 Februari 2022", True),
        ("32/01/2022", True),
        ("2023-02-29", True),
        ("28 Februari 2022", False),
        ("Puri", False),
    ],
)
def test_it_knows_a_day_that_does_not_exist(text: str, answer: bool) -> None:
    assert names_no_day(text) is answer


def test_it_reads_month_first_when_told() -> None:
    assert parse_date("07/06/2022", month_first=True) == date(2022, 7, 6)


def test_it_reads_day_first_where_month_first_cannot_be() -> None:
    assert parse_date("22/11/2022", month_first=True) == date(2022, 11, 22)


@pytest.mark.parametrize(
    ("texts", "answer"),
    [
        (["07/06/2022", "07/22/2022"], True),
        (["07/22/2022", "22/07/2022"], False),
        (["07/06/2022", "6 Juli 2022"], False),
        ([], False),
    ],
)
def test_it_tells_a_month_first_column(texts: list[str], answer: bool) -> None:
    assert is_month_first(texts) is answer


def test_it_finds_dates_in_a_sentence() -> None:
    assert find_dates(" S.D 22 NOPEMBER 2022, revisi 31 Februari 2023") == (date(2022, 11, 22),)


def test_it_prints_dates_and_times() -> None:
    moment = datetime(2022, 7, 6, 10, 42)  # noqa: DTZ001
    assert format_date(moment) == "6 Juli 2022"
    assert format_date_short(moment) == "6 Jul 2022"
    assert format_month(moment) == "Juli 2022"
    assert format_weekday(moment) == "Rabu, 6 Juli 2022"
    assert format_time(time(8, 5)) == "08.05"
    assert format_instant(moment, "WIB") == "6 Juli 2022 pukul 10.42 WIB"
    assert format_instant(moment) == "6 Juli 2022 pukul 10.42"


@given(st.dates(date(1000, 1, 1)))
def test_it_reads_back_every_date_it_prints(day: date) -> None:
    assert parse_date(format_date(day)) == day


@given(st.dates(date(1000, 1, 1)))
def test_it_reads_back_every_date_with_its_weekday(day: date) -> None:
    assert parse_date(format_weekday(day)) == day


@given(st.text(max_size=70))
def test_it_never_breaks_on_any_text(text: str) -> None:
    assert parse_date(text) is None or any(mark.isdigit() for mark in text)
