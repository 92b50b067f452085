"""Charts for page and book: one Vega-Lite spec serves both.

A builder takes plain facts and gives a `Chart`. The caller writes the title, which is the finding ("Pagu 2029 habis").
Bars start at zero; colours are at most six; in grey, order and labels tell them apart.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rangkai.engines.typeset import palette
from rangkai.engines.typeset.chart_style import (
    INK,
    PRINT_WIDTH,
    Chart,
    Spec,
    Width,
    amount,
    colour,
    finish,
    in_unit,
    layer,
    rupiah_unit,
    to_figure,
    to_png,
    to_sketch,
    to_svg,
    tooltip,
    words,
    years,
)
from rangkai.engines.typeset.document import Cell, Column, RowGroup, Table, Timeline
from rangkai.lib.money import format_rupiah, format_rupiah_short

__all__ = [
    "Chart",
    "Share",
    "Spending",
    "budget_by_year_and_fund",
    "roadmap_chart",
    "running_by_year",
    "share_by_dimension",
    "to_figure",
    "to_png",
    "to_sketch",
    "to_svg",
]

MOST_FUNDS = 6
ROW_HEIGHT = 17
_BAR = {"type": "bar", "stroke": "white", "strokeWidth": 0.7}


@dataclass(frozen=True)
class Spending:
    """`amount` is whole rupiah."""

    year: int
    fund: str
    amount: int


@dataclass(frozen=True)
class Share:
    """What a dimension holds: whole rupiah, and programmes."""

    dimension: str
    amount: int
    programmes: int


def budget_by_year_and_fund(
    title: str, spending: Sequence[Spending], ceilings: Mapping[int, int], width: Width = PRINT_WIDTH
) -> Chart:
    """Stacked bars of rupiah by year, and a mark where the ceiling of a year lies.

    The largest fund lies at the bottom; beyond six, the smallest fall together as "Lainnya".
    """
    in_years = sorted({one.year for one in spending} | set(ceilings))
    funds, sums = _sums(spending, in_years)
    totals = {year: sum(sums[year, fund] for fund in funds) for year in in_years}
    unit, unit_name = rupiah_unit(max([*totals.values(), *ceilings.values()], default=0))
    stacks = _stacks(funds, sums, unit, unit_name)
    layers = [stacks, _totals(totals, unit, ceilings), *_ceiling_marks(ceilings, unit)]
    said = f"{title}. Diagram batang bertumpuk, jumlah per tahun: {_said_by_year(totals, ceilings)}."
    spec = finish(layers, title, said, width, 260)
    return Chart(spec, said, _budget_table(title, funds, sums, totals, ceilings))


def _stacks(funds: Sequence[str], sums: Mapping[tuple[int, str], int], unit: int, unit_name: str) -> Spec:
    rows = [
        {
            "tahun": str(year),
            "dana": fund,
            "nilai": sum_of / unit,
            "urutan": funds.index(fund),
            "rupiah": format_rupiah(sum_of),
        }
        for (year, fund), sum_of in sums.items()
    ]
    # Turned over, so that the legend lists the funds as they lie in the bar, the last on top.
    shades = colour("dana", funds[::-1], palette.FUNDS[: len(funds)][::-1], {"orient": "right", "offset": 34})
    return layer(
        rows,
        _BAR,
        x=years(),
        y=amount("nilai", title=unit_name, stack="zero"),
        color=shades,
        order={"field": "urutan", "type": "quantitative"},
        tooltip=tooltip(tahun="Tahun", dana="Sumber dana", rupiah="Jumlah"),
    )


def _sums(
    spending: Sequence[Spending], in_years: Sequence[int]
) -> tuple[list[str], dict[tuple[int, str], int]]:
    """Funds by size, and the sum of each (year, fund)."""
    sizes: dict[str, int] = {}
    for one in spending:
        sizes[one.fund] = sizes.get(one.fund, 0) + one.amount
    funds = sorted(sizes, key=lambda fund: (-sizes[fund], fund))
    if len(funds) > MOST_FUNDS:
        kept = [fund for fund in funds if fund != palette.REST]
        funds = [*kept[: MOST_FUNDS - 1], palette.REST]
    sums = {(year, fund): 0 for year in in_years for fund in funds}
    for one in spending:
        sums[one.year, one.fund if one.fund in funds else palette.REST] += one.amount
    return funds, sums


def _totals(totals: Mapping[int, int], unit: int, ceilings: Mapping[int, int]) -> Spec:
    """The sum over each bar; over the ceiling's mark where that lies in the way."""
    near = max(totals.values(), default=0) * 0.09
    rows = []
    for year, total in totals.items():
        ceiling = ceilings.get(year, 0)
        height = ceiling if total <= ceiling <= total + near else total
        if total:
            rows.append({"tahun": str(year), "nilai": height / unit, "kata": in_unit(total, unit)})
    mark = {"type": "text", "dy": -7, "fontWeight": "bold"}
    return layer(rows, mark, x=years(), y=amount("nilai"), text=words("kata"))


