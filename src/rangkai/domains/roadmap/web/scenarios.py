"""Scenarios: the list, the page with Gantt and reasons, and what is done with them."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from rangkai.domains.roadmap.actions import (
    ask_to_solve,
    copy_scenario,
    create_scenario,
    delete_scenario,
    edit_scenario,
)
from rangkai.domains.roadmap.policies import SCENARIO
from rangkai.domains.roadmap.queries import adopted_scenario, facts_of, scenario_by_ref
from rangkai.domains.roadmap.web.forms import CopyForm, ScenarioForm
from rangkai.domains.roadmap.web.lists import SCENARIOS
from rangkai.domains.roadmap.web.shown import scenario_context
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.forms import FormPage, save_or_show
from rangkai.kit.web.links import link
from rangkai.lib.errors import N_


@page
def front(request: PlacedRequest) -> HttpResponse:
    """The room's door: the scenario in force, or the list while there is none."""
    found = adopted_scenario(region_id=request.here.region.id)
    if found is None:
        return redirect(link(request.here, "roadmap:list"))
    return redirect(link(request.here, "roadmap:scenario", ref=found.ref))


@page
def listing(request: PlacedRequest) -> HttpResponse:
    """All scenarios."""
    SCENARIO.require(request.here.actor, "view")
    return SCENARIOS.respond(request)


@page
def scenario(request: PlacedRequest, ref: str) -> HttpResponse:
    """One scenario: the plan, the money, what is out and why."""
    here = request.here
    found = scenario_by_ref(region_id=here.region.id, ref=ref)
    SCENARIO.require(here.actor, "view", found)
    facts = facts_of(scenario=found, today=here.today)
    context = scenario_context(found, facts, request.GET.get("kelompok", ""))
    can = {verb: SCENARIO.can(here.actor, verb, found) for verb in ("edit", "solve", "decide", "delete")}
    running = found.job is not None and not found.job.finished_at
    return render(request, "roadmap/scenario.html", {**context, "can": can, "running": running})


@page
def create(request: PlacedRequest) -> HttpResponse:
    """Begin a scenario."""
    here = request.here
    SCENARIO.require(here.actor, "create")
    form = ScenarioForm(request.POST if request.method == "POST" else None)
    return save_or_show(
        request,
        form,
        FormPage(
            N_("Skenario baru"),
            N_("Satu skenario memuat pagu, kapasitas, dan peta jalan yang dihitung darinya."),
            link(here, "roadmap:list"),
        ),
        do=lambda: create_scenario(here.actor, wish=form.wish(), today=here.today),
        then=lambda made: link(here, "roadmap:ceilings", ref=made.ref),
    )


@page
def edit(request: PlacedRequest, ref: str) -> HttpResponse:
    """Name, note and time."""
    here = request.here
    found = scenario_by_ref(region_id=here.region.id, ref=ref)
    SCENARIO.require(here.actor, "edit", found)
    form = ScenarioForm(
        request.POST if request.method == "POST" else None, initial=ScenarioForm.initial_of(found)
    )
    address = link(here, "roadmap:scenario", ref=ref)
    return save_or_show(
        request,
        form,
        FormPage(N_("Ubah skenario"), N_("Nama, catatan, dan lamanya menghitung."), address),
        do=lambda: edit_scenario(here.actor, scenario=found, version=form.read_version, wish=form.wish()),
        then=lambda _: address,
    )


@page
def copy(request: PlacedRequest, ref: str) -> HttpResponse:
    """The same settings under another name, to change and compare."""
    here = request.here
    found = scenario_by_ref(region_id=here.region.id, ref=ref)
    SCENARIO.require(here.actor, "create", found)
    form = CopyForm(request.POST if request.method == "POST" else None)
    return save_or_show(
        request,
        form,
        FormPage(
            N_("Salin skenario"),
            N_("Pagu, kapasitas, dan sematan ikut tersalin; peta jalannya dihitung sendiri."),
            link(here, "roadmap:scenario", ref=ref),
            button=N_("Salin"),
        ),
        do=lambda: copy_scenario(
            here.actor, scenario=found, name=form.cleaned_data["name"], today=here.today
        ),
        then=lambda made: link(here, "roadmap:scenario", ref=made.ref),
    )


@require_POST
@page
def delete(request: PlacedRequest, ref: str) -> HttpResponse:
    """Into the bin."""
    found = scenario_by_ref(region_id=request.here.region.id, ref=ref)
    delete_scenario(request.here.actor, scenario=found, version=found.version)
    return redirect(link(request.here, "roadmap:list"))


@require_POST
@page
def solve(request: PlacedRequest, ref: str) -> HttpResponse:
    """Compute in the background; the page of the job leads back here."""
    found = scenario_by_ref(region_id=request.here.region.id, ref=ref)
    job = ask_to_solve(request.here.actor, scenario=found)
    return redirect(link(request.here, "kit:job", job_id=job.pk))
