"""What the cells of one row say, as columns of a need."""

from dataclasses import dataclass, field
from decimal import Decimal

from rangkai.domains.needs.rules.content import LONGEST, content_problems
from rangkai.domains.needs.rules.importing.facts import NeedFacts, Place
from rangkai.domains.needs.rules.importing.served import read_served
from rangkai.domains.needs.rules.sources import source_kind
from rangkai.domains.needs.rules.terms import NeedSource
from rangkai.domains.work.rules.plan import Json
from rangkai.domains.work.rules.reading import RowReader, cut
from rangkai.lib.errors import N_
from rangkai.lib.text import fold

TEXTS = ("statement", "detail", "place", "unit", "for_whom")
CELL_OF = {"source_key": "key"}
"""Fields of the sheet that bear another name than the column."""
LONGEST_PLACE = LONGEST["place"]
SCORES = ("urgency", "seriousness", "growth")
OFFICE = "office"
"""Kind of a new name: an office that the import may make."""


@dataclass
class RowValues:
    """Columns of a need that the row fills (`values`) and those that it leaves empty (`blank`)."""

    values: dict[str, Json] = field(default_factory=dict)
    blank: set[str] = field(default_factory=set)
    new_office: str = ""
    """Name of an office that nobody knows yet and that the import may make."""

    def put(self, name: str, value: Json) -> None:
        if value in (None, ""):
            self.blank.add(name)
        else:
            self.values[name] = value


def read_row(reader: RowReader, facts: NeedFacts) -> RowValues:
    """Read every field that has a column; what is wrong is noted with the reader."""
    found = RowValues()
    for name in TEXTS:
        if reader.has(name):
            found.put(name, reader.text(name))
    _read_numbers(reader, found)
    _read_office(reader, facts, found)
    _read_area(reader, facts, found)
    _read_dimension(reader, facts, found)
    read_served(reader, facts, found)
    _read_source(reader, found)
    _judge(reader, found)
    return found


def _read_numbers(reader: RowReader, found: RowValues) -> None:
    if reader.has("quantity"):
        quantity = reader.number("quantity")
        found.put("quantity", None if quantity is None else plain_decimal(quantity))
    for name in ("beneficiaries", *SCORES):
        if reader.has(name):
            found.put(name, reader.whole(name))
    if reader.has("estimate"):
        found.put("estimate", reader.rupiah("estimate"))
    if reader.has("stated_on"):
        day = reader.day("stated_on")
        found.put("stated_on", day.isoformat() if day else None)
    if reader.has("year"):
        found.put("year", reader.year("year"))


def plain_decimal(number: int | Decimal) -> str:
    """Two decimals at most and no empty ones: "12", "12.5"."""
    rounded = round(Decimal(number), 2)
    whole = rounded.to_integral_value()
    return str(int(whole)) if whole == rounded else str(rounded.normalize())


def _read_office(reader: RowReader, facts: NeedFacts, found: RowValues) -> None:
    text = reader.raw("office")
    office = facts.office_index.find(text) if text else None
    if office is not None:
        if facts.may_write is not None and office.id not in facts.may_write:
            reader.fault("office", N_("%(office)s bukan perangkat daerah Anda.", office=office.names[0]))
        else:
            found.put("office_id", office.id)
    elif text:
        _unknown_office(reader, facts, found, text)
    elif facts.own_office_id is not None:
        found.put("office_id", facts.own_office_id)
    elif reader.has("office") or not reader.has("ref"):
        reader.fault("office", N_("Perangkat daerah kosong. Isilah, atau pilih satu untuk seluruh berkas."))


def _unknown_office(reader: RowReader, facts: NeedFacts, found: RowValues, text: str) -> None:
    if OFFICE in reader.options.create and facts.may_write is None:
        found.new_office = text
        return
    reader.fault(
        "office",
        N_("Perangkat daerah “%(value)s” tidak dikenal.", value=cut(text)),
        suggestions=facts.office_index.suggest(text),
        key=reader.written_key("office"),
    )


def _read_area(reader: RowReader, facts: NeedFacts, found: RowValues) -> None:
    if not (reader.has("kecamatan") or reader.has("village")):
        _read_whole_area(reader, facts, found)
        return
    head = reader.name(
        "kecamatan",
        facts.kecamatan_index,
        lambda value: N_("Kecamatan “%(value)s” tidak ada di daerah ini.", value=value),
    )
    if head is None and reader.raw("kecamatan"):
        return
    village = _village(reader, facts, head) if reader.raw("village") else None
    if village is None and reader.raw("village"):
        _keep_words(reader.raw("village"), found)
    if village is None and head is None:
        found.put("area_id", None)
    else:
        found.put("area_id", (village or head).id)  # type: ignore[union-attr]


