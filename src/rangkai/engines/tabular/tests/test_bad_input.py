"""Files that are refused, each with a sentence that says what to do."""

import struct
from io import BytesIO
from zipfile import ZIP_BZIP2, ZipFile

import pytest

from rangkai.engines.tabular import Limits, read_workbook
from rangkai.engines.tabular.tests.workbooks import (
    archive,
    biff,
    compound,
    entry,
    number_cell,
    ods,
    record,
    text_cell,
    with_entry,
    xls,
    xlsx,
)
from rangkai.lib.errors import Invalid

GOOD = xlsx({"Data": [["No", "Nama"], [1, "Puri"]]})
SHEET = "xl/worksheets/sheet1.xml"
SMALL = Limits(rows=3, columns=4, cells=10, file_bytes=200_000)


def refusal(data: bytes, name: str = "usulan.xlsx", limits: Limits = Limits()) -> str:  # noqa: B008
    with pytest.raises(Invalid) as caught:
        read_workbook(data, name, limits)
    return str(caught.value)


def directory(*names: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"".join(name.encode("utf-16-le") for name in names)


OTHER_KINDS = {
    "PDF": (b"%PDF-1.7", "adalah PDF"),
    "photo": (b"\xff\xd8\xff\xe0", "gambar JPEG"),
    "Word": (archive({"word/document.xml": "<a/>"}), "dokumen Word"),
    "PowerPoint": (archive({"ppt/presentation.xml": "<a/>"}), "paparan PowerPoint"),
    "binary workbook": (archive({"xl/workbook.bin": b""}), "buku kerja biner (.xlsb)"),
    "archive of files": (archive({"a.txt": "a"}), "arsip ZIP"),
    "old Word": (directory("WordDocument"), "dokumen Word"),
    "old PowerPoint": (directory("PowerPoint Document"), "paparan PowerPoint"),
    "other old Office": (directory("VisioDocument"), "bukan Excel"),
    "XML": (b"<?xml version='1.0'?><Workbook/>", "adalah XML"),
    "JSON": (b'{"a": 1}', "adalah JSON"),
    "binary": (bytes(range(1, 256)), "data biner"),
}


@pytest.mark.parametrize(("data", "words"), OTHER_KINDS.values(), ids=OTHER_KINDS.keys())
def test_it_says_what_a_renamed_file_really_is(data: bytes, words: str) -> None:
    message = refusal(data)
    assert words in message
    assert "usulan.xlsx" in message


@pytest.mark.parametrize("data", [b"", b" \r\n", b"\xef\xbb\xbf", b"\x00\x00"])
def test_it_refuses_an_empty_file(data: bytes) -> None:
    assert refusal(data).startswith("Berkas usulan.xlsx kosong.")


@pytest.mark.parametrize("data", [xlsx({"A": [], "B": []}), b";;\n;;\n", b"<table></table>"])
def test_it_refuses_a_file_without_a_filled_cell(data: bytes) -> None:
    assert refusal(data).startswith("Tidak ada satu sel pun yang terisi")


def test_it_refuses_a_file_that_is_too_large() -> None:
    assert "berukuran 0 MB; batasnya 0 MB" in refusal(GOOD, limits=Limits(file_bytes=10))


LOCKED = {
    "xlsx": directory("EncryptedPackage", "EncryptionInfo"),
    "xls": xls(b"", extra=record(0x002F, bytes(6))),
    "ods": archive({"content.xml": b"\x00", "META-INF/manifest.xml": "<a><manifest:encryption-data/></a>"}),
}


@pytest.mark.parametrize("data", LOCKED.values(), ids=LOCKED.keys())
def test_it_says_how_to_take_a_password_off(data: bytes) -> None:
    assert "dilindungi kata sandi" in refusal(data)


DAMAGED = {
    "half an archive": GOOD[: len(GOOD) // 2],
    "broken xml": with_entry(GOOD, SHEET, "<worksheet><sheetData>"),
    "no sheets listed": with_entry(GOOD, "xl/workbook.xml", "<a>"),
    "a reference out of Excel's bounds": with_entry(
        GOOD, SHEET, entry(GOOD, SHEET).replace(b'r="A1"', b'r="A42949672961"')
    ),
    "a row number that is none": with_entry(
        GOOD, SHEET, entry(GOOD, SHEET).replace(b'<row r="1"', b'<row r="-1"')
    ),
    "ods without a table": archive({"content.xml": "<a><table:table-cell/></a>"}),
    "ods with a wild repetition": archive(
        {
            "content.xml": "<a><table:table><table:table-row table:number-rows-repeated='+9'/></table:table></a>"
        }
    ),
    "ods that is no xml": archive({"content.xml": "xx"}),
    "old workbook cut short": xls(number_cell(0, 0, 1.0))[:1600],
    "old workbook without its stream": compound(b"x", "Buku").replace(
        b"\x00" * 8, "Book".encode("utf-16-le"), 1
    ),
    "utf-16 with half a character": b"\xff\xfea\x00b\x00;\x00\xd8",
}


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED.keys())
def test_it_refuses_a_damaged_file(data: bytes) -> None:
    assert "rusak atau tidak lengkap" in refusal(data)


def test_it_survives_a_file_that_ends_the_process_opening_it() -> None:
    strings = "xl/sharedStrings.xml"
    greedy = entry(GOOD, strings).replace(b'uniqueCount="', b'uniqueCount="42949672')
    assert "rusak atau tidak lengkap" in refusal(with_entry(GOOD, strings, greedy))


def test_it_stops_a_file_that_takes_too_long() -> None:
    assert "terlalu lama dibuka" in refusal(GOOD, limits=Limits(seconds=0.001))


def test_it_refuses_a_zip_bomb_before_opening_it() -> None:
    bomb = with_entry(GOOD, "xl/worksheets/sheet2.xml", bytes(30_000_000))
    assert len(bomb) < 100_000
    assert "mengembang menjadi lebih dari 20 MB" in refusal(bomb)


def test_it_refuses_a_bomb_that_states_a_small_size() -> None:
    honest = archive({"xl/workbook.xml": bytes(30_000_000)})
    stated = struct.pack("<I", 30_000_000)
    assert "mengembang" in refusal(honest.replace(stated, struct.pack("<I", 1000)))


def test_it_measures_entries_that_are_stored_whole() -> None:
    assert "arsip ZIP" in refusal(zip_of("a.txt", b"aaa", 0))


def test_it_refuses_an_archive_packed_in_another_way() -> None:
    assert "rusak atau tidak lengkap" in refusal(zip_of("xl/workbook.xml", b"a" * 100, ZIP_BZIP2))


def zip_of(name: str, content: bytes, method: int) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", method) as target:
        target.writestr(name, content)
    return buffer.getvalue()


def far_cell(reference: str) -> bytes:
    """A workbook whose second cell lies far away: a few kB that would be laid out as gigabytes."""
    return with_entry(GOOD, SHEET, entry(GOOD, SHEET).replace(b'r="B2"', f'r="{reference}"'.encode()))


def test_it_names_a_cell_far_outside_the_table() -> None:
    message = refusal(far_cell("XFD2"))
    assert "Lembar Data pada berkas usulan.xlsx terisi sampai sel XFD2" in message


def test_it_refuses_more_rows_than_the_limit() -> None:
    assert "berisi lebih dari 200.000 baris" in refusal(far_cell("B200001"))


@pytest.mark.parametrize(
    "data",
    [
        b"a;b\n1;2\n3;4\n5;6\n",
        b"<table><tr><td>1<tr><td>2<tr><td>3<tr><td>4</table>",
        xls(number_cell(3, 0, 1.0)),
        ods([["a"], ["b"], ["c"], ["d"]]),
        xlsx({"A": [["a"], ["b"], ["c"], ["d"]]}),
    ],
    ids=["csv", "html", "xls", "ods", "xlsx"],
)
def test_it_counts_rows_in_every_format(data: bytes) -> None:
    assert "berisi lebih dari 3 baris" in refusal(data, limits=SMALL)


@pytest.mark.parametrize(
    "data",
    [
        b"a;b;c;d;e\n",
        b"<table><tr><td>1<td>2<td>3<td>4<td>5</table>",
        xls(number_cell(0, 4, 1.0)),
        ods([["a", "b", "c", "d", "e"]]),
        xlsx({"A": [["a", "b", "c", "d", "e"]]}),
    ],
    ids=["csv", "html", "xls", "ods", "xlsx"],
)
def test_it_counts_columns_in_every_format(data: bytes) -> None:
    assert "terisi sampai sel E1" in refusal(data, limits=SMALL)


@pytest.mark.parametrize(
    "data",
    [
        b"a;b;c;d\n" * 3,
        b"<table>" + b"<tr><td>1<td>2<td>3<td>4" * 3 + b"</table>",
        xlsx({"A": [["a"] * 4] * 3}),
    ],
    ids=["csv", "html", "xlsx"],
)
def test_it_counts_cells_in_every_format(data: bytes) -> None:
    assert "melebihi batas" in refusal(data, limits=SMALL)


def test_it_counts_the_text_that_shared_strings_repeat() -> None:
    data = xlsx({"A": [["x" * 1000] * 50]})
    assert "Teks pada lembar A" in refusal(data, limits=Limits(text_chars=40_000))


def test_it_counts_the_text_that_an_old_workbook_repeats() -> None:
    cells = b"".join(text_cell(0, place, 0) for place in range(50))
    assert "terlalu banyak untuk dibuka" in refusal(
        xls(cells, ["x" * 1000]), limits=Limits(text_chars=40_000)
    )


def test_it_counts_the_text_that_an_ods_repeats() -> None:
    cell = f"<table:table-cell table:number-columns-repeated='50'><p>{'x' * 1000}</p></table:table-cell>"
    content = f"<a><table:table><table:table-row>{cell}</table:table-row></table:table></a>"
    assert "terlalu banyak" in refusal(archive({"content.xml": content}), limits=Limits(text_chars=40_000))


def test_it_refuses_a_csv_with_a_field_of_ten_million_characters() -> None:
    data = b'a;b\n"' + b"x" * 10_000_001 + b'";1\n'
    assert "rusak atau tidak lengkap" in refusal(data, "a.csv")


def test_it_reads_a_workbook_stream_of_an_older_excel() -> None:
    data = compound(biff(text_cell(0, 0, 0) + number_cell(1, 0, 5.0), ["Nilai"]), mini=True)
    assert read_workbook(data, "a.xls").sheets[0].grid[1][0] == 5
