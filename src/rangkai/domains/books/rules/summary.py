"""Buku 3: what a leader or a guest reads in a quarter of an hour."""

from rangkai.domains.books.rules.action_plan import share_figure, shares
from rangkai.domains.books.rules.facts import BookFacts
from rangkai.domains.books.rules.money import budget_figure, has_money, used_in_all, year_rows
from rangkai.domains.books.rules.quick_wins import quick_win_table
from rangkai.domains.books.rules.roadmap import phase_summary, timeline
from rangkai.domains.books.rules.wording import (
    from_needs,
    from_plan,
    from_programmes,
    from_scenario,
    key_count,
    key_money,
)
from rangkai.engines.typeset.charts import running_by_year, to_sketch
from rangkai.engines.typeset.document import (
    Block,
    Callout,
    Cell,
    Column,
    Figure,
    KeyFigures,
    Paragraph,
    RowGroup,
    Section,
    Table,
    Timeline,
    Traced,
)

MOST_BARS = 60
"""A roadmap of more bars is shown by year, for the summary stays a summary."""


def summary(facts: BookFacts) -> tuple[Block, ...]:
    """Vision and figures, dimensions, roadmap, quick wins, budget."""
    return (
        _figures(facts),
        *_vision(facts),
        Section("Enam dimensi" if len(facts.dimensions) == 6 else "Dimensi", _dimensions(facts)),
        Section("Peta jalan", _roadmap(facts)),
        Section("Quick win", _quick_wins(facts)),
        Section("Anggaran", _budget(facts)),
    )


def _figures(facts: BookFacts) -> KeyFigures:
    return KeyFigures(
        (
            key_count(len(facts.needs), "kebutuhan", from_needs(facts)),
            key_count(len(facts.programmes), "program", from_programmes(facts)),
            key_count(len(facts.placed), "sudah masuk peta jalan", from_scenario(facts)),
            key_money(used_in_all(facts), f"biaya {facts.plan.period}", from_scenario(facts)),
        )
    )


def _vision(facts: BookFacts) -> tuple[Block, ...]:
    if not facts.plan.vision:
        return ()
    return (Callout("Visi", (Traced(facts.plan.vision, from_plan(facts)),)),)


def _dimensions(facts: BookFacts) -> tuple[Block, ...]:
    rows: list[RowGroup | tuple[Cell, ...]] = []
    for dimension, share in zip(facts.dimensions, shares(facts), strict=True):
        needs = len(facts.needs_of(dimension.code))
        rows.append(RowGroup(dimension.name, dimension.code))
        rows.append((dimension.gloss, needs, share.programmes, share.amount))
    columns = (
        Column("Dimensi", 3.4),
        Column("Kebutuhan", 0.9, "number"),
        Column("Program", 0.8, "number"),
        Column("Biaya (Rp)", 1.4, "money"),
    )
    table = Table("Dimensi kota cerdas", columns, tuple(rows), None, from_programmes(facts))
    return (table, share_figure(facts))


def _roadmap(facts: BookFacts) -> tuple[Block, ...]:
    scenario = facts.scenario
    if scenario is None:
        return (Paragraph("Peta jalan belum dihitung."),)
    status = "sudah ditetapkan" if scenario.is_adopted else "belum ditetapkan"
    said = Paragraph(
        f"Peta jalan memuat {len(facts.placed)} dari {len(facts.programmes)} program (skenario {scenario.ref}, "
        f"{status}). {scenario.quality}."
    )
    return (said, phase_summary(facts), picture(facts))


def picture(facts: BookFacts) -> Timeline | Figure:
    """The roadmap bar by bar, or programmes running by year where the bars would fill the book."""
    whole = timeline(facts)
    if len(facts.placed) <= MOST_BARS:
        return whole
    chart = running_by_year("Program yang berjalan setiap tahun", whole)
    return to_sketch(chart, f"Program berjalan {facts.plan.period}", from_scenario(facts))


def _quick_wins(facts: BookFacts) -> tuple[Block, ...]:
    if not facts.quick_wins:
        return (Paragraph("Belum ada program yang ditandai sebagai quick win."),)
    said = Paragraph(
        "Quick win adalah program yang hasilnya dirasakan warga dalam waktu dekat dan mempertajam layanan yang ada."
    )
    return (said, quick_win_table(facts))


def _budget(facts: BookFacts) -> tuple[Block, ...]:
    if not has_money(facts):
        return (Paragraph("Pagu dan biaya belum diisi."),)
    columns = (
        Column("Tahun", 0.8, "year"),
        Column("Pagu (Rp)", 1.4, "money"),
        Column("Terpakai (Rp)", 1.4, "money"),
        Column("Sisa (Rp)", 1.4, "money"),
    )
    rows = year_rows(facts)
    ceiling, used = sum(one.ceiling for one in facts.money), used_in_all(facts)
    total = ("Jumlah", ceiling, used, ceiling - used)
    table = Table("Pagu dan pemakaian per tahun", columns, rows, total, from_scenario(facts))
    return (budget_figure(facts), table)
