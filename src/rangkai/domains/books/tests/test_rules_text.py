from hypothesis import given
from hypothesis import strategies as st

from rangkai.domains.books.rules.text import blocks_of, words_in
from rangkai.engines.typeset.document import BulletList, Emphasis, Paragraph, Section, Source, Strong, Traced

FORTY = Traced("40", Source(("P-1",)))
WORDS = {"daerah": "Mojokerto", "jumlah": (FORTY,)}


def test_it_reads_paragraphs_parted_by_blank_lines():
    assert blocks_of("satu\nbaris\n\ndua", {}) == (Paragraph("satu baris"), Paragraph("dua"))


def test_it_reads_bullets_and_numbers():
    blocks = blocks_of("- a\n- b\n\n1. c\n2) d", {})
    assert blocks == (BulletList(("a", "b")), BulletList(("c", "d"), ordered=True))


def test_it_ends_a_paragraph_where_a_list_begins():
    assert blocks_of("Tujuannya:\n- a\nLalu", {}) == (
        Paragraph("Tujuannya:"),
        BulletList(("a",)),
        Paragraph("Lalu"),
    )


def test_it_nests_headings_two_deep():
    blocks = blocks_of("## A\na\n### B\nb\n## C", {})
    inner = Section("B", (Paragraph("b"),))
    assert blocks == (Section("A", (Paragraph("a"), inner)), Section("C", ()))


def test_it_lifts_a_deep_heading_that_stands_alone():
    assert blocks_of("### B\nb", {}) == (Section("B", (Paragraph("b"),)),)


def test_it_prints_headings_in_bold_where_nothing_is_numbered():
    assert blocks_of("## A\na", {}, numbered=False) == (Paragraph((Strong("A"),)), Paragraph("a"))


def test_it_marks_bold_and_italic():
    assert blocks_of("a **b** *c* 2*3", {}) == (Paragraph(("a ", Strong("b"), " ", Emphasis("c"), " 2*3")),)


def test_it_fills_in_words_with_their_sources():
    assert blocks_of("{daerah} punya {jumlah} program", WORDS) == (
        Paragraph(("Mojokerto", " punya ", FORTY, " program")),
    )


def test_it_fills_in_words_inside_marks():
    assert blocks_of("**{jumlah} program**", WORDS) == (Paragraph((Strong("40 program"),)),)


def test_it_leaves_an_unknown_word_as_it_stands():
    assert blocks_of("{entah} {Bukan}", {}) == (Paragraph(("{entah}", " {Bukan}")),)


def test_it_finds_the_words_of_a_text():
    assert words_in("{daerah} {daerah} {entah} {Bukan}") == {"daerah", "entah"}


@given(st.text(alphabet="#-*1. {}ab\n", max_size=60))
def test_it_reads_any_text(body):
    assert isinstance(blocks_of(body, WORDS), tuple)
