"""Rows that speak of one programme come together, and each programme of the sheet meets the one it is."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from rangkai.domains.needs.rules.alike import Known, Likeness, alike
from rangkai.domains.needs.rules.identity import plain_words
from rangkai.domains.programmes.rules.identity import identity_of
from rangkai.domains.programmes.rules.importing.cells import FIELD_OF, RowValues
from rangkai.domains.programmes.rules.importing.facts import KnownProgramme, ProgrammeFacts
from rangkai.domains.work.rules.plan import CellProblem
from rangkai.domains.work.rules.reading import RowReader
from rangkai.lib.errors import N_


class By(StrEnum):
    """What a programme of a sheet is known by."""

    REF = "ref"
    KEY = "key"
    CONTENT = "content"


@dataclass
class ReadRow:
    """A row after reading; `goes_on` when it has no name of its own."""

    reader: RowReader
    found: RowValues
    goes_on: bool = False


@dataclass
class Group:
    """All rows of one programme; the first speaks for it, the others may add money, links and outputs."""

    rows: list[ReadRow]
    by: By = By.CONTENT
    identity: str = ""
    match: KnownProgramme | None = None
    likes: tuple[Likeness, ...] = ()
    same: list[int] = field(default_factory=list)

    @property
    def reader(self) -> RowReader:
        return self.rows[0].reader

    @property
    def found(self) -> RowValues:
        return self.rows[0].found

    @property
    def number(self) -> int:
        return self.reader.row.number

    @property
    def problems(self) -> tuple[CellProblem, ...]:
        return tuple(problem for row in self.rows for problem in row.reader.problems)

    @property
    def blocked(self) -> bool:
        return any(problem.blocks for problem in self.problems)

    def office_id(self) -> int | None:
        """Of the sheet, or else of the programme that it is."""
        said = self.found.values.get("office_id")
        if said is not None:
            return int(said)
        return self.match.office_id if self.match else None


def groups_of(rows: Sequence[ReadRow], facts: ProgrammeFacts) -> list[Group]:
    """In the order of their first rows. A row that goes on without a programme above it is named as a problem."""
    groups: dict[str, Group] = {}
    last: Group | None = None
    for row in rows:
        if row.goes_on and last is not None:
            last.rows.append(row)
            continue
        if row.goes_on:
            row.reader.fault("name", N_("Nama program belum diisi."))
        by, key = _key(row, facts)
        known = groups.get(key)
        if known is None:
            last = groups[key] = Group([row], by)
        else:
            last = known
            _join(known, row)
    return list(groups.values())


def _key(row: ReadRow, facts: ProgrammeFacts) -> tuple[By, str]:
    """What the row is known by within the sheet; a row that can't be read stands alone."""
    ref = row.reader.raw("ref")
    if ref:
        return By.REF, f"ref {ref.casefold()}"
    values = row.found.values
    if values.get("source_key"):
        return By.KEY, f"key {str(values['source_key']).casefold()}"
    if "name" not in values or "office_id" not in values:
        return By.CONTENT, f"row {row.reader.row.number}"
    return By.CONTENT, f"content {values['office_id']} {plain_words(str(values['name']))}"


def _join(group: Group, row: ReadRow) -> None:
    """A further row of the programme must not say otherwise; one that says the very same is left out."""
    first = group.rows[0]
    for name, value in row.found.values.items():
        said = first.found.values.get(name)
        if said is None:
            first.found.values[name] = value
            first.found.blank.discard(name)
        elif said != value and not (name == "name" and plain_words(str(said)) == plain_words(str(value))):
            row.reader.fault(
                FIELD_OF.get(name, name.removesuffix("_id")),
                N_("Berbeda dengan baris %(row)s untuk program yang sama.", row=group.number),
            )
    if any(other.found == row.found for other in group.rows):
        group.same.append(row.reader.row.number)
        row.reader.fault(
            "name",
            N_(
                "Baris %(row)s sama persis dengan baris sebelumnya; tidak dihitung dua kali.",
                row=row.reader.row.number,
            ),
            blocks=False,
        )
        row.found.lines = []
    group.rows.append(row)


def identify(group: Group, facts: ProgrammeFacts) -> None:
    """Set the programme that the group is, if it is known."""
    ref = group.reader.raw("ref")
    if ref:
        group.match = facts.by_ref.get(ref.casefold())
        if group.match is None:
            message = N_("Tidak ada program bernomor %(ref)s. Kosongkan bila ini program baru.", ref=ref)
            group.reader.fault("ref", message)
        else:
            group.identity = group.match.identity
        return
    values = group.found.values
    group.identity = identity_of(
        office_id=int(str(values["office_id"])),
        name=str(values["name"]),
        source=facts.source,
        source_key=str(values.get("source_key") or ""),
    )
    group.match = facts.by_identity.get(group.identity)


def find_alike(groups: Sequence[Group], facts: ProgrammeFacts) -> None:
    """Offer, to groups that match nothing, the programmes of the same office that no group is."""
    taken = {group.match.id for group in groups if group.match is not None}
    near: dict[object, list[Known]] = defaultdict(list)
    for programme in facts.known:
        if programme.id not in taken:
            words = plain_words(str(programme.values["name"]))
            near[programme.office_id].append(Known(programme.id, words, str(programme.values["source"])))
    for group in groups:
        if group.match is not None or group.by is By.REF or group.blocked:
            continue
        known = near.get(group.found.values.get("office_id"), [])
        if known:
            words = plain_words(str(group.found.values["name"]))
            group.likes = alike(words, facts.source, known)


def refuse_twice(groups: Sequence[Group]) -> None:
    """Two groups that turn out to be one programme (one by number, one by name) are named."""
    first: dict[str, Group] = {}
    for group in groups:
        if not group.identity or group.blocked:
            continue
        earlier = first.setdefault(group.identity, group)
        if earlier is not group:
            group.reader.fault(
                "name",
                N_(
                    "Baris %(row)s dan %(other)s adalah program yang sama. Samakan nomornya, atau hapus salah satu.",
                    row=group.number,
                    other=earlier.number,
                ),
            )
