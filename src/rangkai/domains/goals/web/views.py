"""The cascade as a tree, and its forms."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from rangkai.domains.goals.actions import create_plan, delete_goal, edit_goal, edit_plan
from rangkai.domains.goals.policies import GOAL
from rangkai.domains.goals.queries import cascade, goal_by_code, plan_in_force
from rangkai.domains.goals.web.forms import GoalForm, PlanForm
from rangkai.kit.registries import served_ids
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.forms import FormPage, save_or_show
from rangkai.kit.web.links import link
from rangkai.lib.errors import N_, Missing


@page
def tree(request: PlacedRequest) -> HttpResponse:
    """Visi, misi, tujuan, sasaran and IKU of the document in force, and which sasaran no programme serves."""
    here = request.here
    GOAL.require(here.actor, "view")
    plan = plan_in_force(region_id=here.region.id, year=here.today.year)
    context = {
        "plan": plan,
        "cascade": cascade(region_id=here.region.id, plan=plan) if plan else None,
        "served": served_ids("goals.goal", here.region.id),
        "can_edit": GOAL.can(here.actor, "edit"),
    }
    return render(request, "goals/tree.html", context)


@page
def create(request: PlacedRequest) -> HttpResponse:
    """Add the RPJMD."""
    here = request.here
    GOAL.require(here.actor, "create")
    form = PlanForm(request.POST if request.method == "POST" else None)
    return save_or_show(
        request,
        form,
        FormPage(
            N_("RPJMD baru"),
            N_("Dokumen yang memuat visi, misi, tujuan, dan sasaran daerah beserta IKU-nya."),
            link(here, "goals:tree"),
        ),
        do=lambda: create_plan(here.actor, plan=form.new_plan()),
        then=lambda _: link(here, "goals:tree"),
    )


@page
def edit_document(request: PlacedRequest) -> HttpResponse:
    """Name, legal basis and years of the document in force."""
    here = request.here
    plan = plan_in_force(region_id=here.region.id, year=here.today.year)
    if plan is None:
        raise Missing(N_("Belum ada RPJMD. Tambahkan dahulu."))
    GOAL.require(here.actor, "edit", plan)
    form = PlanForm(request.POST if request.method == "POST" else None, initial=PlanForm.initial_of(plan))
    return save_or_show(
        request,
        form,
        FormPage(N_("Ubah RPJMD"), N_("Nama, dasar hukum, dan masa berlakunya."), link(here, "goals:tree")),
        do=lambda: edit_plan(here.actor, plan=plan, version=form.read_version, values=form.values()),
        then=lambda _: link(here, "goals:tree"),
    )


@page
def edit(request: PlacedRequest, code: str) -> HttpResponse:
    """The words of one goal."""
    here = request.here
    goal = goal_by_code(region_id=here.region.id, year=here.today.year, code=code)
    GOAL.require(here.actor, "edit", goal)
    form = GoalForm(request.POST if request.method == "POST" else None, initial=GoalForm.initial_of(goal))
    return save_or_show(
        request,
        form,
        FormPage(
            N_("Ubah %(code)s", code=goal.code),
            N_("Uraian tercetak di buku dan dipakai semua program yang mendukungnya."),
            link(here, "goals:tree"),
        ),
        do=lambda: edit_goal(
            here.actor, goal=goal, version=form.read_version, text=form.cleaned_data["text"]
        ),
        then=lambda _: link(here, "goals:tree"),
    )


@require_POST
@page
def delete(request: PlacedRequest, code: str) -> HttpResponse:
    """Into the bin, unless something stands below it."""
    here = request.here
    goal = goal_by_code(region_id=here.region.id, year=here.today.year, code=code)
    delete_goal(here.actor, goal=goal, version=goal.version)
    return redirect(link(here, "goals:tree"))
