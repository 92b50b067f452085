"""Strategy for each dimension and sub-dimension, with what it rests on: needs and programmes."""

import colorsys

from rangkai.domains.books.rules.facts import BookFacts, DimensionPart, SubDimensionPart
from rangkai.domains.books.rules.text import blocks_of
from rangkai.domains.books.rules.wording import counted, from_needs, from_programmes, listed
from rangkai.engines.typeset.document import (
    Block,
    Cell,
    Column,
    CrossReference,
    Emphasis,
    Paragraph,
    RowGroup,
    Section,
    Table,
    Traced,
)
from rangkai.lib.money import format_rupiah_short

OVERVIEW = "tabel-subdimensi"

# Hue in degrees up to which a word holds; what is brighter and bluer than sky is told apart by lightness.
_HUES = (
    (15, "merah"),
    (34, "merah jingga"),
    (48, "jingga"),
    (70, "kuning"),
    (190, "hijau"),
    (255, "biru"),
    (290, "ungu"),
    (345, "merah muda"),
)
ICON_WORDS = {
    "building-bank": "gedung pemerintahan",
    "speakerphone": "pengeras suara",
    "building-store": "toko",
    "home-heart": "rumah berhati",
    "users-group": "sekelompok orang",
    "leaf": "daun",
}


def strategies(facts: BookFacts) -> tuple[Block, ...]:
    """An overview of all sub-dimensions, then a section a dimension."""
    intro = Paragraph(
        (
            f"Strategi disusun menurut {len(facts.dimensions)} dimensi kota cerdas dan subdimensinya. ",
            CrossReference(OVERVIEW),
            " menunjukkan berapa kebutuhan dan program yang ada pada masing-masing.",
        )
    )
    overview = Section("Gambaran menurut subdimensi", (intro, overview_table(facts)))
    return (overview, *(dimension_section(facts, one) for one in facts.dimensions))


def overview_table(facts: BookFacts) -> Table:
    """Needs, programmes and cost by sub-dimension under its dimension; rows without one are told apart."""
    rows: list[RowGroup | tuple[Cell, ...]] = []
    for dimension in facts.dimensions:
        rows.append(RowGroup(dimension.name, dimension.code))
        rows += [_counts(facts, dimension.code, part.code, part.name) for part in dimension.parts]
        rest = _counts(facts, dimension.code, "", "Subdimensi belum ditetapkan")
        if rest[1] or rest[2]:
            rows.append(rest)
    open_needs = len(facts.needs_of(""))
    if open_needs:
        rows.append(RowGroup("Dimensi belum ditetapkan"))
        rows.append(("Kebutuhan yang belum digolongkan", open_needs, None, None))
    cost = sum(one.total for one in facts.programmes)
    return Table(
        "Kebutuhan, program, dan biaya menurut subdimensi",
        (
            Column("Subdimensi", 3),
            Column("Kebutuhan", 0.9, "number"),
            Column("Program", 0.8, "number"),
            Column("Biaya (Rp)", 1.5, "money"),
        ),
        tuple(rows),
        ("Jumlah", len(facts.needs), len(facts.programmes), cost),
        from_programmes(facts),
        key=OVERVIEW,
    )


def _counts(facts: BookFacts, dimension: str, part: str, name: str) -> tuple[Cell, ...]:
    needs = [one for one in facts.needs_of(dimension) if one.subdimension == part]
    programmes = [one for one in facts.programmes_of(dimension) if one.subdimension == part]
    return name, len(needs), len(programmes), sum(one.total for one in programmes)


def dimension_section(facts: BookFacts, dimension: DimensionPart) -> Section:
    """What the dimension means, how it is marked, and the strategy of each of its parts."""
    programmes = facts.programmes_of(dimension.code)
    needs = facts.needs_of(dimension.code)
    cost = sum(one.total for one in programmes)
    intro = Paragraph(
        (
            f"{_sentence(dimension.gloss)}Dimensi ini ditandai warna {colour_word(dimension.colour)} dan gambar "
            f"{ICON_WORDS.get(dimension.icon, dimension.icon)}. Ada ",
            counted(len(needs), "kebutuhan", from_needs(facts, needs)),
            " yang menyangkut dimensi ini, dan ",
            counted(len(programmes), "program", from_programmes(facts, programmes)),
            " yang menjawabnya dengan biaya ",
            Traced(format_rupiah_short(cost), from_programmes(facts, programmes)),
            "; rinciannya pada ",
            CrossReference(f"program-{dimension.code}"),
            ".",
        )
    )
    parts = tuple(part_section(facts, dimension.code, part) for part in dimension.parts)
    return Section(dimension.name, (intro, *parts), key=f"strategi-{dimension.code}")


def part_section(facts: BookFacts, dimension: str, part: SubDimensionPart) -> Section:
    """The strategy text, and which programmes carry it."""
    programmes = [one for one in facts.programmes_of(dimension) if one.subdimension == part.code]
    needs = [one for one in facts.needs_of(dimension) if one.subdimension == part.code]
    text = blocks_of(part.strategy, {}, numbered=False) or (
        Paragraph("Strategi subdimensi ini belum ditulis."),
    )
    refs = listed(one.ref for one in programmes)
    carried = f"didukung {refs}" if refs else "belum ada program"
    gloss = (Paragraph((Emphasis(_sentence(part.gloss).strip()),)),) if part.gloss else ()
    foot = Paragraph(f"{len(needs)} kebutuhan; {carried}.")
    return Section(part.name, (*gloss, *text, foot))


def _sentence(gloss: str) -> str:
    """A gloss as a sentence of its own, with the space behind it; nothing for none."""
    bare = gloss.strip()
    return f"{bare}{'' if bare.endswith('.') else '.'} " if bare else ""


def colour_word(colour: str) -> str:
    """The Indonesian word for #rrggbb, so that the mark of a dimension can be read aloud."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, light, strength = colorsys.rgb_to_hls(red, green, blue)
    if strength < 0.1:
        return "kelabu"
    word = next((name for most, name in _HUES if hue * 360 <= most), "merah")
    return f"{word} muda" if word in {"biru", "hijau"} and light > 0.55 else word
