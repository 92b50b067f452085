"""Needs as a noun that comes from spreadsheets: what `work` must know to carry their import."""

from collections.abc import Sequence

from rangkai.domains.needs.actions.importing import record_import, words_of
from rangkai.domains.needs.policies import NEED
from rangkai.domains.needs.queries.importing import import_facts
from rangkai.domains.needs.rules.importing.cells import OFFICE
from rangkai.domains.needs.rules.importing.decide import decide
from rangkai.domains.needs.rules.importing.facts import NeedFacts
from rangkai.domains.needs.rules.importing.fields import FIELDS, JOINS
from rangkai.domains.needs.rules.terms import NeedSource, NeedStatus
from rangkai.domains.organisations.policies import ORGANISATION
from rangkai.domains.organisations.queries import office_facts
from rangkai.domains.regions.queries import area_facts
from rangkai.domains.work.actions.imports.nouns import Choice, ImportContext, ImportNoun
from rangkai.domains.work.rules.plan import Plan
from rangkai.kit.actions import Recorder
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Message


def gather(context: ImportContext) -> NeedFacts:
    """A source without a name is called after the column that numbers it, so that its file is known again."""
    heading = context.heading("key")
    source = context.source or (f"kolom {heading}" if heading else "")
    code = context.options.defaults.get(OFFICE, "")
    offices = office_facts(region_id=context.actor.region_id) if code else ()
    chosen = next((office.id for office in offices if office.code == code), None)
    return import_facts(context.actor, source=source, today=context.today, default_office_id=chosen)


def record(act: Recorder, plan: Plan, context: ImportContext) -> None:
    record_import(act, plan=plan, today=context.today)


def may_create_offices(actor: Actor) -> frozenset[str]:
    """A region without any office begins with those that its first sheet names; the preview says so and asks."""
    if ORGANISATION.can(actor, "create") and not office_facts(region_id=actor.region_id):
        return frozenset({OFFICE})
    return frozenset()


def statuses(actor: Actor) -> Sequence[tuple[str, Message | str]]:
    """As what the rows enter: nobody enters a row as signed by someone else."""
    found = [NeedStatus.DRAFT, NeedStatus.SUBMITTED]
    if not actor.superuser and NEED.can(actor, "approve"):
        found.append(NeedStatus.APPROVED)
    return [(status.value, Message(status.label)) for status in found]


def sources(actor: Actor) -> Sequence[tuple[str, Message | str]]:
    return [(kind.value, Message(kind.label)) for kind in NeedSource]


def own_offices(actor: Actor) -> Sequence[tuple[str, Message | str]]:
    """Offices that the person may enter needs for."""
    may_all = NEED.can(actor, "consolidate")
    return [
        (office.code, office.name)
        for office in office_facts(region_id=actor.region_id)
        if may_all or office.id in actor.office_ids()
    ]


def known_names(actor: Actor) -> dict[str, list[str]]:
    """What may be meant by a name that nobody knows; two queries."""
    areas = area_facts(region_id=actor.region_id)
    return {
        OFFICE: [office.name for office in office_facts(region_id=actor.region_id)],
        "kecamatan": [area.name for area in areas if area.parent_id is None],
    }


NEEDS_IMPORT = ImportNoun(
    name="needs",
    label=N_("Kebutuhan"),
    fields=lambda actor: FIELDS,
    allowed=lambda actor: NEED.can(actor, "create"),
    gather=gather,
    decide=decide,
    record=record,
    list_url="needs:list",
    template_url="needs:template",
    names=known_names,
    joins=JOINS,
    words=lambda plan: words_of(plan=plan),
    choices=(
        Choice(
            "status",
            N_("Baris baru dicatat sebagai"),
            N_("Konsep masih dapat diubah sebelum diajukan."),
            statuses,
        ),
        Choice(
            "source_kind",
            N_("Sumber bila tidak tertulis"),
            N_("Dipakai untuk baris yang kolom sumbernya kosong."),
            sources,
        ),
        Choice(
            OFFICE,
            N_("Perangkat daerah bila tidak tertulis"),
            N_("Dipakai untuk baris yang kolom perangkat daerahnya kosong."),
            own_offices,
            empty=N_("tidak ada"),
        ),
    ),
    creates={OFFICE: N_("Buat perangkat daerah baru untuk nama yang belum dikenal")},
    create_by_default=may_create_offices,
)
