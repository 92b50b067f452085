"""What the cells of one row say, as columns of a programme, its money and its links."""

import re
from dataclasses import dataclass, field

from rangkai.domains.programmes.rules.content import content_problems
from rangkai.domains.programmes.rules.importing.facts import ProgrammeFacts
from rangkai.domains.programmes.rules.importing.money import SheetLine, read_lines
from rangkai.domains.programmes.rules.risk import LONGEST_OUTPUT
from rangkai.domains.programmes.rules.terms import ProgrammeKind
from rangkai.domains.work.rules.names import NameBook
from rangkai.domains.work.rules.plan import Json
from rangkai.domains.work.rules.reading import RowReader, cut
from rangkai.lib.errors import N_, Message
from rangkai.lib.text import words

YES = frozenset({"ya", "y", "yes", "1", "x", "v", "true", "benar", "wajib", "quick win", "ada"})
NO = frozenset({"tidak", "t", "no", "n", "0", "false", "bukan", "tidak ada"})
CHECKS = frozenset("✓✔√☑")
KIND_SIGNS = {
    ProgrammeKind.POLICY: ("kebijakan", "regulasi", "peraturan", "perbup"),
    ProgrammeKind.SERVICE: ("layanan", "pelayanan"),
    ProgrammeKind.APPLICATION: ("aplikasi", "sistem informasi", "software", "perangkat lunak", "portal"),
    ProgrammeKind.INFRASTRUCTURE: ("infrastruktur", "fisik", "sarana", "prasarana", "jaringan"),
    ProgrammeKind.PEOPLE: ("sumber daya manusia", "sdm", "kapasitas", "pelatihan", "literasi"),
    ProgrammeKind.DATA: ("data",),
}
BETWEEN, COMMAS = re.compile(r"[;\n]"), re.compile(r",\s")
FIELD_OF = {"kind_of": "kind", "source_key": "key"}
"""Columns that a sheet gives under another name."""


@dataclass
class RowValues:
    """Columns that the row fills and those that it leaves empty; lines, outputs, and ids to link to."""

    values: dict[str, Json] = field(default_factory=dict)
    blank: set[str] = field(default_factory=set)
    lines: list[SheetLine] = field(default_factory=list)
    outputs: list[str] = field(default_factory=list)
    ties: dict[str, set[int]] = field(default_factory=dict)

    def put(self, name: str, value: Json) -> None:
        if value in (None, ""):
            self.blank.add(name)
        else:
            self.values[name] = value


def continues(reader: RowReader) -> bool:
    """A row without any name: it goes on with the programme above, as under a merged cell."""
    return not any(reader.raw(name) for name in ("ref", "key", "name"))


def read_row(reader: RowReader, facts: ProgrammeFacts, *, goes_on: bool = False) -> RowValues:
    """Read every field that has a column; what is wrong is noted with the reader."""
    found = RowValues()
    for name in ("name", "description"):
        if reader.has(name):
            found.put(name, reader.text(name))
    _read_kind(reader, found)
    _read_numbers(reader, found)
    if not goes_on or reader.raw("office"):
        _read_office(reader, facts, found)
    _read_owner(reader, facts, found)
    _read_dimension(reader, facts, found)
    if reader.has("key"):
        found.put("source_key", reader.raw("key"))
    _read_ties(reader, facts, found)
    _read_output(reader, found)
    found.lines = read_lines(reader, facts)
    for problem in content_problems({**found.values} if goes_on else _judged(reader, found)):
        reader.fault(FIELD_OF.get(problem.field, problem.field), problem.message)
    return found


def _judged(reader: RowReader, found: RowValues) -> dict[str, object]:
    """Without a number of ours, a row must name its programme."""
    return dict(found.values) if reader.raw("ref") else {"name": "", **found.values}


def _read_kind(reader: RowReader, found: RowValues) -> None:
    text = reader.raw("kind")
    kind = kind_of(text) if text else None
    if text and kind is None:
        reader.fault(
            "kind",
            N_("Jenis “%(value)s” tidak dikenal.", value=cut(text)),
            suggestions=tuple(kind.label for kind in ProgrammeKind),
            key=reader.written_key("kind"),
        )
    if kind is not None:
        found.put("kind_of", kind.value)


def kind_of(text: str) -> ProgrammeKind | None:
    """The kind that `text` names by code, label or sign; None when it names none."""
    said = words(text)
    for kind in ProgrammeKind:
        if said in {words(kind.value), words(kind.label)}:
            return kind
    spaced = f" {said} "
    return next(
        (kind for kind, signs in KIND_SIGNS.items() if any(f" {sign} " in spaced for sign in signs)), None
    )


