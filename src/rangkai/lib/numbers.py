"""Numbers as Indonesian offices write them, read without rounding and printed as 1.234.567,89."""

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum

from rangkai.lib.text import squeeze

type Number = int | Decimal


class Style(Enum):
    """Which mark groups thousands, in a text that both readings fit."""

    INDONESIAN = "1.234,5"
    ENGLISH = "1,234.5"


_CURRENCY = re.compile(r"^(?:rp|idr)\.? ?", re.IGNORECASE)
_TAIL = re.compile(r"[.,] ?[-–—=]{1,2}$")
_BODY = re.compile(r"[0-9][0-9., ']*|[.,][0-9]+")
_SPACE_GROUPS = re.compile(r"^[0-9]{1,3}(?:[ '][0-9]{3})+(?=$|[.,])")
_SCIENTIFIC = re.compile(r"^([0-9](?:[.,][0-9]+)?)[eE]([+-][0-9]{1,2})$")
_IN_PROSE = re.compile(
    r"(?<![\w.,])(?:(?i:rp)\.? ?[0-9]+(?:\.[0-9]{3})*(?:,[0-9]+)?|[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?)"
    r"(?!\w|[.,][0-9])"
)
_LONGEST = 40
_MINUS = "-−–"


def parse_number(text: str, style: Style | None = None) -> Number | None:
    """The number that `text` states, or None: a text with other words in it is no number.

    Reads "52.000.000.000", "1.234,56", "1,234.56", "Rp 1.250.000,-", "(1.000)", "1.000-", "12,5%" (12.5; the sign is
    the unit), "1 250 000" and "1,5E+10". A leading zero ("0812", "007") marks a code, which is no number.
    Where both readings fit, "1.234" is a thousand and more, and "1,234" has three decimals: the Indonesian
    reading wins unless `style` says otherwise.
    """
    if not text or len(text) > _LONGEST:
        return None
    if text.isdecimal() and text.isascii():
        return None if text[0] == "0" and len(text) > 1 else int(text)
    sign, body = _unsigned(squeeze(text))
    body = _SPACE_GROUPS.sub(lambda match: re.sub("[ ']", "", match.group()), body)
    scientific = _SCIENTIFIC.match(body)
    if scientific:
        return _tidy(sign * Decimal(f"{scientific[1].replace(',', '.')}e{scientific[2]}"))
    if not _BODY.fullmatch(body) or " " in body or "'" in body:
        return None
    plain = _plain(body, style or Style.INDONESIAN)
    if plain is None or _has_leading_zero(plain):
        return None
    return _tidy(sign * Decimal(plain))


def _unsigned(text: str) -> tuple[int, str]:
    """The sign, and the text without sign, brackets, currency, percent sign and the ",-" of cheques."""
    sign = 1
    body = text
    if body.startswith("(") and body.endswith(")"):
        sign, body = -1, body[1:-1].strip(" ")
    if body[:1] and body[0] in _MINUS:
        sign, body = -sign, body[1:].strip(" ")
    body = _CURRENCY.sub("", body)
    if body[:1] and body[0] in _MINUS:
        sign, body = -sign, body[1:].strip(" ")
    body = _TAIL.sub("", body)
    if body[-1:] == "%":
        body = body[:-1].strip(" ")
    elif len(body) > 1 and body[-1] in _MINUS and body[-2].isdigit():
        sign, body = -sign, body[:-1]
    return sign, body


def _plain(body: str, style: Style) -> str | None:
    """Digits with at most one point, or None where the groups are not groups of three."""
    dots, commas = body.count("."), body.count(",")
    if dots and commas:
        return _both_marks(body)
    if not dots and not commas:
        return body
    mark = "." if dots else ","
    head, *groups = body.split(mark)
    grouped = _are_groups(head, groups)
    if len(groups) > 1:
        return head + "".join(groups) if grouped else None
    groups_mark = "." if style is Style.INDONESIAN else ","
    if grouped and mark == groups_mark:
        return head + groups[0]
    return f"{head or '0'}.{groups[0]}" if groups[0] else None


def _both_marks(body: str) -> str | None:
    decimal = max(".,", key=body.rfind)
    whole, _, fraction = body.rpartition(decimal)
    head, *groups = whole.split("," if decimal == "." else ".")
    if decimal in whole or not fraction or not _are_groups(head, groups):
        return None
    return f"{head}{''.join(groups)}.{fraction}"


def _are_groups(head: str, groups: list[str]) -> bool:
    return 1 <= len(head) <= 3 and head[0] != "0" and all(len(group) == 3 for group in groups)


def _has_leading_zero(plain: str) -> bool:
    return len(plain) > 1 and plain[0] == "0" and plain[1] != "."


def _tidy(value: Decimal) -> Number:
    """Whole values become int, so that 5,0 and 5 compare and print alike."""
    return int(value) if value == value.to_integral_value() else value


def style_of(texts: Iterable[str]) -> Style | None:
    """How a column writes its numbers, from the texts that fit one style only; None when nothing tells.

    Grouped thousands ("1.250.000", "1,234.56") tell more than a decimal mark ("12,5"), whatever their order.
    """
    weak: Style | None = None
    for text in texts:
        if ("." not in text and "," not in text) or parse_number(text) is None:
            continue
        style, is_strong = _telling(_unsigned(squeeze(text))[1])
        if is_strong:
            return style
        weak = weak or style
    return weak


def _telling(body: str) -> tuple[Style | None, bool]:
    """The style that the last mark of a number speaks for, and whether a single number is proof enough."""
    mark = max(".,", key=body.rfind)
    if mark not in body:
        return None, False
    head, *groups = body.split(mark)
    groups_style, decimal_style = (
        (Style.INDONESIAN, Style.ENGLISH) if mark == "." else (Style.ENGLISH, Style.INDONESIAN)
    )
    if len(groups) > 1:
        return groups_style, True
    if not head.isdigit():
        return decimal_style, bool(head)
    return (None, False) if _are_groups(head, groups) else (decimal_style, False)


def find_numbers(text: str) -> tuple[Number, ...]:
    """Amounts inside a sentence, known by "Rp" or by their groups: "KONI sebesar Rp. 52.000.000.000"."""
    found = (parse_number(part) for part in _IN_PROSE.findall(squeeze(text)))
    return tuple(number for number in found if number is not None)


def format_number(value: Number | float, decimals: int | None = None) -> str:
    """ "1.234.567,89". Without `decimals` every digit is kept; a float is taken at its shortest writing."""
    exact = value if isinstance(value, int | Decimal) else _tidy(Decimal(repr(value)))
    if decimals is not None:
        exact = round(Decimal(exact), decimals)
    written = f"{exact:,f}" if isinstance(exact, Decimal) else f"{exact:,}"
    return written.translate(str.maketrans(",.", ".,"))


def format_percent(share: Decimal | float, decimals: int = 1) -> str:
    """A share of one, as "12,5 %"."""
    return f"{format_number(Decimal(str(share)) * 100, decimals)} %"
