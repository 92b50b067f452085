"""What each kind of file becomes: sheets of cells from A1 on."""

import pickle
import resource
import sys
from datetime import date, datetime
from io import BytesIO, TextIOWrapper

import pytest

from rangkai.engines.tabular import Limits, Sheet, read_workbook, tables_of
from rangkai.engines.tabular.addresses import Area
from rangkai.engines.tabular.opendocument import scan_ods
from rangkai.engines.tabular.opener import limit_memory, main, open_sheets
from rangkai.engines.tabular.spreadsheetml import scan_xlsx
from rangkai.engines.tabular.tests.workbooks import (
    archive,
    entry,
    number_cell,
    ods,
    read,
    record,
    with_entry,
    xls,
    xlsx,
)

ROWS = [["No", "Nama"], [1, "Puri"]]
CSV = "No;Nama;Pagu\r\n1;Trawas é;1.000,5\r\n"


def sheet_of(data: bytes, name: str) -> Sheet:
    (sheet,) = read_workbook(data, name).sheets
    return sheet


def notes(data: bytes, name: str) -> list[str]:
    return [str(note) for note in read_workbook(data, name).notes]


def test_it_reads_numbers_texts_and_dates_of_an_xlsx() -> None:
    moment = datetime(2022, 7, 6, 10, 30)  # noqa: DTZ001
    sheet = sheet_of(xlsx({"A": [["Puri", 1.5, date(2022, 7, 6), moment]]}), "a.xlsx")
    assert sheet.grid[0][:2] == ["Puri", 1.5]
    assert isinstance(sheet.grid[0][2], date)


def test_it_keeps_cells_at_their_addresses() -> None:
    assert sheet_of(xlsx({"A": [[], [None, "b2"]]}), "a.xlsx").grid[1][1] == "b2"


def test_it_brings_back_errors_that_the_reader_drops() -> None:
    sheet = sheet_of(xlsx({"A": [["a", "=1/0|#DIV/0!"], [], ["=A9|#REF!"]]}), "a.xlsx")
    assert [list(row) for row in sheet.grid] == [["a", "#DIV/0!"], ["", ""], ["#REF!", ""]]


def test_it_knows_merged_areas_of_an_xlsx() -> None:
    assert sheet_of(xlsx({"A": [["a", None, "b"]]}, merged=["A1:B1"]), "a.xlsx").merged == (Area(1, 0, 1, 1),)


def test_it_believes_no_merged_areas_that_overlap_beyond_the_sheet() -> None:
    data = xlsx({"A": [["a", None], ["b", "c"]]}, merged=["A1:B1"])
    part = "xl/worksheets/sheet1.xml"
    twice = (
        entry(data, part)
        .replace(b"<mergeCells count", b"<mergeCells x='1' count")
        .replace(b'<mergeCell ref="A1:B1"/>', b'<mergeCell ref="A1:B1048576"/>' * 3)
    )
    assert sheet_of(with_entry(data, part, twice), "a.xlsx").merged == ()


def test_it_marks_hidden_sheets_and_finds_tables_only_on_the_others() -> None:
    book = read_workbook(xlsx({"Data": ROWS, "Daftar": ROWS}, hidden=["Daftar"]), "a.xlsx")
    assert [sheet.is_hidden for sheet in book.sheets] == [False, True]
    assert [table.sheet for table in tables_of(book)] == ["Data"]


def test_it_reads_sheets_whose_parts_lie_elsewhere() -> None:
    data = xlsx({"Data": ROWS})
    relations = entry(data, "xl/_rels/workbook.xml.rels").replace(
        b"worksheets/sheet1.xml", b"/xl/lain/data.xml"
    )
    moved = with_entry(
        with_entry(data, "xl/_rels/workbook.xml.rels", relations),
        "xl/lain/data.xml",
        entry(data, "xl/worksheets/sheet1.xml"),
    )
    assert sheet_of(moved, "a.xlsx").grid[1][1] == "Puri"
    assert scan_xlsx(moved, "a.xlsx", Limits())["Data"].last_row == 2


