"""Whole rupiah: money is an int everywhere, and prints as "Rp 1.250.000.000" or "Rp 1,25 miliar"."""

import re
from decimal import ROUND_HALF_UP, Decimal

from rangkai.lib.numbers import Number, format_number, parse_number
from rangkai.lib.text import fold

_SCALES = {
    "rb": 10**3,
    "ribu": 10**3,
    "jt": 10**6,
    "juta": 10**6,
    "m": 10**9,
    "mld": 10**9,
    "miliar": 10**9,
    "milyar": 10**9,
    "milyard": 10**9,
    "t": 10**12,
    "triliun": 10**12,
    "trilyun": 10**12,
}
_SCALED = re.compile(r"^(.*?[0-9)]) ?([a-z]+)\.?(?: rupiah)?$")
_SHORT = ((10**6, "juta"), (10**9, "miliar"), (10**12, "triliun"))


def parse_rupiah(text: str) -> int | None:
    """Whole rupiah from "Rp 1.250.000,-", "1,25 miliar", "500 jt" or "(2.000.000)"; None for anything else.

    Parts of a rupiah, left over by formulas, are rounded half up.
    """
    number = parse_number(text)
    if number is not None:
        return to_rupiah(number)
    scaled = _SCALED.match(fold(text))
    if scaled is None:
        return None
    factor = 1 if scaled[2] == "rupiah" else _SCALES.get(scaled[2])
    amount = parse_number(scaled[1])
    return None if factor is None or amount is None else to_rupiah(amount * factor)


def to_rupiah(number: Number) -> int:
    return int(Decimal(number).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def format_rupiah(amount: int) -> str:
    """In full: "Rp 1.250.000.000", "-Rp 500"."""
    return f"{'-' if amount < 0 else ''}Rp {format_number(abs(amount))}"


def format_rupiah_short(amount: int) -> str:
    """At most two decimals and a word, for cards: "Rp 1,25 miliar", "Rp 750 juta"; in full below a million."""
    size = abs(amount)
    if size < _SHORT[0][0]:
        return format_rupiah(amount)
    fitting = [(unit, word) for unit, word in _SHORT if _in_units(size, unit) < 1000] or [_SHORT[-1]]
    unit, word = fitting[0]
    return f"{'-' if amount < 0 else ''}Rp {format_number(_in_units(size, unit).normalize())} {word}"


def _in_units(size: int, unit: int) -> Decimal:
    return (Decimal(size) / unit).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
