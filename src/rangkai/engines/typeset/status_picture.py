"""A status table as a picture, to be sent where people read on a phone: who has answered, who has not.

Word and shape carry the state, the colour only helps. The same facts stand in a table on the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from rangkai.engines.typeset.pictures import raster

Tone = Literal["good", "part", "bad", "open"]
WIDTH, ROW, HEAD, FOOT = 720, 34, 112, 40
STATE_AT, NOTE_AT = 470, 700
LONGEST_NAME = 46
PPI = 144.0
_INK, _QUIET, _LINE = "#1d2733", "#5b6770", "#dce1e7"
_COLOURS: dict[Tone, str] = {"good": "#1b7f4b", "part": "#8a5a00", "bad": "#b02a37", "open": "#5b6770"}
_SHAPES: dict[Tone, str] = {
    "good": '<path d="M-6 0 L-2 4 L6 -5" fill="none" stroke-width="2.5"/>',
    "part": '<path d="M0 -6 A6 6 0 0 1 0 6 Z"/><circle r="6" fill="none" stroke-width="2"/>',
    "bad": '<path d="M0 -6 L6 5 L-6 5 Z"/>',
    "open": '<circle r="6" fill="none" stroke-width="2"/>',
}


@dataclass(frozen=True, slots=True)
class Line:
    """One row: a name, its state in a word, and a short note at the right (a day, a count)."""

    name: str
    state: str
    tone: Tone
    note: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """What stands above and below the rows."""

    title: str
    summary: str
    footnote: str = ""


@dataclass(frozen=True, slots=True)
class _Look:
    """How a text is set: size in pixels, colour, weight, and which end stands at its place."""

    size: int
    colour: str
    weight: int = 400
    anchor: str = "start"


def status_svg(words: Words, lines: Sequence[Line]) -> str:
    """An SVG 720 wide whose height follows the rows; too long a name is cut."""
    height = HEAD + ROW * len(lines) + FOOT
    body = [
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        _text(24, 44, words.title, _Look(24, _INK, weight=700)),
        _text(24, 76, words.summary, _Look(17, _QUIET)),
        *(_line(HEAD + ROW * place, line) for place, line in enumerate(lines)),
        _text(24, height - 14, words.footnote, _Look(13, _QUIET)),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}" font-family="Liberation Sans, Arial, Helvetica, sans-serif" '
        f'role="img" aria-label="{escape(f"{words.title}. {words.summary}")}">{"".join(body)}</svg>'
    )


def status_png(words: Words, lines: Sequence[Line]) -> bytes:
    """The same as PNG, sharp enough for a phone."""
    return raster(status_svg(words, lines).encode(), ppi=PPI)


def _line(top: int, line: Line) -> str:
    colour = _COLOURS[line.tone]
    shape = _SHAPES[line.tone]
    place = f"translate({STATE_AT},{top + 17})"
    name = line.name if len(line.name) <= LONGEST_NAME else line.name[: LONGEST_NAME - 1] + "…"
    return "".join(
        (
            f'<path d="M24 {top} H{WIDTH - 20}" stroke="{_LINE}"/>',
            _text(24, top + 23, name, _Look(16, _INK)),
            f'<g transform="{place}" fill="{colour}" stroke="{colour}">{shape}</g>',
            _text(STATE_AT + 16, top + 23, line.state, _Look(16, colour, weight=600)),
            _text(NOTE_AT, top + 23, line.note, _Look(14, _QUIET, anchor="end")),
        )
    )


def _text(x: int, y: int, text: str, look: _Look) -> str:
    return (
        f'<text x="{x}" y="{y}" font-size="{look.size}" font-weight="{look.weight}" fill="{look.colour}" '
        f'text-anchor="{look.anchor}">{escape(text)}</text>'
    )
