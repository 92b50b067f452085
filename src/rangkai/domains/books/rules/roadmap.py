"""Peta jalan: when each programme runs, phase by phase, and which programmes found no place and why."""

from collections.abc import Sequence

from rangkai.domains.books.rules.facts import BookFacts, PhaseEnd, ProgrammePart, ScenarioFact
from rangkai.domains.books.rules.money import money_section
from rangkai.domains.books.rules.wording import (
    counted,
    dimension_name,
    from_programmes,
    from_scenario,
    is_mixed,
    named,
)
from rangkai.engines.typeset.charts import running_by_year, to_sketch
from rangkai.engines.typeset.document import (
    Bar,
    BarGroup,
    Block,
    BulletList,
    Callout,
    Cell,
    Column,
    CrossReference,
    Paragraph,
    Phase,
    RowGroup,
    Section,
    Table,
    Timeline,
)
from rangkai.lib.dates import format_date
from rangkai.lib.money import format_rupiah

MOST_ROWS = 150
"""A plan of more programmes lists them once by dimension and once in the picture; by jangka it names their refs."""

GLANCE, RUNNING = "tabel-sekilas", "gambar-berjalan"
TIMELINE, PHASES, LEFT_OUT = "gambar-peta-jalan", "tabel-jangka", "tabel-belum-masuk"


def roadmap(facts: BookFacts) -> tuple[Block, ...]:
    """What it rests on, the picture, the phases, the money, and what is left out."""
    if facts.scenario is None:
        return (Paragraph("Peta jalan belum dihitung."),)
    return (
        basis(facts, facts.scenario),
        at_a_glance(facts),
        picture_section(facts),
        phase_section(facts),
        *money_section(facts),
        *left_out_section(facts),
    )


def basis(facts: BookFacts, scenario: ScenarioFact) -> Section:
    """Which scenario, how good it is, and who decided it."""
    said = Paragraph(
        (
            f"Peta jalan ini adalah skenario {scenario.ref} “{scenario.name}”, dihitung "
            f"{format_date(scenario.solved_at.date())}. {scenario.quality}. Dari ",
            counted(len(facts.programmes), "program", from_programmes(facts)),
            ", ",
            counted(len(facts.placed), "program", from_scenario(facts)),
            f" mendapat tempat dan {len(facts.left_out)} belum.",
        )
    )
    blocks: list[Block] = [said, _decision(scenario)]
    if scenario.is_stale:
        words = (
            "Program, pagu, atau kesanggupan perangkat daerah berubah sejak skenario ini dihitung. Jumlah pemakaian "
            "dapat melewati pagu, dan program yang dicatat sesudahnya belum mendapat tempat, sampai peta jalan "
            "dihitung ulang."
        )
        blocks.append(Callout("Peta jalan perlu dihitung ulang", words, "penting"))
    if scenario.notes:
        blocks += [Paragraph("Catatan perhitungan:"), BulletList(scenario.notes)]
    return Section("Dasar peta jalan", tuple(blocks))


def _decision(scenario: ScenarioFact) -> Block:
    decision = scenario.decision
    if decision is None:
        return Callout(
            "Belum ditetapkan",
            "Skenario ini sudah dihitung tetapi belum ditetapkan pimpinan; susunannya masih dapat berubah.",
            "penting",
        )
    by = f" oleh {decision.by}" if decision.by else ""
    said = (
        f"Ditetapkan {format_date(decision.decided_on)}{by} dengan keputusan {decision.ref}: {decision.text}"
    )
    return Callout("Keputusan", said)


def at_a_glance(facts: BookFacts) -> Section:
    """The phases in figures, and how many programmes run in each year."""
    said = Paragraph(
        (CrossReference(GLANCE), " meringkas jangka, dan ", CrossReference(RUNNING), " kepadatannya.")
    )
    chart = running_by_year("Program yang berjalan setiap tahun", timeline(facts))
    caption = f"Program berjalan {facts.plan.period}"
    figure = to_sketch(chart, caption, from_scenario(facts), RUNNING)
    return Section("Sekilas", (said, phase_summary(facts), figure))


def phase_summary(facts: BookFacts) -> Table:
    """A row a jangka: until when, how many programmes start in it, and what they cost in all."""
    rows = []
    for phase in facts.plan.phases:
        inside = [one for one in facts.placed if one.phase == phase.kind]
        rows.append((phase.name, phase.until, len(inside), sum(one.total for one in inside)))
    columns = (
        Column("Jangka", 2),
        Column("Sampai", 0.8, "year"),
        Column("Program yang dimulai", 1.2, "number"),
        Column("Biaya (Rp)", 1.6, "money"),
    )
    total = ("Jumlah", "", len(facts.placed), sum(one.total for one in facts.placed))
    source = from_scenario(facts)
    return Table("Jangka dan biayanya", columns, tuple(rows), total, source, key=GLANCE)


def picture_section(facts: BookFacts) -> Section:
    years = facts.plan.years
    said = Paragraph(
        (
            CrossReference(TIMELINE),
            f" menggambarkan tahun pelaksanaan setiap program dari {years[0]} sampai {years[-1]}. Garis tegak "
            "menandai akhir setiap jangka.",
        )
    )
    return Section("Gambar peta jalan", (said, timeline(facts)), landscape=True)


