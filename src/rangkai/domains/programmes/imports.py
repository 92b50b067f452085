"""Programmes as a noun that comes from spreadsheets: what `work` must know to carry their import."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils import timezone

from rangkai.domains.organisations.queries import office_facts
from rangkai.domains.programmes.actions.importing import record_import, words_of
from rangkai.domains.programmes.actions.nomenclature import add_codes
from rangkai.domains.programmes.policies import FUND, PROGRAMME
from rangkai.domains.programmes.queries.choices import funds, offices_to_lead
from rangkai.domains.programmes.queries.importing import fund_codes, import_facts, import_fields
from rangkai.domains.programmes.queries.nomenclature import codes_in_force
from rangkai.domains.programmes.rules.importing.decide import decide
from rangkai.domains.programmes.rules.importing.facts import ProgrammeFacts
from rangkai.domains.programmes.rules.importing.nomenclature import FIELDS as CODE_FIELDS
from rangkai.domains.programmes.rules.importing.nomenclature import CodeFacts
from rangkai.domains.programmes.rules.importing.nomenclature import decide as decide_codes
from rangkai.domains.programmes.rules.nomenclature import NewCode
from rangkai.domains.programmes.rules.terms import NomenclatureLevel, ProgrammeKind, ProgrammeStatus
from rangkai.domains.work.actions.imports.nouns import Choice, ImportContext, ImportNoun
from rangkai.domains.work.rules.plan import Json, Plan
from rangkai.domains.work.rules.terms import Outcome
from rangkai.kit.actions import Recorder
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Message

FIRST_BUDGET_YEAR = 2021


def gather(context: ImportContext) -> ProgrammeFacts:
    """A source without a name is called after the column that numbers it, so that its file is known again."""
    heading = context.heading("key")
    defaults = context.options.defaults
    region_id = context.actor.region_id
    office, fund = defaults.get("office", ""), defaults.get("fund", "")
    offices = {o.code: o.id for o in office_facts(region_id=region_id)} if office else {}
    codes = {code: pk for pk, code in funds(region_id=region_id)} if fund else {}
    return import_facts(
        context.actor,
        source=context.source or (f"kolom {heading}" if heading else ""),
        default_office_id=offices.get(office),
        default_fund_id=codes.get(fund),
    )


def record(act: Recorder, plan: Plan, context: ImportContext) -> None:
    record_import(act, plan=plan, today=context.today)


def statuses(actor: Actor) -> Sequence[tuple[str, Message | str]]:
    """As what new programmes enter: nobody enters one as approved by someone else."""
    found = [ProgrammeStatus.DRAFT, ProgrammeStatus.SUBMITTED]
    if not actor.superuser and PROGRAMME.can(actor, "approve"):
        found.append(ProgrammeStatus.APPROVED)
    return [(status.value, Message(status.label)) for status in found]


def kinds(actor: Actor) -> Sequence[tuple[str, Message | str]]:
    first = (ProgrammeKind.SERVICE, *(kind for kind in ProgrammeKind if kind is not ProgrammeKind.SERVICE))
    return [(kind.value, Message(kind.label)) for kind in first]


def own_offices(actor: Actor) -> Sequence[tuple[str, Message | str]]:
    """Offices that the person may enter programmes for."""
    allowed = {pk for pk, _ in offices_to_lead(actor)}
    return [(o.code, o.name) for o in office_facts(region_id=actor.region_id) if o.id in allowed]


def own_funds(actor: Actor) -> Sequence[tuple[str, Message | str]]:
    return [(code, code) for code in fund_codes(region_id=actor.region_id)]


def known_names(actor: Actor) -> dict[str, list[str]]:
    """What may be meant by a name that nobody knows; three queries."""
    names = [office.name for office in office_facts(region_id=actor.region_id)]
    return {"office": names, "line_office": names, "fund": fund_codes(region_id=actor.region_id)}


def code_facts(context: ImportContext) -> CodeFacts:
    """Codes as they hold on the first day of the chosen year."""
    since = date(int(context.options.defaults.get("since") or context.today.year), 1, 1)
    return CodeFacts(codes_in_force(day=since), since)


def record_codes(act: Recorder, plan: Plan, context: ImportContext) -> None:
    """New and renamed codes, from the first day of the chosen year. Three statements."""
    since = code_facts(context).valid_from
    add_codes(
        act,
        new=[new_code(row.values) for row in plan.of(Outcome.NEW)],
        renamed={row.target.id: new_code(row.values) for row in plan.of(Outcome.CHANGED) if row.target},
        valid_from=since,
        source=context.source or "impor",
    )


def new_code(values: Mapping[str, Json]) -> NewCode:
    return NewCode(str(values["code"]), str(values["name"]), NomenclatureLevel(str(values["level"])))


def years_of_validity(actor: Actor) -> Sequence[tuple[str, Message | str]]:
    """This year first, then the next, then back to the first year of Permendagri 90/2019 in budgets."""
    year = timezone.localdate().year
    years = (year, year + 1, *range(year - 1, FIRST_BUDGET_YEAR - 1, -1))
    return [(str(found), N_("1 Januari %(year)s", year=found)) for found in years]


NOMENCLATURE_IMPORT = ImportNoun(
    name="nomenclature",
    label=N_("Nomenklatur"),
    fields=lambda actor: CODE_FIELDS,
    allowed=lambda actor: FUND.can(actor, "create"),
    gather=code_facts,
    decide=decide_codes,
    record=record_codes,
    list_url="programmes:nomenclature",
    choices=(
        Choice(
            "since",
            N_("Berlaku sejak"),
            N_("Nama lama tetap berlaku untuk tahun-tahun sebelumnya."),
            years_of_validity,
        ),
    ),
)

PROGRAMMES_IMPORT = ImportNoun(
    name="programmes",
    label=N_("Program"),
    fields=import_fields,
    allowed=lambda actor: PROGRAMME.can(actor, "create"),
    gather=gather,
    decide=decide,
    record=record,
    list_url="programmes:list",
    template_url="programmes:template",
    names=known_names,
    words=lambda plan: words_of(plan=plan),
    choices=(
        Choice(
            "status",
            N_("Program baru dicatat sebagai"),
            N_("Konsep masih dapat diubah sebelum diajukan."),
            statuses,
        ),
        Choice(
            "kind",
            N_("Jenis bila tidak tertulis"),
            N_("Dipakai untuk program yang kolom jenisnya kosong."),
            kinds,
        ),
        Choice(
            "office",
            N_("Perangkat daerah bila tidak tertulis"),
            N_("Dipakai untuk baris yang kolom perangkat daerahnya kosong."),
            own_offices,
            empty=N_("tidak ada"),
        ),
        Choice(
            "fund",
            N_("Sumber dana bila tidak tertulis"),
            N_("Dipakai untuk pagu yang sumber dananya kosong."),
            own_funds,
            empty=N_("tidak ada"),
        ),
    ),
)
