import dataclasses
from datetime import UTC, datetime

import pytest

from rangkai.engines.typeset.document import (
    Appendix,
    Block,
    BulletList,
    Callout,
    Chapter,
    Column,
    CrossReference,
    Document,
    Paragraph,
    Section,
    Strong,
    Table,
)
from rangkai.engines.typeset.labels import labels_of
from rangkai.engines.typeset.numbering import Captioned, Heading, arrange, letters, roman

EMPTY = Document("T", "", "R", "", "", "", datetime(2026, 11, 24, tzinfo=UTC), ())


def document(*blocks: Block, front: tuple[Chapter, ...] = ()) -> Document:
    return dataclasses.replace(EMPTY, parts=(Chapter("Bab", blocks, key="bab"),), front=front)


def table(key: str = "") -> Table:
    return Table("Tabel", (Column("a"),), (), key=key)


@pytest.mark.parametrize(
    ("number", "text"), [(1, "I"), (4, "IV"), (14, "XIV"), (49, "XLIX"), (1990, "MCMXC")]
)
def test_it_counts_chapters_in_roman_numerals(number: int, text: str) -> None:
    assert roman(number) == text


@pytest.mark.parametrize(("number", "text"), [(1, "A"), (26, "Z"), (27, "AA"), (53, "BA")])
def test_it_counts_appendices_in_letters(number: int, text: str) -> None:
    assert letters(number) == text


def test_it_names_what_a_cross_reference_leads_to() -> None:
    arranged = arrange(document(Section("S", (table("t"),), key="s")))
    shown = [arranged.printed(CrossReference(key))[0] for key in ("bab", "s", "t")]
    assert shown == ["Bab I", "Subbab 1.1", "Tabel 1.1"]


def test_it_names_an_appendix_that_a_cross_reference_leads_to() -> None:
    arranged = arrange(dataclasses.replace(EMPTY, parts=(Appendix("L", (), key="l"),)))
    assert arranged.printed(CrossReference("l"))[0] == "Lampiran A"


def test_it_names_a_chapter_of_the_front_matter_by_its_title() -> None:
    arranged = arrange(document(front=(Chapter("Kata Pengantar", (), key="kata"),)))
    assert arranged.printed(CrossReference("kata"))[0] == "Kata Pengantar"


@pytest.mark.parametrize(
    "block",
    [
        pytest.param(Paragraph((Strong("a"), CrossReference("x"))), id="paragraph"),
        pytest.param(Callout("a", (CrossReference("x"),)), id="callout"),
        pytest.param(BulletList(((CrossReference("x"),),)), id="list"),
        pytest.param(Table("t", (Column("a"),), (((CrossReference("x"),),),)), id="cell"),
    ],
)
def test_it_refuses_a_cross_reference_that_leads_nowhere(block: Block) -> None:
    with pytest.raises(ValueError, match="no block of the document has the key 'x'"):
        arrange(document(block))


def test_it_refuses_two_blocks_of_one_key() -> None:
    with pytest.raises(ValueError, match="two blocks of the document have the key 't'"):
        arrange(document(table("t"), table("t")))


def test_it_refuses_sections_three_deep() -> None:
    deep = Section("a", (Section("b", (Section("c", ()),)),))
    with pytest.raises(ValueError, match="'c' lies deeper than 1\\.1\\.1"):
        arrange(document(deep))


@pytest.mark.parametrize("block", [table(), Section("a", ())], ids=["table", "section"])
def test_it_refuses_numbered_blocks_in_the_front_matter(block: Block) -> None:
    with pytest.raises(ValueError, match="front matter has no numbers"):
        arrange(document(front=(Chapter("Kata Pengantar", (block,)),)))


def test_it_speaks_english_in_an_english_book() -> None:
    arranged = arrange(dataclasses.replace(document(table()), language="en"))
    assert [
        item.number if isinstance(item, Heading) else item.label
        for item in arranged.body
        if isinstance(item, Heading | Captioned)
    ] == ["CHAPTER I", "Table"]


def test_it_speaks_indonesian_in_a_language_it_does_not_know() -> None:
    assert labels_of("jv") == labels_of("id")


def test_it_lays_a_whole_section_on_landscape_pages() -> None:
    wide = Section("Lebar", (Paragraph("a"), Section("Dalam", (table(),))), landscape=True)
    runs = arrange(document(Paragraph("b"), wide, Paragraph("c"))).runs()
    assert [(turned, len(items)) for turned, items in runs] == [(False, 2), (True, 4), (False, 1)]
