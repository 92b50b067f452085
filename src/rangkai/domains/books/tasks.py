"""Printing in the background."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from rangkai.domains.books.actions import build_edition
from rangkai.domains.books.rules.terms import BookNumber
from rangkai.domains.masterplans.queries import masterplans
from rangkai.domains.regions.queries import region_code_of
from rangkai.kit.jobs import Progress, handler
from rangkai.kit.models import Job
from rangkai.kit.policies import Actor


@handler("books.build", queue="long")
def build_book(progress: Progress, *, job: Job, plan_id: int, book: str) -> dict[str, Any]:
    """Print an edition; the job's page goes on to it."""
    plan = masterplans(region_id=job.region_id or 0).get(pk=plan_id)
    actor = Actor(job.actor_id, "", plan.region_id, superuser=True)
    edition = build_edition(
        actor, plan=plan, book=BookNumber(book), at=timezone.now(), tell=progress, job=job
    )
    code = region_code_of(region_id=plan.region_id)
    url = reverse("books:edition", kwargs={"region_code": code, "ref": edition.ref})
    return {"edition": edition.ref, "url": url}
