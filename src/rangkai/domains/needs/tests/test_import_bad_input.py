"""Bad sheets of needs: each is told in words that name the cell or the file, and nothing is written."""

from typing import Any

import pytest

from rangkai.domains.needs.models import Need
from rangkai.domains.needs.tests.factories import TODAY
from rangkai.domains.needs.tests.sheets import HEADINGS, csv_bytes, row
from rangkai.domains.organisations.tests.factories import Actors, actors, area
from rangkai.domains.work.actions.imports.direct import Answer, Direct, import_directly
from rangkai.domains.work.actions.imports.upload import Upload
from rangkai.domains.work.models import ImportSession
from rangkai.domains.work.rules.options import ImportOptions
from rangkai.domains.work.rules.terms import Outcome
from rangkai.engines.tabular.tests.workbooks import with_entry, xlsx
from rangkai.kit.models import Change
from rangkai.lib.errors import Invalid

pytestmark = pytest.mark.django_db

TYPED = [
    "Pembangunan MCK",
    "Puri",
    "Kebonagung",
    "RT 1",
    "Dinas Kesehatan",
    2,
    "unit",
    50_000_000,
    "6 Juli 2022",
]
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")


@pytest.fixture
def cast() -> Actors:
    people = actors()
    puri = area(people.place, "35.16.10", "Puri")
    area(people.place, "35.16.10.2001", "Kebonagung", puri)
    return people


def bring(cast: Actors, content: bytes, name: str = "usulan.xlsx") -> Answer:
    wanted = Direct("needs", Upload(name, content), ImportOptions())
    return import_directly(cast.citra, wanted=wanted, today=TODAY)


def nothing_written() -> bool:
    return not (Need.objects.exists() or ImportSession.objects.exists() or Change.objects.exists())


REFUSED: dict[str, tuple[bytes, str, str]] = {
    "a photo renamed": (b"\xff\xd8\xff\xe0foto", "usulan.xlsx", "gambar JPEG"),
    "a PDF": (b"%PDF-1.7", "usulan.pdf", "adalah PDF"),
    "a password": (LOCKED, "usulan.xlsx", "dilindungi kata sandi"),
    "an empty file": (b"", "usulan.csv", "usulan.csv kosong"),
    "an empty sheet": (xlsx({"Lembar1": []}), "usulan.xlsx", "Tidak ada satu sel pun"),
    "a sheet without a table": (xlsx({"Lembar1": [["Selamat pagi"]]}), "usulan.xlsx", "Tidak ada tabel"),
    "a zip bomb": (
        with_entry(xlsx({"A": [["x"]]}), "xl/worksheets/sheet2.xml", bytes(30_000_000)),
        "usulan.xlsx",
        "mengembang",
    ),
    "no column of needs": (csv_bytes([("Warna", "Bentuk"), ("merah", "bulat")]), "x.csv", "Kebutuhan"),
}