def _read_numbers(reader: RowReader, found: RowValues) -> None:
    if reader.has("value"):
        found.put("value", reader.whole("value"))
    for name in ("earliest", "latest"):
        if reader.has(name):
            found.put(name, reader.year(name))
    for name in ("must", "quick_win"):
        if reader.has(name):
            found.put(name, _yes_no(reader, name))


def _yes_no(reader: RowReader, name: str) -> bool | None:
    text = reader.raw(name)
    said = words(text)
    if said in YES or (text and set(text) <= CHECKS):
        return True
    if said in NO:
        return False
    if text:
        reader.fault(name, N_("“%(value)s” bukan ya atau tidak.", value=cut(text)))
    return None


def _read_office(reader: RowReader, facts: ProgrammeFacts, found: RowValues) -> None:
    text = reader.raw("office")
    if text:
        office = reader.name(
            "office",
            facts.office_book,
            lambda value: N_("Perangkat daerah “%(value)s” tidak dikenal.", value=value),
        )
        if office and facts.may_write is not None and office.id not in facts.may_write:
            reader.fault("office", N_("%(office)s bukan perangkat daerah Anda.", office=office.names[0]))
        elif office:
            found.put("office_id", office.id)
    elif facts.own_office_id is not None:
        found.put("office_id", facts.own_office_id)
    elif not reader.raw("ref"):
        reader.fault("office", N_("Perangkat daerah kosong. Isilah, atau pilih satu untuk seluruh berkas."))


def _read_owner(reader: RowReader, facts: ProgrammeFacts, found: RowValues) -> None:
    owner = reader.name(
        "owner", facts.post_book, lambda value: N_("Jabatan “%(value)s” tidak dikenal.", value=value)
    )
    if owner:
        found.put("owner_id", owner.id)


def _read_dimension(reader: RowReader, facts: ProgrammeFacts, found: RowValues) -> None:
    part = reader.name(
        "subdimension",
        facts.subdimension_book,
        lambda value: N_("Subdimensi “%(value)s” tidak dikenal.", value=value),
    )
    dimension = reader.name(
        "dimension",
        facts.dimension_book,
        lambda value: N_("Dimensi “%(value)s” tidak dikenal.", value=value),
    )
    if part and dimension and part.parent_id != dimension.id:
        message = N_(
            "Subdimensi “%(part)s” bukan bagian dari %(whole)s.", part=part.names[0], whole=dimension.names[0]
        )
        reader.fault("subdimension", message)
        return
    head = part.parent_id if part else (dimension.id if dimension else None)
    if head is not None:
        found.put("dimension_id", head)
    if reader.has("subdimension"):
        found.put("subdimension_id", part.id if part else None)


def _read_ties(reader: RowReader, facts: ProgrammeFacts, found: RowValues) -> None:
    found.ties["supporting"] = {
        office.id for office in _several(reader, "supporting", facts.office_book, N_("Perangkat daerah"))
    }
    found.ties["goals"] = {goal.id for goal in _several(reader, "goals", facts.goal_book, N_("Sasaran"))}
    found.ties["indicators"] = {
        row.id for row in _several(reader, "indicators", facts.indicator_book, N_("Indikator kinerja"))
    }
    needs = {text: facts.needs.get(text.upper()) for text in parts(reader.raw("needs"))}
    for text, pk in needs.items():
        if pk is None:
            reader.fault("needs", N_("Kebutuhan %(ref)s tidak ada, atau bukan milik Anda.", ref=cut(text)))
    found.ties["needs"] = {pk for pk in needs.values() if pk is not None}


def _several[T](reader: RowReader, name: str, book: NameBook[T], what: Message) -> list[T]:
    """Everything that a cell names, parted by ";" or lines; the whole cell may also be one name with commas."""
    text = reader.raw(name)
    if not text:
        return []
    if not BETWEEN.search(text) and (whole := book.find(text)) is not None:
        return [whole]
    found = []
    for part in parts(text):
        hit = book.find(part)
        if hit is None:
            reader.fault(
                name,
                N_("%(what)s “%(value)s” tidak dikenal.", what=what, value=cut(part)),
                suggestions=book.suggest(part),
            )
        else:
            found.append(hit)
    return found


def parts(text: str) -> list[str]:
    """Parted by ";" or lines; by commas only where there is neither, for names of offices hold commas."""
    between = BETWEEN if BETWEEN.search(text) else COMMAS
    return [part.strip() for part in between.split(text) if part.strip()]


def _read_output(reader: RowReader, found: RowValues) -> None:
    text = reader.raw("output")
    if len(text) > LONGEST_OUTPUT:
        reader.fault("output", N_("Keluaran paling panjang %(most)s karakter.", most=LONGEST_OUTPUT))
    elif text:
        found.outputs = [text]
