"""What a column holds, decided over the whole column: numbers, dates, codes or text."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from math import isfinite

from rangkai.engines.tabular.grid import display, is_blank, tidy
from rangkai.engines.tabular.model import Kind, Raw, Value
from rangkai.lib.dates import is_month_first, names_no_day, parse_date
from rangkai.lib.money import parse_rupiah
from rangkai.lib.numbers import Number, Style, parse_number, style_of
from rangkai.lib.text import fold, words

MOST_EXACT = 10**15
"""Excel keeps fifteen digits; a longer number has lost its last ones."""
_DIGIT = re.compile("[0-9]")
_SILENT = frozenset({"blank", "error"})
"""Tags of cells that say nothing."""
_SHARE = 0.8
_CODE_SHARE = 0.05
_NOTHING = frozenset({"-", "--", "—", "–", "…", "...", "n/a", "na", "nihil", "tidak ada data"})
_ERROR = re.compile(
    r"#(?:REF!|DIV/0!|VALUE!|NAME\?|N/A|NUM!|NULL!|SPILL!|CALC!|ERROR!|NILAI!|NAMA\?)|Err:[0-9]{3}"
)
_CODE_NAME = re.compile(
    r"\bkode[a-z]*|\b(?:kd|nip|nik|nuptk|npwp|nib|npsn|telepon|telp|tlp|hp|whatsapp|wa|rekening|norek|code|rt|rw)\b"
)
_CODE_TEXT = re.compile(r"0[0-9]+|\+?[0-9]{16,}|\+62[0-9 -]{6,}|08[0-9 -]{7,}|[0-9]+(?:\.[0-9]+)+\.?")
_SCALED = re.compile(r"[0-9] ?(?:ribu|rb|juta|jt|mil[iy]ard?|tril[iy]un)$", re.IGNORECASE)
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000
_EPOCH = date(1899, 12, 30).toordinal()


@dataclass(frozen=True, slots=True)
class Typed:
    kind: Kind
    values: tuple[Value, ...]
    unit: str = ""
    mixed: tuple[int, ...] = ()
    """Places whose cell does not fit the kind of the column and stays text."""
    impossible: tuple[int, ...] = ()
    """Places that name a day that does not exist."""
    errors: tuple[int, ...] = ()
    lost: tuple[int, ...] = ()
    """Places of numbers with more digits than Excel keeps."""
    is_month_first: bool = False
    style: Style | None = None


def is_error(raw: Raw) -> bool:
    return isinstance(raw, str) and raw[:1] in ("#", "E") and _ERROR.fullmatch(raw.strip()) is not None


def says_nothing(text: str) -> bool:
    return len(text) < 16 and fold(text) in _NOTHING


def type_column(name: str, raws: Sequence[Raw], marked: frozenset[int] = frozenset()) -> Typed:
    """Values in the order of `raws`. 80 % decide; the header's words tell codes from numbers.

    The places of `marked` rows, totals and group headings, have no say unless nothing else speaks.
    """
    tags = [_tag_text(raw) if isinstance(raw, str) else _tag(raw) for raw in raws]
    errors = tuple(place for place, tag in enumerate(tags) if tag == "error")
    counts = (
        Counter(tag for place, tag in enumerate(tags) if place not in marked) if marked else Counter(tags)
    )
    if counts.total() == counts["blank"] + counts["error"]:
        counts, marked = Counter(tags), frozenset()
    stated = counts.total() - counts["blank"] - counts["error"]
    if not stated:
        return Typed(Kind.EMPTY, (None,) * len(raws), errors=errors)
    kind = _kind(name, counts, stated)
    if kind is Kind.NUMBER:
        typed = _numbers(raws, tags, errors)
    elif kind is Kind.DATE:
        typed = _dates(raws, tags, errors)
    else:
        typed = _texts(kind, raws, tags, errors)
    return replace(typed, mixed=tuple(place for place in typed.mixed if place not in marked))


def _texts(kind: Kind, raws: Sequence[Raw], tags: Sequence[str], errors: tuple[int, ...]) -> Typed:
    texts = {text: tidy(display(text)) for text in {raw for raw in raws if isinstance(raw, str)}}
    values = tuple(
        None if tag in _SILENT else texts[raw] if isinstance(raw, str) else display(raw)
        for raw, tag in zip(raws, tags, strict=True)
    )
    impossible = _impossible(tags) if "date" in tags else ()
    return Typed(kind, values, errors=errors, lost=_lost(raws), impossible=impossible)


def _kind(name: str, counts: Counter[str], stated: int) -> Kind:
    numbers, codes = counts["number"] + counts["serial"], counts["code"]
    dates = counts["date"] + counts["noday"]
    if _CODE_NAME.search(words(name)) and numbers + codes + dates >= _SHARE * stated:
        return Kind.CODE
    if numbers + codes >= _SHARE * stated and codes >= max(1, _CODE_SHARE * stated):
        return Kind.CODE
    if dates and dates + counts["serial"] >= _SHARE * stated:
        return Kind.DATE
    return Kind.NUMBER if numbers >= _SHARE * stated else Kind.TEXT


def _tag(raw: float | Decimal | date | time | timedelta | None) -> str:
    """The kind of one cell by itself."""
    if raw is None:
        return "blank"
    if isinstance(raw, date):
        return "date"
    if isinstance(raw, bool | time | timedelta):
        return "text"
    if not isfinite(raw):
        return "text"
    is_serial = _FIRST_SERIAL <= raw <= _LAST_SERIAL and raw == int(raw)
    return "serial" if is_serial else "number"


@lru_cache(maxsize=1 << 16)
def _tag_text(text: str) -> str:
    if _DIGIT.search(text, 0, 60) is None:
        if is_error(text):
            return "error"
        return "blank" if is_blank(text) or says_nothing(text) else "text"
    bare = text.strip()
    if _number(bare) is not None:
        return "code" if bare.isdecimal() and len(bare) >= 16 else "number"
    if parse_date(bare) is not None:
        return "date"
    if names_no_day(bare):
        return "noday"
    if is_error(bare):
        return "error"
    return "code" if _CODE_TEXT.fullmatch(bare) else "text"


def _number(text: str, style: Style | None = None) -> Number | None:
    """A number, also with its scale in words: "150 juta". A lone "m" may be metres and is none."""
    if text[-1:].isalpha() and _SCALED.search(text):
        return parse_rupiah(text)
    return parse_number(text, style)


def _impossible(tags: Sequence[str]) -> tuple[int, ...]:
    return tuple(place for place, tag in enumerate(tags) if tag == "noday")


def _lost(raws: Sequence[Raw]) -> tuple[int, ...]:
    return tuple(
        place for place, raw in enumerate(raws) if isinstance(raw, float | int) and abs(raw) >= MOST_EXACT
    )


def _numbers(raws: Sequence[Raw], tags: Sequence[str], errors: tuple[int, ...]) -> Typed:
    texts = {raw for raw, tag in zip(raws, tags, strict=True) if tag == "number" and isinstance(raw, str)}
    style = style_of(sorted(texts))
    read = {text: _number(text.strip(), style) for text in texts}
    values: list[Value] = []
    mixed: list[int] = []
    for place, (raw, tag) in enumerate(zip(raws, tags, strict=True)):
        if tag in _SILENT:
            values.append(None)
        elif isinstance(raw, str):
            values.append(read[raw] if raw in read else tidy(display(raw)))
            if raw not in read:
                mixed.append(place)
        elif tag in ("number", "serial") and isinstance(raw, int | float | Decimal):
            values.append(exact(raw))
        else:
            values.append(display(raw))
            mixed.append(place)
    return Typed(
        Kind.NUMBER, tuple(values), _unit(texts), tuple(mixed), errors=errors, lost=_lost(raws), style=style
    )


def exact(number: float | Decimal) -> int | Decimal:
    """A float of a workbook at its shortest writing: 0.1 is 0.1, 5.0 is 5."""
    if isinstance(number, int):
        return int(number)
    if number == number.to_integral_value() if isinstance(number, Decimal) else number.is_integer():
        return int(number)
    return number if isinstance(number, Decimal) else Decimal(repr(number))


def _unit(texts: set[str]) -> str:
    """The unit that more than half of the written numbers carry."""
    percent = sum(1 for text in texts if text.rstrip().endswith("%"))
    rupiah = sum(1 for text in texts if "rp" in text.lower())
    if 2 * percent > len(texts):
        return "%"
    return "Rp" if 2 * rupiah > len(texts) else ""


def _dates(raws: Sequence[Raw], tags: Sequence[str], errors: tuple[int, ...]) -> Typed:
    texts = [raw for raw, tag in zip(raws, tags, strict=True) if tag == "date" and isinstance(raw, str)]
    month_first = is_month_first(texts)
    values: list[Value] = []
    mixed: list[int] = []
    for place, (raw, tag) in enumerate(zip(raws, tags, strict=True)):
        if tag in ("blank", "error", "noday"):
            values.append(None)
        elif tag == "date":
            values.append(parse_date(raw, month_first=month_first) if isinstance(raw, str) else _day(raw))
        elif tag == "serial" and isinstance(raw, int | float):
            values.append(date.fromordinal(_EPOCH + int(raw)))
        else:
            values.append(tidy(display(raw)))
            mixed.append(place)
    return Typed(
        Kind.DATE, tuple(values), "", tuple(mixed), _impossible(tags), errors, is_month_first=month_first
    )


def _day(raw: Raw) -> Value:
    """The day, and its clock only where it is not midnight."""
    if isinstance(raw, datetime) and raw.time() == time(0):
        return raw.date()
    return raw if isinstance(raw, date) else None