@pytest.mark.parametrize(("content", "name", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_it_refuses_the_file_and_says_why(cast: Actors, content: bytes, name: str, words: str) -> None:
    with pytest.raises(Invalid, match=words):
        bring(cast, content, name)
    assert nothing_written()


def test_it_refuses_two_hundred_thousand_rows(cast: Actors) -> None:
    content = csv_bytes([HEADINGS]) + csv_bytes([row()]) * 200_001
    with pytest.raises(Invalid, match="200"):
        bring(cast, content, "usulan.csv")
    assert nothing_written()


def typed(**changed: Any) -> list[Any]:
    return [changed.get(heading, cell) for heading, cell in zip(HEADINGS, TYPED, strict=True)]


CELLS: dict[str, tuple[dict[str, Any], str, str]] = {
    "a formula error": ({"Biaya": "=1/0|#DIV/0!"}, "H3", "#DIV/0!"),
    "forty thousand characters": ({"Kebutuhan": "a" * 32_767}, "A3", "karakter"),
    "an unknown office": ({"OPD": "Dinas Antah Berantah"}, "E3", "tidak dikenal"),
    "an unknown kecamatan": ({"Kecamatan": "Atlantis"}, "B3", "tidak ada di daerah ini"),
    "the 31st of February": ({"Tanggal": "31 Februari 2022"}, "I3", "31 Februari 2022"),
    "a negative cost": ({"Biaya": -5}, "H3", "tidak boleh kurang dari nol"),
    "a negative quantity": ({"Volume": -2}, "F3", "tidak boleh kurang dari nol"),
    "words for a number": ({"Volume": "dua buah"}, "F3", "bukan angka"),
    "an empty need": ({"Kebutuhan": None}, "A3", "Kebutuhan kosong"),
}


@pytest.mark.parametrize(("changed", "cell", "words"), CELLS.values(), ids=CELLS.keys())
def test_it_names_the_cell_and_writes_nothing(
    cast: Actors, changed: dict[str, Any], cell: str, words: str
) -> None:
    answer = bring(
        cast, xlsx({"Usulan": [HEADINGS, typed(Lokasi="Balai"), typed(**changed), typed(Lokasi="Pasar")]})
    )
    found = [p for p in answer.plan.problems if p.blocks]
    assert [(p.cell, p.row) for p in found] == [(cell, 3)]
    assert words in str(found[0].message)
    assert (answer.plan.sheet, answer.committed, nothing_written()) == ("Usulan", False, True)


def test_it_names_a_cell_of_forty_thousand_characters_in_a_csv(cast: Actors) -> None:
    answer = bring(cast, csv_bytes([HEADINGS, row(Kebutuhan="a" * 40_000), row()]), "usulan.csv")
    assert {p.cell for p in answer.plan.problems} == {"A2"}
    assert nothing_written()


GOOD: dict[str, bytes] = {
    "numbers as text": xlsx({"A": [HEADINGS, typed(Volume="2", Biaya="50.000.000"), typed(Lokasi="x")]}),
    "title rows above": xlsx(
        {"A": [["DAFTAR USULAN"], ["TAHUN 2022"], [], HEADINGS, typed(), typed(Lokasi="x")]}
    ),
    "a total below": xlsx(
        {"A": [HEADINGS, typed(), typed(Lokasi="x"), ["JUMLAH", *[None] * 6, 100_000_000, None]]}
    ),
}


def test_it_reads_numbers_that_are_kept_as_text(cast: Actors) -> None:
    assert bring(cast, GOOD["numbers as text"]).committed
    assert list(Need.objects.values_list("quantity", "estimate").distinct()) == [(2, 50_000_000)]


@pytest.mark.parametrize("name", ["title rows above", "a total below"])
def test_it_finds_the_table_in_the_sheet(cast: Actors, name: str) -> None:
    answer = bring(cast, GOOD[name])
    assert (answer.plan.counts[Outcome.NEW], answer.committed) == (2, True)


def test_it_reads_two_header_rows(cast: Actors) -> None:
    above = ["Kebutuhan", "Lokasi", None, None, "OPD", "Besaran", None]
    below = [None, "Kecamatan", "Desa", "Rincian", None, "Volume", "Satuan"]
    body = [["Pembangunan MCK", "Puri", "Kebonagung", place, "Dinas Kesehatan", 2, "unit"] for place in "AB"]
    content = xlsx({"A": [above, below, *body]}, merged=["A1:A2", "B1:D1", "E1:E2", "F1:G1"])
    assert bring(cast, content).committed
    assert set(Need.objects.values_list("place", "unit", "area__versions__name")) == {
        ("A", "unit", "Kebonagung"),
        ("B", "unit", "Kebonagung"),
    }


def test_it_tells_two_columns_of_one_name_apart(cast: Actors) -> None:
    headings = (*HEADINGS, "Kebutuhan")
    content = xlsx({"A": [headings, [*typed(), "lain"], [*typed(Lokasi="x"), "lain"]]})
    assert bring(cast, content).committed
    assert set(Need.objects.values_list("statement", flat=True)) == {"Pembangunan MCK"}