def timeline(facts: BookFacts) -> Timeline:
    """A bar a placed programme, by dimension in the official order and then by start."""
    groups = []
    for dimension in facts.dimensions:
        placed = [one for one in facts.programmes_of(dimension.code) if one.start is not None]
        if placed:
            bars = tuple(_bar(one) for one in sorted(placed, key=lambda one: (one.start or 0, one.ref)))
            groups.append(BarGroup(dimension.name, dimension.code, bars))
    return Timeline(
        f"Peta jalan {facts.plan.period}",
        facts.plan.years,
        tuple(Phase(one.name, one.until) for one in facts.plan.phases),
        tuple(groups),
        from_scenario(facts),
        "◆ quick win.",
        key=TIMELINE,
    )


def _bar(one: ProgrammePart) -> Bar:
    length = 1 if one.start is None or one.end is None else one.end - one.start + 1
    return Bar(one.ref, one.name, one.office_short or one.office, one.start, length, one.quick_win)


def phase_section(facts: BookFacts) -> Section:
    """Programme by programme, or by dimension where that would only repeat a long picture."""
    said = Paragraph(
        (CrossReference(PHASES), " memuat program menurut jangka ketika pelaksanaannya dimulai.")
    )
    table = phase_table(facts) if len(facts.placed) <= MOST_ROWS else phases_by_dimension(facts)
    return Section("Program menurut jangka", (said, table))


def _phase_group(facts: BookFacts, phase: PhaseEnd) -> tuple[RowGroup, list[ProgrammePart]]:
    inside = sorted(
        (one for one in facts.placed if one.phase == phase.kind), key=lambda one: (one.start or 0, one.ref)
    )
    cost = format_rupiah(sum(one.total for one in inside))
    return RowGroup(f"{phase.name} (sampai {phase.until}): {len(inside)} program, {cost}"), inside


def phase_table(facts: BookFacts) -> Table:
    """Placed programmes under the jangka in which they start, by year and ref."""
    mixed = is_mixed(facts)
    rows: list[RowGroup | tuple[Cell, ...]] = []
    for phase in facts.plan.phases:
        group, inside = _phase_group(facts, phase)
        rows.append(group)
        for one in inside:
            name = named(one.name, one.is_example, mixed) + (" ◆" if one.quick_win else "")
            rows.append((one.ref, name, one.office_short or one.office, one.period, one.total))
    columns = (
        Column("Kode", 1.0, "code"),
        Column("Program", 3.2),
        Column("Perangkat daerah", 1.3),
        Column("Masa", 0.9, "code", align="center"),
        Column("Biaya (Rp)", 1.3, "money"),
    )
    total = ("", "Jumlah", "", "", sum(one.total for one in facts.placed))
    note = "◆ quick win." if any(one.quick_win for one in facts.placed) else ""
    return Table(
        "Program menurut jangka", columns, tuple(rows), total, from_scenario(facts), note, key=PHASES
    )


def phases_by_dimension(facts: BookFacts) -> Table:
    """Under each jangka a row a dimension, with the refs of the programmes that start in it."""
    rows: list[RowGroup | tuple[Cell, ...]] = []
    for phase in facts.plan.phases:
        group, inside = _phase_group(facts, phase)
        rows.append(group)
        for dimension in facts.dimensions:
            own = [one for one in inside if one.dimension == dimension.code]
            if own:
                refs = ", ".join(one.ref for one in own)
                rows.append((dimension.name, len(own), refs, sum(one.total for one in own)))
    columns = (
        Column("Dimensi", 1.2),
        Column("Program", 0.7, "number"),
        Column("Kode program", 3.6),
        Column("Biaya (Rp)", 1.3, "money"),
    )
    total = ("Jumlah", len(facts.placed), "", sum(one.total for one in facts.placed))
    return Table("Program menurut jangka", columns, tuple(rows), total, from_scenario(facts), key=PHASES)


def left_out_section(facts: BookFacts) -> tuple[Block, ...]:
    """Always printed: that nothing was left out is worth saying too."""
    rows = facts.left_out
    if not rows:
        return (Section("Belum masuk dan alasannya", (Paragraph("Semua program mendapat tempat."),)),)
    said = Paragraph(
        (
            counted(len(rows), "program", from_scenario(facts)),
            " belum mendapat tempat dalam peta jalan. ",
            CrossReference(LEFT_OUT),
            " menyebut alasannya, agar pengusulnya mengetahui apa yang perlu berubah.",
        )
    )
    return (Section("Belum masuk dan alasannya", (said, left_out_table(facts, rows)), landscape=True),)


def left_out_table(facts: BookFacts, rows: Sequence[ProgrammePart]) -> Table:
    mixed = is_mixed(facts)
    cells = tuple(
        (
            one.ref,
            named(one.name, one.is_example, mixed),
            dimension_name(facts, one.dimension),
            one.office_short or one.office,
            one.total,
            one.reason or "alasan belum tercatat",
        )
        for one in rows
    )
    columns = (
        Column("Kode", 0.9, "code"),
        Column("Program", 2.2),
        Column("Dimensi", 1.0),
        Column("Perangkat daerah", 1.1),
        Column("Biaya (Rp)", 1.1, "money"),
        Column("Alasan", 3.4),
    )
    total = ("", "Jumlah", "", "", sum(one.total for one in rows), "")
    return Table(
        "Program yang belum masuk peta jalan",
        columns,
        cells,
        total,
        from_scenario(facts),
        landscape=True,
        key=LEFT_OUT,
    )
