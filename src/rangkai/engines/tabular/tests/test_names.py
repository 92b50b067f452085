"""The nearest known name."""

import time

import pytest

from rangkai.engines.tabular import Choice, NameIndex, nearest

OFFICES = NameIndex(
    [
        Choice("1", "Dinas Pekerjaan Umum dan Penataan Ruang", ("PUPR",)),
        Choice("2", "Dinas Kesehatan", ("Dinkes",)),
        Choice("3", "Dinas Pendidikan", ("Dispendik",)),
        Choice("4", "Badan Perencanaan Pembangunan Daerah", ("Bappeda",)),
    ]
)
PLACES = NameIndex(
    [Choice(name, name) for name in ("Puri", "Sooko", "Mojosari", "Kabupaten Mojokerto", "Kota Mojokerto")]
)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("DINAS KESEHATAN", "2"),
        ("dinkes", "2"),
        ("DPUPR", "1"),
        ("pupr", "1"),
        ("Dinas  Pendidikan ", "3"),
        ("Dinas Kesehatn", None),
        ("", None),
    ],
)
def test_it_knows_an_office_by_name_alias_or_initials(text: str, key: str | None) -> None:
    found = OFFICES.exact(text)
    assert (found and found.key) == key


@pytest.mark.parametrize("text", ["Kec. Puri", "KECAMATAN PURI", "Desa Puri", "puri"])
def test_it_knows_a_place_without_its_kind(text: str) -> None:
    assert PLACES.nearest(text)[0].is_same


def test_it_never_mixes_a_city_and_a_regency() -> None:
    assert PLACES.nearest("Kota Mojokerto")[0].choice.name == "Kota Mojokerto"
    assert PLACES.exact("Kab. Mojokerto") == Choice("Kabupaten Mojokerto", "Kabupaten Mojokerto")
    assert PLACES.exact("Mojokerto") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [("Mojosri", "Mojosari"), ("Soko", "Sooko"), ("Kec. Mojo Sari", "Mojosari")],
)
def test_it_suggests_the_nearest_place(text: str, name: str) -> None:
    best = PLACES.nearest(text, limit=1)
    assert [(one.choice.name, one.is_same) for one in best] == [(name, False)]


def test_it_finds_words_in_another_order() -> None:
    assert OFFICES.nearest("Kesehatan, Dinas")[0].choice.key == "2"


def test_it_suggests_nothing_where_nothing_is_near() -> None:
    assert PLACES.nearest("xyzzy") == ()
    assert PLACES.nearest("  ") == ()


def test_it_names_no_choice_where_two_bear_the_name() -> None:
    twice = NameIndex([Choice("a", "Desa Puri"), Choice("b", "Kelurahan Puri")])
    assert twice.exact("Puri") is None
    assert [one.choice.key for one in twice.nearest("Puri")] == ["a", "b"]


def test_it_takes_no_initials_that_are_a_name_already() -> None:
    index = NameIndex([Choice("a", "Dinas Pekerjaan Umum"), Choice("b", "DPU"), Choice("c", "")])
    assert index.exact("DPU") == Choice("b", "DPU")


def test_it_looks_up_one_name_in_a_list() -> None:
    assert nearest("Mojosri", ["Puri", "Mojosari"])[0].choice.key == "Mojosari"


def test_it_compares_each_distinct_name_once() -> None:
    index = NameIndex([Choice(str(place), f"Desa Nomor {place}") for place in range(300)])
    began = time.process_time()
    for place in range(6_000):
        index.nearest(f"Ds. Nomer {place % 200}")
    assert time.process_time() - began < 3
