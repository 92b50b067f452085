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
        Column("Kode", 0.9, "code"),
        Column("Kebutuhan", 3.2),
        Column("Perangkat daerah, kecamatan", 1.6),
        Column("Prioritas", 0.6, "number"),
        Column("Nasib dan alasan", 3.0),
        Column("Program", 0.9, "code"),
    )
    note = (
        "Prioritas 3 sampai 15 (USG); tanda – berarti belum dinilai. Keadaan dalam kurung siku berarti kebutuhan itu "
        "belum disetujui kepala perangkat daerahnya."
    )
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
    reason = f": {one.fate_reason}" if one.fate_reason else ""
    statement = named(one.statement, one.is_example, mixed)
    return (
        one.ref,
        statement if one.is_approved else f"{statement} [{one.status}]",
        f"{one.office_short or one.office}, {one.kecamatan or 'seluruh daerah'}",
        one.priority,
        f"{one.fate}{year}{reason}",
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
    tables = (record_table(facts, documents), *((document_table(facts, documents),) if documents else ()))
    return (
        Section("Cara menelusuri", (said, data_table(facts))),
        Section("Catatan dan pendanaan program", tables, landscape=True),
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


def documents_of(facts: BookFacts) -> dict[str, int]:
    """Source document → its number in the table of documents, in the order of appearance."""
    names = dict.fromkeys(line.document for one in facts.programmes for line in one.funding if line.document)
    return {name: number for number, name in enumerate(names, start=1)}


def document_table(facts: BookFacts, documents: Mapping[str, int]) -> Table:
    columns = Column("No.", 0.3, "code"), Column("Dokumen", 5)
    rows = tuple((number, name) for name, number in documents.items())
    return Table("Dokumen pendanaan", columns, rows, None, from_programmes(facts))


def record_table(facts: BookFacts, documents: Mapping[str, int]) -> Table:
    """Every programme's record, and its money by fund, office, subkegiatan and document; the sum is that of all."""
    rows: list[tuple[Cell, ...]] = []
    for one in facts.programmes:
        together: dict[tuple[str, str, str, str], list[FundingPart]] = {}
        for line in one.funding:
            key = (line.fund, line.office, line.nomenclature, line.document)
            together.setdefault(key, []).append(line)
        parts = [_funding_cells(lines, documents) for lines in together.values()] or [UNPAID]
        rows.append((one.ref, _record_text(one), *parts[0]))
        rows += [("", "", *part) for part in parts[1:]]
    columns = (
        Column("Program", 0.9, "code"),
        Column("Catatan", 2.2),
        Column("Sumber dana", 1.6),
        Column("Tahun usulan: rupiah", 2.4),
        Column("Jumlah (Rp)", 1.0, "money"),
        Column("Dok.", 0.3, "code", align="center"),
    )
    total = ("", "Jumlah", "", "", sum(one.total for one in facts.programmes), "")
    note = (
        "Catatan: versi, perubahan terakhir, keadaan, penanggung jawab. Sumber dana: dana, perangkat daerah, "
        "subkegiatan. Tahun usulan adalah tahun yang diajukan perangkat daerah; peta jalan dapat menggesernya bersama "
        "biayanya. Dok.: nomor dalam tabel dokumen."
    )
    return Table(
        "Catatan dan pendanaan setiap program",
        columns,
        tuple(rows),
        total,
        from_programmes(facts),
        note,
        landscape=True,
    )


UNPAID: tuple[Cell, ...] = ("belum ada pendanaan", "", None, "")


def _record_text(one: ProgrammePart) -> str:
    """ "v2, 24 Nov 2026, disetujui; Kepala Dinas Kesehatan"."""
    return f"v{one.version}, {format_date_short(one.updated_at.date())}, {one.status}; {one.owner}"


def _funding_cells(lines: Sequence[FundingPart], documents: Mapping[str, int]) -> tuple[Cell, ...]:
    first = lines[0]
    years = "; ".join(f"{line.year}: {format_number(line.amount)}" for line in lines)
    return (
        ", ".join(filter(None, (first.fund, first.office, first.nomenclature))),
        years,
        sum(line.amount for line in lines),
        documents.get(first.document, "–"),
    )
