"""The masterplan's page and forms."""

from django.http import HttpResponse
from django.shortcuts import render

from rangkai.domains.goals.queries import plan_in_force
from rangkai.domains.masterplans.actions import (
    NewMasterplan,
    create_plan,
    edit_plan,
    set_phases,
    write_strategy,
)
from rangkai.domains.masterplans.policies import MASTERPLAN
from rangkai.domains.masterplans.queries import (
    dimensions,
    plan_facts,
    required_plan,
    strategy_of,
    subdimension_by_code,
)
from rangkai.domains.masterplans.rules import PhaseKind
from rangkai.domains.masterplans.web.forms import NewPlanForm, PhasesForm, PlanForm, StrategyForm
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.forms import FormPage, save_or_show
from rangkai.kit.web.links import link
from rangkai.lib.errors import N_


@page
def plan(request: PlacedRequest) -> HttpResponse:
    """Period, vision, phases, and the strategy for each of the eighteen sub-dimensions."""
    here = request.here
    MASTERPLAN.require(here.actor, "view")
    facts = plan_facts(region_id=here.region.id)
    frame = dimensions()
    context = {
        "plan": facts,
        "dimensions": [
            (d, [(s, facts.strategies.get(s.id, "")) for s in d.subdimensions]) for d in frame if facts
        ],
        "phases": [(PhaseKind(p.kind).label, p.until) for p in facts.phases] if facts else [],
        "can_edit": MASTERPLAN.can(here.actor, "edit"),
    }
    return render(request, "masterplans/plan.html", context)


@page
def create(request: PlacedRequest) -> HttpResponse:
    """Begin the region's plan; menengah ends with the RPJMD where that fits."""
    here = request.here
    MASTERPLAN.require(here.actor, "create")
    rpjmd = plan_in_force(region_id=here.region.id, year=here.today.year)
    form = NewPlanForm(
        request.POST if request.method == "POST" else None, initial={"first_year": here.today.year + 1}
    )

    def begin() -> object:
        data = form.cleaned_data
        phases = form.phases(rpjmd.last_year if rpjmd else None)
        wish = NewMasterplan(
            data["name"],
            data["first_year"],
            phases[-1].until,
            phases,
            vision=data["vision"],
            rpjmd_id=rpjmd.pk if rpjmd else None,
        )
        return create_plan(here.actor, plan=wish, today=here.today)

    return save_or_show(
        request,
        form,
        FormPage(
            N_("Rencana induk baru"),
            N_("Berlaku sepuluh tahun dengan tiga jangka; akhir jangka menengah mengikuti RPJMD bila cocok."),
            link(here, "masterplans:plan"),
        ),
        do=begin,
        then=lambda _: link(here, "masterplans:plan"),
    )


@page
def edit(request: PlacedRequest) -> HttpResponse:
    """Name, vision, legal basis."""
    here = request.here
    found = required_plan(region_id=here.region.id)
    MASTERPLAN.require(here.actor, "edit", found)
    form = PlanForm(request.POST if request.method == "POST" else None, initial=PlanForm.initial_of(found))
    return save_or_show(
        request,
        form,
        FormPage(
            N_("Ubah rencana induk"), N_("Nama, visi, dan dasar hukumnya."), link(here, "masterplans:plan")
        ),
        do=lambda: edit_plan(here.actor, plan=found, version=form.read_version, values=form.values()),
        then=lambda _: link(here, "masterplans:plan"),
    )


@page
def phases(request: PlacedRequest) -> HttpResponse:
    """The ends of the phases."""
    here = request.here
    found = required_plan(region_id=here.region.id)
    MASTERPLAN.require(here.actor, "edit", found)
    facts = plan_facts(region_id=here.region.id, plan=found)
    form = PhasesForm(
        request.POST if request.method == "POST" else None, phases=facts.phases if facts else ()
    )
    return save_or_show(
        request,
        form,
        FormPage(
            N_("Ubah jangka"),
            N_("Tahun terakhir setiap jangka; akhir jangka menengah boleh mengikuti RPJMD."),
            link(here, "masterplans:plan"),
        ),
        do=lambda: set_phases(here.actor, plan=found, phases=form.phases()),
        then=lambda _: link(here, "masterplans:plan"),
    )


@page
def strategy(request: PlacedRequest, code: str) -> HttpResponse:
    """The strategy for one sub-dimension."""
    here = request.here
    found = required_plan(region_id=here.region.id)
    MASTERPLAN.require(here.actor, "edit", found)
    part = subdimension_by_code(code=code)
    written = strategy_of(plan=found, subdimension_id=part.pk)
    initial = StrategyForm.initial_of(written) if written else {"version": 0}
    form = StrategyForm(request.POST if request.method == "POST" else None, initial=initial)
    return save_or_show(
        request,
        form,
        FormPage(
            N_("Strategi: %(name)s", name=part.name),
            N_("Tercetak di Buku 2, bab strategi per dimensi."),
            link(here, "masterplans:plan"),
        ),
        do=lambda: write_strategy(
            here.actor,
            plan=found,
            subdimension_id=part.pk,
            version=form.read_version,
            text=form.cleaned_data["text"],
        ),
        then=lambda _: link(here, "masterplans:plan"),
    )
