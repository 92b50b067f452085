"""The sheets of real offices, each with the right answer as a person reads it."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from rangkai.engines.tabular import Kind, RowKind, Table, read_workbook, tables_of

DATA = Path(__file__).parents[5].parent / "shared" / "data"

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not DATA.exists(), reason="../shared/data is absent"),
]


def tables(path: str) -> tuple[Table, ...]:
    file = DATA / path
    return tables_of(read_workbook(file.read_bytes(), file.name))


def kinds(table: Table) -> str:
    return " ".join(column.kind.value for column in table.columns)


def test_it_reads_a_template_with_lettered_columns_and_unused_rows() -> None:
    (table,) = tables("spreadsheets/banjarmasin_template_capaian_output.xlsx")
    assert (table.range, table.header_rows, table.numbering_row) == ("B5:Q1084", (5,), 6)
    assert kinds(table) == "number text code text text text number text" + " number" * 8
    assert [row.number for row in table.rows] == [7]
    assert table.rows[0].values[2] == "1.002.1"
    assert [line.cell for line in table.titles] == ["C1", "C4"]


def test_it_leaves_footnotes_with_tags_out_of_a_statistical_table() -> None:
    (table,) = tables("spreadsheets/bps_jatim_kriminalitas_2022_catatan_kaki.xlsx")
    assert (table.range, table.header_rows) == ("A1:E40", (1,))
    assert kinds(table) == "text number number number number"
    assert table.rows[0].values == ("Pacitan", 300, 1, Decimal("100.18"), 288)
    assert [line.cell for line in table.footnotes] == ["A42", "A43", "A44", "A45", "A46"]
    assert not any("<" in line.text for line in table.footnotes)


def test_it_knows_the_province_as_the_total_of_its_regions() -> None:
    (table,) = tables("spreadsheets/bps_jatim_kriminalitas_2022_catatan_kaki.xlsx")
    assert [row.number for row in table.rows if row.kind is RowKind.TOTAL] == [40]
    assert len(table.data) == 38


def test_it_joins_two_header_rows_of_an_empty_recapitulation() -> None:
    (table,) = tables("spreadsheets/mojokerto_bkpsdm_rekap_golongan.xlsx")
    assert (table.range, table.header_rows, table.numbering_row) == ("A5:AF7", (5, 6), 7)
    names = [column.name for column in table.columns]
    assert names[:4] == ["NO", "UNIT KERJA", "CPNS / IA", "CPNS / IB"]
    assert names[10:16] == ["JML", "I / A", "I / B", "I / C", "I / D", "JML (2)"]
    assert names[-1] == "TOTAL"
    assert table.rows == ()


def test_it_keeps_codes_of_an_old_workbook_as_text() -> None:
    (table,) = tables("spreadsheets/sidoarjo_dssd_1.03.000010_bangunan_gedung.xls")
    assert (table.range, table.header_rows) == ("A1:I4", (1,))
    assert kinds(table) == "code text text empty empty empty empty number empty"
    assert table.rows[2].values == (
        "1.03.000010",
        "Bangunan Gedung",
        "Bangunan Gedung",
        None,
        None,
        None,
        None,
        0,
        None,
    )


def test_it_reads_a_financial_report_with_outline_signatures_and_notes() -> None:
    table = tables("spreadsheets/toba_lra_fisik_dispora_22nov2022.xlsx")[0]
    assert (table.sheet, table.range, table.header_rows) == ("LRA", "B6:L18", (6,))
    assert [column.letter for column in table.columns] == list("BCGHIJKL")
    assert kinds(table) == "text text number number empty empty empty empty"
    assert [(row.number, row.kind.value) for row in table.rows if row.kind is not RowKind.DATA] == [
        (8, "section"),
        (12, "section"),
        (18, "total"),
    ]
    assert table.rows[-2].values[1:4] == ("BELANJA MODAL", 113_998_593_859, Decimal("11693190418.5"))


def test_it_types_dates_and_amounts_in_titles_and_notes() -> None:
    table = tables("spreadsheets/toba_lra_fisik_dispora_22nov2022.xlsx")[0]
    assert table.titles[-1].dates == (date(2022, 11, 22),)
    assert {number for line in table.footnotes for number in line.numbers} == {
        52_000_000_000,
        2_000_000_000,
        1_081_380_000,
    }


def test_it_reads_a_list_of_works_indented_over_many_columns() -> None:
    lra, fisik = tables("spreadsheets/toba_lra_fisik_dispora_22nov2022.xlsx")
    assert lra.sheet == "LRA"
    assert (fisik.sheet, fisik.range, fisik.header_rows) == ("FISIK", "B6:O29", (6,))
    assert fisik.columns[0].name == "URAIAN"
    assert kinds(fisik) == "text number number text"
    assert len(fisik.data) == 12
    assert sum(value for row in fisik.data if isinstance(value := row.values[1], int)) == 113_047_084_504
    assert {row.level for row in fisik.data} == {3}


def test_it_reads_six_thousand_proposals() -> None:
    (table,) = tables("needs/sukabumi_2019_3_musrenbang_desa.csv")
    assert (table.range, len(table.data)) == ("A1:T6022", 6021)
    assert [column.name for column in table.columns if column.kind is Kind.DATE] == ["tanggal_input"]
    assert table.column("target") is not None
    assert table.problems == ()


def test_it_keeps_region_codes_as_text() -> None:
    (table,) = tables("regions/mojokerto_desa_kelurahan.csv")
    assert kinds(table) == "code text text code text"
    assert len(table.data) == 304


def test_it_keeps_irregular_budget_codes_as_text() -> None:
    (table,) = tables("programmes/nomenklatur_permendagri90_bappeda.csv")
    assert kinds(table) == "text code text"
    assert len(table.data) == 2548


def test_it_names_the_cell_of_a_formula_error_left_in_a_csv() -> None:
    (table,) = tables("programmes/apbd_2023_jatim_per_akun.csv")
    assert [(problem.cell, problem.value) for problem in table.problems] == [("D453", "#N/A")]
