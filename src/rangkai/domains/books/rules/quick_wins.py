"""Quick win: felt by citizens within a year, with what may go wrong and what is done about it."""

from collections.abc import Callable

from rangkai.domains.books.rules.action_plan import outputs_text, risk_table
from rangkai.domains.books.rules.facts import BookFacts, ProgrammePart
from rangkai.domains.books.rules.wording import (
    counted,
    from_programmes,
    is_mixed,
    listed,
    named,
)
from rangkai.engines.typeset.document import (
    Block,
    Callout,
    Cell,
    Column,
    CrossReference,
    Paragraph,
    RowGroup,
    Section,
    Table,
)

LIST, ANSWERS, RISKS = "tabel-quick-win", "tabel-jawaban-quick-win", "tabel-risiko-quick-win"


def quick_wins(facts: BookFacts) -> tuple[Block, ...]:
    """The list with what each answers, then the risks with their mitigation."""
    rows = facts.quick_wins
    if not rows:
        return (Paragraph("Belum ada program yang ditandai sebagai quick win."),)
    said = Paragraph(
        (
            "Quick win adalah program yang hasilnya dirasakan warga dalam waktu dekat dan mempertajam layanan yang "
            "sudah ada. Ada ",
            counted(len(rows), "quick win", from_programmes(facts, rows)),
            "; ",
            CrossReference(LIST),
            " memuat penanggung jawab, masa, dan biayanya; ",
            CrossReference(ANSWERS),
            " kebutuhan yang dijawab dan keluarannya.",
        )
    )
    parts = Section("Daftar quick win", (said, quick_win_table(facts)))
    return (parts, Section("Kebutuhan dan keluaran", (answer_table(facts),)), *risks(facts))


def quick_win_table(facts: BookFacts) -> Table:
    """Under its dimension: who does it, when, and for how much."""
    mixed = is_mixed(facts)
    rows = _under_dimensions(
        facts,
        lambda one: (
            one.ref,
            named(one.name, one.is_example, mixed),
            one.office_short or one.office,
            one.period,
            one.total,
        ),
    )
    columns = (
        Column("Kode", 1.0, "code"),
        Column("Quick win", 2.8),
        Column("Perangkat daerah", 1.3),
        Column("Masa", 0.8, "code", align="center"),
        Column("Biaya (Rp)", 1.2, "money"),
    )
    total = ("", "Jumlah", "", "", sum(one.total for one in facts.quick_wins))
    return Table("Quick win", columns, rows, total, from_programmes(facts, facts.quick_wins), key=LIST)


def answer_table(facts: BookFacts) -> Table:
    """What each quick win answers and what it will have delivered."""
    rows = _under_dimensions(
        facts,
        lambda one: (one.ref, ", ".join(one.needs) or "belum dikaitkan", outputs_text(one.outputs)),
    )
    columns = Column("Kode", 1.0, "code"), Column("Kebutuhan yang dijawab", 2.0), Column("Keluaran", 3.0)
    caption = "Kebutuhan yang dijawab quick win dan keluarannya"
    return Table(caption, columns, rows, None, from_programmes(facts, facts.quick_wins), key=ANSWERS)


def _under_dimensions(
    facts: BookFacts, row: Callable[[ProgrammePart], tuple[Cell, ...]]
) -> tuple[RowGroup | tuple[Cell, ...], ...]:
    rows: list[RowGroup | tuple[Cell, ...]] = []
    for dimension in facts.dimensions:
        inside = [one for one in facts.quick_wins if one.dimension == dimension.code]
        if inside:
            rows += [RowGroup(dimension.name, dimension.code), *map(row, inside)]
    return tuple(rows)


def risks(facts: BookFacts) -> tuple[Block, ...]:
    """The risk table, and by name those without one: a quick win without risk analysis is not ready."""
    with_risks = [one for one in facts.quick_wins if one.risks]
    without = [one for one in facts.quick_wins if not one.risks]
    blocks: list[Block] = []
    if without:
        refs = listed(one.ref for one in without)
        blocks.append(Callout("Risiko belum ditulis", f"Analisis risiko belum ada untuk {refs}.", "penting"))
    if with_risks:
        said = (CrossReference(RISKS), " memuat risiko setiap quick win dan cara mengatasinya.")
        blocks.append(Paragraph(said))
        blocks.append(risk_table(facts, with_risks, "Risiko dan mitigasi quick win", RISKS))
    return (Section("Risiko dan mitigasi quick win", tuple(blocks), landscape=True),)