def test_it_walks_cells_without_references_and_with_prefixes() -> None:
    cells = "<x:c t='s'><x:v>9</x:v></x:c><x:c t='e'><x:v>#N/A</x:v></x:c>"
    part = f"<x:worksheet xmlns:x='m'><x:row>{cells}</x:row></x:worksheet>"
    strings = "<sst>x<si><t>a</t></si></sst>"
    scans = scan_xlsx(archive({"xl/worksheets/a.xml": part, "xl/sharedStrings.xml": strings}), "a", Limits())
    scan = scans["xl/worksheets/a.xml"]
    assert (scan.errors, scan.text_chars) == ({(1, 1): "#N/A"}, 0)


def test_it_reads_an_ods_with_merged_cells_and_errors() -> None:
    data = ods([["Judul", None], ["No", "Nama"], [1, "Puri"]], spans={(0, 0): (2, 1)})
    sheet = sheet_of(data, "a.ods")
    assert (sheet.merged, sheet.grid[2]) == ((Area(1, 0, 1, 1),), [1.0, "Puri"])


def test_it_brings_back_errors_of_an_ods() -> None:
    data = ods([["No", "Nama"], [1, "galat"], [2, "kosong"]])
    content = entry(data, "content.xml").decode()
    content = content.replace("<office:document-content", '<office:document-content xmlns:calcext="urn:x"', 1)
    plain = '<table:table-cell office:value-type="string"><text:p>'
    broken = plain.replace('"string"', '"string" office:string-value="" calcext:value-type="error"')
    content = content.replace(f"{plain}galat", f"{broken}#DIV/0!").replace(f"{plain}kosong", broken)
    sheet = sheet_of(with_entry(data, "content.xml", content), "a.ods")
    assert [row[1] for row in sheet.grid] == ["Nama", "#DIV/0!", "#ERROR!"]


def test_it_passes_over_text_between_the_cells_of_an_ods() -> None:
    content = "<a><table:table table:name='A'>x<table:table-row><table:table-cell/></table:table-row></table:table></a>"
    assert scan_ods(archive({"content.xml": content}), "a.ods", Limits())[0].last_row == 0


def test_it_reads_an_xls_with_an_error() -> None:
    data = xls(number_cell(0, 0, 5.0) + record(0x0205, bytes([1, 0, 0, 0, 0, 0, 0x2A, 1])))
    assert sheet_of(data, "a.xls").grid[1][0] == "#N/A"


ENCODED = {
    "utf-8": CSV.encode(),
    "utf-8 with a mark": CSV.encode("utf-8-sig"),
    "windows-1252": CSV.encode("cp1252"),
    "utf-16 with a mark": CSV.encode("utf-16"),
    "utf-16 without": CSV.encode("utf-16-le"),
    "utf-16 the other way round": CSV.encode("utf-16-be"),
}


@pytest.mark.parametrize("data", ENCODED.values(), ids=ENCODED.keys())
def test_it_reads_a_csv_in(data: bytes) -> None:
    assert sheet_of(data, "a.csv").grid[1] == ["1", "Trawas é", "1.000,5"]


def test_it_says_how_a_csv_was_read() -> None:
    assert notes(CSV.encode("cp1252"), "a.csv") == [
        "Pemisah kolom: titik koma.",
        "Berkas tidak ditulis dalam UTF-8; dibaca sebagai Windows-1252.",
    ]
    assert notes(CSV.encode("utf-16"), "a.csv")[1] == "Berkas ditulis dalam UTF-16."


DELIMITED = {
    "commas": 'a,b,c\n"1,5",2,3\n',
    "semicolons between numbers with commas": "a;b;c\n1,5;2;3\n",
    "tabs": "a\tb\tc\n1,5\t2\t3\n",
    "bars": "a|b|c\n1,5|2|3\n",
    "a hint for Excel": "sep=;\r\na;b;c\r\n1,5;2;3\r\n",
}


@pytest.mark.parametrize("text", DELIMITED.values(), ids=DELIMITED.keys())
def test_it_finds_the_delimiter(text: str) -> None:
    assert sheet_of(text.encode(), "a.csv").grid[-1] == ["1,5", "2", "3"]


def test_it_keeps_the_row_of_the_hint_free() -> None:
    assert sheet_of(b"sep=;\na;b\n", "a.csv").grid[0] == []


def test_it_reads_a_single_column() -> None:
    assert sheet_of(b"Desa\nPuri\n", "a.csv").grid == [["Desa"], ["Puri"]]


