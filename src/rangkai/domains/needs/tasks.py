"""Background work of needs."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from rangkai.domains.needs.actions.fate_lists import print_lists
from rangkai.domains.needs.actions.groups import propose
from rangkai.domains.needs.rules.fate_list import ListKind
from rangkai.domains.regions.queries import region_code_of, region_names
from rangkai.domains.work.tasks import import_jobs
from rangkai.kit.jobs import Progress, handler
from rangkai.kit.models import Job
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_

import_jobs("needs")


@handler("needs.groups.propose", queue="long")
def propose_groups(progress: Progress, *, job: Job) -> dict[str, Any]:
    """Look for groups of like needs; the page of the job leads to the worklist."""
    progress(0.1, N_("Membaca kebutuhan yang belum berkelompok …"))
    actor = Actor(job.actor_id, "", job.region_id or 0, superuser=True)
    count = propose(actor)
    code = region_code_of(region_id=actor.region_id)
    return {"url": reverse("needs:groups", kwargs={"region_code": code}), "groups": count}


@handler("needs.fate_lists", queue="long")
def print_fate_lists(
    progress: Progress, *, job: Job, kind: str, keys: list[str], moment: str
) -> dict[str, Any]:
    """Print the lists of fates into one zip; the job's page goes on to where it is fetched."""
    place = region_names(ids=[job.region_id or 0])[0]
    name = print_lists(
        place=place,
        kind=ListKind(kind),
        keys=keys,
        moment=datetime.fromisoformat(moment),
        tell=progress,
    )
    url = reverse("needs:fate-files", kwargs={"region_code": place.code, "job_id": job.pk})
    return {"url": url, "file": name, "lists": len(keys)}
