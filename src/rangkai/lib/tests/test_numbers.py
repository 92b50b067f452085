from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rangkai.lib.numbers import (
    Number,
    Style,
    find_numbers,
    format_number,
    format_percent,
    parse_number,
    style_of,
)

WRITTEN = {
    "grouped by points": ("52.000.000.000", 52_000_000_000),
    "a thousand and more": ("1.234", 1234),
    "decimal comma": ("1.234,56", Decimal("1234.56")),
    "decimal comma alone": ("12,5", Decimal("12.5")),
    "three decimals after a comma": ("1,234", Decimal("1.234")),
    "English groups": ("1,234,567", 1_234_567),
    "English decimals": ("1,234.56", Decimal("1234.56")),
    "a point that groups nothing": ("12.25", Decimal("12.25")),
    "four digits before the point": ("1234.567", Decimal("1234.567")),
    "zero before the point": ("0.123", Decimal("0.123")),
    "no digit before the comma": (",5", Decimal("0.5")),
    "rupiah with the dash of cheques": ("Rp 1.250.000,-", 1_250_000),
    "rupiah without a space": ("Rp.1.250.000", 1_250_000),
    "IDR": ("IDR 5.000,00", 5000),
    "two dashes": ("Rp. 500.000,--", 500_000),
    "brackets for less than nothing": ("(1.000)", -1000),
    "a minus before the currency": ("-Rp 500", -500),
    "a minus after the currency": ("Rp -500", -500),
    "a true minus sign": ("−7", -7),
    "a minus behind": ("1.000-", -1000),
    "per cent": ("12,5%", Decimal("12.5")),
    "per cent with a space": ("80 %", 80),
    "groups of spaces": ("1 250 000", 1_250_000),
    "no-break spaces": ("\u00a01\u00a0250\u00a0", 1250),
    "Swiss groups": ("1'250'000,5", Decimal("1250000.5")),
    "scientific": ("1,5E+10", 15_000_000_000),
    "whole with decimals": ("5,00", 5),
    "zero": ("0", 0),
}

NOT_NUMBERS = {
    "nothing": "",
    "spaces": "  ",
    "a dash": "-",
    "words": "2 unit",
    "a village code": "35.16.01.2001",
    "a nomenclature code": "1.03.000010",
    "a short code": "1.002.1",
    "a telephone number": "08123456789",
    "a serial number": "007",
    "a date": "22/11/2022",
    "uneven groups": "1.23.456,7",
    "two decimal commas": "1.234,5,6",
    "a comma at the end": "12,",
    "point and comma at the end": "1.234,",
    "group that begins with zero": "0.123.456",
    "spaces in odd places": "12 34",
    "too long": "1" * 41,
    "empty brackets": "()",
}


@pytest.mark.parametrize(("text", "number"), WRITTEN.values(), ids=WRITTEN.keys())
def test_it_reads(text: str, number: Number) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize("text", NOT_NUMBERS.values(), ids=NOT_NUMBERS.keys())
def test_it_takes_no_number_from(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(("text", "number"), [("1,234", 1234), ("1.234", Decimal("1.234"))])
def test_it_reads_english_style_when_told(text: str, number: Number) -> None:
    assert parse_number(text, Style.ENGLISH) == number


def test_it_gives_whole_numbers_as_int() -> None:
    assert isinstance(parse_number("5,0"), int)


STYLES = {
    "grouped points": (["satu", "1.250.000"], Style.INDONESIAN),
    "grouped commas": (["1,250,000"], Style.ENGLISH),
    "both marks": (["1,250.5"], Style.ENGLISH),
    "decimal comma": (["3", "12,5"], Style.INDONESIAN),
    "decimal point": (["0.75"], Style.ENGLISH),
    "groups tell more than decimals": (["12.5", "1.250.000"], Style.INDONESIAN),
    "the first decimal mark stays": (["12.5", "7,25"], Style.ENGLISH),
    "no digit before the mark": ([",5"], Style.INDONESIAN),
    "a cheque's dash": (["500,-"], None),
    "both readings fit": (["1.234", "1,234"], None),
    "no marks": (["12", ""], None),
}


@pytest.mark.parametrize(("texts", "style"), STYLES.values(), ids=STYLES.keys())
def test_it_tells_the_style_of_a_column(texts: list[str], style: Style | None) -> None:
    assert style_of(texts) is style


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (1_234_567, "1.234.567"),
        (Decimal("1234567.89"), "1.234.567,89"),
        (0.1, "0,1"),
        (-5, "-5"),
        (1e9, "1.000.000.000"),
    ],
)
def test_it_prints(value: Number | float, written: str) -> None:
    assert format_number(value) == written


def test_it_prints_as_many_decimals_as_asked() -> None:
    assert format_number(1250, 2) == "1.250,00"


def test_it_prints_a_share_in_per_cent() -> None:
    assert format_percent(0.125) == "12,5 %"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("KONI sebesar Rp. 52.000.000.000", (52_000_000_000,)),
        ("dari 1.250,5 menjadi 2.000 (Rp 500)", (Decimal("1250.5"), 2000, 500)),
        ("Per 04 Mei 2021, desa 35.16.01.2001, kode 1.002.1", ()),
    ],
)
def test_it_finds_amounts_in_a_sentence(text: str, numbers: tuple[Number, ...]) -> None:
    assert find_numbers(text) == numbers


@given(st.text(max_size=200))
def test_it_never_breaks_on_any_sentence(text: str) -> None:
    assert isinstance(find_numbers(text), tuple)


@given(st.integers(-(10**15), 10**15))
def test_it_reads_back_every_whole_number_it_prints(value: int) -> None:
    assert parse_number(format_number(value)) == value


@given(st.decimals(-(10**9), 10**9, places=2))
def test_it_reads_back_every_decimal_it_prints(value: Decimal) -> None:
    assert parse_number(format_number(value, 2)) == value


@given(st.text(max_size=45))
def test_it_never_breaks_on_any_text(text: str) -> None:
    assert parse_number(text) is None or any(mark.isdigit() for mark in text)
