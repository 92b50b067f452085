"""Background work of needs."""

from typing import Any

from django.urls import reverse

from rangkai.domains.needs.actions.groups import propose
from rangkai.domains.regions.queries import region_code_of
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
