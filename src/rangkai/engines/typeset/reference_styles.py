"""The styles and the numbering of the DOCX. Sizes are half points, distances twips."""

from rangkai.engines.typeset.layout import SIZES

FONT = "Cambria"
ACCENT, INK, MUTED, HAIR, WARNING = "1F5FA8", "1D2733", "5B6770", "C3CCD6", "B54708"
CHAPTERS, APPENDICES = 11, 12  # numbering lists of ours; pandoc keeps ids below 990 and adds its own above

_FONTS = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
_BUILT_IN = {
    *("BodyText", "Compact", "Heading1", "Heading2", "Heading3", "Header", "Footer", "TOC1", "TOC2", "TOC3"),
    *("TableofFigures", "FootnoteText", "Caption"),
}


def defaults(language: str) -> str:
    tongue = {"id": "id-ID", "en": "en-GB"}.get(language, language)
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_FONTS}<w:color w:val="{INK}"/>{_size(22)}'
        f'<w:lang w:val="{tongue}" w:eastAsia="{tongue}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )


def styles() -> dict[str, str]:
    """XML by style id: what replaces pandoc's style of that id, or comes in beside them."""
    made = [*_text(), *_headings(), *_captions(), *_blocks(), *_cover(), *_paper(), *_lists(), *_cells()]
    return {**dict(made), **_tables()}


def _style(
    identity: str, name: str, paragraph: str, letters: str = "", based: str = "Normal"
) -> tuple[str, str]:
    """`paragraph` keeps the order of the schema: keep, break, number, border, shade, tabs, space, indent."""
    custom = "" if identity in _BUILT_IN else ' w:customStyle="1"'
    return identity, (
        f'<w:style w:type="paragraph"{custom} w:styleId="{identity}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based}"/><w:qFormat/><w:pPr>{paragraph}</w:pPr>'
        f"<w:rPr>{letters}</w:rPr></w:style>"
    )


def _size(half: int) -> str:
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _colour(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def _space(before: int, after: int, line: int = 0) -> str:
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def _indent(left: int, right: int = 0, hanging: int = 0) -> str:
    return f'<w:ind w:left="{left}" w:right="{right}" w:hanging="{hanging}"/>'


def _use(level: int, numbering: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbering}"/></w:numPr>'


def _rule(side: str, colour: str, size: int, gap: int) -> str:
    return f'<w:pBdr><w:{side} w:val="single" w:sz="{size}" w:space="{gap}" w:color="{colour}"/></w:pBdr>'


_KEEP = "<w:keepNext/><w:keepLines/>"
_MUTED_SMALL = _colour(MUTED) + _size(17)


def _text() -> list[tuple[str, str]]:
    return [
        _style("BodyText", "Body Text", _space(0, 140, 288) + '<w:jc w:val="both"/>'),
        _style("Compact", "Compact", _space(0, 60, 276), based="BodyText"),
        _style("FootnoteText", "footnote text", _space(0, 0), _size(17)),
        _style(
            "Antara",
            "Antara",
            '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
            _size(2),
        ),
        _style("Header", "header", _rule("bottom", HAIR, 4, 4), _MUTED_SMALL),
        _style("Footer", "footer", _rule("top", HAIR, 4, 4), _MUTED_SMALL),
    ]


def _headings() -> list[tuple[str, str]]:
    opening = f"{_KEEP}<w:pageBreakBefore/>"
    under = _rule("bottom", ACCENT, 16, 6)
    big = f"<w:b/>{_size(36)}"
    made = [
        _style("JudulDepan", "Judul Bagian Depan", opening + under + _space(0, 360) + _outline(0), big),
        _style("JudulDaftar", "Judul Daftar", opening + under + _space(0, 300), big),
    ]
    families = (
        (CHAPTERS, ("Heading1", "heading 1"), ("Heading2", "heading 2"), ("Heading3", "heading 3")),
        (
            APPENDICES,
            ("JudulLampiran", "Judul Lampiran"),
            ("Lampiran2", "Lampiran 2"),
            ("Lampiran3", "Lampiran 3"),
        ),
    )
    for number, first, second, third in families:
        made += [
            _style(*first, opening + _use(0, number) + under + _space(0, 360) + _outline(0), big),
            _style(*second, _KEEP + _use(1, number) + _space(360, 140) + _outline(1), _heading(27)),
            _style(*third, _KEEP + _use(2, number) + _space(280, 120) + _outline(2), _heading(23)),
        ]
    return made


def _outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level}"/>'


