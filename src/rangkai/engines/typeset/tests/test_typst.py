import dataclasses
import io
import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from rangkai.engines.typeset.document import (
    Bar,
    BarGroup,
    BulletList,
    Callout,
    Chapter,
    Column,
    Document,
    Emphasis,
    Figure,
    KeyFigure,
    KeyFigures,
    PageBreak,
    Paragraph,
    Phase,
    RowGroup,
    Section,
    Signature,
    Source,
    Strong,
    Table,
    Timeline,
    Traced,
)
from rangkai.engines.typeset.printable import clean
from rangkai.engines.typeset.tests.samples import book
from rangkai.engines.typeset.typst_process import compile_folder, main, undrawn
from rangkai.engines.typeset.typst_text import literal
from rangkai.engines.typeset.typst_writer import to_typst

MOMENT = datetime(2026, 11, 24, tzinfo=UTC)
BOOK = Path(__file__).parents[1] / "book.typ"
NASTY = (
    "*_#|$@<>[]{}\\ `kode` \"kutip\" 'satu' --- // /* */ <r1> @r1 #pagebreak() $x^2$ &amp; %s \x00\x0b\ud800"
    "سلام שלום 😀👨\u200d👩\u200d👧 中文 ꦩꦗ \u202ebalik\u2066 e\u0301 q\u0323\u0302 \ufeff\U000fffff\ue000"
)
LONG, WORDS = "x" * 40_000, "kata " * 8_000


def printed(document: Document, folder: Path) -> PdfReader:
    source = to_typst(document)
    files = {"main.typ": source.main.encode(), "book.typ": BOOK.read_bytes(), **source.files}
    for name, content in files.items():
        (folder / name).write_bytes(content)
    content, pages = compile_folder(folder, MOMENT)
    reader = PdfReader(io.BytesIO(content))
    assert len(reader.pages) == pages
    return reader


def words(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def of(*blocks: object) -> Document:
    return dataclasses.replace(book(6), parts=(Chapter("Bab", blocks),), front=(), imprint=(), dimensions=())  # type: ignore[arg-type]


def nasty_book() -> Document:
    source = Source((NASTY,), NASTY)
    table = Table(
        NASTY,
        (Column(NASTY, 1, "code"), Column("b", 1, "money"), Column(NASTY, 3, group=NASTY)),
        (
            (NASTY, 10**30, (NASTY, Traced("7", source))),
            RowGroup(NASTY, NASTY),
            (LONG, None, WORDS),
            ("", "", ""),
        ),
        (NASTY, 1, ""),
        source,
        NASTY,
    )
    bars = Bar(NASTY, NASTY, NASTY, 2027, 1, True), Bar("", "", "", None), Bar(LONG, LONG, LONG, 2030)
    timeline = Timeline(NASTY, (2027, 2028), (Phase(NASTY, 2027),), (BarGroup(NASTY, NASTY, bars),))
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><text x="1" y="20">😀 a</text></svg>'
    )
    blocks = (
        Paragraph((NASTY, Strong(NASTY), Emphasis(NASTY), Traced(NASTY, source))),
        Paragraph(""),
        Paragraph(LONG),
        BulletList((NASTY, WORDS)),
        Callout(NASTY, NASTY, "penting"),
        KeyFigures((KeyFigure(NASTY, NASTY, source),)),
        PageBreak(),
        table,
        timeline,
        Figure(NASTY, NASTY, drawing),
    )
    foreword = Chapter(NASTY, (Paragraph(NASTY), Signature(*[NASTY] * 5)))
    return dataclasses.replace(
        book(6),
        title=NASTY,
        subtitle=NASTY,
        region=NASTY,
        period=NASTY,
        edition=NASTY,
        date_text=NASTY,
        imprint=((NASTY, NASTY),),
        dimensions=(NASTY,),
        front=(foreword,),
        parts=(Chapter(NASTY, (Section(NASTY, blocks),)),),
    )


def test_it_prints_any_text_everywhere(tmp_path: Path) -> None:
    chapter = printed(nasty_book(), tmp_path).pages[7].extract_text()
    assert "#pagebreak() $x^2$ &amp;" in " ".join(chapter.split())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec=None), max_size=60))
def test_it_never_reads_text_as_markup(tmp_path: Path, text: str) -> None:
    """What Typst makes of a literal is the text, character by character."""
    import typst

    source = f"#metadata({literal(clean(text))}) <it>"
    shown = typst.query(source.encode(), "<it>", field="value", one=True)
    assert json.loads(shown) == clean(text)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40))
def test_it_prints_pdf_a_of_any_text(tmp_path: Path, text: str) -> None:
    columns = Column("a"), Column("b", 0.2)
    printed(of(Paragraph((text, Strong(text))), Table(text, columns, ((text, text),))), tmp_path)


