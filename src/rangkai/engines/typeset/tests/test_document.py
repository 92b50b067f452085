import pytest

from rangkai.engines.typeset.document import Bar, Column, Figure, Phase, Source, Table, Timeline


def timeline(*years: int) -> Timeline:
    return Timeline("Peta jalan", years, (Phase("pendek", years[0]),), ())


@pytest.mark.parametrize(
    ("column", "align"),
    [
        pytest.param(Column("a"), "left", id="text"),
        pytest.param(Column("a", kind="code"), "left", id="code"),
        pytest.param(Column("a", kind="year"), "center", id="year"),
        pytest.param(Column("a", kind="number"), "right", id="number"),
        pytest.param(Column("a", kind="money"), "right", id="money"),
        pytest.param(Column("a", kind="money", align="left"), "left", id="told otherwise"),
    ],
)
def test_it_aligns_a_column_by_its_kind(column: Column, align: str) -> None:
    assert column.alignment == align


def test_it_refuses_a_column_without_width() -> None:
    with pytest.raises(ValueError, match="wider than nothing"):
        Column("a", 0)


def test_it_refuses_a_table_without_columns() -> None:
    with pytest.raises(ValueError, match="needs a column"):
        Table("a", (), ())


@pytest.mark.parametrize(
    ("rows", "total"), [((("satu", "dua"),), None), ((), ("satu", "dua"))], ids=["row", "total"]
)
def test_it_refuses_a_row_of_another_length(
    rows: tuple[tuple[str, ...], ...], total: tuple[str, ...] | None
) -> None:
    with pytest.raises(ValueError, match="2 cells in a table of 1 columns"):
        Table("a", (Column("x"),), rows, total)


def test_it_joins_neighbours_of_one_group_under_one_head() -> None:
    columns = Column("a"), Column("b", group="g"), Column("c", group="g"), Column("d"), Column("e", group="g")
    assert Table("t", columns, ()).head_groups == (("", 0, 1), ("g", 1, 3), ("", 3, 4), ("g", 4, 5))


@pytest.mark.parametrize(
    ("bar", "span"),
    [
        pytest.param(Bar("r", "l", "o", 2028, 2), (1, 2, 1), id="inside"),
        pytest.param(Bar("r", "l", "o", 2026, 2), (0, 1, 3), id="begins before"),
        pytest.param(Bar("r", "l", "o", 2030, 9), (3, 1, 0), id="ends after"),
        pytest.param(Bar("r", "l", "o", 2040), (4, 0, 0), id="outside"),
        pytest.param(Bar("r", "l", "o", None), (4, 0, 0), id="not placed"),
    ],
)
def test_it_cuts_a_bar_to_the_years_of_the_roadmap(bar: Bar, span: tuple[int, int, int]) -> None:
    assert timeline(2027, 2028, 2029, 2030).span(bar) == span


@pytest.mark.parametrize(
    ("start", "years", "said"), [(2027, 3, "2027–2029"), (2027, 1, "2027"), (None, 1, "–")], ids=str
)
def test_it_says_a_bar_in_words(start: int | None, years: int, said: str) -> None:
    assert timeline(2027).spoken(Bar("r", "l", "o", start, years)) == said


@pytest.mark.parametrize(
    ("alt", "svg", "message"),
    [("gambar", "", "needs an svg or a png"), (" ", "<svg/>", "needs an alt text")],
    ids=["no picture", "no alt text"],
)
def test_it_refuses_a_figure_that_lacks(alt: str, svg: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Figure("a", alt, svg)


def test_it_names_a_source_without_its_date() -> None:
    assert str(Source(("Perda 6/2025", "P-2026-00001"))) == "Perda 6/2025, P-2026-00001"
