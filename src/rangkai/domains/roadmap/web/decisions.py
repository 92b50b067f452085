"""The leader decides, and what was decided before."""

from django.http import HttpResponse
from django.shortcuts import render

from rangkai.domains.roadmap.actions import adopt_scenario
from rangkai.domains.roadmap.policies import SCENARIO
from rangkai.domains.roadmap.queries import decisions, scenario_by_ref
from rangkai.domains.roadmap.web.forms import DecisionForm
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.forms import FormPage, save_or_show
from rangkai.kit.web.links import link
from rangkai.lib.errors import N_


@page
def adopt(request: PlacedRequest, ref: str) -> HttpResponse:
    """Adopt one scenario, with the reason."""
    here = request.here
    found = scenario_by_ref(region_id=here.region.id, ref=ref)
    SCENARIO.require(here.actor, "decide", found)
    form = DecisionForm(
        request.POST if request.method == "POST" else None, initial={"version": found.version}
    )
    return save_or_show(
        request,
        form,
        FormPage(
            N_("Tetapkan peta jalan"),
            N_(
                "Peta jalan skenario ini menjadi dasar buku dan pelaksanaan; isinya dibekukan bersama keputusan."
            ),
            link(here, "roadmap:scenario", ref=ref),
            button=N_("Tetapkan"),
            saved=N_("Peta jalan sudah ditetapkan."),
        ),
        do=lambda: adopt_scenario(
            here.actor,
            scenario=found,
            version=form.read_version,
            text=form.cleaned_data["text"],
            today=here.today,
        ),
        then=lambda _: link(here, "roadmap:decisions"),
    )


@page
def listing(request: PlacedRequest) -> HttpResponse:
    """Decisions, newest first."""
    SCENARIO.require(request.here.actor, "view")
    rows = decisions(region_id=request.here.region.id)
    return render(request, "roadmap/decisions.html", {"decisions": rows})
