"""Rencana aksi: what will be done, by whom, when, for how much, and what may go wrong."""

from collections.abc import Sequence

from rangkai.domains.books.rules.facts import BookFacts, DimensionPart, OutputPart, ProgrammePart, RiskPart
from rangkai.domains.books.rules.wording import (
    dimension_name,
    from_programmes,
    is_mixed,
    key_count,
    key_money,
    named,
    tidy,
)
from rangkai.domains.programmes.rules.risk import band, weight
from rangkai.engines.typeset.charts import Share, share_by_dimension, to_sketch
from rangkai.engines.typeset.document import (
    Block,
    Callout,
    Cell,
    Column,
    CrossReference,
    Figure,
    KeyFigures,
    Paragraph,
    RowGroup,
    Section,
    Table,
)
from rangkai.lib.numbers import format_number

RISKS, KINDS, SHARES = "tabel-risiko", "tabel-jenis", "gambar-dimensi"


def action_plan(facts: BookFacts) -> tuple[Block, ...]:
    """The whole in figures, a section a dimension with its programmes, and the risks of those that are no quick win."""
    dimensions = [dimension_programmes(facts, one) for one in facts.dimensions]
    return (overview(facts), *dimensions, *risk_section(facts))


def overview(facts: BookFacts) -> Section:
    """Figures, the programmes by kind, and the picture by dimension."""
    offices = {one.office for one in facts.programmes}
    source = from_programmes(facts)
    figures = KeyFigures(
        (
            key_count(len(facts.programmes), "program", source),
            key_count(len(offices), "perangkat daerah penanggung jawab", source),
            key_count(len(facts.quick_wins), "quick win", source),
            key_money(sum(one.total for one in facts.programmes), "biaya seluruhnya", source),
        )
    )
    said = Paragraph(
        (
            "Program tidak selalu berarti aplikasi: ",
            CrossReference(KINDS),
            " menunjukkan jenisnya, dan ",
            CrossReference(SHARES),
            " bagian setiap dimensi. Masa setiap program adalah tahun pelaksanaannya dalam peta jalan; tanda – "
            "berarti belum ditempatkan, dan alasannya disebut dalam bab Peta Jalan.",
        )
    )
    return Section("Gambaran", (figures, said, *_not_approved(facts), kind_table(facts), share_figure(facts)))


def _not_approved(facts: BookFacts) -> tuple[Block, ...]:
    waiting = [one for one in facts.programmes if not one.is_approved]
    if not waiting:
        return ()
    said = (
        f"{len(waiting)} dari {len(facts.programmes)} program belum disetujui kepala perangkat daerahnya. Keadaan "
        "setiap program tercantum dalam Lampiran Sumber."
    )
    return (Callout("Belum semua disetujui", said, "penting"),)


def kind_table(facts: BookFacts) -> Table:
    """Programmes and cost by kind, the most frequent first."""
    kinds: dict[str, list[ProgrammePart]] = {}
    for one in facts.programmes:
        kinds.setdefault(one.kind, []).append(one)
    ordered = sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0]))
    rows = tuple((kind, len(rows), sum(one.total for one in rows)) for kind, rows in ordered)
    total = ("Jumlah", len(facts.programmes), sum(one.total for one in facts.programmes))
    columns = Column("Jenis", 3), Column("Program", 1, "number"), Column("Biaya (Rp)", 2, "money")
    return Table("Program menurut jenis", columns, rows, total, from_programmes(facts), key=KINDS)


def shares(facts: BookFacts) -> list[Share]:
    """A share a dimension, in the official order."""
    return [
        Share(
            one.name, sum(p.total for p in facts.programmes_of(one.code)), len(facts.programmes_of(one.code))
        )
        for one in facts.dimensions
    ]


def share_figure(facts: BookFacts) -> Figure:
    """The title says which dimension takes most."""
    found = shares(facts)
    largest = max(found, key=lambda one: one.amount, default=None)
    title = "Belum ada biaya yang tercatat"
    if largest is not None and largest.amount:
        title = f"{largest.dimension} memerlukan biaya terbesar"
    return to_sketch(
        share_by_dimension(title, found),
        "Biaya dan jumlah program per dimensi",
        from_programmes(facts),
        SHARES,
    )


