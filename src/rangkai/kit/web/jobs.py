"""Long work as a page: a real number, what is being done, cancel, and on to the result."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from rangkai.kit.jobs import cancel as ask_to_stop
from rangkai.kit.models import Job, JobState
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.links import link
from rangkai.lib.errors import N_, Missing


def own_job(request: PlacedRequest, job_id: int) -> Job:
    """A job that the person started in this region; raises Missing for any other."""
    job = Job.objects.filter(
        pk=job_id, region_id=request.here.region.id, actor_id=request.here.actor.user_id
    ).first()
    if job is None:
        raise Missing(N_("Pekerjaan ini tidak ada, atau dimulai oleh orang lain."))
    return job


def context_of(job: Job) -> dict[str, object]:
    """What the page and its fragment show; `percent` counts only what is done."""
    state = JobState(job.state)
    result = job.result or {}
    return {
        "job": job,
        "job_state": state,
        "final": state.is_final,
        "percent": int(job.progress * 100),
        "went_well": state is JobState.DONE,
        "go_on": result.get("url", "") if state is JobState.DONE else "",
    }


@page
def job(request: PlacedRequest, job_id: int) -> HttpResponse:
    """The page; a finished job with a result page leads straight there."""
    context = context_of(own_job(request, job_id))
    if context["go_on"]:
        return redirect(str(context["go_on"]))
    return render(request, "kit/job.html", context)


@page
def job_state(request: PlacedRequest, job_id: int) -> HttpResponse:
    """The part that renews itself every second, until the job has ended."""
    context = context_of(own_job(request, job_id))
    response = render(request, "kit/job.html#state", context)
    if context["go_on"]:
        response["HX-Redirect"] = str(context["go_on"])
    return response


@require_POST
@page
def job_cancel(request: PlacedRequest, job_id: int) -> HttpResponse:
    """Asks the work to stop; what it had begun is rolled back."""
    ask_to_stop(own_job(request, job_id))
    return redirect(link(request.here, "kit:job", job_id=job_id))