def _keep_words(text: str, found: RowValues) -> None:
    """The name of a desa that nobody knows stays with the place, so that nothing written is lost."""
    place = str(found.values.get("place") or "")
    if fold(text) not in fold(place):
        found.values["place"] = ", ".join(part for part in (place, text) if part)[:LONGEST_PLACE]
        found.blank.discard("place")


def _read_whole_area(reader: RowReader, facts: NeedFacts, found: RowValues) -> None:
    """Desa and kecamatan in one cell, as our own lists print them."""
    if reader.has("area"):
        place = reader.name(
            "area",
            facts.place_book,
            lambda value: N_("Wilayah “%(value)s” tidak ada di daerah ini.", value=value),
        )
        found.put("area_id", place.id if place else None)


def _village(reader: RowReader, facts: NeedFacts, head: Place | None) -> Place | None:
    """The desa within its kecamatan. An unknown one does not stop the row: it is kept at its kecamatan."""
    text = reader.raw("village")
    key = fold(f"{head.name if head else ''}/{reader.written_key('village')}")
    text = reader.options.instead("village", text, key=key)
    if head is None:
        return _village_alone(reader, facts, text, key)
    index = facts.villages[head.id]
    found = index.find(text)
    if found is None:
        reader.fault(
            "village",
            N_(
                "Desa/kelurahan “%(value)s” tidak ada di Kecamatan %(kecamatan)s; dicatat di tingkat kecamatan, "
                "namanya disimpan pada tempat.",
                value=cut(text),
                kecamatan=head.name,
            ),
            suggestions=index.suggest(text),
            blocks=False,
            key=key,
        )
    return found


def _village_alone(reader: RowReader, facts: NeedFacts, text: str, key: str) -> Place | None:
    """A desa without its kecamatan is found when its name stands once in the region."""
    hits = [hit for index in facts.villages.values() if (hit := index.find(text)) is not None]
    if len(hits) == 1:
        return hits[0]
    if hits:
        reader.fault(
            "village",
            N_(
                "Ada %(count)s desa/kelurahan “%(value)s”; isi juga kecamatannya.",
                count=len(hits),
                value=cut(text),
            ),
        )
        return None
    reader.fault(
        "village",
        N_(
            "Desa/kelurahan “%(value)s” tidak ada di daerah ini; namanya disimpan pada tempat.",
            value=cut(text),
        ),
        blocks=False,
        key=key,
    )
    return None


def _read_dimension(reader: RowReader, facts: NeedFacts, found: RowValues) -> None:
    if not (reader.has("dimension") or reader.has("subdimension")):
        return
    part = reader.name(
        "subdimension",
        facts.subdimension_index,
        lambda value: N_("Subdimensi “%(value)s” tidak dikenal.", value=value),
    )
    dimension = reader.name(
        "dimension",
        facts.dimension_index,
        lambda value: N_("Dimensi “%(value)s” tidak dikenal.", value=value),
    )
    if part and dimension and part.parent_id != dimension.id:
        reader.fault(
            "subdimension",
            N_(
                "Subdimensi “%(part)s” bukan bagian dari %(whole)s.",
                part=part.names[0],
                whole=dimension.names[0],
            ),
        )
        return
    found.put("dimension_id", part.parent_id if part else (dimension.id if dimension else None))
    if reader.has("subdimension"):
        found.put("subdimension_id", part.id if part else None)


def _read_source(reader: RowReader, found: RowValues) -> None:
    if reader.has("key"):
        found.put("source_key", reader.raw("key"))
    text = reader.raw("source_kind")
    kind = source_kind(text) if text else None
    if text and kind is None:
        reader.fault(
            "source_kind",
            N_("Sumber usulan “%(value)s” tidak dikenal.", value=cut(text)),
            suggestions=tuple(kind.label for kind in NeedSource),
            key=reader.written_key("source_kind"),
        )
    if kind is not None:
        found.put("source_kind", kind.value)


def _judge(reader: RowReader, found: RowValues) -> None:
    """Hold the values against the rules of a need; each fault goes to its cell."""
    values: dict[str, object] = dict(found.values)
    if "quantity" in values:
        values["quantity"] = Decimal(str(values["quantity"]))
    for problem in content_problems(values):
        reader.fault(CELL_OF.get(problem.field, problem.field), problem.message)
