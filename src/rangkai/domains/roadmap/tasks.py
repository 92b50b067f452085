"""The computation in the background."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone

from rangkai.domains.regions.queries import region_code_of
from rangkai.domains.roadmap.actions.solving import solve_now
from rangkai.domains.roadmap.models import Scenario
from rangkai.kit.jobs import Progress, handler
from rangkai.kit.models import Job
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_


@handler("roadmap.solve", queue="long")
def solve_scenario(progress: Progress, *, job: Job, scenario_id: int) -> dict[str, Any]:
    """Solve, telling value, bound and gap a few times a second; a cancel keeps the best plan so far."""
    scenario = Scenario.objects.select_related("plan").get(pk=scenario_id)
    today: date = timezone.now().date()

    def tell(value: float | None, bound: float | None, gap: float | None, share: float) -> None:
        progress.show(share, N_("Mencari susunan terbaik …"), {"value": value, "bound": bound, "gap": gap})

    actor = Actor(job.actor_id, "", scenario.region_id, superuser=True)
    solution = solve_now(
        actor, scenario=scenario, today=today, progress=tell, cancelled=progress.cancel_asked
    )
    code = region_code_of(region_id=scenario.region_id)
    url = reverse("roadmap:scenario", kwargs={"region_code": code, "ref": scenario.ref})
    return {"status": solution.status.value, "url": url}
