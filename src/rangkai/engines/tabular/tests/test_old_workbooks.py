"""The walk over .xls files: the container, the records, the shared strings."""

import struct

import pytest

from rangkai.engines.tabular import Limits, read_workbook
from rangkai.engines.tabular.biff import scan_xls, string_lengths
from rangkai.engines.tabular.compound import BrokenCompound, stream
from rangkai.engines.tabular.tests.workbooks import (
    biff,
    compound,
    number_cell,
    record,
    text_cell,
    xls,
)


def strings(*parts: bytes) -> bytes:
    return struct.pack("<II", len(parts), len(parts)) + b"".join(parts)


def plain(text: str) -> bytes:
    return struct.pack("<HB", len(text), 0) + text.encode("latin-1")


def test_it_finds_a_stream_in_whole_sectors() -> None:
    assert stream(compound(b"x" * 5000), ("Workbook",)) == b"x" * 5000


def test_it_finds_a_short_stream_among_the_mini_sectors() -> None:
    assert stream(compound(b"x" * 100, mini=True), ("Book", "Workbook")) == b"x" * 100


@pytest.mark.parametrize(
    "data",
    [b"", compound(b"x")[:30] + b"\x03\x00" + compound(b"x")[32:], compound(b"x", "Lain")],
    ids=["no header", "odd sector size", "other streams"],
)
def test_it_refuses_what_is_no_compound_file(data: bytes) -> None:
    with pytest.raises(BrokenCompound):
        stream(data, ("Workbook",))


def test_it_ends_on_a_chain_that_runs_in_circles() -> None:
    data = bytearray(compound(b"x" * 5000))
    struct.pack_into("<I", data, 512 + 4 * 5, 2)
    assert stream(bytes(data), ("Workbook",)).startswith(b"x")


def test_it_follows_a_table_of_sectors_that_goes_on() -> None:
    data = bytearray(compound(b"x" * 5000))
    struct.pack_into("<I", data, 68, 12)
    more = struct.pack("<128I", *[0xFFFFFFFF] * 127, 12)
    assert stream(bytes(data) + more + bytes(512), ("Workbook",)) == b"x" * 5000


def test_it_counts_the_characters_of_shared_strings() -> None:
    rich = struct.pack("<HBH", 2, 8, 1) + b"ab" + bytes(4)
    phonetic = struct.pack("<HBI", 1, 4, 3) + b"c" + bytes(3)
    wide = struct.pack("<HB", 2, 1) + "de".encode("utf-16-le")
    assert string_lengths([strings(plain("abc"), rich, phonetic, wide, plain(""))]) == [3, 2, 1, 2, 0]


def test_it_follows_a_string_cut_by_a_continuation() -> None:
    head = strings(plain("abcdef"))[: 8 + 3 + 4]
    body = struct.pack("<II", 2, 2) + head[8:]
    assert string_lengths([body, b"\x01" + "ef".encode("utf-16-le") + plain("gh")]) == [6, 2]


def test_it_stops_where_the_shared_strings_end_early() -> None:
    assert string_lengths([struct.pack("<II", 9, 9) + plain("ab"), plain("c")[:2]]) == [2, 1]
    assert string_lengths([struct.pack("<II", 2, 2) + plain("abcd")[:-2]]) == [4]


def test_it_takes_shared_strings_from_a_record_and_its_continuation() -> None:
    table = strings(plain("No"), plain("Nama"))
    extra = record(0x00FC, table[:13]) + record(0x003C, table[13:]) + record(0x0042, bytes(2))
    cells = text_cell(0, 0, 1) + text_cell(0, 1, 7)
    (scan,) = scan_xls(compound(biff(cells, extra=extra)), "a.xls", Limits())
    assert (scan.text_chars, scan.last_row, scan.last_column) == (4, 1, 1)


def test_it_takes_shared_strings_from_the_last_record() -> None:
    table = record(0x00FC, strings(plain("No")))
    assert scan_xls(compound(table + record(0x003C), mini=True), "a.xls", Limits()) == []


ERRORS = {
    "a stored error": record(0x0205, struct.pack("<HHHBB", 1, 1, 0, 0x17, 1)),
    "a formula with an error": record(
        0x0006, struct.pack("<HHHBBBBBBHHI", 1, 1, 0, 2, 0, 0x17, 0, 0, 0, 0xFFFF, 0, 0)
    ),
}


@pytest.mark.parametrize("cell", ERRORS.values(), ids=ERRORS.keys())
def test_it_brings_back(cell: bytes) -> None:
    (scan,) = scan_xls(xls(number_cell(0, 0, 1.0) + cell), "a.xls", Limits())
    assert scan.errors == {(2, 1): "#REF!"}


def test_it_takes_a_truth_for_no_error() -> None:
    cells = record(0x0205, struct.pack("<HHHBB", 0, 0, 0, 1, 0)) + number_cell(0, 1, 2.0)
    assert read_workbook(xls(cells), "a.xls").sheets[0].grid[0][:2] == [True, 2.0]


def test_it_reaches_to_the_last_of_a_row_of_numbers() -> None:
    several = record(0x00BD, struct.pack("<HH", 4, 1) + bytes(12) + struct.pack("<H", 2))
    (scan,) = scan_xls(xls(several + record(0x0201, bytes(6)) + record(0x0203, bytes(2))), "a.xls", Limits())
    assert (scan.last_row, scan.last_column) == (5, 2)


def test_it_passes_over_sheets_that_are_charts() -> None:
    chart = record(0x0085, struct.pack("<IBBBB", 0, 0, 2, 1, 0) + b"G")
    assert len(scan_xls(xls(number_cell(0, 0, 1.0), extra=chart), "a.xls", Limits())) == 1
