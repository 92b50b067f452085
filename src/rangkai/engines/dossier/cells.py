"""What single cells of a plan say: years, money with the unit of its column, ticks, names without their number."""

import re
from collections.abc import Iterable, Sequence

from rangkai.engines.tabular import Choice
from rangkai.lib.money import parse_rupiah
from rangkai.lib.text import fold, squeeze, words

MOST_RUPIAH = 10**13
"""No programme of a region costs more; a larger number is a slip of digits or of the unit."""

_YEAR = re.compile(r"(?<![0-9.])(?:20[0-9]{2})(?![0-9]|\.[0-9]{3})")
_SPAN = re.compile(r"(20[0-9]{2}) ?(?:-|/|s\.?d\.?|sampai(?: dengan)?|hingga) ?([0-9]{2})(?![0-9])")
_UNIT = re.compile(
    r"(?:dalam|x|\(|rp\.?) ?\(?(?:rp\.? ?)?(ribu(?:an)?|jutaan|juta|miliar|milyar|000\.000|000|\.000)"
)
_FACTORS = {
    "ribu": 10**3,
    "ribuan": 10**3,
    "000": 10**3,
    ".000": 10**3,
    "juta": 10**6,
    "jutaan": 10**6,
    "000.000": 10**6,
    "miliar": 10**9,
    "milyar": 10**9,
}
_NO = frozenset({"", "-", "0", "tidak", "t", "bukan", "n", "no"})
_NUMBERED = re.compile(r"^(?:[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}[.)]|[a-zA-Z][.)]|[•●▪\-–*])\s*")
_SCALED = re.compile(r"[0-9] ?(?:rb|ribu|jt|juta|m|mil[iy]ar|t|tril[iy]un)\b")


def years_in(text: str) -> tuple[int, int] | None:
    """The first and the last year that a cell names: "2022-2024", "2022 s.d. 24", "2023, 2025"; else None."""
    folded = fold(text)
    years = [int(year) for year in _YEAR.findall(folded)]
    years += [int(first[:2] + last) for first, last in _SPAN.findall(folded)]
    return (min(years), max(years)) if years else None


def unit_of(*names: str) -> int:
    """What the numbers of a column are to be multiplied by, from its name or the caption: "(Rp juta)" → 1,000,000."""
    for name in names:
        match = _UNIT.search(fold(name))
        if match:
            return _FACTORS[match[1]]
    return 1


def money_in(text: str, unit: int) -> int | None:
    """Whole rupiah; an amount that names its own scale ("1,5 miliar") does not take the unit of the column."""
    amount = parse_rupiah(text)
    if amount is None or amount < 0:
        return None
    whole = amount if _SCALED.search(fold(text)) else amount * unit
    return whole if whole <= MOST_RUPIAH else None


def is_ticked(text: str) -> bool:
    """Anything but a blank, a dash or a no: √, v, x, ya, a number."""
    return fold(text) not in _NO


def bare_name(text: str) -> str:
    """The name of a programme on one line, without "1.", "a)" or a bullet before it."""
    return squeeze(_NUMBERED.sub("", squeeze(text)))


def named_in(text: str, choices: Iterable[Choice]) -> str:
    """The key of the one choice whose name or alias stands in the text as whole words; "" for none or several.

    Longer names are looked for first: "Smart Living" is not found a second time as "Living".
    """
    rest = f" {words(text)} "
    found: set[str] = set()
    for form, key in _forms(choices):
        if f" {form} " in rest:
            found.add(key)
            rest = rest.replace(f" {form} ", " . ")
    return found.pop() if len(found) == 1 else ""


def _forms(choices: Iterable[Choice]) -> Sequence[tuple[str, str]]:
    forms = {
        (form, choice.key)
        for choice in choices
        for name in (choice.name, *choice.aliases)
        if (form := words(name))
    }
    return sorted(forms, key=lambda entry: (-len(entry[0]), entry))