def test_it_keeps_line_breaks_inside_quotes() -> None:
    assert sheet_of('a;b\n"x\ny\u2028z";2\n'.encode(), "a.csv").grid[1] == ["x\ny\u2028z", "2"]


def test_it_tries_other_delimiters_where_one_makes_a_field_too_long() -> None:
    data = ('a;"' + "x" * 140_000 + '"\n1;2\n').encode()
    assert sheet_of(data, "a.csv").grid[1] == ["1", "2"]


@pytest.mark.parametrize(
    ("name", "sheet"),
    [("data.desa.csv", "data.desa"), ("C:\\a\\b.csv", "b"), (".csv", "csv"), ("x" * 40 + ".csv", "x" * 31)],
)
def test_it_names_the_sheet_of_a_csv_after_its_file(name: str, sheet: str) -> None:
    assert sheet_of(b"a;b\n1;2\n", name).name == sheet


def test_it_says_when_the_name_promises_another_kind() -> None:
    assert notes(b"a;b\n1;2\n", "usulan.xls")[0] == "Nama berkas berakhiran .xls, tetapi isinya CSV."
    assert notes(xlsx({"A": ROWS}), "usulan.xls") == [
        "Nama berkas berakhiran .xls, tetapi isinya Excel (.xlsx)."
    ]


@pytest.mark.parametrize("name", ["a.xlsx", "a.XLSM", "tanpa akhiran"])
def test_it_says_nothing_when_the_name_fits(name: str) -> None:
    assert notes(xlsx({"A": ROWS}), name) == []


PORTAL = """<html><head><title>x</title><style>td{}</style></head><body><h3>LAPORAN &amp; DATA</h3>
<table><tr><th rowspan="2">No</th><th rowspan=2>Kecamatan<th colspan="2">Jiwa</th></tr>
<tr><th>L</th><th>P</th></tr><tr><td>1<td>Puri<br>Utara</td><td>1.200</td><td>1.300</td></tr></table>
<p>Sumber: Dispendukcapil</p></body></html>"""


def test_it_reads_html_saved_as_xls() -> None:
    (table,) = read(PORTAL.encode(), "laporan.xls")
    assert [column.name for column in table.columns] == ["No", "Kecamatan", "Jiwa / L", "Jiwa / P"]
    assert table.rows[0].values == (1, "Puri\nUtara", 1200, 1300)
    assert (table.title, table.footnotes[0].text) == ("LAPORAN & DATA", "Sumber: Dispendukcapil")


def test_it_says_how_html_was_read() -> None:
    assert notes(PORTAL.replace("DATA", "é").encode("cp1252"), "a.xls") == [
        "Nama berkas berakhiran .xls, tetapi isinya HTML.",
        "Berkas tidak ditulis dalam UTF-8; dibaca sebagai Windows-1252.",
    ]


def test_it_reads_careless_html() -> None:
    sheet = sheet_of(
        b"<table></td><td colspan=0>a<td colspan='99999999'>b</table>c<table><tr><td>d</table></style>e",
        "a.html",
    )
    assert [row for row in sheet.grid if row] == [["a", "b"], ["c"], ["d"], ["e"]]


def test_it_opens_sheets_in_the_script() -> None:
    data = xlsx({"A": [["a", None]], "B": [["b"]]}, merged=["A1:B1"], hidden=["B"])
    assert open_sheets(data)[0] == ("A", False, [["a"]], [(1, 0, 1, 1)])
    assert open_sheets(data)[1][:2] == ("B", True)


def test_it_pickles_its_sheets_to_standard_output(monkeypatch: pytest.MonkeyPatch) -> None:
    soft, _ = resource.getrlimit(resource.RLIMIT_AS)
    out = BytesIO()
    monkeypatch.setattr(sys, "argv", ["opener.py", str(soft)])
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(xlsx({"A": [["a"]]}))))
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(out))
    main()
    assert pickle.loads(out.getvalue()) == [("A", False, [["a"]], [])]  # noqa: S301


def test_it_opens_without_a_limit_where_the_system_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    before = resource.getrlimit(resource.RLIMIT_AS)
    monkeypatch.setattr(sys, "platform", "win32")
    limit_memory(1)
    assert resource.getrlimit(resource.RLIMIT_AS) == before


def test_it_limits_its_memory() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit_memory(soft)
    assert resource.getrlimit(resource.RLIMIT_AS) == (soft, hard)
