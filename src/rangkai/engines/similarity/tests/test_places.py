import pytest

from rangkai.engines.similarity.places import Area, Place, bits, read_area, read_place
from rangkai.lib.text import fold

SUMBERAGUNG = Area("sumber agung", "jatirejo")


@pytest.mark.parametrize(
    ("text", "rt", "rw", "either"),
    [
        pytest.param("RT/RW 17/05", (17,), (5,), False, id="both labels before both numbers"),
        pytest.param("RW/RT 05/17", (17,), (5,), False, id="the other way round"),
        pytest.param("RT.17 RW.05", (17,), (5,), False, id="a label before each number"),
        pytest.param("rt 017/rw 05", (17,), (5,), False, id="zeros and a slash between labels"),
        pytest.param("Rt.17/05", (17,), (5,), False, id="RW understood after the slash"),
        pytest.param("RW 05/17", (17,), (5,), False, id="RT understood after the slash"),
        pytest.param("17/05", (17,), (5,), True, id="no label may be either order"),
        pytest.param("RT 01-03/04", (1, 2, 3), (4,), False, id="a range of RT in one RW"),
        pytest.param("RT 02,03/05", (2, 3), (5,), False, id="a list of RT in one RW"),
        pytest.param("Rt.06/01,12/02 dan 29/06", (6, 12, 29), (1, 2, 6), False, id="a list of pairs"),
        pytest.param("RW 06 s/d RW 10", (), (6, 7, 8, 9, 10), False, id="from one label to another"),
        pytest.param("rt 01 sd 03", (1, 2, 3), (), False, id="sd between numbers"),
        pytest.param("RT 01 sampai dengan 03", (1, 2, 3), (), False, id="a range in words"),
        pytest.param("RT 05 - 02", (2, 5), (), False, id="a range that runs back is a list"),
        pytest.param("Rt 2 no. 5", (2, 5), (), False, id="nomor keeps the label"),
        pytest.param("RT 2019", (), (), False, id="a year is no RT"),
        pytest.param("Jl. Raya KM. 08", (), (), False, id="kilometres are no address"),
        pytest.param("/05", (), (), False, id="a slash with nothing before it"),
    ],
)
def test_it_reads_rt_and_rw(text, rt, rw, either):
    place = read_place(fold(text))
    assert (place.rt, place.rw, place.either) == (bits(*rt), bits(*rw), either)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Dusun I-IV", id="roman range"),
        pytest.param("Dusun I, II, III, IV", id="roman list"),
        pytest.param("dusun 1,2,3 dan 4", id="digits and dan"),
        pytest.param("Kadus 001 s/d 004", id="heads of dusun"),
        pytest.param("Dusun satu sampai empat", id="numbers in words"),
    ],
)
def test_it_reads_four_dusun(text):
    assert read_place(fold(text)) == Place(dusun=bits(1, 2, 3, 4))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Kp. Wonolelo", Place(names=("wonolelo",)), id="the label is no name"),
        pytest.param("Dusun Lebak II", Place(names=("lebak",), ordinal=bits(2)), id="a name with a number"),
        pytest.param(
            "SDN 04 Wates", Place(names=("sdn", "wates"), ordinal=bits(4)), id="a number inside a name"
        ),
        pytest.param(
            "Tegal 3 13/06", Place(("tegal",), bits(13), bits(6), 0, bits(3), True), id="number, then address"
        ),
        pytest.param("10 kelompok tani", Place(names=("kelompok", "tani")), id="an amount is no number"),
        pytest.param("4 Kedusunan", Place(whole=True), id="all hamlets counted"),
        pytest.param("semua dusun", Place(whole=True), id="all hamlets"),
        pytest.param("Desa Sumberagung", Place(whole=True), id="the village itself, written together"),
        pytest.param(
            "Kec. Jatirejo, Desa: Sumber Agung", Place(whole=True), id="district and village said again"
        ),
        pytest.param("Kp. Sawo, Desa Sumberagung", Place(names=("sawo",)), id="a spot in the village"),
        pytest.param("Desa Tanjungan", Place(names=("tanjungan",)), id="another village is a name"),
        pytest.param(
            "Desa A di Tanjungan", Place(names=("tanjungan",)), id="letters and small words are no names"
        ),
        pytest.param("blok b yang baru", Place(names=("baru",)), id="small words fall away"),
        pytest.param("", Place(), id="nothing"),
    ],
)
def test_it_reads_names_and_the_whole_village(text, expected):
    assert read_place(fold(text), SUMBERAGUNG) == expected


def test_it_calls_a_place_empty_when_nothing_is_said():
    assert read_place("").empty


def test_it_does_not_call_the_whole_village_empty():
    assert not read_place("semua dusun").empty


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Desa Sumber Agung, Kec. Jatirejo", SUMBERAGUNG, id="labelled"),
        pytest.param("Sumber Agung, Jatirejo", SUMBERAGUNG, id="village first"),
        pytest.param("Kel. Wates Kecamatan Magersari", Area("wates", "magersari"), id="no comma"),
        pytest.param("Kec. Jatirejo", Area("", "jatirejo"), id="district only"),
        pytest.param("Desa Wates, Kab. Mojokerto", Area("wates", ""), id="the regency is left out"),
        pytest.param("Desa Desa Wates", Area("wates", ""), id="a label said twice"),
        pytest.param("Desa, ,", Area(), id="labels without names"),
        pytest.param("", Area(), id="nothing"),
    ],
)
def test_it_reads_an_area(text, expected):
    assert read_area(text) == expected
