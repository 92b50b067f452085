"""The programmes of one table: rows that say the same name become one, and everything unsure is remarked."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rangkai.engines.dossier import fields as f
from rangkai.engines.dossier.cells import (
    bare_name,
    is_ticked,
    money_in,
    named_in,
    unit_of,
    years_in,
)
from rangkai.engines.dossier.fields import Columns
from rangkai.engines.dossier.joining import PlacedTable
from rangkai.engines.dossier.model import Found
from rangkai.engines.tabular import Choice, Row, RowKind, Table
from rangkai.lib.errors import N_, Message
from rangkai.lib.money import format_rupiah
from rangkai.lib.numbers import format_number
from rangkai.lib.text import fold, squeeze, words

_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Known:
    """Names to recognise; keys are the caller's own."""

    dimensions: Sequence[Choice] = ()
    subdimensions: Sequence[Choice] = ()


@dataclass(slots=True)
class _Group:
    """Rows that make one programme, and the section heading above them."""

    section: str
    rows: list[Row] = field(default_factory=list)


def programmes_of(placed: PlacedTable, table: Table, columns: Columns, known: Known) -> tuple[Found, ...]:
    """In the order of the table; totals and rows without any name are left out."""
    reader = _Reader(placed, table, columns, known)
    return tuple(reader.found(group) for group in reader.groups())