def _ceiling_marks(ceilings: Mapping[int, int], unit: int) -> list[Spec]:
    rows = [
        {"tahun": str(year), "nilai": ceiling / unit, "rupiah": format_rupiah(ceiling)}
        for year, ceiling in sorted(ceilings.items())
    ]
    place = {"x": years(), "y": amount("nilai")}
    tick = {"type": "tick", "color": INK, "thickness": 2, "bandSize": 34}
    word = {"type": "text", "color": INK, "fontStyle": "italic", "align": "left", "dx": 20, "text": "pagu"}
    return [
        layer(rows, tick, **place, tooltip=tooltip(tahun="Tahun", rupiah="Pagu")),
        layer(rows[-1:], word, **place),
    ]


def _said_by_year(totals: Mapping[int, int], ceilings: Mapping[int, int]) -> str:
    said = []
    for year, total in totals.items():
        limit = f" dari pagu {format_rupiah_short(ceilings[year])}" if year in ceilings else ""
        said.append(f"{year} {format_rupiah_short(total)}{limit}")
    return "; ".join(said)


def _budget_table(
    title: str,
    funds: Sequence[str],
    sums: Mapping[tuple[int, str], int],
    totals: Mapping[int, int],
    ceilings: Mapping[int, int],
) -> Table:
    columns = [Column("Tahun", 0.7, "year"), *(Column(fund, 1.0, "money") for fund in funds)]
    columns += [Column("Jumlah (Rp)", 1.1, "money"), Column("Pagu (Rp)", 1.1, "money")]
    rows = tuple(
        (year, *(sums[year, fund] for fund in funds), total, ceilings.get(year))
        for year, total in totals.items()
    )
    whole = tuple(sum(sums[year, fund] for year in totals) for fund in funds)
    total = ("Jumlah", *whole, sum(totals.values()), sum(ceilings.values()) or None)
    return Table(title, tuple(columns), rows, total)


def share_by_dimension(title: str, shares: Sequence[Share], width: Width = PRINT_WIDTH) -> Chart:
    """A bar a dimension in the order given, with its rupiah and its programmes in words at the end of the bar."""
    largest = max((one.amount for one in shares), default=0)
    unit, unit_name = rupiah_unit(largest)
    rows = [
        {
            "dimensi": one.dimension,
            "nilai": one.amount / unit,
            "kata": f"{format_rupiah_short(one.amount)} · {one.programmes} program",
            "rupiah": format_rupiah(one.amount),
        }
        for one in shares
    ]
    names = [one.dimension for one in shares]
    room: Spec = {"zero": True, "domain": [0, largest / unit * 1.35 or 1]}
    place = {
        "x": amount("nilai", title=unit_name, scale=room),
        "y": words("dimensi")
        | {"title": None, "sort": names, "axis": {"labelColor": INK, "labelFontSize": 12}},
    }
    colours = [palette.dimension_colour(name) for name in names]
    layers = [
        layer(
            rows,
            {"type": "bar"},
            **place,
            color=colour("dimensi", names, colours, None),
            tooltip=tooltip(dimensi="Dimensi", rupiah="Pagu"),
        ),
        layer(rows, {"type": "text", "align": "left", "dx": 6}, **place, text=words("kata")),
    ]
    said = f"{title}. Diagram batang: " + "; ".join(f"{row['dimensi']} {row['kata']}" for row in rows) + "."
    columns = Column("Dimensi", 2), Column("Program", 1, "number"), Column("Pagu (Rp)", 1.5, "money")
    table = Table(title, columns, tuple((one.dimension, one.programmes, one.amount) for one in shares))
    return Chart(finish(layers, title, said, width, 34 * max(1, len(shares))), said, table)


