"""Text as data: what may reach a page, how numbers read, and where an overlong word may break."""

import re
from decimal import Decimal

from rangkai.engines.typeset.document import Cell, CellKind, Inline, Text
from rangkai.lib.numbers import format_number

TITLE_LIMIT, ALT_LIMIT, RUNNING_LIMIT = 300, 2000, 60

# Characters that no XML file or PDF may carry, or that would turn the order of the text around them.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069\ufeff]"
)
_PLANE_END = re.compile(
    "[" + "".join(chr(p * 0x10000 + e) for p in range(1, 17) for e in (0xFFFE, 0xFFFF)) + "]"
)
_NEW_LINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_ONSET = re.compile(r"(?:ng|ny|sy|kh|[b-df-hj-np-tv-z])(?=[aiueo])", re.IGNORECASE)
_SOFT_HYPHEN, _ZERO_WIDTH_SPACE = "\u00ad", "\u200b"


def clean(text: str) -> str:
    """The text without what can't be printed; every kind of line end becomes one newline, a tab a space."""
    text = _NEW_LINES.sub("\n", text).replace("\t", " ")
    return _PLANE_END.sub("", _FORBIDDEN.sub("", text))


def one_line(text: str, most: int = TITLE_LIMIT) -> str:
    """For titles, captions and alt texts: one line of at most `most` characters."""
    line = " ".join(clean(text).split())
    return line if len(line) <= most else line[: most - 1] + "…"


def cell_text(cell: Cell, kind: CellKind) -> Text:
    """What a cell prints: an empty number is a dash, a year has no separators."""
    if cell is None:
        return "–" if kind in {"number", "money"} else ""
    if isinstance(cell, int | Decimal):
        return str(cell) if kind in {"year", "code"} else format_number(cell)
    return cell


def pieces(text: Text) -> tuple[Inline, ...]:
    return (text,) if isinstance(text, str) else text


def flat(text: Text) -> str:
    """The characters of a text without its marks; a cross-reference counts as a short word."""
    return "".join(
        piece if isinstance(piece, str) else getattr(piece, "text", "Tabel 10.10") for piece in pieces(text)
    )


def breakable(text: str, room: int) -> str:
    """Let words of more than `room` characters break: between syllables with a hyphen, else anywhere.

    Typst has no hyphenation patterns for Indonesian. Words that fit stay whole, so that they can be found.
    """
    if len(text) <= room:
        return text
    return re.sub(rf"\S{{{room + 1},}}", lambda match: _broken(match.group(), room), text)


def _broken(word: str, room: int) -> str:
    if word.isalpha() and len(word) <= 40:
        syllables = _syllables(word)
        if max(map(len, syllables)) < room:
            return _SOFT_HYPHEN.join(syllables)
    step = max(room, 4)
    return _ZERO_WIDTH_SPACE.join(word[at : at + step] for at in range(0, len(word), step))


def _syllables(word: str) -> list[str]:
    """per-tang-gung-ja-wa-ban: a syllable begins with the consonant (ng, ny, sy, kh count as one) before a vowel."""
    parts, begun = [], 0
    for onset in _ONSET.finditer(word):
        if any(letter in "aiueoAIUEO" for letter in word[begun : onset.start()]):
            parts.append(word[begun : onset.start()])
            begun = onset.start()
    return [*parts, word[begun:]]
