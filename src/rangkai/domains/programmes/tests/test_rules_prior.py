"""The old plan: lines, corrected files, suggestions."""

import pytest

from rangkai.domains.programmes.rules.prior.lines import (
    OldLine,
    Read,
    changed,
    dump_all,
    line_of,
    load_all,
    read_from_json,
    read_to_json,
)
from rangkai.domains.programmes.rules.prior.matching import KnownLine, match
from rangkai.domains.programmes.rules.prior.suggesting import Target, kind_of, suggest
from rangkai.domains.programmes.rules.terms import ProgrammeKind
from rangkai.domains.work.rules.names import NameBook
from rangkai.engines.dossier import Found
from rangkai.lib.errors import N_, Invalid

OFFICES = NameBook(
    [
        (1, ("Dinas Komunikasi dan Informatika", "Diskominfo")),
        (2, ("Dinas Kesehatan",)),
        (3, ("Dinas Perumahan, Kawasan Permukiman, dan Perhubungan",)),
    ]
)
GOALS = (
    Target(1, "S1 Layanan publik digital", "Meningkatnya layanan publik digital yang mudah"),
    Target(2, "S2 Kesehatan", "Meningkatnya derajat kesehatan masyarakat"),
    Target(3, "S3 Jalan", "Meningkatnya mutu jalan dan jembatan"),
)


def found(**values: object) -> Found:
    return Found(**{"name": "Arsip", "page": 4, "headings": ("Bab IV", "4.1"), "original": (), **values})


@pytest.mark.parametrize(
    ("written", "office_id", "said"),
    [
        ("Diskominfo", 1, ""),
        ("Dinas Perumahan, Kawasan Permukiman, dan Perhubungan", 3, ""),
        ("Dinas Kesehatan; Diskominfo", 2, "diambil dari “Dinas Kesehatan”"),
        ("Bagian Umum, Dinas Kesehatan", 2, "diambil dari “Dinas Kesehatan”"),
        ("Dinas Kesehatn Kab", None, "mungkin Dinas Kesehatan"),
        ("QQ", None, "tidak dikenal."),
        ("", None, ""),
    ],
)
def test_it_knows_the_office_of_a_line(written: str, office_id: int | None, said: str) -> None:
    line = line_of(found(office=written), OFFICES)
    assert line.office_id == office_id
    assert said in " ".join(map(str, line.remarks))


def test_it_keeps_where_a_line_stands() -> None:
    line = line_of(found(dimension="7"), OFFICES)
    assert (line.page, line.heading, line.dimension_id) == (4, "Bab IV › 4.1", 7)


def test_it_comes_back_from_json_as_it_was() -> None:
    line = OldLine("Arsip", original=(("Program", "Arsip"),), remarks=(N_("%(a)s baris", a=3),))
    read = Read((line,), "estimated", 12, (N_("catatan"),), (("Tabel 1", 3, 1, N_("Daftar program.")),))
    assert read_from_json(read_to_json(read)) == read


def test_it_keeps_remarks_as_they_were() -> None:
    said = (N_("%(a)s baris", a=3), N_("catatan"))
    assert load_all(dump_all(said)) == said


def test_it_mends_a_line() -> None:
    assert changed(OldLine("Arsp"), {"name": "Arsip", "is_taken": False}) == OldLine("Arsip", is_taken=False)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": " "}, "name"),
        ({"first_year": 2024, "last_year": 2022}, "last_year"),
        ({"cost": 10**14}, "cost"),
    ],
)
def test_it_refuses_a_line_that_cannot_be(values: dict[str, object], field: str) -> None:
    with pytest.raises(Invalid) as caught:
        changed(OldLine("Arsip"), values)
    assert [problem.field for problem in caught.value.problems] == [field]


def lines(*names: str) -> list[OldLine]:
    return [OldLine(name) for name in names]


def test_it_knows_the_same_line_again() -> None:
    outcome = match(lines("ARSIP daring"), [KnownLine(5, "Arsip Daring", False)])
    assert (outcome.new, outcome.renewed, outcome.gone) == ((), {0: 5}, ())


def test_it_knows_a_corrected_name() -> None:
    outcome = match(
        lines("Pusat kendali kota", "Arsip daring daerah"),
        [KnownLine(5, "Arsip daring derah", False), KnownLine(6, "Kamera", False)],
    )
    assert (outcome.new, outcome.renewed, outcome.gone) == ((0,), {1: 5}, (6,))


def test_it_takes_a_known_line_for_one_line_only() -> None:
    outcome = match(
        lines("Arsip daring daerahh", "Arsip daring daerahhh"), [KnownLine(5, "Arsip daring daerah", False)]
    )
    assert (outcome.new, outcome.renewed) == ((1,), {0: 5})


def test_it_never_touches_what_is_decided() -> None:
    known = [KnownLine(5, "Arsip", True), KnownLine(6, "Kamera", True)]
    outcome = match(lines("Arsip"), known)
    assert (outcome.new, outcome.renewed, outcome.kept, outcome.gone) == ((), {}, (5, 6), ())


def test_it_takes_a_line_left_out_for_gone() -> None:
    outcome = match([OldLine("Arsip", is_taken=False)], [KnownLine(5, "Arsip", False)])
    assert outcome.gone == (5,)


def test_it_suggests_the_sasaran_that_says_the_same_words() -> None:
    (first,) = suggest("Aplikasi layanan publik digital terpadu", GOALS)
    assert first.id == 1
    assert str(first.reason) == "Kata yang sama: digital, layanan, publik."


@pytest.mark.parametrize("text", ["Pelestarian cagar budaya", "Layanan arsip", ""])
def test_it_suggests_nothing_without_two_words_in_common(text: str) -> None:
    assert suggest(text, GOALS) == ()


def test_it_suggests_nothing_that_says_little_of_a_sasaran() -> None:
    long = Target(1, "S1", "layanan publik " + " ".join(f"kata{letter * 4}" for letter in "bcdfghjklmnp"))
    assert suggest("layanan publik", (long,)) == ()


@pytest.mark.parametrize(
    ("name", "details", "kind"),
    [
        ("Peraturan bupati tentang SPBE", "", ProgrammeKind.POLICY),
        ("Literasi digital warga", "", ProgrammeKind.PEOPLE),
        ("Aplikasi antrean", "", ProgrammeKind.APPLICATION),
        ("Pemasangan CCTV", "", ProgrammeKind.INFRASTRUCTURE),
        ("Satu Data", "", ProgrammeKind.DATA),
        ("Puskesmas ramah", "aplikasi antrean", ProgrammeKind.APPLICATION),
        ("Puskesmas ramah", "", ProgrammeKind.SERVICE),
    ],
)
def test_it_guesses_the_kind_of_a_programme(name: str, details: str, kind: ProgrammeKind) -> None:
    assert kind_of(name, details) is kind
