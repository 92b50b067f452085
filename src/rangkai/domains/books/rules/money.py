"""Anggaran: what the roadmap takes of each fund and year, and what the ceilings allow."""

from rangkai.domains.books.rules.facts import BookFacts, MoneyFact
from rangkai.domains.books.rules.wording import from_scenario
from rangkai.engines.typeset.charts import Spending, budget_by_year_and_fund, to_sketch
from rangkai.engines.typeset.document import (
    Block,
    Cell,
    Column,
    CrossReference,
    Figure,
    Paragraph,
    RowGroup,
    Section,
    Table,
    Traced,
)
from rangkai.lib.money import format_rupiah

BUDGET, CHART = "tabel-anggaran", "gambar-anggaran"


def money_section(facts: BookFacts) -> tuple[Block, ...]:
    """The whole in a sentence, the picture, and the table of every fund and year."""
    if not has_money(facts):
        return (Section("Anggaran", (Paragraph("Pagu dan biaya belum diisi."),)),)
    used, ceiling = used_in_all(facts), sum(one.ceiling for one in facts.money)
    said = Paragraph(
        (
            "Peta jalan memerlukan ",
            Traced(format_rupiah(used), from_scenario(facts)),
            " dari pagu ",
            Traced(format_rupiah(ceiling), from_scenario(facts)),
            f" selama {facts.plan.period}. ",
            CrossReference(CHART),
            " menunjukkan pemakaiannya per tahun dan ",
            CrossReference(BUDGET),
            " rinciannya per sumber dana.",
        )
    )
    return (
        Section("Anggaran per tahun", (said, budget_figure(facts))),
        Section("Anggaran per sumber dana", (budget_table(facts),), landscape=True),
    )


def has_money(facts: BookFacts) -> bool:
    """Whether any fund has a ceiling or is used in any year; there is nothing to draw otherwise."""
    return any(one.ceiling or one.used for one in facts.money)


def used_in_all(facts: BookFacts) -> int:
    return sum(one.used for one in facts.money)


def by_year(facts: BookFacts) -> dict[int, tuple[int, int]]:
    """Year → (ceiling, used) over all funds."""
    return {
        year: (
            sum(one.ceiling for one in facts.money if one.year == year),
            sum(one.used for one in facts.money if one.year == year),
        )
        for year in facts.plan.years
    }


def budget_figure(facts: BookFacts) -> Figure:
    """Stacked by fund, with a mark where the ceiling of the year lies."""
    names = {one.code: one.name for one in facts.funds}
    spending = [
        Spending(one.year, names.get(one.fund, one.fund), one.used) for one in facts.money if one.used
    ]
    ceilings = {year: ceiling for year, (ceiling, _) in by_year(facts).items()}
    chart = budget_by_year_and_fund(finding(facts), spending, ceilings)
    return to_sketch(chart, "Kebutuhan dana per tahun menurut sumber dana", from_scenario(facts), CHART)


def finding(facts: BookFacts) -> str:
    """The title of the picture: in which year the ceilings are used most."""
    shares = {year: used / ceiling for year, (ceiling, used) in by_year(facts).items() if ceiling and used}
    if not shares:
        return "Belum ada dana yang terpakai"
    fullest = max(shares, key=lambda year: (shares[year], -year))
    share = shares[fullest]
    if share > 1:
        return f"Kebutuhan {fullest} melewati pagu"
    if share > 0.995:
        return f"Pagu {fullest} habis terpakai"
    return f"Pagu paling banyak terpakai pada {fullest}: {round(share * 100)} %"


def budget_table(facts: BookFacts) -> Table:
    """Under each fund its ceiling, what is used, and what is left, year by year in whole rupiah."""
    names = {one.code: one.name for one in facts.funds}
    years = facts.plan.years
    rows: list[RowGroup | tuple[Cell, ...]] = []
    for fund in dict.fromkeys(one.fund for one in facts.money):
        cells = {one.year: one for one in facts.money if one.fund == fund}
        if any(one.ceiling or one.used for one in cells.values()):
            rows.append(RowGroup(names.get(fund, fund)))
            rows += _fund_rows(cells, years)
    used = {year: used for year, (_, used) in by_year(facts).items()}
    columns = (
        Column("Uraian", 1.0),
        *(Column(str(year), 1.0, "money", group="Rupiah per tahun") for year in years),
        Column("Jumlah", 1.15, "money"),
    )
    return Table(
        "Pagu dan pemakaian per sumber dana dan tahun",
        columns,
        tuple(rows),
        ("Terpakai", *(used[year] for year in years), used_in_all(facts)),
        from_scenario(facts),
        note="Baris terakhir menjumlahkan pemakaian semua sumber dana.",
        landscape=True,
        key=BUDGET,
    )


def _fund_rows(cells: dict[int, MoneyFact], years: tuple[int, ...]) -> list[tuple[Cell, ...]]:
    ceilings = [cells[year].ceiling if year in cells else 0 for year in years]
    used = [cells[year].used if year in cells else 0 for year in years]
    left = [one - other for one, other in zip(ceilings, used, strict=True)]
    return [
        ("Pagu", *(one or None for one in ceilings), sum(ceilings)),
        ("Terpakai", *(one or None for one in used), sum(used)),
        ("Sisa", *(one or None for one in left), sum(left)),
    ]


def year_rows(facts: BookFacts) -> tuple[tuple[Cell, ...], ...]:
    """(year, ceiling, used, left): the short table of the summary."""
    return tuple((year, ceiling, used, ceiling - used) for year, (ceiling, used) in by_year(facts).items())
