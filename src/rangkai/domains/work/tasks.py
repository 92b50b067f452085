"""Imports and sheets in the background; a noun that comes from sheets calls `import_jobs` in its own `tasks`."""

from datetime import date
from typing import Any

from django.urls import reverse

from rangkai.domains.organisations.queries import holdings_of, place_of
from rangkai.domains.regions.queries import region_code_of
from rangkai.domains.work.actions.imports.preview import make_preview
from rangkai.domains.work.actions.imports.save import save_import
from rangkai.domains.work.actions.sheets.gathering import save_gathering
from rangkai.domains.work.actions.sheets.making import make_workbooks
from rangkai.domains.work.actions.sheets.reading import read_gathering
from rangkai.domains.work.queries.imports import import_session
from rangkai.domains.work.queries.sheets import gathering_of, round_of
from rangkai.domains.work.rules.terms import GatheringState
from rangkai.kit.jobs import Progress, handler
from rangkai.kit.models import Job
from rangkai.kit.policies import Actor


def import_jobs(noun: str) -> None:
    """Register the two jobs of a noun: `<noun>.import.preview` and `<noun>.import.save`."""

    @handler(f"{noun}.import.preview", queue="quick")
    def preview(progress: Progress, *, job: Job, session_id: int, url: str, today: str) -> dict[str, Any]:
        day = date.fromisoformat(today)
        actor = actor_of(job=job, today=day)
        session = import_session(actor, session_id=session_id)
        make_preview(actor, session=session, today=day, tell=progress)
        return {"url": url}

    @handler(f"{noun}.import.save", queue="long")
    def save(progress: Progress, *, job: Job, session_id: int, url: str, today: str) -> dict[str, Any]:
        day = date.fromisoformat(today)
        actor = actor_of(job=job, today=day)
        session = import_session(actor, session_id=session_id)
        if session.summary.get("batch"):
            return {"url": url}
        save_import(actor, session=session, today=day, tell=progress)
        return {"url": url}


def actor_of(*, job: Job, today: date) -> Actor:
    """Whoever started the job, with the roles that they hold today; two queries."""
    region_id = job.region_id or 0
    if job.actor_id is None:
        return Actor.system(region_id)
    place = place_of(user_id=job.actor_id, today=today)
    person = place.person
    return Actor(
        user_id=job.actor_id,
        name=person.full_name if person else "",
        region_id=region_id,
        holdings=holdings_of(place.appointments),
        person_id=person.pk if person else None,
    )


@handler("work.sheets.make", queue="quick")
def make_sheets(progress: Progress, *, job: Job, round_id: int, today: str) -> dict[str, Any]:
    """Write the workbooks of a round."""
    day = date.fromisoformat(today)
    actor = actor_of(job=job, today=day)
    found = round_of(actor, round_id=round_id)
    count = make_workbooks(actor, found=found, today=day, tell=progress)
    return {"url": _address(actor, "work:round", round_id=round_id), "workbooks": count}


@handler("work.sheets.read", queue="quick")
def read_sheets(progress: Progress, *, job: Job, gathering_id: int, today: str) -> dict[str, Any]:
    """Read the files of a pile."""
    day = date.fromisoformat(today)
    actor = actor_of(job=job, today=day)
    gathering = gathering_of(actor, gathering_id=gathering_id)
    read_gathering(actor, gathering=gathering, today=day, tell=progress)
    return {"url": _address(actor, "work:gathering", gathering_id=gathering_id)}


@handler("work.sheets.save", queue="quick")
def save_sheets(progress: Progress, *, job: Job, gathering_id: int, today: str) -> dict[str, Any]:
    """Write what a pile settled; once."""
    day = date.fromisoformat(today)
    actor = actor_of(job=job, today=day)
    gathering = gathering_of(actor, gathering_id=gathering_id)
    if gathering.state != GatheringState.SAVED:
        save_gathering(actor, gathering=gathering, today=day, tell=progress)
    return {"url": _address(actor, "work:gathering", gathering_id=gathering_id)}


def _address(actor: Actor, name: str, **kwargs: int) -> str:
    code = region_code_of(region_id=actor.region_id)
    return reverse(name, kwargs={"region_code": code, **kwargs})
