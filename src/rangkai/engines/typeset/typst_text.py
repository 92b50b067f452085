"""Text as Typst code.

Everything goes out as string literals, which Typst never parses, so no character of it can be markup.
"""

from collections.abc import Iterable

from rangkai.engines.typeset.document import CrossReference, Emphasis, Inline, Source, Strong, Text
from rangkai.engines.typeset.labels import Labels
from rangkai.engines.typeset.numbering import Arranged
from rangkai.engines.typeset.printable import ALT_LIMIT, RUNNING_LIMIT, breakable, clean, one_line, pieces

MEASURE = 60  # characters that surely fit on a line of running text


def literal(text: str) -> str:
    """A Typst string literal."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


class TypstText:
    """Writes the text of one document."""

    def __init__(self, arranged: Arranged, labels: Labels) -> None:
        self.arranged = arranged
        self.labels = labels

    def title(self, text: str, room: int = MEASURE) -> str:
        """One line of text, for headings, captions, heads of columns."""
        return literal(breakable(one_line(text), room))

    def running(self, text: str) -> str:
        """For the running head and foot, which have half a line each."""
        return literal(one_line(text, RUNNING_LIMIT))

    def alt(self, text: str) -> str:
        """For readers who can't see the picture; nothing of it is drawn."""
        return literal(one_line(text, ALT_LIMIT))

    def content(self, text: Text, room: int = MEASURE) -> str:
        """An expression that yields the text with its marks; words longer than `room` may break."""
        return " + ".join(self._inline(piece, room) for piece in pieces(text)) or '""'

    def source(self, source: Source | None, note: str = "") -> str:
        """The line under a table or figure: its source, then the note; `none` when there is neither."""
        said = f"{self.labels.source}: {source}." if source else ""
        return self._lines(f"{said} {note}".strip(), MEASURE) if said or note else "none"

    def _inline(self, piece: Inline, room: int) -> str:
        if isinstance(piece, str):
            return self._lines(piece, room)
        if isinstance(piece, Strong):
            return f"strong({self._lines(piece.text, room)})"
        if isinstance(piece, Emphasis):
            return f"emph({self._lines(piece.text, room)})"
        if isinstance(piece, CrossReference):
            printed, anchor = self.arranged.printed(piece)
            return f"link(<{anchor}>, {self.title(printed)})"
        return f"{self._lines(piece.text, room)} + footnote({self.source(piece.source)})"

    def _lines(self, text: str, room: int) -> str:
        lines = clean(text).split("\n")
        return " + linebreak() + ".join(literal(breakable(line, room)) for line in lines)


def array(items: Iterable[str]) -> str:
    """A Typst array, also when it has one item or none."""
    return "(" + "".join(f"{item}, " for item in items) + ")"
