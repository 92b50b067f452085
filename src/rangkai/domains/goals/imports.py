"""Goals as a noun that comes from spreadsheets."""

from rangkai.domains.goals.actions.importing import record_import
from rangkai.domains.goals.policies import GOAL
from rangkai.domains.goals.queries import cascade, plan_in_force
from rangkai.domains.goals.rules.importing import IKU, GoalFacts, Known, decide, fields_for
from rangkai.domains.work.actions.imports.nouns import ImportContext, ImportNoun
from rangkai.domains.work.rules.columns import Fields
from rangkai.domains.work.rules.plan import Json, Plan
from rangkai.kit.actions import Recorder
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Missing

NO_PLAN = N_("Belum ada RPJMD. Tambahkan dahulu di halaman Tujuan, lalu impor sasarannya.")


def fields(actor: Actor) -> Fields:
    """One column for the target of each year of any document of the region; one query."""
    return fields_for(_years(actor))


def _years(actor: Actor) -> tuple[int, ...]:
    plan = plan_in_force(region_id=actor.region_id, year=0)
    return tuple(range(plan.first_year, plan.last_year + 1)) if plan else ()


def gather(context: ImportContext) -> GoalFacts:
    """The document in force as it stands; raises Missing while there is none."""
    plan = plan_in_force(region_id=context.actor.region_id, year=context.today.year)
    if plan is None:
        raise Missing(NO_PLAN)
    tree = cascade(region_id=context.actor.region_id, plan=plan)
    codes = {node.id: node.code for node in tree.walk()}
    known: dict[str, Known] = {}
    for node in tree.walk():
        known[node.code] = Known(
            node.id, node.version, node.level, codes.get(node.parent_id or 0, ""), {"text": node.text}
        )
        for measure in node.measures:
            values: dict[str, Json] = {
                "text": measure.name,
                "unit": measure.unit,
                "direction": measure.direction,
                **{f"target_{y}": format(t.normalize(), "f") for y, t in measure.targets.items()},
            }
            if measure.baseline and measure.baseline.actual is not None:
                values["baseline"] = f"{measure.baseline.year}:{measure.baseline.actual.normalize():f}"
            known[measure.code] = Known(measure.id, measure.version, IKU, node.code, values)
    return GoalFacts(tree.years, known)


def record(act: Recorder, plan: Plan, context: ImportContext) -> None:
    document = plan_in_force(region_id=context.actor.region_id, year=context.today.year)
    if document is None:
        raise Missing(NO_PLAN)
    record_import(act, document=document, plan=plan, today=context.today)


GOALS_IMPORT = ImportNoun(
    name="goals",
    label=N_("Tujuan dan sasaran"),
    fields=fields,
    allowed=lambda actor: GOAL.can(actor, "edit"),
    gather=gather,
    decide=decide,
    record=record,
    list_url="goals:tree",
    template_url="goals:template",
)
