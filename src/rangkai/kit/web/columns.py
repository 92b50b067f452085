"""Columns of a list: what a row shows on screen, and what it gives to a sheet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, auto
from typing import Any

from django.utils import timezone
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from rangkai.engines.tabular.model import Value
from rangkai.kit.web import marks
from rangkai.lib.dates import format_date, format_instant
from rangkai.lib.errors import Message
from rangkai.lib.money import format_rupiah
from rangkai.lib.numbers import format_number

UNBROKEN = 16


class Kind(Enum):
    """How a value is shown. DIMENSION takes a dimension, STATE a Term, MARKUP safe HTML (exported as its text)."""

    TEXT = auto()
    NUMBER = auto()
    MONEY = auto()
    DATE = auto()
    INSTANT = auto()
    YES_NO = auto()
    DIMENSION = auto()
    STATE = auto()
    MARKUP = auto()


@dataclass(frozen=True)
class Column:
    """`value(row)` makes no query. `sort` is what the database orders by; without it the column cannot be sorted.

    The first column of a list is its link. `export` gives the sheet another value than the screen.
    """

    name: str
    label: Message
    value: Callable[[Any], Any]
    kind: Kind = Kind.TEXT
    sort: Sequence[str] = ()
    shown: bool = True
    export: Callable[[Any], Value] | None = None

    @property
    def css(self) -> str:
        if self.kind in {Kind.NUMBER, Kind.MONEY}:
            return "number"
        return "short" if self.kind in {Kind.DATE, Kind.INSTANT, Kind.STATE} else ""


def cell(column: Column, row: object) -> SafeString:
    """What the screen shows."""
    value = column.value(row)
    if value is None or value == "":
        return marks.nothing()
    return _SHOW[column.kind](value)


def exported(column: Column, row: object) -> Value:
    """What the sheet gets: numbers stay numbers, dates stay dates, a state is its word."""
    if column.export is not None:
        return column.export(row)
    value = column.value(row)
    if isinstance(value, datetime):
        return timezone.localtime(value).replace(tzinfo=None)
    if isinstance(value, bool):
        return gettext("ya") if value else gettext("tidak")
    if value is None or isinstance(value, int | Decimal | date):
        return value
    if column.kind is Kind.STATE:
        return gettext(str(getattr(value, "label", value)))
    return strip_tags(str(value)) if column.kind is Kind.MARKUP else str(value)


def _text(value: Any) -> SafeString:
    """One short word, such as a number K-2026-00004, is never broken in two."""
    text = str(value) if not isinstance(value, str) else value
    if " " in text or len(text) > UNBROKEN:
        return marks.shown(text)
    return format_html('<span class="short">{}</span>', text)


def _number(value: Any) -> SafeString:
    return marks.shown(format_number(value))


def _yes_no(value: Any) -> SafeString:
    if not value:
        return marks.shown(gettext("tidak"))
    return format_html("{} {}", marks.icon("check"), gettext("ya"))


def _instant(value: datetime) -> SafeString:
    return marks.shown(format_instant(timezone.localtime(value)))


_SHOW: dict[Kind, Callable[[Any], SafeString]] = {
    Kind.TEXT: _text,
    Kind.NUMBER: _number,
    Kind.MONEY: lambda value: marks.shown(format_rupiah(value)),
    Kind.DATE: lambda value: marks.shown(format_date(value)),
    Kind.INSTANT: _instant,
    Kind.YES_NO: _yes_no,
    Kind.DIMENSION: marks.dimension,
    Kind.STATE: marks.state,
    Kind.MARKUP: marks.shown,
}
