"""Buku 1: what was stated, by whom and where, and the issues that came of it. Nothing but what the records hold."""

from collections import Counter
from collections.abc import Sequence

from rangkai.domains.books.rules.facts import BookFacts, NeedFact
from rangkai.domains.books.rules.wording import (
    counted,
    dimension_name,
    from_needs,
    from_records,
    key_count,
    span,
)
from rangkai.domains.needs.rules.priority import HIGH
from rangkai.engines.typeset.document import (
    Block,
    Cell,
    Column,
    CrossReference,
    KeyFigures,
    Paragraph,
    RowGroup,
    Section,
    Source,
    Table,
)

WHOLE_REGION = "seluruh daerah"
URGENT = "tabel-mendesak"
MOST_URGENT = 30


def stated_needs(facts: BookFacts) -> tuple[Block, ...]:
    """Needs by source, dimension, office and kecamatan, and the most urgent ones by name."""
    if not facts.needs:
        return (Paragraph("Belum ada kebutuhan yang tercatat."),)
    return (
        Section("Gambaran", (_figures(facts), _by_source(facts), _by_dimension(facts))),
        Section("Menurut wilayah dan perangkat daerah", (_by_kecamatan(facts), _by_office(facts))),
        *_urgent_section(facts),
    )


def _figures(facts: BookFacts) -> KeyFigures:
    source = from_needs(facts)
    ranked = [one for one in facts.needs if one.priority is not None]
    urgent = [one for one in ranked if one.priority is not None and one.priority >= HIGH]
    return KeyFigures(
        (
            key_count(len(facts.needs), "kebutuhan", source),
            key_count(len(facts.issues), "isu strategis", from_records(facts, *_issue_refs(facts))),
            key_count(len(urgent), f"berprioritas tinggi ({HIGH} atau lebih)", source),
            key_count(len(facts.needs) - len(ranked), "belum dinilai", source),
        )
    )


def _issue_refs(facts: BookFacts) -> tuple[str, ...]:
    return (f"{len(facts.issues)} isu strategis{span([one.ref for one in facts.issues])}",)


def count_table(
    caption: str, head: str, words: Sequence[str], source: Source, order: Sequence[str] = ()
) -> Table:
    """How often each word comes; in `order`, else the most frequent first."""
    counts = Counter(words)
    names = [*dict.fromkeys(order), *sorted(counts.keys() - set(order), key=lambda w: (-counts[w], w))]
    rows = tuple((name, counts[name]) for name in names)
    columns = Column(head, 3), Column("Kebutuhan", 1, "number")
    return Table(caption, columns, rows, ("Jumlah", len(words)), source)


def _by_source(facts: BookFacts) -> Table:
    words = [one.source_kind for one in facts.needs]
    return count_table("Kebutuhan menurut sumbernya", "Sumber", words, from_needs(facts))


def _by_dimension(facts: BookFacts) -> Table:
    words = [dimension_name(facts, one.dimension) for one in facts.needs]
    order = [one.name for one in facts.dimensions]
    return count_table("Kebutuhan menurut dimensi", "Dimensi", words, from_needs(facts), order)


def _by_kecamatan(facts: BookFacts) -> Table:
    words = [one.kecamatan or WHOLE_REGION for one in facts.needs]
    return count_table("Kebutuhan menurut kecamatan", "Kecamatan", words, from_needs(facts))


def _by_office(facts: BookFacts) -> Table:
    words = [one.office for one in facts.needs]
    return count_table("Kebutuhan menurut perangkat daerah", "Perangkat daerah", words, from_needs(facts))


def _urgent_section(facts: BookFacts) -> tuple[Block, ...]:
    ranked = [one for one in facts.needs if one.priority is not None and one.priority >= HIGH]
    if not ranked:
        return ()
    first = sorted(ranked, key=lambda one: (-(one.priority or 0), one.ref))[:MOST_URGENT]
    said = Paragraph(
        (
            counted(len(ranked), "kebutuhan", from_needs(facts, ranked)),
            f" berprioritas {HIGH} atau lebih. ",
            CrossReference(URGENT),
            f" memuat {len(first)} yang tertinggi.",
        )
    )
    return (Section("Yang paling mendesak", (said, _urgent_table(facts, first))),)


def _urgent_table(facts: BookFacts, rows: Sequence[NeedFact]) -> Table:
    columns = (
        Column("Kode", 1.0, "code"),
        Column("Kebutuhan", 3.4),
        Column("Kecamatan", 1.1),
        Column("Prioritas", 0.8, "number"),
    )
    cells = tuple((one.ref, one.statement, one.kecamatan or WHOLE_REGION, one.priority) for one in rows)
    return Table(
        "Kebutuhan berprioritas tertinggi", columns, cells, None, from_needs(facts, rows), key=URGENT
    )


def strategic_issues(facts: BookFacts) -> tuple[Block, ...]:
    """Every issue with its needs in figures, under its dimension."""
    if not facts.issues:
        return (Paragraph("Kebutuhan belum dihimpun menjadi isu strategis."),)
    rows: list[RowGroup | tuple[Cell, ...]] = []
    for code in [*(one.code for one in facts.dimensions), ""]:
        inside = sorted(
            (one for one in facts.issues if one.dimension == code), key=lambda one: (-one.needs, one.ref)
        )
        if inside:
            rows.append(RowGroup(dimension_name(facts, code), code))
            rows += [(one.ref, one.name, one.needs, one.beneficiaries or None) for one in inside]
    columns = (
        Column("Kode", 1.0, "code"),
        Column("Isu strategis", 3.4),
        Column("Kebutuhan", 0.9, "number"),
        Column("Penerima manfaat", 1.0, "number"),
    )
    said = Paragraph(
        "Isu strategis menghimpun kebutuhan yang serupa menjadi satu pokok. Penerima manfaat adalah jumlah yang "
        "disebut pada kebutuhannya; orang yang sama dapat terhitung lebih dari sekali."
    )
    source = from_records(facts, *_issue_refs(facts))
    return (said, Table("Isu strategis", columns, tuple(rows), None, source))
