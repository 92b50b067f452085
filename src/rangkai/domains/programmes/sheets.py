"""Programmes and their costs as sheets that go out to every office and come back."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from rangkai.domains.programmes.actions.importing import record_import
from rangkai.domains.programmes.imports import PROGRAMMES_IMPORT
from rangkai.domains.programmes.policies import FUND
from rangkai.domains.programmes.queries.sheets import (
    COST_COLUMNS,
    HEAD_COLUMNS,
    columns_named,
    cost_rows,
    head_rows,
)
from rangkai.domains.programmes.rules.importing import fields as f
from rangkai.domains.programmes.rules.importing.costs import FIELDS, decide_costs, joined, known_costs
from rangkai.domains.programmes.rules.importing.facts import ProgrammeFacts
from rangkai.domains.work.actions.imports.nouns import ImportContext, ImportNoun
from rangkai.domains.work.actions.sheets.nouns import Prefilled, SheetNoun
from rangkai.domains.work.rules.columns import Fields
from rangkai.domains.work.rules.merging import Values
from rangkai.domains.work.rules.plan import Plan
from rangkai.engines.tabular.model import Value
from rangkai.engines.tabular.writing import SheetColumn
from rangkai.kit.actions import Recorder
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_

HEADS = Fields(tuple(spec for spec in f.SPECS if spec.label in HEAD_COLUMNS))


def prefill(actor: Actor, today: date) -> Prefilled:
    """Every programme that goes on stands in the sheet of the office that leads it; a constant number of queries."""
    rows: dict[int, list[Sequence[Value]]] = defaultdict(list)
    for office_id, row in head_rows(region_id=actor.region_id, today=today):
        rows[office_id].append(row)
    return Prefilled(_columns(actor, HEAD_COLUMNS), rows)


def prefill_costs(actor: Actor, today: date) -> Prefilled:
    """A row for each funding line, and room for new ones under each programme; a constant number of queries."""
    rows: dict[int, list[Sequence[Value]]] = defaultdict(list)
    for office_id, row in cost_rows(region_id=actor.region_id, today=today):
        rows[office_id].append(row)
    return Prefilled(_columns(actor, COST_COLUMNS), rows)


def _columns(actor: Actor, names: Sequence[str]) -> list[SheetColumn]:
    """As in the template, with the number hidden, the lists strict, and the hints on the sheet of help."""
    return [
        replace(column, is_hidden=column.name == f.REF, note="", is_strict=bool(column.choices))
        for column in columns_named(actor, names=names)
    ]


def for_office(facts: ProgrammeFacts, office_id: int, source: str) -> ProgrammeFacts:
    """What one office may say: the programmes that it leads, and new ones for itself."""
    return replace(facts, may_write=frozenset({office_id}), own_office_id=office_id, source=source)


def known(facts: ProgrammeFacts) -> Mapping[str, Values]:
    return {programme.ref: programme.values for programme in facts.known}


def record_costs(act: Recorder, plan: Plan, context: ImportContext) -> None:
    record_import(act, plan=joined(plan), today=context.today)


COSTS_IMPORT = ImportNoun(
    name="costs",
    label=N_("Biaya program"),
    fields=lambda actor: FIELDS,
    allowed=PROGRAMMES_IMPORT.allowed,
    gather=PROGRAMMES_IMPORT.gather,
    decide=decide_costs,
    record=record_costs,
    list_url="programmes:list",
)

PROGRAMMES_SHEET = SheetNoun(
    imported=replace(PROGRAMMES_IMPORT, fields=lambda actor: HEADS),
    allowed=lambda actor: FUND.can(actor, "create"),
    prefill=prefill,
    for_office=for_office,
    known=known,
    asked=N_("program kantor Anda: periksa yang sudah ada, lengkapi selnya, tambahkan yang belum tercatat"),
    guide=(
        N_("Satu baris satu program. Yang wajib: Program dan Dimensi."),
        N_("Jenis, dimensi, quick win, dan wajib dipilih dari daftar pada selnya."),
        N_("Biaya diisi pada lembar Biaya program, yang disebar tersendiri."),
    ),
    cell_of={
        "kind_of": "kind",
        "dimension_id": "dimension",
        "subdimension_id": "subdimension",
        "office_id": "office",
        "source_key": "key",
    },
    locked=frozenset({f.REF, f.OFFICE}),
    order=20,
)

COSTS_SHEET = SheetNoun(
    imported=COSTS_IMPORT,
    allowed=lambda actor: FUND.can(actor, "create"),
    prefill=prefill_costs,
    for_office=for_office,
    known=known_costs,
    asked=N_("biaya program kantor Anda: periksa pagu setiap tahun, tambahkan yang belum tercatat"),
    guide=(
        N_("Satu baris satu tahun, sumber dana, dan subkegiatan. Rupiah penuh, misalnya 50000000."),
        N_("Baris yang sudah terisi: hanya pagu dan dokumennya yang dapat diubah."),
        N_("Pagu baru ditulis pada baris kosong di bawah programnya."),
    ),
    cell_of={},
    locked=frozenset({f.REF, f.NAME}),
    fixed=frozenset({f.YEAR, f.FUND, f.LINE_OFFICE, f.NOMENCLATURE}),
    room=False,
    order=30,
)
