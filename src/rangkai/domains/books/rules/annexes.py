"""Lampiran: every need with its fate, and where every number comes from."""

from collections import Counter
from collections.abc import Mapping, Sequence

from rangkai.domains.books.rules.facts import BookFacts, FundingPart, NeedFact, ProgrammePart
from rangkai.domains.books.rules.wording import (
    NO_DIMENSION,
    from_needs,
    from_programmes,
    from_records,
    is_mixed,
    named,
)
from rangkai.engines.typeset.document import Block, Cell, Column, Paragraph, RowGroup, Section, Table
from rangkai.lib.dates import format_date, format_date_short
from rangkai.lib.numbers import format_number

FATES, NEEDS = "tabel-nasib", "tabel-kebutuhan"


def needs_annex(facts: BookFacts) -> tuple[Block, ...]:
    """How many needs met which fate, then every need."""
    if not facts.needs:
        return (Paragraph("Belum ada kebutuhan yang dapat dicetak."), *_withheld(facts))
    return (
        Section("Ringkasan", (fate_table(facts), *_withheld(facts))),
        Section("Daftar kebutuhan", (needs_table(facts),), landscape=True),
    )


def _withheld(facts: BookFacts) -> tuple[Block, ...]:
    if not facts.withheld:
        return ()
    said = (
        f"Selain itu, {facts.withheld} kebutuhan masih disusun perangkat daerahnya: belum diparaf atau disetujui, dan "
        "belum dihimpun menjadi isu strategis. Isinya belum dicetak."
    )
    return (Paragraph(said),)


def fate_table(facts: BookFacts) -> Table:
    counts = Counter(one.fate for one in facts.needs)
    rows = tuple((fate, number) for fate, number in counts.most_common())
    columns = Column("Nasib", 3), Column("Kebutuhan", 1, "number")
    return Table(
        "Kebutuhan menurut nasibnya",
        columns,
        rows,
        ("Jumlah", len(facts.needs)),
        from_needs(facts),
        key=FATES,
    )


def needs_table(facts: BookFacts) -> Table:
    """Under its dimension, the most urgent first; a need that its head has not approved says so."""
    mixed = is_mixed(facts)
    groups = [(one.code, one.name) for one in facts.dimensions] + [("", NO_DIMENSION)]
    rows: list[RowGroup | tuple[Cell, ...]] = []
    for code, name in groups:
        inside = sorted(facts.needs_of(code), key=lambda one: (-(one.priority or 0), one.ref))
        if inside:
            rows.append(RowGroup(f"{name} ({len(inside)})", code))
            rows += [_need_row(one, mixed) for one in inside]
    columns = (
        Column("Kode", 0.8, "code"),
        Column("Kebutuhan", 3.0),
        Column("Perangkat daerah", 1.0),
        Column("Kecamatan", 1.0),
        Column("Prioritas", 0.6, "number"),
        Column("Keadaan", 0.7),
        Column("Nasib", 0.9),
        Column("Alasan", 2.8),
        Column("Program", 0.8, "code"),
    )
    note = "Prioritas 3 sampai 15 (USG); tanda – berarti belum dinilai."
    return Table(
        "Kebutuhan dan nasibnya",
        columns,
        tuple(rows),
        None,
        from_needs(facts),
        note,
        landscape=True,
        key=NEEDS,
    )


def _need_row(one: NeedFact, mixed: bool) -> tuple[Cell, ...]:
    year = f" ({one.fate_year})" if one.fate_year else ""
    return (
        one.ref,
        named(one.statement, one.is_example, mixed),
        one.office_short or one.office,
        one.kecamatan or "seluruh daerah",
        one.priority,
        one.status,
        f"{one.fate}{year}",
        one.fate_reason,
        "\n".join(one.programmes),
    )


def sources_annex(facts: BookFacts) -> tuple[Block, ...]:
    """How to trace a number, the data by kind, every programme's record, and all the money by source."""
    said = Paragraph(
        "Setiap tabel dan gambar menyebut sumbernya. Kode pada barisnya menunjuk catatan dalam Rangkai: K kebutuhan, "
        "I isu strategis, P program, S skenario, KEP keputusan, RI rencana induk. Versi naik satu setiap kali catatan "
        "diubah, dan riwayatnya menyimpan siapa yang mengubah serta isi sebelum dan sesudahnya."
    )
    documents = documents_of(facts)
    listed_documents = (document_table(facts, documents),) if documents else ()
    return (
        Section("Cara menelusuri", (said, data_table(facts))),
        Section("Catatan program", (record_table(facts),)),
        Section("Sumber pendanaan", (funding_table(facts, documents),), landscape=True),
        *((Section("Dokumen pendanaan", listed_documents, landscape=True),) if documents else ()),
    )


