"""Needs as a sheet that goes out to every office and comes back: what `work` must know to carry it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from rangkai.domains.needs.imports import NEEDS_IMPORT
from rangkai.domains.needs.policies import NEED
from rangkai.domains.needs.queries.sheets import needs_by_office, needs_columns
from rangkai.domains.needs.rules.importing import fields as f
from rangkai.domains.needs.rules.importing.facts import NeedFacts
from rangkai.domains.work.actions.sheets.nouns import Prefilled, SheetNoun
from rangkai.domains.work.rules.merging import Values
from rangkai.engines.tabular.model import Value
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_


def prefill(actor: Actor, today: date) -> Prefilled:
    """Every live need stands in the sheet of its office; six queries."""
    rows: dict[int, list[Sequence[Value]]] = defaultdict(list)
    for office_id, row in needs_by_office(actor):
        rows[office_id].append(row)
    columns = [
        replace(column, is_hidden=column.name == f.REF, note="", is_strict=bool(column.choices))
        for column in needs_columns(actor)
    ]
    return Prefilled(columns, rows)


def for_office(facts: NeedFacts, office_id: int, source: str) -> NeedFacts:
    """What one office may say: its own needs, and new ones for itself."""
    return replace(facts, may_write=frozenset({office_id}), own_office_id=office_id, source=source)


def known(facts: NeedFacts) -> Mapping[str, Values]:
    return facts.values_by_ref


NEEDS_SHEET = SheetNoun(
    imported=NEEDS_IMPORT,
    allowed=lambda actor: NEED.can(actor, "consolidate") and NEED.can(actor, "create"),
    prefill=prefill,
    for_office=for_office,
    known=known,
    asked=N_(
        "kebutuhan layanan kantor Anda: periksa yang sudah ada, lengkapi selnya, tambahkan yang belum tercatat"
    ),
    guide=(
        N_("Satu baris satu kebutuhan. Periksa yang sudah terisi, lengkapi sel yang kosong."),
        N_("Kecamatan, sumber, dan dimensi dipilih dari daftar pada selnya."),
        N_("Tanggal ditulis seperti 6 Juli 2022, rupiah penuh seperti 50000000."),
        N_("Urgensi, keseriusan, dan pertumbuhan masing-masing 1 sampai 5."),
    ),
    cell_of={
        "area_id": "kecamatan",
        "office_id": "office",
        "dimension_id": "dimension",
        "subdimension_id": "subdimension",
        "source_key": "key",
        "service_id": "service",
    },
    locked=frozenset({f.REF, f.OFFICE}),
    order=10,
)
