"""Which known need each row is: by our number, by that of its source, or by content; else perhaps by likeness."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from rangkai.domains.needs.rules.alike import Known, Likeness, alike, wording
from rangkai.domains.needs.rules.derived import identity_of
from rangkai.domains.needs.rules.importing.cells import RowValues
from rangkai.domains.needs.rules.importing.facts import KnownNeed, NeedFacts
from rangkai.domains.work.rules.reading import RowReader
from rangkai.lib.errors import N_


class By(StrEnum):
    """What a row is known by."""

    REF = "ref"
    KEY = "key"
    CONTENT = "content"


@dataclass
class ReadRow:
    """A row after reading: what it says, what is wrong with it, and what it is known by."""

    reader: RowReader
    found: RowValues
    by: By = By.CONTENT
    identity: str = ""
    match: KnownNeed | None = None
    likes: tuple[Likeness, ...] = ()
    extra: list[str] = field(default_factory=list)

    @property
    def number(self) -> int:
        return self.reader.row.number

    @property
    def blocked(self) -> bool:
        return any(problem.blocks for problem in self.reader.problems)


def identify(row: ReadRow, facts: NeedFacts) -> None:
    """Set what the row is known by and the known need that it is."""
    ref = row.reader.raw("ref")
    if ref:
        row.by, row.match = By.REF, facts.by_ref.get(ref.casefold())
        if row.match is None:
            row.reader.fault(
                "ref", N_("Tidak ada kebutuhan bernomor %(ref)s. Kosongkan bila ini usulan baru.", ref=ref)
            )
        else:
            row.identity = row.match.identity
        return
    if "statement" not in row.found.values:
        row.reader.fault("statement", N_("Kebutuhan kosong. Isilah, atau hapus barisnya."))
        return
    row.by = By.KEY if row.found.values.get("source_key") else By.CONTENT
    row.identity = identity_of(identity_columns(row, facts))
    row.match = facts.by_identity.get(row.identity)
    if row.by is By.KEY and row.match is not None:
        _refuse_foreign_number(row, row.match)


def identity_columns(row: ReadRow, facts: NeedFacts) -> dict[str, object]:
    """The columns that make the identity; a new office stands under its name until it has an id."""
    values = row.found.values
    return {
        "office_id": values.get("office_id", row.found.new_office),
        "area_id": values.get("area_id"),
        "statement": values.get("statement", ""),
        "place": values.get("place", ""),
        "source": facts.source,
        "source_key": values.get("source_key"),
    }


def _refuse_foreign_number(row: ReadRow, match: KnownNeed) -> None:
    """The same number with another office and other words is the number of another source."""
    values = row.found.values
    same_office = values.get("office_id") == match.office_id
    words = wording(str(values.get("statement", "")), "")
    if not same_office and words != wording(str(match.values["statement"]), ""):
        row.reader.fault(
            "key",
            N_(
                "Nomor ini sudah dipakai %(ref)s dari perangkat daerah lain. Beri nama sumber lain untuk berkas ini.",
                ref=match.ref,
            ),
        )


def refuse_repeated(rows: Sequence[ReadRow], *, key_field: str = "key") -> list[ReadRow]:
    """Name rows that are one need twice; returns those that say the very same and so are left out."""
    first: dict[str, ReadRow] = {}
    same: list[ReadRow] = []
    for row in rows:
        if not row.identity or row.blocked:
            continue
        earlier = first.setdefault(row.identity, row)
        if earlier is row:
            continue
        if earlier.found == row.found:
            same.append(row)
            continue
        numbers = {"row": row.number, "other": earlier.number}
        if row.by is By.CONTENT:
            message = N_(
                "Baris %(row)s dan %(other)s adalah usulan yang sama dengan isi berbeda. Bedakan lokasinya, "
                "atau hapus salah satu.",
                **numbers,
            )
            row.reader.fault("statement", message)
        else:
            name = "ref" if row.by is By.REF else key_field
            row.reader.fault(name, N_("Nomor pada baris %(row)s sama dengan baris %(other)s.", **numbers))
    return same


def find_alike(rows: Sequence[ReadRow], facts: NeedFacts) -> None:
    """Offer, to rows that match nothing, the needs of the same office and area that no row of the file is.

    Within a source that numbers its rows, another number is another need.
    """
    open_rows = [row for row in rows if row.by is not By.REF and row.match is None and not row.blocked]
    if not open_rows or not facts.known:
        return
    taken = {row.match.id for row in rows if row.match is not None}
    near = _by_place(facts.known, taken)
    for row in open_rows:
        values = row.found.values
        place = (values.get("office_id"), values.get("area_id"))
        known = [
            entry
            for entry in near.get(place, ())
            if not (row.by is By.KEY and entry.source == _source_name(facts.source, numbered=True))
        ]
        if known:
            words = wording(str(values.get("statement", "")), str(values.get("place", "")))
            row.likes = alike(words, _source_name(facts.source, numbered=row.by is By.KEY), known)


def _source_name(source: str, *, numbered: bool) -> str:
    return f"{source} #" if numbered else source


def _by_place(known: Iterable[KnownNeed], taken: set[int]) -> Mapping[tuple[object, object], list[Known]]:
    near: dict[tuple[object, object], list[Known]] = defaultdict(list)
    for need in known:
        if need.id in taken:
            continue
        values = need.values
        source = _source_name(str(values["source"]), numbered=bool(values["source_key"]))
        entry = Known(need.id, wording(str(values["statement"]), str(values["place"] or "")), source)
        near[values["office_id"], values["area_id"]].append(entry)
    return near