def test_it_finds_the_characters_that_no_font_draws() -> None:
    assert undrawn("Puri – سلام ꦗ 中") == {"ꦗ", "中"}


def test_it_finds_none_where_all_are_drawn() -> None:
    assert undrawn("Puri – سلام") == set()


def test_it_prints_a_box_for_a_character_that_no_font_draws(tmp_path: Path) -> None:
    assert "kata □ ini" in words(printed(of(Paragraph("kata 中 ini")), tmp_path))


def test_it_leaves_out_a_mark_that_its_letter_can_not_carry(tmp_path: Path) -> None:
    """No font of Typst has both a Latin letter and an Arabic vowel sign, and PDF/A wants them drawn as one."""
    assert "kata X ini" in words(printed(of(Paragraph("kata X\u0655 ini")), tmp_path))


def test_it_turns_the_paper_for_wide_tables(tmp_path: Path) -> None:
    wide = Table("Lebar", (Column("a"),), (("x",),), landscape=True)
    boxes = [page.mediabox for page in printed(of(Paragraph("a"), wide), tmp_path).pages]
    assert boxes[-1].width > boxes[-1].height


def test_it_sets_neighbours_on_one_wide_page(tmp_path: Path) -> None:
    wide = Table("Lebar", (Column("a"),), (("x",),), landscape=True)
    sections = [Section(name, (wide,), landscape=True) for name in ("Satu", "Dua")]
    last = printed(of(*sections), tmp_path).pages[-1].extract_text()
    assert ("Satu" in last, "Dua" in last) == (True, True)


@pytest.mark.parametrize("lines", range(14, 40, 5))
def test_it_keeps_a_picture_on_the_page_of_its_caption(tmp_path: Path, lines: int) -> None:
    words_in_it = "<text x='9' y='50'>gambarnya</text>"
    drawing = f"<svg xmlns='http://www.w3.org/2000/svg' width='560' height='300'>{words_in_it}</svg>"
    picture = Figure("Judul gambar", "Gambar", drawing)
    reader = printed(of(*(Paragraph(f"baris {n}") for n in range(lines)), picture), tmp_path)
    texts = [page.extract_text() for page in reader.pages]
    assert [n for n, text in enumerate(texts) if "gambarnya" in text] == [
        n for n, text in enumerate(texts) if "Judul gambar" in text and "Daftar Gambar" not in text
    ]


def test_it_prints_a_notice_on_the_cover(tmp_path: Path) -> None:
    document = dataclasses.replace(of(), notice="Memuat data contoh")
    assert "Memuat data contoh" in printed(document, tmp_path).pages[0].extract_text()


def test_it_leaves_out_the_lists_of_a_short_book(tmp_path: Path) -> None:
    short = dataclasses.replace(of(Table("Isi", (Column("a"),), ())), lists=False)
    assert "Daftar" not in words(printed(short, tmp_path))


def test_it_lists_no_tables_where_there_are_none(tmp_path: Path) -> None:
    assert "Daftar Tabel" not in words(printed(of(Paragraph("a")), tmp_path))


def test_it_repeats_the_head_of_a_long_table(tmp_path: Path) -> None:
    table = Table("Panjang", (Column("Kepala"),), tuple((str(n),) for n in range(120)))
    reader = printed(of(table), tmp_path)
    assert sum("Kepala" in page.extract_text() for page in reader.pages) >= 3


def test_it_prints_the_emblem_of_the_region(tmp_path: Path) -> None:
    emblem = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    )
    reader = printed(dataclasses.replace(of(), emblem=emblem), tmp_path)
    assert "lambang daerah" not in reader.pages[0].extract_text()


def test_it_keeps_a_place_for_an_emblem_that_is_missing(tmp_path: Path) -> None:
    assert "lambang daerah" in printed(of(), tmp_path).pages[0].extract_text()


def test_it_raises_what_typst_says_of_bad_source(tmp_path: Path) -> None:
    import typst

    (tmp_path / "main.typ").write_text("#unknown()")
    with pytest.raises(typst.TypstError, match="unknown"):
        compile_folder(tmp_path, MOMENT)


def test_it_leaves_file_and_pages_in_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = '#set document(title: "a")\na\n#context [#metadata(here().page()) <last-page>]'
    (tmp_path / "main.typ").write_text(source)
    monkeypatch.setattr(sys, "argv", ["-c", str(tmp_path), MOMENT.isoformat()])
    main()
    assert ((tmp_path / "result.json").read_text(), (tmp_path / "book.pdf").read_bytes()[:4]) == (
        '{"pages": 1}',
        b"%PDF",
    )


def test_it_imports_no_typesetter_before_it_prints() -> None:
    code = (
        "import sys, rangkai.engines.typeset.render, rangkai.engines.typeset.charts\n"
        "print(len({'typst', 'pypandoc', 'vl_convert', 'altair'} & set(sys.modules)))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert shown.stdout.strip() == "0"
