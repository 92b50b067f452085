"""Needs: the list, one need, its form, and the bin."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from rangkai.domains.needs.actions import (
    NewNeed,
    create_need,
    delete_needs,
    edit_need,
    move_needs,
    restore_need,
)
from rangkai.domains.needs.policies import NEED
from rangkai.domains.needs.queries import deleted_needs, need_by_ref
from rangkai.domains.needs.queries.choices import area_names
from rangkai.domains.needs.rules.priority import priority_word
from rangkai.domains.needs.rules.status import MOVES, Step
from rangkai.domains.needs.rules.terms import Authority, Fate, FateOwner, NeedSource, NeedStatus
from rangkai.domains.needs.web.approval import step_of
from rangkai.domains.needs.web.forms import SECTIONS, NeedForm
from rangkai.domains.needs.web.lists import needs_page
from rangkai.domains.regions.queries import area_facts
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.forms import FormPage, save_or_show
from rangkai.kit.web.history import history_rows
from rangkai.kit.web.links import link
from rangkai.kit.web.redirects import back
from rangkai.lib.errors import N_, Message
from rangkai.lib.moves import steps_from


@page
def listing(request: PlacedRequest) -> HttpResponse:
    """Needs that the person may see."""
    NEED.require(request.here.actor, "view")
    return needs_page(request.here).respond(request)


@page
def need(request: PlacedRequest, ref: str) -> HttpResponse:
    """One need: what, where, for whom, how pressing, and how far it is."""
    here = request.here
    found = need_by_ref(here.actor, ref=ref)
    names = area_names(area_facts(region_id=here.region.id))
    steps = [
        s for s in steps_from(MOVES, NeedStatus(found.status)) if NEED.can(here.actor, MOVES[s].verb, found)
    ]
    context = {
        "record": found,
        "need": found,
        "area": names.get(found.area_id or 0, ""),
        "status": NeedStatus(found.status),
        "fate": Fate(found.fate),
        "fate_owner": FateOwner(found.fate_owner) if found.fate_owner else None,
        "can_decide": NEED.can(here.actor, "consolidate", found),
        "source": NeedSource(found.source_kind),
        "authority": Authority(found.authority) if found.authority else None,
        "priority_word": priority_word(found.priority),
        "steps": [s for s in steps if s is not Step.RETURN],
        "can_return": Step.RETURN in steps,
        "can_edit": NEED.can(here.actor, "edit", found),
        "can_delete": NEED.can(here.actor, "delete", found),
        "history": history_rows(request, found),
    }
    return render(request, "needs/need.html", context)


def _form_page(title: Message, address: str, template: str = "kit/form.html") -> FormPage:
    return FormPage(
        title,
        N_("Yang wajib hanya kebutuhannya dan perangkat daerahnya; selebihnya dapat dilengkapi kemudian."),
        address,
        template=template,
        sections=tuple((N_(str(head)) if head else None, names) for head, names in SECTIONS),
    )


@page
def create(request: PlacedRequest) -> HttpResponse:
    """Write one need down."""
    here = request.here
    NEED.require(here.actor, "create")
    form = NeedForm(
        request.POST if request.method == "POST" else None,
        initial={"service": request.GET.get("layanan", "")},
        here=here,
        verb="create",
    )
    return save_or_show(
        request,
        form,
        _form_page(N_("Kebutuhan baru"), link(here, "needs:list"), "needs/need_form.html"),
        do=lambda: create_need(here.actor, need=NewNeed(**form.columns()), today=here.today),
        then=lambda made: link(here, "needs:need", ref=made.ref),
    )


@page
def edit(request: PlacedRequest, ref: str) -> HttpResponse:
    """Change a need that is still open to its office."""
    here = request.here
    found = need_by_ref(here.actor, ref=ref, verb="edit")
    form = NeedForm(
        request.POST if request.method == "POST" else None,
        initial=NeedForm.initial_of(found),
        here=here,
        verb="edit",
    )
    address = link(here, "needs:need", ref=ref)
    return save_or_show(
        request,
        form,
        _form_page(N_("Ubah %(ref)s", ref=ref), address),
        do=lambda: edit_need(here.actor, need=found, version=form.read_version, values=form.columns()),
        then=lambda _: address,
    )


@require_POST
@page
def move(request: PlacedRequest, ref: str) -> HttpResponse:
    """One step on the way out of the office; the button says which."""
    here = request.here
    step = step_of(request, Step.SUBMIT)
    move_needs(here.actor, refs=[ref], step=step, reason=request.POST.get("reason", ""))
    return redirect(back(request, link(here, "needs:need", ref=ref)))


@require_POST
@page
def delete(request: PlacedRequest, ref: str) -> HttpResponse:
    """Into the bin."""
    delete_needs(request.here.actor, refs=[ref])
    return redirect(link(request.here, "needs:list"))


@page
def bin_(request: PlacedRequest) -> HttpResponse:
    """What was deleted and can be taken out again."""
    here = request.here
    NEED.require(here.actor, "delete")
    return render(request, "needs/bin.html", {"needs": deleted_needs(here.actor)[:200]})


@require_POST
@page
def restore(request: PlacedRequest, ref: str) -> HttpResponse:
    """Out of the bin."""
    here = request.here
    found = need_by_ref(here.actor, ref=ref, verb="delete", deleted=True)
    restore_need(here.actor, need=found, version=found.version)
    return redirect(link(here, "needs:need", ref=ref))