def _heading(size: int) -> str:
    return f"<w:b/>{_colour(ACCENT)}{_size(size)}"


def _captions() -> list[tuple[str, str]]:
    return [
        _style("Caption", "caption", _space(200, 100), _size(20)),
        _style("TableCaption", "Judul Tabel", "<w:keepNext/>" + _space(240, 100), based="Caption"),
        _style("ImageCaption", "Judul Gambar", _space(100, 60), based="Caption"),
        _style("Figure", "Figure", _space(200, 0)),
        _style("CaptionedFigure", "Captioned Figure", "<w:keepNext/>" + _space(200, 0), based="Figure"),
        _style("Sumber", "Sumber", _space(60, 240), _MUTED_SMALL),
    ]


def _blocks() -> list[tuple[str, str]]:
    return [
        _style("Kotak", "Kotak", _box(ACCENT, "EAF1F9")),
        _style("KotakPenting", "Kotak Penting", _box(WARNING, "FDF3EA")),
        _style("AngkaKunci", "Angka Kunci", "<w:keepNext/>" + _space(100, 40), _heading(34)),
        _style("TandaTangan", "Tanda Tangan", _KEEP + _space(0, 40) + _indent(4535)),
        _style("TandaTanganNama", "Tanda Tangan Nama", _KEEP + _space(1300, 40) + _indent(4535)),
    ]


def _box(colour: str, fill: str) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    return f"<w:keepLines/>{_rule('left', colour, 24, 8)}{shade}{_space(200, 200, 264)}{_indent(170, 57)}"


def _cover() -> list[tuple[str, str]]:
    place = _rule("left", HAIR, 8, 8) + _space(0, 900)
    end = _rule("top", HAIR, 6, 8) + '<w:tabs><w:tab w:val="right" w:pos="8787"/></w:tabs>' + _space(480, 0)
    spaced = '<w:spacing w:val="24"/>'
    return [
        _style("SampulLambang", "Sampul Lambang", _space(0, 360)),
        _style("SampulTempatLambang", "Sampul Tempat Lambang", place, _colour(MUTED) + _size(16)),
        _style("SampulDaerah", "Sampul Daerah", _space(0, 2800), _colour(MUTED) + spaced + _size(26)),
        _style("SampulJudul", "Sampul Judul", _space(0, 160), _heading(68)),
        _style("SampulAnakJudul", "Sampul Anak Judul", _space(0, 360), _size(34)),
        _style("SampulPeriode", "Sampul Periode", _space(0, 3600), f"<w:b/>{_size(48)}"),
        _style("SampulEdisi", "Sampul Edisi", end),
        _style("KeteranganJudul", "Judul Keterangan", "<w:keepNext/>" + _space(0, 160), _heading(24)),
    ]


def _paper() -> list[tuple[str, str]]:
    """The first page of a letter or a list."""
    middle = '<w:jc w:val="center"/>'
    tab = '<w:tabs><w:tab w:val="left" w:pos="1361"/></w:tabs>'
    return [
        _style("KopNama", "Kop Nama", _space(0, 40) + middle, f"<w:b/>{_size(28)}"),
        _style("KopBaris", "Kop Baris", _space(0, 20) + middle, _size(20)),
        _style("KopGaris", "Kop Garis", _rule("top", INK, 12, 1) + _space(80, 0), _size(8)),
        _style("SuratTempatTanggal", "Surat Tempat Tanggal", _space(0, 160) + '<w:jc w:val="right"/>'),
        _style("SuratKeterangan", "Surat Keterangan", tab + _space(0, 40) + _indent(1474, 0, 1474)),
        _style("SuratTujuanAwal", "Surat Tujuan Awal", _space(280, 20)),
        _style("SuratTujuan", "Surat Tujuan", _space(0, 20)),
        _style("SuratJudul", "Surat Judul", "<w:keepNext/>" + _space(120, 160), _heading(32)),
    ]


