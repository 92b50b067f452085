"""Money of a sheet: the lines that a row states, and how they meet the lines that a programme has.

A line that the sheet does not name is left alone. A cell of a year and fund that several lines make up is compared with
their sum; a different sum is a question for a person, for the sheet does not say which of them changed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rangkai.domains.programmes.rules.content import YEARS
from rangkai.domains.programmes.rules.importing.facts import Code, KnownLine, ProgrammeFacts
from rangkai.domains.programmes.rules.importing.fields import MONEY, year_and_fund
from rangkai.domains.programmes.rules.money import LONGEST_DOCUMENT, MOST_RUPIAH
from rangkai.domains.programmes.rules.nomenclature import normal_code
from rangkai.domains.work.rules.names import squashed
from rangkai.domains.work.rules.plan import Json
from rangkai.domains.work.rules.reading import RowReader, cut
from rangkai.lib.errors import N_, Message


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A funding line that a row states; office and nomenclature are None where the sheet does not say."""

    year: int
    fund_id: int
    amount: int
    office_id: int | None = None
    nomenclature_id: int | None = None
    document: str = ""
    cell: str = "amount"
    reader: RowReader | None = field(default=None, compare=False)


def read_lines(reader: RowReader, facts: ProgrammeFacts) -> list[SheetLine]:
    """Every line of a row; what is wrong is noted at its cell."""
    office = _office(reader, facts)
    document = reader.raw("document")
    if len(document) > LONGEST_DOCUMENT:
        reader.fault("document", N_("Dokumen paling panjang %(most)s karakter.", most=LONGEST_DOCUMENT))
    lines = []
    for name, year, fund_id in _money_cells(reader, facts):
        amount = _amount(reader, name)
        if amount is None or year is None or fund_id is None:
            continue
        code = _code(reader, facts, year)
        lines.append(
            SheetLine(year, fund_id, amount, office, code.id if code else None, document, name, reader)
        )
    return lines


def _money_cells(reader: RowReader, facts: ProgrammeFacts) -> Iterator[tuple[str, int | None, int | None]]:
    """(field, year, fund) of every cell with an amount; a fault is noted where year or fund are missing."""
    if reader.raw("amount"):
        yield "amount", _year(reader), _fund(reader, facts)
    for name in reader.row.cells:
        if name.startswith(MONEY) and reader.raw(name):
            year, code = year_and_fund(name)
            fund = facts.fund_book.find(code) if code else None
            yield name, year, fund.id if fund else _fund(reader, facts, name)


def _year(reader: RowReader) -> int | None:
    year = reader.year("year")
    if year is not None and year not in YEARS:
        reader.fault("year", N_("Tahun %(year)s di luar 2000–2100.", year=year))
        return None
    if year is None and not reader.raw("year"):
        reader.fault("amount", N_("Tahun anggaran pagu ini tidak tertulis."))
    return year


def _fund(reader: RowReader, facts: ProgrammeFacts, name: str = "amount") -> int | None:
    if reader.raw("fund"):
        fund = reader.name(
            "fund", facts.fund_book, lambda value: N_("Sumber dana “%(value)s” tidak dikenal.", value=value)
        )
        return fund.id if fund else None
    if facts.default_fund_id is None:
        reader.fault(
            name, N_("Sumber dana pagu ini tidak tertulis. Isilah, atau pilih satu untuk seluruh berkas.")
        )
    return facts.default_fund_id


def _amount(reader: RowReader, name: str) -> int | None:
    amount = reader.rupiah(name)
    if amount is not None and amount < 0:
        reader.fault(name, N_("Pagu tidak boleh kurang dari nol (%(amount)s).", amount=amount))
        return None
    if amount is not None and amount > MOST_RUPIAH:
        reader.fault(name, N_("Pagu terlalu besar (%(amount)s). Periksa satuannya.", amount=amount))
        return None
    return amount


def _office(reader: RowReader, facts: ProgrammeFacts) -> int | None:
    office = reader.name(
        "line_office",
        facts.office_book,
        lambda value: N_("Perangkat daerah “%(value)s” tidak dikenal.", value=value),
    )
    return office.id if office else None


def _code(reader: RowReader, facts: ProgrammeFacts, year: int) -> Code | None:
    """By the code at the beginning of the cell, or by the whole name; it must hold in the year."""
    text = reader.raw("nomenclature")
    if not text:
        return None
    code = normal_code(text.split(" ")[0])
    rows = facts.codes_by_code.get(code or "") or facts.codes_by_name.get(squashed(text), ())
    if not rows:
        reader.fault("nomenclature", N_("Subkegiatan “%(value)s” tidak dikenal.", value=cut(text)))
        return None
    found = next((row for row in rows if row.holds(year)), None)
    if found is None:
        reader.fault(
            "nomenclature",
            N_("Subkegiatan %(code)s tidak berlaku pada tahun %(year)s.", code=rows[0].code, year=year),
        )
    return found


@dataclass
class LineChanges:
    """Lines to add, columns to change by id of the line, and what cannot be told."""

    add: list[SheetLine] = field(default_factory=list)
    update: dict[int, dict[str, Json]] = field(default_factory=dict)
    questions: list[tuple[SheetLine, Message]] = field(default_factory=list)


def merge_lines(given: Sequence[SheetLine], known: Sequence[KnownLine], *, lead_office: int) -> LineChanges:
    """What the sheet's lines change in those of one programme."""
    changes = LineChanges()
    left = list(known)
    loose = []
    for line in given:
        twin = next((other for other in left if _same(line, other, lead_office)), None)
        if twin is None:
            loose.append(line)
        else:
            left.remove(twin)
            _compare(line, twin, changes)
    for line in loose:
        near = [other for other in left if _may_be(line, other)]
        if not near:
            changes.add.append(line)
        elif len(near) == 1:
            left.remove(near[0])
            _compare(line, near[0], changes)
        elif sum(other.amount for other in near) != line.amount:
            changes.questions.append((line, _several(line, near)))
    return changes


def _same(line: SheetLine, other: KnownLine, lead_office: int) -> bool:
    return (line.year, line.fund_id, line.office_id or lead_office, line.nomenclature_id) == (
        other.year,
        other.fund_id,
        other.office_id,
        other.nomenclature_id,
    )


def _may_be(line: SheetLine, other: KnownLine) -> bool:
    """The same year and fund, and nothing that the sheet says otherwise."""
    return (
        (line.year, line.fund_id) == (other.year, other.fund_id)
        and line.office_id in {None, other.office_id}
        and line.nomenclature_id in {None, other.nomenclature_id}
    )


def _compare(line: SheetLine, twin: KnownLine, changes: LineChanges) -> None:
    values: dict[str, Json] = {}
    if line.amount != twin.amount:
        values["amount"] = line.amount
    if line.document and line.document != twin.document:
        values["document"] = line.document
    if values:
        changes.update[twin.id] = values


def _several(line: SheetLine, near: Sequence[KnownLine]) -> Message:
    return N_(
        "Program ini mempunyai %(count)s baris pendanaan pada tahun %(year)s dari sumber ini. Ubah di halaman program, "
        "atau pakai satu baris lembar kerja untuk setiap baris pendanaan.",
        count=len(near),
        year=line.year,
    )


def columns_of_line(line: SheetLine, *, lead_office: int) -> dict[str, Json]:
    """A new line as the plan keeps it."""
    return {
        "year": line.year,
        "fund_id": line.fund_id,
        "amount": line.amount,
        "office_id": line.office_id or lead_office,
        "nomenclature_id": line.nomenclature_id,
        "document": line.document,
    }
