import pytest
from hypothesis import given
from hypothesis import strategies as st

from rangkai.lib.money import format_rupiah, format_rupiah_short, parse_rupiah


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Rp 1.250.000,-", 1_250_000),
        ("1,25 miliar", 1_250_000_000),
        ("Rp 1,25 M", 1_250_000_000),
        ("500 jt", 500_000_000),
        ("Rp. 2 triliun", 2_000_000_000_000),
        ("750 ribu rupiah", 750_000),
        ("500.000 rupiah", 500_000),
        ("(2.000.000)", -2_000_000),
        ("11693190418,5", 11_693_190_419),
        ("", None),
        ("lima juta", None),
        ("5 unit", None),
        ("1.2.3 juta", None),
    ],
)
def test_it_reads_rupiah(text: str, amount: int | None) -> None:
    assert parse_rupiah(text) == amount


@pytest.mark.parametrize(
    ("amount", "full", "short"),
    [
        (0, "Rp 0", "Rp 0"),
        (-500, "-Rp 500", "-Rp 500"),
        (999_999, "Rp 999.999", "Rp 999.999"),
        (750_000_000, "Rp 750.000.000", "Rp 750 juta"),
        (1_250_000_000, "Rp 1.250.000.000", "Rp 1,25 miliar"),
        (-1_250_000_000, "-Rp 1.250.000.000", "-Rp 1,25 miliar"),
        (999_999_999, "Rp 999.999.999", "Rp 1 miliar"),
        (100_000_000_000, "Rp 100.000.000.000", "Rp 100 miliar"),
        (12_345_000_000_000_000, "Rp 12.345.000.000.000.000", "Rp 12.345 triliun"),
    ],
)
def test_it_prints_rupiah_in_full_and_short(amount: int, full: str, short: str) -> None:
    assert (format_rupiah(amount), format_rupiah_short(amount)) == (full, short)


@given(st.integers(-(10**16), 10**16))
def test_it_reads_back_what_it_prints(amount: int) -> None:
    assert parse_rupiah(format_rupiah(amount)) == amount


@given(st.integers(10**6, 10**14))
def test_it_is_off_by_at_most_half_a_hundredth_when_short(amount: int) -> None:
    read = parse_rupiah(format_rupiah_short(amount))
    assert read is not None
    assert abs(read - amount) <= amount / 200
