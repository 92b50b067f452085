"""What is a heading, and under which headings a table stands."""

import re

from rangkai.engines.dossier.model import Heading
from rangkai.lib.text import fold, squeeze

LOWEST = 9
LONGEST = 140
_CHAPTER = re.compile(r"(?:bab|bagian|lampiran|buku) (?:[ivxlc]{1,6}|[0-9]{1,2}|[a-z])\b")
_NUMBERED = re.compile(r"[0-9]{1,2}((?:\.[0-9]{1,2}){1,4})\.? [^\W\d_]")
_CAPTION = re.compile(r"(?:sambungan |lanjutan )?tab(?:el|le)\b\.? ?[0-9ivx]")
_CONTINUED = re.compile(r"\(?(?:sambungan|lanjutan)\b|.*\((?:sambungan|lanjutan)\)$|.*\blanjutan$")
_CONTENTS = re.compile(r"(?:toc|table of figures|daftar isi|daftar gambar|daftar tabel)\b")
_STYLE_NAME = re.compile(r"(?:heading|judul|tajuk) ([1-9])$")


def guessed_level(text: str, *, is_bold: bool) -> int | None:
    """The level of a short line that no style calls a heading: "BAB IV …", bold "4.2 …", or all bold; else None."""
    if not text or len(text) > LONGEST or text.endswith((".", ";", ",")) or is_caption(text):
        return None
    folded = fold(text)
    if _CHAPTER.match(folded) and (is_bold or text == text.upper()):
        return 1
    if not is_bold:
        return None
    numbered = _NUMBERED.match(folded)
    return numbered[1].count(".") + 1 if numbered else LOWEST


def level_of_style(name: str) -> int | None:
    """ "heading 2", "Judul 2": the names that Word gives, in English or Indonesian."""
    match = _STYLE_NAME.match(fold(name))
    return int(match[1]) if match else None


def is_contents_style(name: str) -> bool:
    """The style of lines in a table of contents, which only repeat what stands elsewhere."""
    return _CONTENTS.match(fold(name)) is not None


def is_caption(text: str) -> bool:
    """ "Tabel 4.1 Rencana aksi"; the line that names the table below it."""
    return len(text) <= 300 and _CAPTION.match(fold(text)) is not None


def is_continuation(text: str) -> bool:
    """ "Lanjutan Tabel 4.1", "(sambungan)": the table goes on."""
    return len(text) <= 200 and _CONTINUED.match(fold(text)) is not None


class Path:
    """The headings in force while a document is read from its beginning."""

    def __init__(self) -> None:
        self._levels: list[tuple[int, str]] = []

    def add(self, heading: Heading) -> None:
        while self._levels and self._levels[-1][0] >= heading.level:
            self._levels.pop()
        self._levels.append((heading.level, squeeze(heading.text)))

    def titles(self) -> tuple[str, ...]:
        return tuple(text for _, text in self._levels)
