"""Reads the cells of one row as a noun wants them, and says of each cell what is wrong with it.

The engine has typed the cells by their column; here single cells get a second look, for a number in a column of texts
is still a number, and a date that does not exist must be named rather than passed over.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from rangkai.domains.work.rules.names import NameBook
from rangkai.domains.work.rules.options import ImportOptions
from rangkai.domains.work.rules.plan import CellProblem
from rangkai.engines.tabular.model import Cell, Table
from rangkai.lib.dates import names_no_day, parse_date
from rangkai.lib.errors import N_, Message
from rangkai.lib.money import parse_rupiah, to_rupiah
from rangkai.lib.numbers import parse_number
from rangkai.lib.text import fold, squeeze

SHOWN_VALUE = 120
FOUR_DIGITS = re.compile(r"(?<![0-9.,])[0-9]{4}(?![0-9.,])")
NOTHING = frozenset({"-", "--", "---", "n/a", "na", "nihil", "tidak ada", "kosong", "null", "0000-00-00"})
"""What offices write where there is nothing to say."""
LONGEST_NOTHING = 40


@dataclass(frozen=True, slots=True)
class SheetRow:
    """The cells of a row by field; fields without a column are absent, some fields take several columns."""

    number: int
    cells: Mapping[str, tuple[Cell, ...]]


@dataclass(frozen=True, slots=True)
class Columns:
    """Which field stands in which places of a table, under which headings."""

    places: Mapping[str, tuple[int, ...]]
    headings: Mapping[str, tuple[str, ...]]


def columns_of(table: Table, mapping: Mapping[str, str]) -> Columns:
    """`mapping` is name of the column → field; a column that the table does not have is left out."""
    places: dict[str, tuple[int, ...]] = {}
    headings: dict[str, tuple[str, ...]] = {}
    for heading, name in mapping.items():
        place = table.column(heading)
        if place is not None and name:
            places[name] = (*places.get(name, ()), place)
            headings[name] = (*headings.get(name, ()), heading)
    return Columns(places, headings)


def sheet_rows(table: Table, columns: Columns) -> tuple[SheetRow, ...]:
    """The rows of data; totals and section headings are not among them."""
    return tuple(
        SheetRow(
            row.number,
            {name: tuple(row.cells[place] for place in places) for name, places in columns.places.items()},
        )
        for row in table.data
    )


def is_nothing(text: str) -> bool:
    """Empty, or one of the words for it; "-- Silakan Pilih --" is a drop-down that nobody touched."""
    if len(text) > LONGEST_NOTHING:
        return False
    folded = fold(text)
    return not folded or folded in NOTHING or (folded.startswith("--") and folded.endswith("--"))


@dataclass
class RowReader:
    """One row being read. Each reading returns None where the cell says nothing or is wrong; `problems` tells which."""

    row: SheetRow
    columns: Columns
    options: ImportOptions = field(default_factory=ImportOptions)
    troubles: Mapping[str, Message] = field(default_factory=dict)
    """What the engine found wrong, by address of the cell."""
    problems: list[CellProblem] = field(default_factory=list)

    def has(self, name: str) -> bool:
        """Whether the sheet has a column for this field."""
        return name in self.row.cells

    def cell(self, name: str) -> Cell | None:
        """The (first) cell of a field."""
        cells = self.row.cells.get(name)
        return cells[0] if cells else None

    def raw(self, name: str) -> str:
        """The cell as written, or what was chosen instead; empty where it says nothing."""
        cell = self.cell(name)
        if cell is None or not cell.raw:
            return ""
        if cell.address in self.troubles:
            self.fault(name, self.troubles[cell.address])
            return ""
        chosen = self.options.instead(name, squeeze(cell.raw))
        return "" if is_nothing(chosen) else chosen

    def text(self, name: str) -> str:
        """Words as written; of several columns each with its heading: "Program: …; Indikator: …"."""
        cells = self.row.cells.get(name, ())
        if len(cells) <= 1:
            return self.raw(name)
        said = [
            (heading, squeeze(cell.raw))
            for heading, cell in zip(self.columns.headings[name], cells, strict=True)
        ]
        return "; ".join(f"{heading}: {words}" for heading, words in said if not is_nothing(words))

    def number(self, name: str) -> int | Decimal | None:
        text = self.raw(name)
        value = self._typed(name, text, (int, Decimal))
        if value is None and text:
            value = parse_number(text)
            if value is None:
                self.fault(name, N_("“%(value)s” bukan angka.", value=cut(text)))
        return value

    def whole(self, name: str) -> int | None:
        value = self.number(name)
        if isinstance(value, Decimal):
            self.fault(name, N_("%(value)s harus bilangan bulat.", value=value))
            return None
        return value

    def rupiah(self, name: str) -> int | None:
        """Whole rupiah; "52.000.000.000", "Rp 1.250.000,-" and "1,25 miliar" are read."""
        text = self.raw(name)
        value = self._typed(name, text, (int, Decimal))
        if value is not None:
            return to_rupiah(value)
        amount = parse_rupiah(text) if text else None
        if text and amount is None:
            self.fault(name, N_("“%(value)s” bukan jumlah rupiah.", value=cut(text)))
        return amount

    def day(self, name: str) -> date | None:
        text = self.raw(name)
        cell = self.cell(name)
        if text and cell and isinstance(cell.value, date) and text == squeeze(cell.raw):
            return cell.value.date() if isinstance(cell.value, datetime) else cell.value
        day = parse_date(text) if text else None
        if text and day is None:
            if names_no_day(text):
                self.fault(name, N_("Tanggal “%(value)s” tidak ada di kalender.", value=cut(text)))
            else:
                self.fault(name, N_("“%(value)s” bukan tanggal.", value=cut(text)))
        return day

    def year(self, name: str) -> int | None:
        """A year, also out of "TA 2027" or a day."""
        text = self.raw(name)
        cell = self.cell(name)
        if text and cell and isinstance(cell.value, date):
            return cell.value.year
        found = FOUR_DIGITS.findall(text)
        if text and len(found) != 1:
            self.fault(name, N_("“%(value)s” bukan tahun.", value=cut(text)))
        return int(found[0]) if len(found) == 1 else None

    def name[T](
        self, name: str, index: NameBook[T], unknown: Callable[[str], Message], *, key: str = ""
    ) -> T | None:
        """What the cell names; `unknown` makes the sentence for a name that `index` lacks."""
        text = self.raw(name)
        if not text:
            return None
        found = index.find(text)
        if found is None:
            self.fault(
                name, unknown(cut(text)), suggestions=index.suggest(text), key=key or self.written_key(name)
            )
        return found

    def written_key(self, name: str) -> str:
        """Under which key a choice for this cell is kept."""
        cell = self.cell(name)
        return fold(cell.raw) if cell else ""

    def fault(
        self,
        name: str,
        message: Message,
        *,
        suggestions: Sequence[str] = (),
        key: str = "",
        blocks: bool = True,
    ) -> None:
        """Note what is wrong with the cell of a field, or with the row where the field has no column; once each."""
        if any(known.field == name and known.message == message for known in self.problems):
            return
        cell = self.cell(name)
        self.problems.append(
            CellProblem(
                message=message,
                row=self.row.number,
                cell=cell.address if cell else "",
                column=self.columns.headings.get(name, ("",))[0],
                field=name,
                value=cut(cell.raw) if cell else "",
                suggestions=tuple(suggestions),
                blocks=blocks,
                key=key,
            )
        )

    def _typed(self, name: str, text: str, kinds: tuple[type, ...]) -> int | Decimal | None:
        """The engine's value, unless another was chosen instead."""
        cell = self.cell(name)
        if not text or cell is None or text != squeeze(cell.raw):
            return None
        value = cell.value
        return value if isinstance(value, int | Decimal) and isinstance(value, kinds) else None


def cut(text: str) -> str:
    """As much of a value as a message can show."""
    return text if len(text) <= SHOWN_VALUE else text[: SHOWN_VALUE - 1] + "…"
