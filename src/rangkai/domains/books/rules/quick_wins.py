"""Quick win: felt by citizens within a year, with what may go wrong and what is done about it."""

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

LIST, RISKS = "tabel-quick-win", "tabel-risiko-quick-win"


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
            " memuat kebutuhan yang dijawab dan keluarannya.",
        )
    )
    return (Section("Daftar quick win", (said, quick_win_table(facts))), *risks(facts))


def quick_win_table(facts: BookFacts, *, brief: bool = False) -> Table:
    """`brief` leaves out needs and outputs, for the summary."""
    mixed = is_mixed(facts)
    rows: list[RowGroup | tuple[Cell, ...]] = []
    for dimension in facts.dimensions:
        inside = [one for one in facts.quick_wins if one.dimension == dimension.code]
        if inside:
            rows.append(RowGroup(dimension.name, dimension.code))
            rows += [_row(one, mixed, brief) for one in inside]
    columns = (
        Column("Kode", 1.0, "code"),
        Column("Quick win", 2.6),
        Column("Perangkat daerah", 1.2),
        Column("Masa", 0.8, "code", align="center"),
        Column("Biaya (Rp)", 1.2, "money"),
    )
    more = (Column("Kebutuhan", 1.1), Column("Keluaran", 2.2))
    total = ("", "Jumlah", "", "", sum(one.total for one in facts.quick_wins), "", "")
    return Table(
        "Quick win",
        columns if brief else columns + more,
        tuple(rows),
        total[:5] if brief else total,
        from_programmes(facts, facts.quick_wins),
        landscape=not brief,
        key=LIST,
    )


def _row(one: ProgrammePart, mixed: bool, brief: bool) -> tuple[Cell, ...]:
    head = (
        one.ref,
        named(one.name, one.is_example, mixed),
        one.office_short or one.office,
        one.period,
        one.total,
    )
    needs = ", ".join(one.needs) or "belum dikaitkan"
    return head if brief else (*head, needs, outputs_text(one.outputs))


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
    return (Section("Risiko dan mitigasi quick win", tuple(blocks)),)
