"""Dates and times as Indonesian offices write them: "6 Juli 2022", "22 NOPEMBER 2022", "22/11/2022", "10.42"."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time

from rangkai.lib.text import fold

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
MONTHS_SHORT = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

_SPELLINGS = (
    "januari jan january",
    "februari feb pebruari peb february",
    "maret mar mrt march",
    "april apr",
    "mei may",
    "juni jun june",
    "juli jul july",
    "agustus agu agt ags agust aug august",
    "september sep sept",
    "oktober okt oct october",
    "november nov nopember nop",
    "desember des dec december",
)
_MONTH_NUMBERS = {name: number for number, names in enumerate(_SPELLINGS, 1) for name in names.split(" ")}

_WEEKDAY = re.compile(r"^(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad),? ")
_CLOCK = re.compile(
    r"(?:,|[ t])(?:pukul |jam |pkl\.? )?[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:\.[0-9]+)?)?"
    r"(?: ?(?:wib|wita|wit|z|[+-][0-9]{2}:?[0-9]{2}))?$"
)
_YEAR_FIRST = re.compile(r"^([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})$")
_DAY_FIRST = re.compile(r"^([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|(?<!\.)[0-9]{2})$")
_WITH_NAME = re.compile(r"^([0-9]{1,2})[ -/.]{1,2}([a-z]{3,9})\.?[ -/.,]{1,2}([0-9]{4}|[0-9]{2})$")
_IN_PROSE = re.compile(r"(?<![0-9./-])[0-9]{1,2} [a-z]{3,9} [0-9]{4}(?![0-9])")
_LONGEST = 60
_CENTURY_TURN = 70


def parse_date(text: str, *, month_first: bool = False) -> date | None:
    """The day that `text` names, or None; a day that does not exist (31 Februari) is None as well.

    Day comes before month. "11/22/2022" can only be month first and is read so; `month_first` reads every
    such text that way. Two-digit years below 70 are of this century; behind points they make no date, since
    "1.02.03" is a code. A weekday before and a clock time after are passed over.
    """
    parts = _parts(text, month_first)
    if parts is None:
        return None
    try:
        return date(*parts)
    except ValueError:
        return None


def names_no_day(text: str) -> bool:
    """It has the shape of a date, yet that day does not exist: 31 Februari 2022, 32/01/2022."""
    return _parts(text, month_first=False) is not None and parse_date(text) is None


def is_month_first(texts: Iterable[str]) -> bool:
    """A column where some texts can only be month/day/year, and none can only be day/month/year."""
    found = False
    for text in texts:
        match = _DAY_FIRST.match(_bare(text))
        if match is None:
            continue
        if int(match[1]) > 12:
            return False
        found = found or int(match[3]) > 12
    return found


def find_dates(text: str) -> tuple[date, ...]:
    """Dates with a month's name inside a sentence: "S.D 22 NOPEMBER 2022"."""
    found = (parse_date(part) for part in _IN_PROSE.findall(fold(text)))
    return tuple(day for day in found if day is not None)


def _bare(text: str) -> str:
    folded = fold(text)
    if not 6 <= len(folded) <= _LONGEST or not folded[-1].isalnum():
        return ""
    return _CLOCK.sub("", _WEEKDAY.sub("", folded))


def _parts(text: str, month_first: bool) -> tuple[int, int, int] | None:
    """(year, month, day) as written, before anyone asks whether the day exists."""
    bare = _bare(text)
    named = _WITH_NAME.match(bare)
    if named:
        month = _MONTH_NUMBERS.get(named[2])
        return None if month is None else (_year(named[3]), month, int(named[1]))
    iso = _YEAR_FIRST.match(bare)
    if iso:
        return int(iso[1]), int(iso[3]), int(iso[4])
    numeric = _DAY_FIRST.match(bare)
    if numeric is None:
        return None
    first, second, year = int(numeric[1]), int(numeric[3]), _year(numeric[4])
    only_month_first = second > 12 >= first
    return (
        (year, first, second) if only_month_first or (month_first and first <= 12) else (year, second, first)
    )


def _year(digits: str) -> int:
    number = int(digits)
    if len(digits) == 4:
        return number
    return number + (2000 if number < _CENTURY_TURN else 1900)


def format_date(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def format_date_short(day: date) -> str:
    return f"{day.day} {MONTHS_SHORT[day.month - 1]} {day.year}"


def format_month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def format_weekday(day: date) -> str:
    """ "Rabu, 6 Juli 2022"."""
    return f"{WEEKDAYS[day.weekday()]}, {format_date(day)}"


def format_time(moment: time | datetime) -> str:
    """ "10.42": the point is the Indonesian mark between hours and minutes."""
    return f"{moment:%H.%M}"


def format_instant(moment: datetime, zone: str = "") -> str:
    """ "6 Juli 2022 pukul 10.42 WIB"; `moment` is already in the region's time, `zone` its name."""
    return f"{format_date(moment)} pukul {format_time(moment)} {zone}".rstrip(" ")
