"""Finding what a sheet names."""

import pytest

from rangkai.domains.work.rules.names import NameBook, squashed_place

BOOK = NameBook(
    [
        (1, ("Dinas Pekerjaan Umum dan Penataan Ruang", "PUPR")),
        (2, ("Dinas Kesehatan", "Dinkes", "")),
        (3, ("Sudajaya Girang",)),
        (4, ("Kembar",)),
        (5, ("Kembar",)),
        (6, ()),
    ]
)


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("DINAS  KESEHATAN", 2),
        ("dinkes", 2),
        ("SUDAJAYAGIRANG", 3),
        ("DPUPR", 1),
        ("Kembar", None),
        ("Dinas Kesehatn", None),
        ("", None),
    ],
    ids=["case and blanks", "alias", "blanks inside", "initials", "two of one name", "a slip", "nothing"],
)
def test_it_finds(text: str, entry: int | None) -> None:
    assert BOOK.find(text) == entry


def test_it_finds_the_same_again() -> None:
    assert BOOK.find("Dinkes") is BOOK.find("Dinkes")


def test_it_suggests_the_nearest_name_first() -> None:
    assert BOOK.suggest("Dinas Kesehatn")[0] == "Dinas Kesehatan"


def test_it_suggests_nothing_where_nothing_is_near() -> None:
    assert BOOK.suggest("qqqq") == ()


@pytest.mark.parametrize("text", ["Kec. PURI", "Kecamatan Puri", "puri"])
def test_it_squashes_a_place_to_its_bare_name(text: str) -> None:
    assert squashed_place(text) == "puri"
