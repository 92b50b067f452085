"""The whole book: frame, fill-in words, cover, references, what is frozen, what stands in the way."""

from dataclasses import replace

import pytest

from rangkai.domains.books.rules.assembling import chapter_blocks, document_of
from rangkai.domains.books.rules.comparing import drift
from rangkai.domains.books.rules.content import LONGEST_BODY, Words, chapter_problems
from rangkai.domains.books.rules.facts import ChapterText, EditionContent
from rangkai.domains.books.rules.fill_ins import FILL_INS, filled, unknown_words
from rangkai.domains.books.rules.frame import FRAMES
from rangkai.domains.books.rules.frozen import from_json, to_json
from rangkai.domains.books.rules.naming import file_name
from rangkai.domains.books.rules.outline import OutlineChapter, frame_of, in_order, is_of_frame, moved
from rangkai.domains.books.rules.readiness import obstacles, remarks
from rangkai.domains.books.rules.references import ELSEWHERE
from rangkai.domains.books.rules.terms import BookNumber, Place
from rangkai.domains.books.rules.wording import listed, named, quality_of, span
from rangkai.domains.books.tests.reading import said
from rangkai.domains.books.tests.samples import SCENARIO, content, empty, facts, need, programme
from rangkai.engines.typeset.numbering import arrange
from rangkai.engines.typeset.printable import flat

PRINT = "f" * 64


def titles(document):
    return [part.title for part in document.parts]


@pytest.mark.parametrize("book", BookNumber)
def test_it_assembles_every_book(book):
    document = document_of(content(book), fingerprint=PRINT)
    assert arrange(document).headings


def test_it_prints_the_chapters_of_buku_2_in_order():
    assert titles(document_of(content(), fingerprint=PRINT)) == [
        "Pendahuluan",
        "Visi, Tujuan, dan Sasaran",
        "Strategi per Dimensi",
        "Rencana Aksi",
        "Peta Jalan",
        "Quick Win",
        "Penutup",
        "Kebutuhan dan Nasibnya",
        "Sumber dan Ketertelusuran",
    ]


def test_it_prints_a_chapter_without_records_only_when_it_was_written():
    assert "Analisis SWOT" not in titles(document_of(content(BookNumber.ONE), fingerprint=PRINT))
    plain = content(BookNumber.ONE)
    written = tuple(replace(one, body="Kekuatan …") if one.key == "swot" else one for one in plain.chapters)
    document = document_of(replace(plain, chapters=written), fingerprint=PRINT)
    assert "Analisis SWOT" in titles(document)


def test_it_prints_front_matter_before_the_contents():
    foreword = ChapterText("kata-pengantar", "front", "Kata Pengantar", "## Salam\nSelamat membaca", 1)
    document = document_of(EditionContent("2", 1, facts(), (foreword,)), fingerprint=PRINT)
    assert (document.front[0].title, document.parts) == ("Kata Pengantar", ())


def test_it_prints_no_records_in_front_matter():
    front = ChapterText("peta-jalan", Place.FRONT.value, "Depan", "a", 1)
    assert len(chapter_blocks(front, facts(), {})) == 1


def test_it_speaks_of_what_is_not_printed_instead_of_breaking():
    chapters = tuple(one for one in content().chapters if one.key == "strategi")
    document = document_of(replace(content(), chapters=chapters), fingerprint=PRINT)
    assert ELSEWHERE in said(document.parts)
    assert arrange(document)


def test_it_puts_edition_and_date_on_the_cover():
    document = document_of(content(), fingerprint=PRINT)
    assert (document.edition, document.date_text, document.period) == (
        "Edisi 1",
        "24 November 2026",
        "2027–2029",
    )
    assert document.region == "Pemerintah Kabupaten Mojokerto"


def test_it_calls_an_unnumbered_book_a_draft():
    document = document_of(content(number=None), fingerprint=PRINT)
    assert (document.edition, document.imprint[0][1]) == ("Konsep", "Konsep, tidak disimpan")


