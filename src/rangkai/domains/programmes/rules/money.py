"""What a funding line must hold. Every problem names its row, counted from 1 as on the page or in the sheet."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rangkai.domains.programmes.rules.content import YEARS
from rangkai.domains.programmes.rules.parts import Line
from rangkai.lib.errors import N_, Message, Problem

MOST_RUPIAH = 10**15
"""A thousand trillion rupiah: more than any regional budget, so a larger figure is a slip of the columns."""
LONGEST_DOCUMENT = 200


@dataclass(frozen=True, slots=True)
class Validity:
    """In which budget years a code of the nomenclature may be used; `last` is None while it is in force."""

    code: str
    first: int
    last: int | None = None

    def holds(self, year: int) -> bool:
        return self.first <= year and (self.last is None or year <= self.last)


def amount_problem(amount: int, *, row: int) -> Message | None:
    """Money is whole rupiah and never negative."""
    if amount < 0:
        return N_("Baris %(row)s: pagu tidak boleh kurang dari nol (%(amount)s).", row=row, amount=amount)
    if amount > MOST_RUPIAH:
        return N_(
            "Baris %(row)s: pagu terlalu besar (%(amount)s). Periksa satuannya.", row=row, amount=amount
        )
    return None


def line_problems(
    lines: Sequence[Line],
    *,
    funds: Collection[int],
    offices: Collection[int],
    nomenclature: Mapping[int, Validity],
) -> list[Problem]:
    """Everything wrong with the lines; `field` is "row.column" with rows from 0, as formsets count."""
    problems: list[Problem] = []
    for at, line in enumerate(lines):
        found = {
            "year": _year(line, at + 1),
            "fund": _unknown(line.fund_id in funds, at + 1, N_("sumber dana")),
            "amount": amount_problem(line.amount, row=at + 1),
            "office": _unknown(line.office_id in offices, at + 1, N_("perangkat daerah")),
            "nomenclature": _nomenclature(line, at + 1, nomenclature),
            "document": _document(line, at + 1),
        }
        problems += [Problem(message, field=f"{at}.{name}") for name, message in found.items() if message]
    return problems


def _year(line: Line, row: int) -> Message | None:
    if line.year in YEARS:
        return None
    return N_("Baris %(row)s: tahun %(year)s di luar 2000–2100.", row=row, year=line.year)


def _unknown(known: bool, row: int, what: Message) -> Message | None:
    return None if known else N_("Baris %(row)s: %(what)s tidak ada di daerah ini.", row=row, what=what)


def _nomenclature(line: Line, row: int, known: Mapping[int, Validity]) -> Message | None:
    if line.nomenclature_id is None:
        return None
    found = known.get(line.nomenclature_id)
    if found is None:
        return N_("Baris %(row)s: nomenklatur tidak dikenal.", row=row)
    if not found.holds(line.year):
        return N_(
            "Baris %(row)s: nomenklatur %(code)s tidak berlaku pada tahun %(year)s. Pilih kode yang berlaku.",
            row=row,
            code=found.code,
            year=line.year,
        )
    return None


def _document(line: Line, row: int) -> Message | None:
    if len(line.document) <= LONGEST_DOCUMENT:
        return None
    return N_("Baris %(row)s: nama dokumen paling panjang %(most)s karakter.", row=row, most=LONGEST_DOCUMENT)


@dataclass(frozen=True, slots=True)
class YearTotal:
    """Rupiah of one year, by fund code in the order given."""

    year: int
    by_fund: Mapping[str, int]

    @property
    def total(self) -> int:
        return sum(self.by_fund.values())


def totals_by_year(amounts: Iterable[tuple[int, str, int]]) -> tuple[YearTotal, ...]:
    """`amounts` are (year, fund, rupiah); years in order, without those that have no line."""
    years: dict[int, dict[str, int]] = {}
    for year, fund, amount in amounts:
        of_year = years.setdefault(year, {})
        of_year[fund] = of_year.get(fund, 0) + amount
    return tuple(YearTotal(year, years[year]) for year in sorted(years))