def data_table(facts: BookFacts) -> Table:
    """A row a kind of record: how many, from which to which number, and when the last one changed."""
    goals = facts.goal_plan
    rows: list[tuple[Cell, ...]] = [
        ("Rencana induk", 1, f"{facts.plan.ref} versi {facts.plan.version}", ""),
        ("Tujuan dan sasaran", len(goals.goals) if goals else 0, goals.name if goals else "", ""),
        ("Isu strategis", len(facts.issues), _from_to([one.ref for one in facts.issues]), ""),
        ("Kebutuhan", len(facts.needs), _from_to([one.ref for one in facts.needs]), _last(facts.needs)),
        (
            "Program",
            len(facts.programmes),
            _from_to([one.ref for one in facts.programmes]),
            _last(facts.programmes),
        ),
    ]
    if facts.scenario:
        solved = f"dihitung {format_date(facts.scenario.solved_at.date())}"
        rows.append(("Skenario peta jalan", 1, facts.scenario.ref, solved))
        decision = facts.scenario.decision
        if decision:
            rows.append(("Keputusan", 1, decision.ref, format_date(decision.decided_on)))
    columns = (
        Column("Data", 1.4),
        Column("Jumlah", 0.7, "number"),
        Column("Kode", 2.4),
        Column("Perubahan terakhir", 1.6),
    )
    return Table("Data yang dipakai buku ini", columns, tuple(rows), None, from_records(facts))


def _from_to(refs: Sequence[str]) -> str:
    return f"{min(refs)} s.d. {max(refs)}" if refs else ""


def _last(rows: Sequence[NeedFact] | Sequence[ProgrammePart]) -> str:
    return format_date(max(one.updated_at for one in rows).date()) if rows else ""


def record_table(facts: BookFacts) -> Table:
    """Version, date and state of every programme, and the post that answers for it."""
    rows = tuple(
        (one.ref, one.version, format_date_short(one.updated_at.date()), one.status, one.owner)
        for one in facts.programmes
    )
    columns = (
        Column("Kode", 1.0, "code"),
        Column("Versi", 0.5, "code", align="center"),
        Column("Diubah terakhir", 1.0, "code"),
        Column("Keadaan", 0.9),
        Column("Penanggung jawab", 3.4),
    )
    return Table("Catatan setiap program", columns, rows, None, from_programmes(facts))


def documents_of(facts: BookFacts) -> dict[str, int]:
    """Source document → its number in the table of documents, in the order of appearance."""
    names = dict.fromkeys(line.document for one in facts.programmes for line in one.funding if line.document)
    return {name: number for number, name in enumerate(names, start=1)}


def document_table(facts: BookFacts, documents: Mapping[str, int]) -> Table:
    columns = Column("No.", 0.3, "code"), Column("Dokumen", 5)
    rows = tuple((number, name) for name, number in documents.items())
    return Table("Dokumen pendanaan", columns, rows, None, from_programmes(facts))


def funding_table(facts: BookFacts, documents: Mapping[str, int]) -> Table:
    """Lines of one programme, fund, office, subkegiatan and document together; the sum is that of the programmes."""
    rows: list[tuple[Cell, ...]] = []
    for one in facts.programmes:
        together: dict[tuple[str, str, str, str], list[FundingPart]] = {}
        for line in one.funding:
            key = (line.fund, line.office, line.nomenclature, line.document)
            together.setdefault(key, []).append(line)
        rows += [_funding_row(one.ref, lines, documents) for lines in together.values()]
    columns = (
        Column("Program", 0.9, "code"),
        Column("Sumber dana", 0.6),
        Column("Perangkat daerah", 1.1),
        Column("Subkegiatan", 1.0),
        Column("Tahun usulan: rupiah", 3.2),
        Column("Jumlah (Rp)", 1.0, "money"),
        Column("Dok.", 0.3, "code", align="center"),
    )
    total = ("", "Jumlah", "", "", "", sum(one.total for one in facts.programmes), "")
    note = (
        "Tahun usulan adalah tahun yang diajukan perangkat daerah; peta jalan dapat menggeser pelaksanaannya, dan "
        "biayanya ikut bergeser. Dok.: nomor dalam tabel dokumen pendanaan."
    )
    return Table(
        "Sumber pendanaan setiap program",
        columns,
        tuple(rows),
        total,
        from_programmes(facts),
        note,
        landscape=True,
    )


def _funding_row(ref: str, lines: Sequence[FundingPart], documents: Mapping[str, int]) -> tuple[Cell, ...]:
    first = lines[0]
    years = "; ".join(f"{line.year}: {format_number(line.amount)}" for line in lines)
    return (
        ref,
        first.fund,
        first.office,
        first.nomenclature or "belum dipastikan",
        years,
        sum(line.amount for line in lines),
        documents.get(first.document, "–"),
    )