class _Reader:
    def __init__(self, placed: PlacedTable, table: Table, columns: Columns, known: Known) -> None:
        self.placed = placed
        self.table = table
        self.columns = columns
        self.known = known

    def text(self, row: Row, name: str) -> str:
        place = self.columns.places.get(name)
        return "" if place is None else row.cells[place].raw.strip()

    def groups(self) -> list[_Group]:
        section = ""
        groups: list[_Group] = []
        for row in self.table.rows:
            if row.kind is RowKind.SECTION:
                section = squeeze(" ".join(cell.raw for cell in row.cells))
            elif row.kind is RowKind.DATA:
                self._add(groups, row, section)
        return groups

    def _add(self, groups: list[_Group], row: Row, section: str) -> None:
        name = bare_name(self.text(row, f.NAME))
        last = groups[-1] if groups and groups[-1].section == section else None
        if last is not None and (not name or self._same(last, name, row)):
            last.rows.append(row)
        elif name:
            groups.append(_Group(section, [row]))

    def _same(self, last: _Group, name: str, row: Row) -> bool:
        """The same name with no other number: one programme with several activities."""
        first = last.rows[0]
        numbers = {self.text(first, f.NUMBER), self.text(row, f.NUMBER)} - {""}
        return fold(bare_name(self.text(first, f.NAME))) == fold(name) and len(numbers) < 2

    def found(self, group: _Group) -> Found:
        remarks: list[Message] = []
        first = group.rows[0]
        name = bare_name(self.text(first, f.NAME))
        if len(group.rows) > 1:
            remarks.append(N_("%(count)s baris digabung menjadi satu program.", count=len(group.rows)))
        if len(name) > _LONGEST_NAME:
            remarks.append(N_("Nama lebih dari %(most)s huruf; periksa dan ringkas.", most=_LONGEST_NAME))
        dimension = self._dimension(group, remarks)
        span = self._years(group, remarks)
        office = self._joined(group, f.OFFICE)
        if not office:
            remarks.append(N_("Perangkat daerah tidak disebut."))
        return Found(
            name=name,
            page=self.placed.grid.pages[first.number - 1],
            headings=(*self.placed.headings, group.section) if group.section else self.placed.headings,
            original=self._original(group),
            number=self.text(first, f.NUMBER),
            details=self._details(group, name),
            dimension=dimension,
            subdimension=named_in(self._joined(group, f.SUBDIMENSION), self.known.subdimensions),
            office=office,
            first_year=span[0] if span else None,
            last_year=span[1] if span else None,
            cost=self._cost(group, remarks),
            fund=self._joined(group, f.FUND),
            output=self._joined(group, f.OUTPUT),
            quick_win=self._quick_win(group, remarks),
            remarks=tuple(remarks),
        )

    def _joined(self, group: _Group, name: str) -> str:
        """What the rows of the group say in that column, each text once."""
        texts = dict.fromkeys(filter(None, (self.text(row, name) for row in group.rows)))
        return "\n".join(text for text in texts if text != "-")

    def _details(self, group: _Group, name: str) -> str:
        parts = (self._joined(group, f.DETAILS), self._joined(group, f.ACTIVITY))
        return "\n".join(part for part in parts if part and fold(part) != fold(name))

    def _original(self, group: _Group) -> tuple[tuple[str, str], ...]:
        texts = {}
        for place, column in enumerate(self.table.columns):
            said = dict.fromkeys(filter(None, (row.cells[place].raw.strip() for row in group.rows)))
            if said:
                texts[column.name] = "\n".join(said)
        return tuple(texts.items())

    def _dimension(self, group: _Group, remarks: list[Message]) -> str:
        """From its column; else from the nearest heading that names one: section, caption, then upwards."""
        written = self._joined(group, f.DIMENSION)
        key = named_in(written, self.known.dimensions)
        if key:
            return key
        for title in (group.section, *reversed(self.placed.headings)):
            key = named_in(title, self.known.dimensions)
            if key:
                remarks.append(N_("Dimensi diambil dari judul “%(title)s”.", title=title[:120]))
                return key
        if written:
            remarks.append(N_("Dimensi “%(text)s” tidak dikenal.", text=squeeze(written)[:120]))
        else:
            remarks.append(N_("Dimensi tidak disebut."))
        return ""

    def _years(self, group: _Group, remarks: list[Message]) -> tuple[int, int] | None:
        ticked = {
            year
            for place, year in self.columns.years.items()
            for row in group.rows
            if is_ticked(row.cells[place].raw.strip())
        }
        said = years_in(self._joined(group, f.TIME))
        years = [*ticked, *(said or ())]
        if years:
            return min(years), max(years)
        text = self._joined(group, f.TIME)
        if text:
            remarks.append(N_("Tahun tidak terbaca dari “%(text)s”.", text=squeeze(text)[:80]))
        return None

    def _cost(self, group: _Group, remarks: list[Message]) -> int | None:
        """The column of money; without one, the sum of the amounts under the years."""
        place = self.columns.places.get(f.COST)
        places = [place] if place is not None else list(self.columns.years)
        amounts = [amount for at in places for amount in self._amounts(group, at, remarks, place is not None)]
        return sum(amounts) if amounts else None

    def _amounts(self, group: _Group, place: int, remarks: list[Message], is_cost: bool) -> list[int]:
        column = self.table.columns[place]
        unit = unit_of(column.name, self.placed.title)
        amounts: dict[tuple[int, str], int] = {}
        for at, row in enumerate(group.rows):
            text = row.cells[place].raw.strip()
            amount = money_in(text, unit)
            if amount is not None and (is_cost or amount * unit > 100):
                amounts[0 if self._is_merged(row, column.index) else at, text] = amount
            elif is_cost and is_ticked(text):
                remarks.append(N_("Anggaran “%(text)s” tidak terbaca.", text=squeeze(text)[:80]))
        if amounts and unit > 1:
            note = N_(
                "Anggaran dikalikan %(unit)s karena kolomnya bersatuan itu: %(amount)s.",
                unit=format_number(unit),
                amount=format_rupiah(sum(amounts.values())),
            )
            remarks.append(note)
        return list(amounts.values())

    def _is_merged(self, row: Row, column: int) -> bool:
        """The cell is one with that of another row: its amount counts once."""
        return any(
            area.top <= row.number <= area.bottom and area.left <= column <= area.right and area.is_tall
            for area in self.placed.grid.merged
        )

    def _quick_win(self, group: _Group, remarks: list[Message]) -> bool:
        if f.QUICK_WIN in self.columns.places:
            return is_ticked(self._joined(group, f.QUICK_WIN))
        title = next(
            (t for t in (group.section, *reversed(self.placed.headings[-2:])) if "quick win" in words(t)), ""
        )
        if title:
            remarks.append(N_("Dianggap quick win karena judul “%(title)s”.", title=title[:120]))
        return bool(title)
