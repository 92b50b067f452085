"""HTML that portals hand out as .xls: its texts and tables stacked on one sheet, as Excel shows them."""

from html.parser import HTMLParser

from rangkai.engines.tabular.addresses import Area, letter
from rangkai.engines.tabular.delimited import decode
from rangkai.engines.tabular.model import Limits, Raw, Sheet
from rangkai.engines.tabular.refusals import too_many_rows, too_wide
from rangkai.lib.errors import Message
from rangkai.lib.text import squeeze

_HIDDEN = frozenset({"script", "style", "head", "title", "noscript", "template"})
_BLOCKS = frozenset(
    {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "center", "caption", "table", "body", "br"}
)
_WIDEST_SPAN = 1000


def read_markup(data: bytes, name: str, limits: Limits) -> tuple[Sheet, tuple[Message, ...]]:
    """One sheet: text outside tables in column A, each table below it, spans as merged areas."""
    text, note = decode(data, name)
    reader = _Reader(name, limits)
    reader.feed(text)
    reader.close()
    reader.end_row()
    reader.flush()
    return Sheet(name="HTML", grid=reader.grid, merged=tuple(reader.merged)), (note,) if note else ()


def _span(value: str | None) -> int:
    text = (value or "1").strip()
    return max(1, min(int(text), _WIDEST_SPAN)) if text.isdecimal() and len(text) < 6 else 1


class _Reader(HTMLParser):
    def __init__(self, name: str, limits: Limits) -> None:
        super().__init__(convert_charrefs=True)
        self.name = name
        self.limits = limits
        self.grid: list[list[Raw]] = []
        self.merged: list[Area] = []
        self.row: list[Raw] | None = None
        self.taken: dict[int, set[int]] = {}
        self.in_cell = False
        self.spans = (1, 1)
        self.text: list[str] = []
        self.hidden = 0
        self.cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self.hidden += 1
        elif tag == "tr":
            self.end_row()
            self.flush()
            self.row = []
        elif tag in ("td", "th"):
            self._open_cell(dict(attrs))
        elif tag == "br" and self.in_cell:
            self.text.append("\n")
        elif tag in _BLOCKS and not self.in_cell:
            self.flush()

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self.hidden = max(0, self.hidden - 1)
        elif tag in ("td", "th"):
            self._close_cell()
        elif tag in ("tr", "table"):
            self.end_row()
            if tag == "table":
                self._add_row([])
        elif tag in _BLOCKS and not self.in_cell:
            self.flush()

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.text.append(data)

    def flush(self) -> None:
        """Text gathered outside a table becomes a row of its own."""
        text = squeeze("".join(self.text))
        self.text = []
        if text:
            self._add_row([text])

    def _open_cell(self, attributes: dict[str, str | None]) -> None:
        self._close_cell()
        if self.row is None:
            self.flush()
            self.row = []
        self.text = []
        self.in_cell = True
        self.spans = _span(attributes.get("rowspan")), _span(attributes.get("colspan"))

    def _close_cell(self) -> None:
        if not self.in_cell or self.row is None:
            return
        self.in_cell = False
        lines = [squeeze(line) for line in "".join(self.text).split("\n")]
        self.text = []
        number = len(self.grid) + 1
        while len(self.row) in self.taken.get(number, ()):
            self.row.append("")
        left = len(self.row)
        tall, wide = self.spans
        self.row.extend(["\n".join(line for line in lines if line), *[""] * (wide - 1)])
        if len(self.row) > self.limits.columns:
            raise too_wide(self.name, "HTML", f"{letter(len(self.row) - 1)}{number}", self.limits)
        if tall > 1 or wide > 1:
            self.merged.append(Area(number, left, number + tall - 1, left + wide - 1))
        for below in range(number + 1, number + tall):
            self.taken.setdefault(below, set()).update(range(left, left + wide))

    def end_row(self) -> None:
        self._close_cell()
        if self.row is not None:
            row, self.row = self.row, None
            self._add_row(row)

    def _add_row(self, row: list[Raw]) -> None:
        self.grid.append(row)
        self.cells += len(row)
        self.taken.pop(len(self.grid), None)
        if len(self.grid) > self.limits.rows:
            raise too_many_rows(self.name, "HTML", self.limits)
        if self.cells > self.limits.cells:
            raise too_wide(self.name, "HTML", f"A{len(self.grid)}", self.limits)
