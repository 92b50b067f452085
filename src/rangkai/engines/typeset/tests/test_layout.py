import pytest
from hypothesis import given
from hypothesis import strategies as st

from rangkai.engines.typeset.document import (
    Bar,
    BarGroup,
    Column,
    KeyFigure,
    KeyFigures,
    Phase,
    RowGroup,
    Table,
    Timeline,
)
from rangkai.engines.typeset.layout import (
    GUTTER,
    LANDSCAPE,
    PORTRAIT,
    SIZES,
    ems_of,
    lay_out,
    lay_out_figures,
    lay_out_timeline,
)


def table(*columns: Column, row: tuple[object, ...], landscape: bool = False) -> Table:
    return Table("t", columns, (RowGroup("g"), row), row, landscape=landscape)  # type: ignore[arg-type]


def test_it_gives_each_column_its_share() -> None:
    layout = lay_out(table(Column("a", 1), Column("b", 3), row=("x", "y")))
    assert layout.widths == pytest.approx((PORTRAIT / 4, PORTRAIT * 3 / 4))


def test_it_never_breaks_a_number() -> None:
    layout = lay_out(table(Column("a", 1, "money"), Column("b", 99), row=(12_345_678_901_234, "y")))
    assert layout.widths[0] >= ems_of("12.345.678.901.234") * layout.size + GUTTER


def test_it_measures_codes_on_lines_of_their_own_by_the_longest() -> None:
    columns = Column("a", 1, "code"), Column("b", 99)
    layouts = [lay_out(table(*columns, row=(cell, "y"))) for cell in ("P-1\nP-22", "P-22")]
    assert layouts[0] == layouts[1]


def test_it_gives_a_long_figure_more_of_the_row() -> None:
    figures = KeyFigures((KeyFigure("40", "program"), KeyFigure("Rp 430,58 miliar X", "biaya")))
    assert lay_out_figures(figures) == pytest.approx((PORTRAIT / 3, PORTRAIT * 2 / 3))


def test_it_shrinks_the_letters_of_a_full_table() -> None:
    columns = [Column(str(n), 1, "money") for n in range(8)]
    assert lay_out(table(*columns, row=(1_234_567_890,) * 8)).size == 7.0


def test_it_stays_legible_when_nothing_fits() -> None:
    columns = [Column(str(n), 1, "money") for n in range(40)]
    layout = lay_out(table(*columns, row=(1_234_567_890,) * 40))
    assert (layout.size, sum(layout.widths)) == (SIZES[-1], pytest.approx(PORTRAIT))


@given(st.lists(st.tuples(st.floats(0.01, 50), st.text(max_size=40)), min_size=1, max_size=14), st.booleans())
def test_it_fills_the_width_of_the_page(columns: list[tuple[float, str]], landscape: bool) -> None:
    made = table(*(Column(t, w) for w, t in columns), row=tuple(t for _, t in columns), landscape=landscape)
    widths = lay_out(made).widths
    assert (sum(widths), min(widths) > 0) == (pytest.approx(LANDSCAPE if landscape else PORTRAIT), True)


@pytest.mark.parametrize(
    ("untils", "phases", "ends"),
    [
        pytest.param((2027, 2029), (("p0", 1), ("p1", 2)), (1, 3), id="to the end"),
        pytest.param((2027,), (("p0", 1), ("", 2)), (1, 3), id="years after the last phase"),
        pytest.param((2020, 2029), (("p1", 3),), (3,), id="a phase long past"),
    ],
)
def test_it_spreads_phases_over_years(
    untils: tuple[int, ...], phases: tuple[tuple[str, int], ...], ends: tuple[int, ...]
) -> None:
    given_phases = tuple(Phase(f"p{at}", until) for at, until in enumerate(untils))
    layout = lay_out_timeline(Timeline("t", (2027, 2028, 2029), given_phases, ()))
    assert (layout.phases, layout.phase_ends) == (phases, ends)


def test_it_keeps_room_for_names_beside_many_years() -> None:
    bars = BarGroup("g", "", (Bar("P-2026-00001", "l", "o", 2027),))
    layout = lay_out_timeline(Timeline("t", tuple(range(2027, 2067)), (), (bars,), landscape=False))
    assert sum(layout.widths) == pytest.approx(PORTRAIT)
    assert layout.widths[1] > 50