def running_by_year(title: str, timeline: Timeline, width: Width = PRINT_WIDTH) -> Chart:
    """How many programmes of each dimension run in each year: the roadmap at one glance."""
    names = [group.title for group in timeline.groups]
    counts = {(name, year): 0 for name in names for year in timeline.years}
    for group in timeline.groups:
        for bar in group.bars:
            before, length, _ = timeline.span(bar)
            for year in timeline.years[before : before + length]:
                counts[group.title, year] += 1
    totals = {year: sum(counts[name, year] for name in names) for year in timeline.years}
    rows = [
        {"tahun": str(year), "dimensi": name, "program": counts[name, year], "urutan": -at}
        for at, name in enumerate(names)
        for year in timeline.years
    ]
    layers = [
        layer(
            rows,
            _BAR,
            x=years(),
            y=amount("program", title="program berjalan", stack="zero"),
            color=_dimensions(timeline, {"orient": "right"}),
            order={"field": "urutan", "type": "quantitative"},
            tooltip=tooltip(tahun="Tahun", dimensi="Dimensi", program="Program"),
        ),
        _totals(totals, 1, {}),
    ]
    said = f"{title}. Diagram batang bertumpuk, program berjalan per tahun: "
    said += "; ".join(f"{year} {total} program" for year, total in totals.items()) + "."
    columns = Column("Dimensi", 2), *(Column(str(year), 1, "number") for year in timeline.years)
    body: tuple[tuple[Cell, ...], ...] = tuple(
        (name, *(counts[name, year] for year in timeline.years)) for name in names
    )
    table = Table(title, columns, body, ("Jumlah", *totals.values()))
    return Chart(finish(layers, title, said, width, 240), said, table)


def roadmap_chart(title: str, timeline: Timeline, width: Width = PRINT_WIDTH) -> Chart:
    """The Gantt for the page: a bar a programme under its dimension, a line where a phase ends.

    Bars that are not placed are left to the table. For print, `document.Timeline` is drawn as a table instead, which
    flows over pages.
    """
    rows = _gantt_rows(timeline)
    first, after = timeline.years[0], timeline.years[-1] + 1
    height = max(1, len(rows)) * ROW_HEIGHT
    axis = {"values": list(range(first, after)), "format": "d", "orient": "top", "labelAlign": "left"}
    scale: Spec = {"domain": [first, after], "nice": False, "zero": False}
    place = {"type": "quantitative", "title": None, "axis": axis, "scale": scale}
    lanes = {"sort": [row["baris"] for row in rows], "axis": {"labelColor": INK, "labelLimit": 300}}
    phases = [{"akhir": phase.until + 1, "jangka": phase.name} for phase in timeline.phases]
    ends = place | {"field": "akhir"}
    rule = {"type": "rule", "color": palette.ACCENT, "strokeDash": [4, 3]}
    name = {"type": "text", "color": palette.ACCENT, "align": "right", "fontSize": 10}
    layers = [
        layer(phases, rule, x=ends),
        layer(phases, name, x=ends, y={"value": height + 12}, text=words("jangka")),
        layer(
            rows,
            {"type": "bar", "height": 10, "cornerRadius": 2},
            x=place | {"field": "mulai"},
            x2={"field": "selesai"},
            y=words("baris") | {"title": None} | lanes,
            color=_dimensions(timeline, {"orient": "bottom", "offset": 26}),
            tooltip=tooltip(kode="Kode", program="Program", pemilik="Perangkat Daerah", tahun="Tahun"),
        ),
    ]
    said = f"{title}. Bagan waktu {len(rows)} program, {first} sampai {after - 1}."
    return Chart(finish(layers, title, said, width, height), said, _gantt_table(title, timeline))


def _dimensions(timeline: Timeline, legend: Spec) -> Spec:
    colours = [palette.dimension_colour(group.dimension) for group in timeline.groups]
    return colour("dimensi", [group.title for group in timeline.groups], colours, legend)


def _gantt_rows(timeline: Timeline) -> list[Spec]:
    rows: list[Spec] = []
    for group in timeline.groups:
        for bar in group.bars:
            before, length, _ = timeline.span(bar)
            if length:
                start = timeline.years[before]
                rows.append(
                    {
                        "baris": f"{bar.ref}  {_shortened(bar.label)}",
                        "kode": bar.ref,
                        "program": bar.label,
                        "pemilik": bar.owner,
                        "dimensi": group.title,
                        "mulai": start,
                        "selesai": start + length,
                        "tahun": timeline.spoken(bar),
                    }
                )
    return rows


def _shortened(text: str, most: int = 44) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _gantt_table(title: str, timeline: Timeline) -> Table:
    columns = (
        Column("Kode", 1, "code"),
        Column("Program", 3),
        Column("Perangkat Daerah", 1.4),
        Column("Tahun", 0.8),
    )
    rows: list[RowGroup | tuple[Cell, ...]] = []
    for group in timeline.groups:
        rows.append(RowGroup(group.title, group.dimension))
        rows.extend((bar.ref, bar.label, bar.owner, timeline.spoken(bar)) for bar in group.bars)
    return Table(title, columns, tuple(rows))
