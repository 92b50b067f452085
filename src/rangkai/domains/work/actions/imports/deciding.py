"""Reading a sheet and deciding what it would change; nothing here writes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rangkai.domains.work.actions.imports.nouns import ImportContext, ImportNoun
from rangkai.domains.work.rules.columns import Fields, guesses
from rangkai.domains.work.rules.plan import Plan
from rangkai.engines.tabular import Table
from rangkai.lib.errors import N_, Invalid, Problem
from rangkai.lib.text import fold


@dataclass(frozen=True)
class Guess:
    """The table that seems to be meant, and which of its columns seems to be which field (name of column → field)."""

    place: int
    mapping: Mapping[str, str]


def tables_or_refuse(*, tables: Sequence[Table], filename: str) -> Sequence[Table]:
    """Raises Invalid for a file without a table."""
    if tables:
        return tables
    raise Invalid(
        N_(
            "Tidak ada tabel pada berkas %(name)s. Pastikan ada satu baris judul kolom dan isi di bawahnya.",
            name=filename,
        )
    )


def guess(*, tables: Sequence[Table], fields: Fields, sheet: str = "") -> Guess:
    """The table whose columns fit the fields best, of equal ones the longest; only of `sheet` where one is named.

    Raises Invalid, naming the sheets, when there is no table on the named one.
    """
    places = [place for place, table in enumerate(tables) if not sheet or fold(table.sheet) == fold(sheet)]
    if not places:
        names = ", ".join(dict.fromkeys(table.sheet for table in tables))
        message = N_(
            "Lembar “%(sheet)s” tidak ada atau tidak berisi tabel. Yang ada: %(names)s.",
            sheet=sheet,
            names=names,
        )
        raise Invalid(message, [Problem(message, field="sheet")])
    best = max(places, key=lambda place: _fit(tables[place], fields))
    return Guess(best, proposed_mapping(table=tables[best], fields=fields))


def _fit(table: Table, fields: Fields) -> tuple[int, int, int]:
    """How many required fields the table gives, how many at all, how many rows."""
    found = {hit.field for hit in guesses(table, fields)}
    required = sum(1 for spec in fields if spec.required and spec.name in found)
    return required, len(found), len(table.rows)


def proposed_mapping(*, table: Table, fields: Fields) -> dict[str, str]:
    """Name of the column → field, as the headings suggest."""
    return {table.columns[hit.place].name: hit.field for hit in guesses(table, fields)}


def kept_mapping(*, table: Table, columns: Mapping[str, str]) -> dict[str, str]:
    """A remembered mapping, without the columns that this table lacks."""
    names = {column.name for column in table.columns}
    return {heading: name for heading, name in columns.items() if heading in names}


def decide_import(context: ImportContext, *, noun: ImportNoun, table: Table) -> Plan:
    """Gather the facts, then decide; a few statements whatever the number of rows."""
    return noun.decide(table, context.mapping, noun.gather(context), context.options)


def refuse_unmapped(*, fields: Fields, mapping: Mapping[str, str]) -> None:
    """Raises Invalid naming the required fields that no column gives."""
    lacking = [spec for spec in fields if spec.required and spec.name not in mapping.values()]
    if not lacking:
        return
    problems = [
        Problem(N_("Pilih kolom untuk “%(name)s”.", name=spec.label), field=spec.name) for spec in lacking
    ]
    names = ", ".join(spec.label for spec in lacking)
    raise Invalid(
        N_("Belum ada kolom untuk: %(names)s. Pilih kolomnya, atau periksa baris judul tabel.", names=names),
        problems,
    )