def test_it_marks_example_data_on_cover_and_every_page():
    document = document_of(content(needs=(need(1, is_example=True),)), fingerprint=PRINT)
    assert document.edition == "Edisi 1 – memuat data contoh"
    assert document.notice.startswith("CONTOH: buku ini memuat 1 kebutuhan dan 0 program")


def test_it_prints_scenario_decision_and_fingerprint_behind_the_cover():
    rows = dict(document_of(content(), fingerprint=PRINT).imprint)
    assert rows["Skenario"] == "S-2026-00001, dihitung 24 November 2026"
    assert rows["Keputusan"] == "KEP-2026-00001, 23 November 2026"
    assert rows["Sidik isi"] == PRINT


def test_it_prints_that_nothing_was_decided_or_computed():
    undecided = dict(
        document_of(content(scenario=replace(SCENARIO, decision=None)), fingerprint=PRINT).imprint
    )
    assert undecided["Keputusan"] == "belum ditetapkan"
    assert "Skenario" not in dict(document_of(content(scenario=None), fingerprint=PRINT).imprint)


def test_it_lists_no_tables_in_the_short_book():
    assert not document_of(content(BookNumber.THREE), fingerprint=PRINT).lists


# Fill-in words


@pytest.mark.parametrize("source", [facts(), empty()], ids=["full", "empty"])
def test_it_fills_in_every_word(source):
    assert all(flat(value) for value in filled(source).values())


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("jumlah_kebutuhan", "4"),
        ("jumlah_biaya", "Rp 750.000.000"),
        ("jumlah_perangkat_daerah", "1"),
        ("dasar_hukum", "Perbup 1/2026; RPJMD 2025–2029 (Perda 6/2025)"),
        ("jangka", "jangka pendek sampai 2027 dan jangka menengah sampai 2029"),
        ("skenario", "Dasar (S-2026-00001), dihitung 24 November 2026"),
        ("keputusan", "ditetapkan 23 November 2026 (KEP-2026-00001)"),
    ],
)
def test_it_fills_in_what_the_records_hold(word, value):
    assert flat(FILL_INS[word].value(facts())) == value


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("dasar_hukum", "belum dicatat"),
        ("rpjmd", "belum dicatat"),
        ("visi", "belum dicatat"),
        ("skenario", "belum dicatat"),
        ("keputusan", "belum ditetapkan"),
    ],
)
def test_it_says_what_the_records_lack(word, value):
    assert flat(FILL_INS[word].value(empty())) == value


def test_it_knows_every_word_of_its_own_frame():
    assert [
        unknown_words(one.body) for frame in FRAMES.values() for one in frame if unknown_words(one.body)
    ] == []


# Chapters as they are written


def test_it_names_a_word_that_it_does_not_know():
    problems = chapter_problems(Words("Bab", "Ada {entah}"))
    assert str(problems[0].message) == "Kata isian {entah} tidak dikenal. Lihat daftar kata isian."


def test_it_refuses_a_chapter_without_title_or_without_end():
    fields = [problem.field for problem in chapter_problems(Words(" ", "a" * (LONGEST_BODY + 1)))]
    assert fields == ["title", "body"]
    assert [problem.field for problem in chapter_problems(Words("a" * 161))] == ["title"]


def test_it_tidies_what_was_typed():
    assert Words(" Bab ", "a\r\nb\r\n").tidy == Words("Bab", "a\nb")


def test_it_orders_front_body_annex():
    rows = [
        OutlineChapter(key, place, key, "", 1, is_hidden=False)
        for key, place in (("c", Place.ANNEX), ("b", Place.BODY), ("a", Place.FRONT))
    ]
    assert [row.key for row in in_order(rows)] == ["a", "b", "c"]


def test_it_knows_what_a_chapter_prints():
    swot, goals = OutlineChapter("swot", Place.BODY, "S", "", 1, False), frame_of(BookNumber.TWO)[2]
    assert (swot.prints, goals.prints, replace(goals, is_hidden=True).prints) == (False, True, False)
    assert goals.text == ChapterText("visi", "body", goals.title, "", 1)


