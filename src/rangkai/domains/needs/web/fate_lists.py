"""Nasib per kecamatan and per perangkat daerah: counts, and the lists to hand out."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from rangkai.domains.needs.actions.fate_lists import ask_for_lists
from rangkai.domains.needs.policies import NEED
from rangkai.domains.needs.queries.fates import counts_by_kecamatan, counts_by_office
from rangkai.domains.needs.rules.fate_list import ListKind
from rangkai.domains.organisations.queries import office_facts
from rangkai.domains.regions.queries import area_facts
from rangkai.domains.work.policies import LETTER
from rangkai.gateways.files import fetch
from rangkai.kit.models import Job, JobState
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.jobs import own_job
from rangkai.kit.web.links import link
from rangkai.lib.errors import N_, Missing


@page
def listing(request: PlacedRequest) -> HttpResponse:
    """How many needs of each kecamatan and office met which fate; four queries beyond the frame."""
    here = request.here
    NEED.require(here.actor, "view")
    areas = area_facts(region_id=here.region.id)
    places = {area.code: str(area.id) for area in areas if area.parent_id is None}
    offices = {office.code: str(office.id) for office in office_facts(region_id=here.region.id)}
    everywhere = NEED.can(here.actor, "consolidate")
    kecamatan = [(row, places.get(row.key, "")) for row in counts_by_kecamatan(here.actor, areas=areas)]
    own = [(row, offices.get(row.key, "")) for row in counts_by_office(here.actor)]
    context = {
        "can_write": LETTER.can(here.actor, "create"),
        "parts": [
            (ListKind.KECAMATAN, N_("Per kecamatan"), kecamatan, everywhere),
            (ListKind.OFFICE, N_("Per perangkat daerah"), own, NEED.can(here.actor, "create") or everywhere),
        ],
    }
    return render(request, "needs/fate_lists.html", context)


@require_POST
@page
def build(request: PlacedRequest) -> HttpResponse:
    """Print one list, or several; the job's page goes on to where they are fetched."""
    kind = request.POST.get("kind", "")
    if kind not in set(ListKind):
        raise Missing(N_("Daftar jenis ini tidak ada."))
    moment = timezone.localtime()
    keys = request.POST.getlist("key")
    job = ask_for_lists(request.here.actor, kind=ListKind(kind), keys=keys, moment=moment)
    return redirect(link(request.here, "kit:job", job_id=job.pk))


@page
def files_of(request: PlacedRequest, job_id: int) -> HttpResponse:
    """The lists are ready: fetch them."""
    job = _finished(request, job_id)
    return render(request, "needs/fate_files.html", {"job": job, "lists": (job.result or {})["lists"]})


@page
def download(request: PlacedRequest, job_id: int) -> HttpResponse:
    """The zip, for whoever asked for it."""
    job = _finished(request, job_id)
    response = HttpResponse(fetch((job.result or {})["file"]), content_type="application/zip")
    day = request.here.today.isoformat()
    name = f"nasib-kebutuhan-{request.here.region.code}-{day}.zip"
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response


def _finished(request: PlacedRequest, job_id: int) -> Job:
    """The person's own finished printing of lists; anything else is not there."""
    here = request.here
    NEED.require(here.actor, "view")
    job = own_job(request, job_id)
    if job.name != "needs.fate_lists" or job.state != JobState.DONE:
        raise Missing(N_("Daftar ini belum tercetak, atau diminta oleh orang lain."))
    return job
