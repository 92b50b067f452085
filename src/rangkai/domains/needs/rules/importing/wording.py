"""Columns of a need in words, for the preview."""

from collections.abc import Mapping

from rangkai.domains.needs.rules.content import LABELS
from rangkai.domains.needs.rules.importing.cells import RowValues
from rangkai.domains.needs.rules.importing.facts import NeedFacts
from rangkai.domains.needs.rules.priority import LABELS as USG
from rangkai.domains.needs.rules.terms import Authority, NeedSource
from rangkai.domains.work.rules.plan import CellChange, Json
from rangkai.lib.dates import format_date, parse_date
from rangkai.lib.errors import N_, Message
from rangkai.lib.money import format_rupiah
from rangkai.lib.numbers import format_number, parse_number

WORDS: Mapping[str, Message] = {
    **LABELS,
    **USG,
    "office_id": N_("Perangkat daerah"),
    "area_id": N_("Wilayah"),
    "dimension_id": N_("Dimensi"),
    "subdimension_id": N_("Subdimensi"),
    "source_kind": N_("Sumber"),
    "service_id": N_("Layanan yang diperbaiki"),
    "authority": N_("Kewenangan"),
    "stated_on": N_("Disampaikan"),
}


def changes_of(
    before: Mapping[str, Json], after: Mapping[str, Json], facts: NeedFacts
) -> tuple[CellChange, ...]:
    """Field by field, as it is and as the sheet has it."""
    return tuple(
        CellChange(name, WORDS[name], in_words(name, before[name], facts), in_words(name, value, facts))
        for name, value in after.items()
    )


def in_words(name: str, value: Json, facts: NeedFacts) -> str:
    """One value as a reader knows it; empty for nothing."""
    if value is None or value == "":
        return ""
    names: Mapping[int, str] | None = {
        "office_id": facts.office_names,
        "area_id": facts.place_names,
        "dimension_id": facts.dimension_names,
        "subdimension_id": facts.subdimension_names,
        "service_id": facts.service_names,
    }.get(name)
    if names is not None:
        return names.get(int(value), str(value))
    if name == "source_kind":
        return NeedSource(str(value)).label
    if name == "authority":
        return Authority(str(value)).label
    if name == "estimate":
        return format_rupiah(int(value))
    if name == "stated_on" and (day := parse_date(str(value))):
        return format_date(day)
    if name == "quantity" and (number := parse_number(str(value).replace(".", ","))) is not None:
        return format_number(number)
    return str(value)


def place_of(values: Mapping[str, Json], facts: NeedFacts) -> str:
    """Where: the spot, then desa and kecamatan."""
    area = values.get("area_id")
    parts = [str(values.get("place") or ""), facts.place_names.get(int(area), "") if area else ""]
    return ", ".join(part for part in parts if part)


def office_of(values: Mapping[str, Json], found: RowValues, facts: NeedFacts) -> str:
    office = values.get("office_id")
    return facts.office_names.get(int(office), "") if office else found.new_office