def test_it_tells_the_frame_from_what_was_added():
    assert (is_of_frame(BookNumber.TWO, "penutup"), is_of_frame(BookNumber.TWO, "tambahan-1")) == (
        True,
        False,
    )


@pytest.mark.parametrize(
    ("key", "up", "order"),
    [("b", True, "bac"), ("b", False, "acb"), ("a", True, "abc"), ("c", False, "abc")],
)
def test_it_moves_a_chapter_by_one(key, up, order):
    assert moved("abc", key, up=up) == list(order)


# What is frozen


@pytest.mark.parametrize("book", BookNumber)
def test_it_freezes_and_thaws_without_loss(book):
    assert from_json(to_json(content(book))) == content(book)


def test_it_freezes_an_empty_plan():
    bare = EditionContent("2", None, empty(), ())
    assert from_json(to_json(bare)) == bare


def test_it_tells_what_changed_since_an_edition():
    found = drift({"a": 1, "b": 1, "c": 1}, {"b": 2, "c": 1, "d": 1})
    assert (found.added, found.removed, found.changed, found.is_none) == (("d",), ("a",), ("b",), False)
    assert drift({"a": 1}, {"a": 1}).is_none


def test_it_names_a_file_after_book_region_and_edition():
    name = file_name(BookNumber.TWO, region="Kabupaten Mojokerto", number=1, suffix=".pdf")
    assert name == "Buku 2 Masterplan Smart City Kabupaten Mojokerto - edisi 1.pdf"


def test_it_keeps_bad_characters_out_of_file_names():
    name = file_name(BookNumber.ONE, region="Kab. A/B", number=None, suffix=".docx")
    assert name == "Buku 1 Analisis Strategis Smart City Kab. A-B - konsep.docx"


# Before printing


def test_it_lets_a_whole_plan_be_printed():
    assert [obstacles(book, facts()) for book in BookNumber] == [[], [], []]


def test_it_says_what_stands_in_the_way():
    assert len(obstacles(BookNumber.TWO, empty())) == 2
    assert "menu Kebutuhan" in str(obstacles(BookNumber.ONE, empty())[0].message)
    unplaced = facts(programmes=(programme(1, start=None, end=None),))
    assert "S-2026-00001" in str(obstacles(BookNumber.TWO, unplaced)[0].message)


def test_it_says_nothing_of_a_plan_that_lacks_nothing():
    whole = facts(
        needs=(need(1),),
        programmes=(programme(1),),
        dimensions=facts().dimensions[:1],
    )
    assert remarks(BookNumber.TWO, whole) == ()


def test_it_says_what_a_plan_lacks():
    poor = facts(
        withheld=3,
        goal_plan=None,
        plan=replace(facts().plan, vision=""),
        scenario=replace(SCENARIO, is_stale=True, is_adopted=False),
        programmes=(programme(1, is_approved=False, goals=(), quick_win=True, is_example=True),),
    )
    assert len(remarks(BookNumber.TWO, poor)) == 11
    assert len(remarks(BookNumber.ONE, poor)) == 5


# Words


def test_it_lists_names_as_a_sentence_does():
    assert [listed("a"), listed("ab"), listed("abc"), listed("")] == ["a", "a dan b", "a, b, dan c", ""]


def test_it_spans_refs():
    assert [span([]), span(["P-1"]), span(["P-2", "P-1"])] == ["", " (P-1)", " (P-1 s.d. P-2)"]


def test_it_marks_an_example_once():
    assert named("Program (contoh)", True, True) == "Program (contoh)"


@pytest.mark.parametrize(
    ("result", "words"),
    [
        ({"status": "optimal"}, "Susunannya terbukti yang terbaik"),
        ({"gap": None}, "Jaraknya dari susunan terbaik belum terbukti"),
        ({"gap": 0.0123}, "Susunannya terbukti paling jauh 1,2 % dari yang terbaik"),
    ],
)
def test_it_says_how_good_a_roadmap_is(result, words):
    assert quality_of(result) == words
