"""The status table as a picture."""

import re
from collections.abc import Sequence
from html import unescape

from rangkai.engines.typeset.pictures import kind_of
from rangkai.engines.typeset.status_picture import LONGEST_NAME, Line, Words, status_png, status_svg

WORDS = Words("Kebutuhan 2027", "1 dari 2 kembali", "per 24 November 2026")
LINES = (
    Line("Dinas Kesehatan", "kembali", "good", "20 Nov"),
    Line("Dinas <PU> & Penataan Ruang", "belum kembali", "open"),
)


TEXT = re.compile(r"<text[^>]*>([^<]*)</text>")
HEIGHT = re.compile(r'<svg[^>]* height="([0-9]+)"')


def texts(svg: str) -> list[str]:
    return [unescape(text) for text in TEXT.findall(svg)]


def height(lines: Sequence[Line]) -> int:
    return int(HEIGHT.findall(status_svg(WORDS, lines))[0])


def test_it_names_every_office_with_its_state():
    said = texts(status_svg(WORDS, LINES))
    assert {"Dinas Kesehatan", "kembali", "Dinas <PU> & Penataan Ruang", "belum kembali"} <= set(said)


def test_it_cuts_a_name_that_is_too_long():
    svg = status_svg(WORDS, [Line("D" * 90, "kembali", "good")])
    assert max(len(text) for text in texts(svg) if text.startswith("DD")) == LONGEST_NAME


def test_it_grows_with_the_rows():
    assert height(LINES[:1]) < height(LINES)


def test_it_draws_a_png():
    assert kind_of(status_png(WORDS, LINES)) == "png"
