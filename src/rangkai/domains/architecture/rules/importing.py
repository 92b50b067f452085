"""What saving a sheet of services would do: a row is a service, known by our number or by its name within its office.

`decide` is total: every row gets an outcome, and a reason where it is not plain. A cell left empty takes nothing away,
except in a row that bears our number, where emptying a cell is how one says so.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rangkai.domains.architecture.rules.content import LABELS, content_problems, name_key
from rangkai.domains.architecture.rules.terms import (
    FLAG,
    Digitalisation,
    Hindrance,
    flags_of,
    hindrances_of,
)
from rangkai.domains.work.rules.columns import Fields
from rangkai.domains.work.rules.names import NameBook
from rangkai.domains.work.rules.options import ImportOptions
from rangkai.domains.work.rules.plan import Candidate, CellChange, Json, Plan, RowPlan
from rangkai.domains.work.rules.reading import RowReader, columns_of, cut, sheet_rows
from rangkai.domains.work.rules.terms import Outcome, RowChoice
from rangkai.engines.tabular import FieldSpec, Kind
from rangkai.engines.tabular.model import Table
from rangkai.lib.errors import N_, Message
from rangkai.lib.text import words

REF, NAME, OFFICE, AUDIENCE, CHANNEL = (
    "Nomor",
    "Layanan",
    "Perangkat daerah",
    "Untuk siapa",
    "Kanal atau alamat",
)
USERS, DEGREE, HINDRANCES, NOTE = "Pengguna setahun", "Tingkat digitalisasi", "Hambatan", "Catatan hambatan"

FIELDS = Fields(
    (
        FieldSpec("ref", REF, ("nomor layanan",), Kind.CODE),
        FieldSpec(
            "name", NAME, ("nama layanan", "jenis layanan", "layanan publik", "uraian layanan"), required=True
        ),
        FieldSpec(
            "office",
            OFFICE,
            ("opd", "skpd", "pd", "dinas", "instansi", "unit pelaksana", "penyelenggara", "pengelola"),
        ),
        FieldSpec(
            "audience", AUDIENCE, ("sasaran", "target layanan", "pengguna layanan", "penerima layanan")
        ),
        FieldSpec("channel", CHANNEL, ("kanal", "alamat", "url", "tautan", "aplikasi", "metode layanan")),
        FieldSpec(
            "users",
            USERS,
            ("jumlah pengguna", "pengguna", "pemohon setahun", "jumlah pemohon", "volume layanan"),
            Kind.NUMBER,
        ),
        FieldSpec("digitalisation", DEGREE, ("digitalisasi", "tingkat digital", "bentuk layanan")),
        FieldSpec("hindrances", HINDRANCES, ("penghambat", "kendala", "hambatan layanan")),
        FieldSpec("hindrance_note", NOTE, ("catatan", "keterangan", "uraian kendala")),
    ),
    exact=frozenset({"ref"}),
    shapes={"ref": re.compile(r"[Ll]-[0-9]{4}-[0-9]{5,}")},
)
HEADS = (N_("Layanan"), N_("Perangkat daerah"), N_("Tingkat digitalisasi"))
TEXTS = ("name", "audience", "channel", "hindrance_note")
FORMS: Mapping[Digitalisation, tuple[str, ...]] = {
    Digitalisation.MANUAL: ("luring", "tatap muka", "belum digital"),
    Digitalisation.INFORMED: ("informasi", "informasi satu arah"),
    Digitalisation.INTERACTIVE: ("interaksi", "interaktif", "sebagian daring"),
    Digitalisation.TRANSACTED: ("transaksi", "daring penuh", "daring"),
    Digitalisation.INTEGRATED: ("integrasi", "terpadu"),
}
SIGNS: Mapping[Hindrance, frozenset[str]] = {
    Hindrance.NETWORK: frozenset({"jaringan", "internet", "sinyal", "network"}),
    Hindrance.DEVICES: frozenset({"perangkat", "komputer", "alat", "peralatan", "server", "devices"}),
    Hindrance.PEOPLE: frozenset({"sdm", "petugas", "pegawai", "operator", "people"}),
}
"""Words that tell what hinders a service."""
JOINING = frozenset({"dan", "serta", "kurang", "kekurangan", "keterbatasan", "belum", "ada"})


@dataclass(frozen=True, slots=True)
class Office:
    """`names` begin with the one to show."""

    id: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownService:
    """A live service with its columns as JSON keeps them."""

    id: int
    ref: str
    version: int
    values: Mapping[str, Json]

    @property
    def key(self) -> tuple[object, str]:
        return self.values["office_id"], name_key(str(self.values["name"]))


@dataclass(frozen=True)
class ServiceFacts:
    """`may_write` are the offices whose services the person keeps (None: all); `own_office_id` stands in for none."""

    offices: Sequence[Office]
    known: Sequence[KnownService]
    may_write: frozenset[int] | None = None
    own_office_id: int | None = None

    @cached_property
    def office_index(self) -> NameBook[Office]:
        return NameBook((office, office.names) for office in self.offices)

    @cached_property
    def office_names(self) -> Mapping[int, str]:
        return {office.id: office.names[0] for office in self.offices}

    @cached_property
    def degrees(self) -> NameBook[Digitalisation]:
        return NameBook((one, (one.label, one.value, *FORMS[one])) for one in Digitalisation)

    @cached_property
    def by_ref(self) -> Mapping[str, KnownService]:
        return {service.ref.casefold(): service for service in self.known}

    @cached_property
    def by_key(self) -> Mapping[tuple[object, str], KnownService]:
        return {service.key: service for service in self.known}


@dataclass
class _Row:
    reader: RowReader
    values: dict[str, Json] = field(default_factory=dict)
    blank: set[str] = field(default_factory=set)
    by_ref: bool = False
    match: KnownService | None = None

    @property
    def blocked(self) -> bool:
        return any(problem.blocks for problem in self.reader.problems)

    def put(self, name: str, value: Json) -> None:
        if value in (None, ""):
            self.blank.add(name)
        else:
            self.values[name] = value


def decide(table: Table, mapping: Mapping[str, str], facts: ServiceFacts, options: ImportOptions) -> Plan:
    """The plan of a table; `mapping` is name of the column → field."""
    columns = columns_of(table, mapping)
    troubles: dict[str, Message] = {problem.cell: problem.message for problem in table.problems}
    rows = [_Row(RowReader(row, columns, options, troubles)) for row in sheet_rows(table, columns)]
    seen: dict[object, _Row] = {}
    for row in rows:
        _read(row, facts)
        if not row.blocked:
            _identify(row, facts)
        if not row.blocked:
            _refuse_twin(row, seen)
    return Plan(
        sheet=table.sheet,
        rows=tuple(_planned(row, facts, options) for row in rows),
        heads=HEADS,
        notes=table.notes,
    )


def _read(row: _Row, facts: ServiceFacts) -> None:
    reader = row.reader
    for name in TEXTS:
        if reader.has(name):
            row.put(name, reader.text(name))
    if reader.has("users"):
        row.put("users", reader.whole("users"))
    _read_office(row, facts)
    if reader.has("digitalisation"):
        degree = reader.name(
            "digitalisation",
            facts.degrees,
            lambda value: N_("Tingkat digitalisasi “%(value)s” tidak dikenal.", value=value),
        )
        row.put("digitalisation", degree.value if degree else None)
    if reader.has("hindrances"):
        _read_hindrances(row)
    for problem in content_problems(row.values):
        reader.fault(problem.field, problem.message)


def _read_office(row: _Row, facts: ServiceFacts) -> None:
    reader = row.reader
    office = reader.name(
        "office",
        facts.office_index,
        lambda value: N_("Perangkat daerah “%(value)s” tidak dikenal.", value=value),
    )
    if office is not None:
        if facts.may_write is not None and office.id not in facts.may_write:
            reader.fault("office", N_("%(office)s bukan perangkat daerah Anda.", office=office.names[0]))
        row.values["office_id"] = office.id
    elif not reader.raw("office") and facts.own_office_id is not None:
        row.values["office_id"] = facts.own_office_id


def _read_hindrances(row: _Row) -> None:
    """Any words of the signs: "Jaringan; SDM" is two. What else the cell says is kept as the note, if none is given."""
    text = row.reader.raw("hindrances")
    said = set(words(text).split())
    found = [one for one, signs in SIGNS.items() if said & signs]
    if text and not found:
        row.reader.fault(
            "hindrances",
            N_("Hambatan “%(value)s” tidak dikenal; pakai jaringan, perangkat, atau SDM.", value=cut(text)),
            suggestions=tuple(one.label for one in Hindrance),
            key=row.reader.written_key("hindrances"),
        )
    if found:
        row.values.update(flags_of(found))
        if said - JOINING - frozenset().union(*SIGNS.values()) and "hindrance_note" not in row.values:
            row.put("hindrance_note", text)
            row.blank.discard("hindrance_note")
    elif not text:
        row.blank.update(FLAG.values())


def _identify(row: _Row, facts: ServiceFacts) -> None:
    ref = row.reader.raw("ref")
    if ref:
        row.by_ref, row.match = True, facts.by_ref.get(ref.casefold())
        if row.match is None:
            message = N_("Tidak ada layanan bernomor %(ref)s. Kosongkan bila ini layanan baru.", ref=ref)
            row.reader.fault("ref", message)
        elif facts.may_write is not None and row.match.values["office_id"] not in facts.may_write:
            row.reader.fault("ref", N_("%(ref)s milik perangkat daerah lain.", ref=row.match.ref))
        return
    if "name" not in row.values:
        row.reader.fault("name", N_("Nama layanan kosong. Isilah, atau hapus barisnya."))
    elif "office_id" not in row.values:
        row.reader.fault("office", N_("Perangkat daerah kosong. Isilah dengan penyelenggara layanan ini."))
    else:
        row.match = facts.by_key.get((row.values["office_id"], name_key(str(row.values["name"]))))


def _refuse_twin(row: _Row, seen: dict[object, _Row]) -> None:
    """A service stands once in a sheet, whether it is known, new, or renamed to one that stands there."""
    office_id, name = _said(row, "office_id"), name_key(str(_said(row, "name")))
    marks: list[object] = [(office_id, name)]
    if row.match is not None:
        marks.append(row.match.id)
    earlier = next((seen[mark] for mark in marks if mark in seen), None)
    if earlier is not None:
        message = N_(
            "Layanan pada baris %(row)s sama dengan baris %(other)s.",
            row=row.reader.row.number,
            other=earlier.reader.row.number,
        )
        row.reader.fault("name", message)
        return
    seen.update(dict.fromkeys(marks, row))


def _said(row: _Row, name: str) -> Json:
    """What the sheet says, else what is known."""
    known = row.match.values if row.match else {}
    return row.values.get(name, known.get(name))


def _changed(row: _Row, service: KnownService) -> dict[str, Json]:
    given = dict(row.values)
    if row.by_ref:
        for name in row.blank - {"name", "office_id"}:
            given[name] = False if name in FLAG.values() else (None if name == "users" else "")
    return {name: value for name, value in given.items() if service.values[name] != value}


def _planned(row: _Row, facts: ServiceFacts, options: ImportOptions) -> RowPlan:
    chosen = options.rows.get(row.reader.row.number)
    values: dict[str, Json] = {}
    target = None
    if chosen and chosen.choice is RowChoice.SKIP:
        outcome = Outcome.SKIPPED
    elif row.blocked:
        outcome = Outcome.SKIPPED if options.skip_problems else Outcome.PROBLEM
    elif row.match is None:
        outcome, values = Outcome.NEW, dict(row.values)
    else:
        values = _changed(row, row.match)
        outcome = Outcome.CHANGED if values else Outcome.UNCHANGED
        target = _candidate(row.match, values, facts)
    cell = row.reader.cell("name")
    name = str(_said(row, "name") or "")
    office_id = _said(row, "office_id")
    degree = in_words("digitalisation", _said(row, "digitalisation"), facts)
    return RowPlan(
        row=row.reader.row.number,
        outcome=outcome,
        label=name,
        cell=cell.address if cell else "",
        values=values,
        target=target,
        problems=tuple(row.reader.problems),
        shown=(name, in_words("office_id", office_id, facts), degree),
    )


def _candidate(service: KnownService, values: Mapping[str, Json], facts: ServiceFacts) -> Candidate:
    changes = tuple(
        CellChange(
            name, LABELS[name], in_words(name, service.values[name], facts), in_words(name, value, facts)
        )
        for name, value in values.items()
    )
    return Candidate(
        service.id, service.ref, service.version, str(service.values["name"]), 1.0, values, changes
    )


def in_words(name: str, value: Json, facts: ServiceFacts) -> str:
    """One value as a reader knows it; empty for nothing."""
    if name in FLAG.values():
        return "ya" if value else "tidak"
    if value is None or value == "":
        return ""
    if name == "office_id":
        return facts.office_names.get(int(value), "")
    return Digitalisation(str(value)).label if name == "digitalisation" else str(value)


def hindrance_words(flags: Mapping[str, object]) -> str:
    """As a cell of our own export says them: "jaringan; SDM"."""
    return "; ".join(found.label for found in hindrances_of(flags))