def dimension_programmes(facts: BookFacts, dimension: DimensionPart) -> Section:
    """The table of a dimension's programmes; it exists also while it is empty, for other chapters refer to it."""
    rows = facts.programmes_of(dimension.code)
    lead: tuple[Block, ...] = ()
    if not rows:
        lead = (Paragraph(f"Belum ada program pada dimensi {dimension.name}."),)
    return Section(dimension.name, (*lead, programme_table(facts, dimension, rows)), landscape=True)


def programme_table(facts: BookFacts, dimension: DimensionPart, rows: Sequence[ProgrammePart]) -> Table:
    mixed = is_mixed(facts)
    columns = (
        Column("Kode", 0.9, "code"),
        Column("Program dan jenisnya", 2.8),
        Column("Perangkat daerah", 1.2),
        Column("Masa", 0.8, "code", align="center"),
        Column("Biaya (Rp)", 1.1, "money"),
        Column("Sasaran dan indikator", 1.2),
        Column("Keluaran", 2.2),
    )
    cells = tuple(
        (
            one.ref,
            f"{named(one.name, one.is_example, mixed)}{' ◆' if one.quick_win else ''} ({one.kind.lower()})",
            one.office_short or one.office,
            one.period,
            one.total,
            "; ".join(filter(None, (", ".join(one.goals), ", ".join(one.measures)))) or "belum dikaitkan",
            outputs_text(one.outputs),
        )
        for one in rows
    )
    total = ("", "Jumlah", "", "", sum(one.total for one in rows), "", "")
    return Table(
        f"Program dimensi {dimension.name}",
        columns,
        cells,
        total,
        from_programmes(facts, rows),
        note="◆ quick win; risiko dan mitigasinya dalam bab Quick Win."
        if any(p.quick_win for p in rows)
        else "",
        landscape=True,
        key=f"program-{dimension.code}",
    )


def outputs_text(outputs: Sequence[OutputPart]) -> str:
    """ "85 jenis layanan dapat diselesaikan (2030); …" in the words of the office."""
    return "; ".join(output_text(one) for one in outputs) or "belum dicatat"


def output_text(output: OutputPart) -> str:
    amount = ""
    if output.quantity is not None:
        amount = f": {format_number(tidy(output.quantity))} {output.unit}".rstrip()
    year = f" ({output.year})" if output.year else ""
    return f"{output.text}{amount}{year}"


def risk_section(facts: BookFacts) -> tuple[Block, ...]:
    """Risks of programmes that are no quick win; those of quick wins stand in their own chapter."""
    rows = [one for one in facts.programmes if one.risks and not one.quick_win]
    if not rows:
        return ()
    said = Paragraph(
        (
            CrossReference(RISKS),
            " memuat risiko program selain quick win. Bobot adalah kemungkinan dikalikan dampak, masing-masing 1 "
            "sampai 5.",
        )
    )
    table = risk_table(facts, rows, "Risiko program", RISKS)
    return (Section("Risiko dan mitigasi", (said, table), landscape=True),)


def risk_table(facts: BookFacts, programmes: Sequence[ProgrammePart], caption: str, key: str) -> Table:
    """A row a risk, under its dimension; with weight, its band in words, mitigation and who watches over it."""
    rows: list[RowGroup | tuple[Cell, ...]] = []
    dimension = None
    for one in programmes:
        if one.dimension != dimension:
            dimension = one.dimension
            rows.append(RowGroup(dimension_name(facts, dimension), dimension))
        rows += [_risk_row(one, risk) for risk in one.risks]
    columns = (
        Column("Kode", 0.9, "code"),
        Column("Program", 1.7),
        Column("Risiko", 1.9),
        Column("Sebab", 1.6),
        Column("Bobot", 0.7, "code", align="center"),
        Column("Mitigasi", 2.6),
        Column("Penanggung jawab", 1.7),
    )
    return Table(
        caption, columns, tuple(rows), source=from_programmes(facts, programmes), landscape=True, key=key
    )


def _risk_row(programme: ProgrammePart, risk: RiskPart) -> tuple[Cell, ...]:
    score = weight(risk.likelihood, risk.impact)
    return (
        programme.ref,
        programme.name,
        risk.risk,
        risk.cause,
        f"{score} {band(risk.likelihood, risk.impact).label}",
        risk.mitigation or "belum ditulis",
        risk.owner or programme.owner,
    )
