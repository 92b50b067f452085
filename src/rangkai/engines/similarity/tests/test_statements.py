import pytest

from rangkai.engines.similarity.places import Area
from rangkai.engines.similarity.statements import Statement, read


@pytest.mark.parametrize(
    ("text", "objects", "names", "area"),
    [
        pytest.param(
            "Pembangunan drainase - Kp. Sawo, Desa Wates, Kec. Jatirejo",
            ("bangun", "drainase"),
            ("sawo",),
            Area("wates", "jatirejo"),
            id="activity, dash, place, area",
        ),
        pytest.param(
            "Perbaikan saluran di Dusun Krajan Desa Wates Kecamatan Jatirejo Kab. Mojokerto",
            ("baik", "salur"),
            ("krajan",),
            Area("wates", "jatirejo"),
            id="one running sentence",
        ),
        pytest.param(
            "Pemasangan wifi di balai, Desa Wates",
            ("pasang", "wifi"),
            ("balai",),
            Area("wates"),
            id="di before a place",
        ),
        pytest.param(
            "Aplikasi antrean di puskesmas",
            ("aplikasi", "antre", "puskesmas"),
            (),
            Area(),
            id="di without any area",
        ),
        pytest.param(
            "Pembangunan jalan Kp. Sawo",
            ("bangun", "jalan"),
            ("sawo",),
            Area(),
            id="a label begins the place",
        ),
        pytest.param(
            "Pembangunan desa wisata", ("bangun", "desa", "wisata"), (), Area(), id="a village for tourists"
        ),
        pytest.param(
            "Rehab Kantor Desa Wates", ("rehab", "kantor"), (), Area("wates"), id="the office of a village"
        ),
        pytest.param(
            "Pembangunan balai, Kec. Jatirejo",
            ("bangun", "balai"),
            (),
            Area("", "jatirejo"),
            id="district only",
        ),
        pytest.param("", (), (), Area(), id="nothing"),
    ],
)
def test_it_takes_a_sentence_apart(text, objects, names, area):
    reading = read(Statement("1", text))
    assert (reading.objects, reading.place.names, reading.area) == (objects, names, area)


def test_it_prefers_what_is_given_apart():
    reading = read(Statement("1", "Drainase, Desa Wates, Kec. Jatirejo", "RT 02", "Desa Sooko", "DINAS PUPR"))
    assert (reading.place.rt, reading.area.desa, reading.office) == (4, "sooko", "dinas pupr")


def test_it_adds_the_given_place_to_the_one_in_the_text():
    assert read(Statement("1", "Drainase - Kp. Sawo", "Kp. Bulak")).place.names == ("sawo", "bulak")


def test_it_reads_the_number_of_a_school_inside_the_activity():
    assert read(Statement("1", "Rehabilitasi SDN Wates 2")).place.ordinal == 4


def test_it_keeps_the_written_words_beside_the_roots():
    assert read(Statement("1", "Pembangunan Saluran")).said == ("pembangunan", "saluran")


def test_it_gives_one_wording_to_spellings_that_differ_in_signs_only():
    first, second = (
        read(Statement("1", "Drainase - Kp. Sawo, RT.02")),
        read(Statement("2", "drainase  kp sawo rt 02")),
    )
    assert first.wording == second.wording


def test_it_survives_a_cell_of_forty_thousand_characters():
    assert read(Statement("1", "drainase " * 4_444)).objects[:1] == ("drainase",)
