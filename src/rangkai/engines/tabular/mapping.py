"""Which column of a table is which field: by the words of the headings and by what the columns hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from rapidfuzz import fuzz

from rangkai.engines.tabular.model import Column, Kind, Table
from rangkai.lib.errors import N_, Message
from rangkai.lib.text import words

LEAST_SCORE = 72.0
"""Below this a column is not proposed; the person chooses."""
_SURE = 99.5
_PART = 0.94
"""The last part of "Lokasi / Kecamatan" says nearly as much as the whole."""
_WRONG_KIND = 0.8
_INSIDE = 88.0
_KIND_WORDS = {
    Kind.NUMBER: N_("angka"),
    Kind.DATE: N_("tanggal"),
    Kind.CODE: N_("kode"),
    Kind.TEXT: N_("teks"),
    Kind.EMPTY: N_("kosong"),
}
_FITS = {
    Kind.NUMBER: frozenset({Kind.NUMBER, Kind.EMPTY}),
    Kind.DATE: frozenset({Kind.DATE, Kind.EMPTY}),
    Kind.CODE: frozenset({Kind.CODE, Kind.NUMBER, Kind.TEXT, Kind.EMPTY}),
    Kind.TEXT: frozenset({Kind.TEXT, Kind.CODE, Kind.NUMBER, Kind.EMPTY}),
}


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field to fill. `label` is what the screen calls it, `synonyms` what offices call it."""

    name: str
    label: str
    synonyms: tuple[str, ...] = ()
    kind: Kind = Kind.TEXT
    required: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """`column_index` is the place in `table.columns`; `score` runs from 0 to 100."""

    column_index: int
    score: float
    reason: Message


def propose_mapping(table: Table, fields: Sequence[FieldSpec]) -> dict[str, Proposal]:
    """At most one column a field and one field a column, the best pairs first; unlikely fields are left out."""
    scored = [
        (score, -place, -order, spec, matched)
        for order, spec in enumerate(fields)
        for place, column in enumerate(table.columns)
        for score, matched in [_score(column, spec)]
        if score >= LEAST_SCORE
    ]
    proposals: dict[str, Proposal] = {}
    taken: set[int] = set()
    for score, place, _, spec, matched in sorted(scored, key=lambda entry: entry[:3], reverse=True):
        if spec.name not in proposals and -place not in taken:
            taken.add(-place)
            column = table.columns[-place]
            proposals[spec.name] = Proposal(-place, round(score, 1), _reason(column, spec, score, matched))
    return proposals


def missing_fields(proposals: Mapping[str, Proposal], fields: Sequence[FieldSpec]) -> tuple[FieldSpec, ...]:
    """Required fields for which no column was found."""
    return tuple(spec for spec in fields if spec.required and spec.name not in proposals)


def fingerprint(table: Table) -> str:
    """The same for every sheet with the same headings in the same order, however spaced and cased."""
    names = "\n".join(words(column.name) for column in table.columns)
    return sha256(names.encode()).hexdigest()[:32]


def _score(column: Column, spec: FieldSpec) -> tuple[float, str]:
    """How well the heading fits any name of the field, and the name it fits best."""
    whole = words(column.name)
    last = words(column.header[-1]) if len(column.header) > 1 else ""
    best, matched = 0.0, ""
    for name in (spec.label, spec.name, *spec.synonyms):
        target = words(name)
        score = max(_likeness(whole, target), _PART * _likeness(last, target) if last else 0.0)
        if score > best:
            best, matched = score, name
    fits = column.kind in _FITS[spec.kind]
    return (best if fits else best * _WRONG_KIND), matched


def _likeness(heading: str, target: str) -> float:
    if not heading or not target:
        return 0.0
    if heading == target:
        return 100.0
    score = max(fuzz.ratio(heading, target), fuzz.token_sort_ratio(heading, target))
    known, said = set(target.split(" ")), set(heading.split(" "))
    if known < said or said < known:
        share = min(len(known), len(said)) / max(len(known), len(said))
        score = max(score, _INSIDE * (0.7 + 0.3 * share))
    return min(score, 98.0)


def _reason(column: Column, spec: FieldSpec, score: float, matched: str) -> Message:
    kind = _KIND_WORDS[column.kind]
    if score >= _SURE:
        return N_("Judul kolom sama dengan “%(name)s”; isinya %(kind)s.", name=matched, kind=kind)
    if column.kind not in _FITS[spec.kind]:
        return N_(
            "Judul kolom mirip “%(name)s”, tetapi isinya %(kind)s. Periksa pilihan ini.",
            name=matched,
            kind=kind,
        )
    return N_(
        "Judul kolom “%(heading)s” mirip “%(name)s”; isinya %(kind)s.",
        heading=column.name,
        name=matched,
        kind=kind,
    )
