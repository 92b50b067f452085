import pytest
from hypothesis import given
from hypothesis import strategies as st

from rangkai.lib.text import fold, normalise_place, slug, squeeze, strip_tags, title_case, unspace, words


def test_it_squeezes_every_kind_of_space() -> None:
    assert squeeze(" Kec.\u00a0\u200bPuri \n\t Mojokerto\ufeff") == "Kec. Puri Mojokerto"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jum’at", "jum'at"),
        ("“Puri”", '"puri"'),
        ("2022–2023", "2022-2023"),
        ("CAFÉ", "cafe"),
        ("PURI\u00a0\u00a0", "puri"),
        ("Straße", "strasse"),
    ],
)
def test_it_folds_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_it_keeps_words_only() -> None:
    assert words("Kec. Puri/Sooko (2)") == "kec puri sooko 2"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dinas PU & Tata Ruang", "dinas-pu-tata-ruang"),
        ("!!", "tanpa-nama"),
        ("a" * 80, "a" * 60),
        ("ab cd", "ab-cd"),
    ],
)
def test_it_makes_a_file_name(text: str, name: str) -> None:
    assert slug(text) == name


def test_it_takes_tags_out() -> None:
    assert (
        strip_tags("Catatan: <sup>1 </sup>. &#x3D; jam/<i>hours</i>; a < b")
        == "Catatan: 1 . = jam/ hours ; a < b"
    )


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("J U M L A H ", "JUMLAH "),
        ("U R A I A N", "URAIAN"),
        ("Kelas A B", "Kelas A B"),
        ("A B C Dinas", "A B C Dinas"),
    ],
)
def test_it_brings_spaced_out_letters_together(text: str, together: str) -> None:
    assert unspace(text) == together


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kec. PURI", "puri"),
        ("Kecamatan Puri", "puri"),
        ("Ds.Sumbertanggul", "sumbertanggul"),
        ("Desa Kelurahan Wates", "wates"),
        ("Kel. Wates", "wates"),
        ("Desa", "desa"),
        ("Dsn. Krajan", "dusun krajan"),
        ("Kab. Mojokerto", "kabupaten mojokerto"),
        ("KOTA MOJOKERTO", "kota mojokerto"),
        ("", ""),
    ],
)
def test_it_knows_a_place_by_its_bare_name(text: str, name: str) -> None:
    assert normalise_place(text) == name


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("DINAS PU DAN TATA RUANG", "Dinas PU dan Tata Ruang"),
        ("DI DESA", "DI Desa"),
        ("puri", "Puri"),
        ("RSUD PROF DR", "Rsud Prof DR"),
        ("", ""),
    ],
)
def test_it_writes_capitals_as_one_writes_a_name(text: str, written: str) -> None:
    assert title_case(text) == written


@given(st.text())
def test_it_folds_the_folded_to_itself(text: str) -> None:
    assert fold(fold(text)) == fold(text)