def _lists() -> list[tuple[str, str]]:
    tabs = (
        '<w:tabs><w:tab w:val="left" w:pos="{}"/><w:tab w:val="right" w:leader="dot" w:pos="8787"/></w:tabs>'
    )
    return [
        _style("TOC1", "toc 1", tabs.format(1701) + _space(180, 40) + _indent(0, 567), "<w:b/>"),
        _style("TOC2", "toc 2", tabs.format(1021) + _space(20, 20) + _indent(397, 567)),
        _style("TOC3", "toc 3", tabs.format(1814) + _space(0, 20) + _indent(1021, 567)),
        _style(
            "TableofFigures",
            "table of figures",
            tabs.format(1417) + _space(40, 40) + _indent(1417, 567, 1417),
        ),
    ]


def _cells() -> list[tuple[str, str]]:
    return [
        _style(f"Sel{round(size * 2)}", f"Sel Tabel {size:g}", _space(40, 40), _size(round(size * 2)))
        for size in SIZES
    ]


def _tables() -> dict[str, str]:
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{HAIR}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = '<w:top w:w="0" w:type="dxa"/><w:left w:w="90" w:type="dxa"/>'
    margins += '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="90" w:type="dxa"/>'
    custom = '<w:style w:type="table" w:customStyle="1"'
    return {
        "Table": (
            '<w:style w:type="table" w:default="1" w:styleId="Table"><w:name w:val="Normal Table"/>'
            '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
            '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
            f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
        ),
        "TabelBuku": (
            f'{custom} w:styleId="TabelBuku"><w:name w:val="Tabel Buku"/><w:basedOn w:val="Table"/>'
            f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr></w:style>"
        ),
        "TabelAngka": (
            f'{custom} w:styleId="TabelAngka"><w:name w:val="Tabel Angka"/><w:basedOn w:val="Table"/>'
            "</w:style>"
        ),
    }


def numbering(chapter: str, appendix: str) -> tuple[str, str]:
    """Our two lists (the definitions, the uses): BAB I, 1.1, 1.1.1 and LAMPIRAN A, A.1, A.1.1, by style."""
    arabic = "<w:isLgl/>"
    chapters = (
        _level(0, "upperRoman", "Heading1", f"{chapter} %1 ")
        + _level(1, "decimal", "Heading2", "%1.%2", arabic)
        + _level(2, "decimal", "Heading3", "%1.%2.%3", arabic)
    )
    appendices = (
        _level(0, "upperLetter", "JudulLampiran", f"{appendix} %1 ")
        + _level(1, "decimal", "Lampiran2", "%1.%2")
        + _level(2, "decimal", "Lampiran3", "%1.%2.%3")
    )
    uses = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in (CHAPTERS, APPENDICES)
    )
    return _list(CHAPTERS, chapters) + _list(APPENDICES, appendices), uses


def _level(level: int, form: str, style: str, text: str, extra: str = "") -> str:
    hang = (0, 624, 794)[level]
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="{style}"/>'
        f'{extra}<w:suff w:val="{"tab" if level else "space"}"/><w:lvlText w:val="{text}"/>'
        '<w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{hang}" w:hanging="{hang}"/></w:pPr><w:rPr>{_colour(ACCENT)}</w:rPr></w:lvl>'
    )


def _list(number: int, levels: str) -> str:
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{number}">{kind}{levels}</w:abstractNum>'
