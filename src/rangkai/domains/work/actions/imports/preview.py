"""The preview of an import: decided once, kept as a file, looked at page by page."""

from collections.abc import Callable
from datetime import date

from rangkai.domains.work.actions.imports.deciding import decide_import, refuse_unmapped
from rangkai.domains.work.actions.imports.nouns import ImportContext, import_noun
from rangkai.domains.work.actions.imports.upload import keep_json, require_import
from rangkai.domains.work.models import ImportSession
from rangkai.domains.work.queries.imports import chosen_table
from rangkai.domains.work.rules.options import from_json
from rangkai.domains.work.rules.plan import Plan
from rangkai.domains.work.rules.plan_json import plan_to_json
from rangkai.domains.work.rules.terms import ImportState, Outcome
from rangkai.kit import jobs
from rangkai.kit.actions import recording
from rangkai.kit.models import Job
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Message

type Tell = Callable[[float, Message], object]


def quiet(share: float, doing: Message) -> None:
    """Tells nobody."""


def start_preview(actor: Actor, *, session: ImportSession, url: str, today: date) -> Job:
    """Make the preview in the background; the job leads to `url`."""
    require_import(actor, noun=import_noun(session.noun))
    with recording("work.start_preview", actor) as act:
        job = jobs.start(
            f"{session.noun}.import.preview",
            actor,
            session_id=session.pk,
            url=url,
            today=today.isoformat(),
        )
        act.update(session, version=session.version, job_id=job.pk)
    return job


def make_preview(actor: Actor, *, session: ImportSession, today: date, tell: Tell = quiet) -> Plan:
    """Decide what saving would do and keep it. Raises EditConflict when the choices changed meanwhile."""
    noun = import_noun(session.noun)
    require_import(actor, noun=noun)
    version = session.version
    tell(0.05, N_("Membaca berkas …"))
    table = chosen_table(session=session)
    refuse_unmapped(fields=noun.fields(actor), mapping=session.columns)
    tell(0.4, N_("Membandingkan dengan data yang ada …"))
    context = ImportContext(actor, today, session.source, from_json(session.options), session.columns)
    plan = decide_import(context, noun=noun, table=table)
    tell(0.9, N_("Menyusun pratinjau …"))
    name = keep_json(content=plan_to_json(plan))
    with recording("work.preview_import", actor) as act:
        act.update(
            session,
            version=version,
            state=ImportState.PREVIEWED.value,
            summary={**session.summary, "plan": name, **counts_of(plan=plan)},
        )
    return plan


def counts_of(*, plan: Plan) -> dict[str, object]:
    """The figures over the preview; no query."""
    return {
        "rows": len(plan.rows),
        "counts": {outcome.value: plan.counts[outcome] for outcome in Outcome},
        "problems": len(plan.problems),
        "open": plan.open_questions(),
        "new_names": sum(1 for _ in plan.new_names),
    }
