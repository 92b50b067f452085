"""Whatever the bytes or cells, the answer is tables or a refusal."""

from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rangkai.engines.tabular import find_tables, picture, propose_mapping, read_workbook
from rangkai.engines.tabular.addresses import Area
from rangkai.engines.tabular.mapping import FieldSpec
from rangkai.engines.tabular.model import Sheet
from rangkai.engines.tabular.tests.workbooks import number_cell, ods, text_cell, xls, xlsx
from rangkai.lib.errors import Invalid

WORDS = st.sampled_from(
    [
        *(
            "No",
            "Nama",
            "Desa",
            "Jumlah",
            "Total",
            "Uraian",
            "Catatan:",
            "Kepala Dinas",
            "I",
            "II.",
            "-",
            "(a)",
        ),
        *("31 Februari 2022", "6 Juli 2022", "1.234", "Rp 5.000", "12,5%", "0812", "35.16.01", "5=3+4"),
        *("#REF!", "", " ", "a\nb"),
    ]
)
CELLS = st.one_of(
    st.none(),
    WORDS,
    st.text(max_size=8),
    st.integers(-5, 10**18),
    st.floats(allow_nan=True, allow_infinity=True),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(timedelta(0), timedelta(days=3)),
)
GRIDS = st.lists(st.lists(CELLS, max_size=7), max_size=12)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    grid = draw(GRIDS)
    width = max((len(row) for row in grid), default=0)
    areas: list[Area] = []
    if grid and width:
        for _ in range(draw(st.integers(0, 3))):
            top, left = draw(st.integers(1, len(grid))), draw(st.integers(0, width - 1))
            areas.append(
                Area(top, left, draw(st.integers(top, len(grid))), draw(st.integers(left, width - 1)))
            )
    return Sheet("Lembar1", grid, tuple(sorted(set(areas))))


@given(sheets())
@settings(max_examples=300, deadline=None)
@example(Sheet("a", [["No", "Nama", "Tanggal"], [1, float("nan"), datetime(1, 1, 1)]]))  # noqa: DTZ001
@example(Sheet("a", [["No", "Nama", "Jam"], [True, timedelta(1), time(1)], [2, "a", date(2022, 7, 6)]]))
def test_it_finds_tables_in_any_sheet_without_breaking(sheet: Sheet) -> None:
    tables = find_tables(sheet)
    picture(sheet, tables)
    for table in tables:
        propose_mapping(table, [FieldSpec("nama", "Nama", ("uraian",))])
        assert all(len(row.cells) == len(table.columns) for row in table.rows)
        assert len({column.name for column in table.columns}) == len(table.columns)


@given(sheets())
@settings(max_examples=100, deadline=None)
def test_it_reads_every_row_once(sheet: Sheet) -> None:
    for table in find_tables(sheet):
        numbers = [row.number for row in table.rows]
        assert numbers == sorted(set(numbers))
        assert not set(numbers) & set(table.header_rows)


SAMPLES: dict[str, bytes] = {
    "xlsx": xlsx({"A": [["No", "Nama"], [1, "Puri"], [2, "=A1|#REF!"]]}),
    "ods": ods([["No", "Nama"], [1, "Puri"]]),
    "xls": xls(text_cell(0, 0, 0) + text_cell(0, 1, 1) + number_cell(1, 0, 5.0), ["No", "Nama"]),
    "csv": b"No;Nama\r\n1;Puri\r\n",
    "html": b"<table><tr><td rowspan=2>No<td>Nama<tr><td>Puri</table>",
}


def outcome(data: bytes) -> Any:
    try:
        return read_workbook(data, "berkas.xlsx")
    except Invalid as refusal:
        return refusal


@given(st.sampled_from(sorted(SAMPLES)), st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_it_refuses_or_reads_a_damaged_file(kind: str, data: st.DataObject) -> None:
    raw = bytearray(SAMPLES[kind])
    for _ in range(data.draw(st.integers(1, 6))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(raw)))
    assert outcome(bytes(raw)) is not None
    assert outcome(bytes(raw[:cut])) is not None


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_it_refuses_or_reads_any_bytes(data: bytes) -> None:
    assert outcome(data) is not None
