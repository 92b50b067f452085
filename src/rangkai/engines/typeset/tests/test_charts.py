import re
from collections.abc import Callable
from typing import Any

import pytest

from rangkai.engines.typeset import palette
from rangkai.engines.typeset.charts import (
    Chart,
    Share,
    Spending,
    budget_by_year_and_fund,
    roadmap_chart,
    running_by_year,
    share_by_dimension,
    to_figure,
    to_png,
    to_svg,
)
from rangkai.engines.typeset.document import Timeline
from rangkai.engines.typeset.tests.samples import budget_chart, roadmap, share_chart

EVERY: dict[str, Callable[[], Chart]] = {
    "budget": lambda: budget_chart(12),
    "budget of nothing": lambda: budget_by_year_and_fund("Belum ada dana", (), {}),
    "share": lambda: share_chart(12),
    "share of nothing": lambda: share_by_dimension("Belum ada program", ()),
    "running": lambda: running_by_year("Ringkas", roadmap(12)),
    "roadmap": lambda: roadmap_chart("Peta jalan", roadmap(40)),
    "roadmap of nothing": lambda: roadmap_chart("Kosong", Timeline("t", (2027,), (), ())),
}


@pytest.fixture(params=EVERY.values(), ids=EVERY.keys())
def chart(request: pytest.FixtureRequest) -> Chart:
    made: Chart = request.param()
    return made


def layers(chart: Chart) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = chart.spec["layer"]
    return found


def data(chart: Chart, layer: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = layers(chart)[layer]["data"]["values"]
    return found


def test_it_writes_valid_vega_lite(chart: Chart) -> None:
    import altair

    assert altair.LayerChart.from_dict(chart.spec, validate=True)


def test_it_draws_every_chart(chart: Chart) -> None:
    assert to_svg(chart.spec).startswith("<svg")


def test_it_describes_every_chart_in_words(chart: Chart) -> None:
    assert chart.alt == chart.spec["description"] != ""


def test_it_puts_the_finding_in_the_title(chart: Chart) -> None:
    assert chart.spec["title"]["text"] == chart.table.caption


def test_it_tells_the_page_how_numbers_are_written(chart: Chart) -> None:
    assert chart.spec["usermeta"]["embedOptions"]["formatLocale"]["decimal"] == ","


def test_it_starts_bars_at_zero() -> None:
    assert all(layer["encoding"]["y"]["scale"]["zero"] for layer in layers(budget_chart(12)))


def test_it_names_its_unit_on_the_axis() -> None:
    assert "Rp miliar" in to_svg(budget_chart(60).spec)


@pytest.mark.parametrize(
    ("amount", "unit", "shown"),
    [
        (999, "Rp", "999"),
        (2_500_000, "Rp juta", "2,5"),
        (3 * 10**9, "Rp miliar", "3"),
        (15 * 10**11, "Rp triliun", "1,5"),
    ],
    ids=["rupiah", "juta", "miliar", "triliun"],
)
def test_it_chooses_the_unit_by_the_largest_amount(amount: int, unit: str, shown: str) -> None:
    chart = budget_by_year_and_fund("t", [Spending(2027, "PAD", amount)], {})
    assert (layers(chart)[0]["encoding"]["y"]["title"], data(chart, 1)[0]["kata"]) == (unit, shown)


def test_it_prints_numbers_as_offices_write_them() -> None:
    chart = budget_by_year_and_fund("t", [Spending(2027, "PAD", 1_600_000_000_000_000)], {})
    assert re.search(r">1\.600<", to_svg(chart.spec))


def test_it_shows_at_most_six_funds() -> None:
    spending = [Spending(2027, name, size) for size, name in enumerate("abcdefgh", start=1)]
    chart = budget_by_year_and_fund("t", spending, {})
    assert [row["dana"] for row in data(chart, 0)] == ["h", "g", "f", "e", "d", "Lainnya"]


def test_it_adds_small_funds_to_a_fund_that_is_called_the_rest() -> None:
    spending = [Spending(2027, name, 10) for name in "abcdef"] + [Spending(2027, palette.REST, 90)]
    rest = budget_by_year_and_fund("t", spending, {}).table.rows[0][6]  # type: ignore[index]
    assert rest == 100


@pytest.mark.parametrize(
    ("ceiling", "height"),
    [(105, 105), (100, 100), (130, 100), (90, 100)],
    ids=["near", "equal", "far", "below"],
)
def test_it_lifts_a_sum_over_the_mark_of_a_ceiling_that_is_near(ceiling: int, height: int) -> None:
    chart = budget_by_year_and_fund("t", [Spending(2027, "PAD", 100)], {2027: ceiling})
    assert data(chart, 1)[0]["nilai"] == height


def test_it_says_sums_and_ceilings_in_words() -> None:
    chart = budget_by_year_and_fund(
        "t", [Spending(2027, "PAD", 10**9), Spending(2028, "PAD", 10**9)], {2027: 2 * 10**9}
    )
    assert chart.alt.endswith("2027 Rp 1 miliar dari pagu Rp 2 miliar; 2028 Rp 1 miliar.")


def test_it_lays_a_table_behind_the_budget() -> None:
    chart = budget_by_year_and_fund("t", [Spending(2027, "PAD", 5)], {2027: 9})
    assert (chart.table.rows, chart.table.total) == (((2027, 5, 5, 9),), ("Jumlah", 5, 5, 9))


def test_it_colours_a_dimension_by_its_name() -> None:
    chart = share_by_dimension("t", [Share("Smart Economy", 5, 1), Share("Lain", 5, 1)])
    assert layers(chart)[0]["encoding"]["color"]["scale"]["range"] == ["#E69F00", palette.NEUTRAL]


def test_it_has_no_colour_for_a_name_of_nothing() -> None:
    assert palette.dimension_colour(" ") == palette.NEUTRAL


def test_it_counts_programmes_that_run_in_a_year() -> None:
    chart = running_by_year("t", roadmap(40))
    counted = sum(row["program"] for row in data(chart, 0) if row["tahun"] == "2029")
    assert counted == sum(before <= 2 < before + length for before, length in spans(40))


def spans(programmes: int) -> list[tuple[int, int]]:
    timeline = roadmap(programmes)
    return [timeline.span(bar)[:2] for group in timeline.groups for bar in group.bars]


def test_it_draws_no_bar_for_a_programme_that_is_not_placed() -> None:
    assert len(data(roadmap_chart("t", roadmap(40)), 2)) == 39


def test_it_shortens_long_names_in_the_gantt() -> None:
    names = [row["baris"] for row in data(roadmap_chart("t", roadmap(40)), 2)]
    assert max(map(len, names)) == len("P-2026-00001  ") + 44


def test_it_prints_a_chart_as_wide_as_the_page_when_it_fills_its_container() -> None:
    chart = share_by_dimension("t", [Share("Smart Living", 5, 1)], "container")
    assert to_svg(chart.spec) == to_svg(share_by_dimension("t", [Share("Smart Living", 5, 1)]).spec)


def test_it_draws_for_print_at_the_dots_asked_for() -> None:
    spec = share_chart(12).spec
    assert len(to_png(spec, 300)) > len(to_png(spec, 72))


def test_it_makes_a_figure_with_both_drawings() -> None:
    figure = to_figure(share_chart(12), "Pagu per dimensi")
    assert (figure.svg[:4], figure.png[1:4], figure.alt) == ("<svg", b"PNG", share_chart(12).alt)
