"""Both databases are asked for the same hits."""

import pytest

from rangkai.kit.models import SearchRow
from rangkai.kit.search import Entry, find, forget, index

pytestmark = pytest.mark.django_db
TEXTS = {
    1: "Perbaikan saluran drainase di Desa Awang-awang",
    2: "Penambahan kamera CCTV simpang Mojosari",
    3: "Antrean pelayanan puskesmas Gondang terlalu lama",
    4: "Pembangunan drainase lingkungan Kelurahan Sarirejo (2026)",
    5: "Pelayanan administrasi kependudukan di desa",
}


@pytest.fixture(autouse=True)
def rows():
    index(region_id=1, kind="test.row", entries=[Entry(n, text, "") for n, text in TEXTS.items()])


def ids(query, region_id=1):
    return sorted(hit.object_id for hit in find(region_id=region_id, kinds=["test.row"], query=query))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("drainase", [1, 4], id="one word"),
        pytest.param("DRAINASE", [1, 4], id="capitals"),
        pytest.param("memperbaiki drainase", [1], id="another form of the word"),
        pytest.param("pelayanan desa", [5], id="every word must be there"),
        pytest.param("layan", [3, 5], id="the root finds its forms"),
        pytest.param("dra", [1, 4], id="the last word may be a beginning"),
        pytest.param("dra 2026", [], id="but not a word before it"),
        pytest.param("mojosari", [2], id="a place"),
        pytest.param("tidak-ada", [], id="nothing"),
        pytest.param("'; DROP TABLE --", [], id="signs are no syntax"),
        pytest.param('"drainase', [1, 4], id="a lone quote is no syntax"),
        pytest.param("", [], id="no word at all"),
    ],
)
def test_it_finds_the_same_on_every_database(query, expected):
    assert ids(query) == expected


def test_it_never_finds_another_regions_rows():
    assert ids("drainase", region_id=2) == []


def test_it_finds_the_new_text_after_a_change():
    index(region_id=1, kind="test.row", entries=[Entry(1, "Jembatan gantung", "")])
    assert (ids("drainase"), ids("jembatan")) == ([4], [1])


def test_it_forgets_what_was_deleted():
    forget(region_id=1, kind="test.row", object_ids=[4])
    assert ids("drainase") == [1]
    assert SearchRow.objects.count() == 4
