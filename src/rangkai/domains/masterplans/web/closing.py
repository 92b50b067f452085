"""Closing the plan in force, and opening it again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from rangkai.domains.masterplans.actions import close_plan, remainders, reopen_plan
from rangkai.domains.masterplans.policies import MASTERPLAN
from rangkai.domains.masterplans.queries import required_plan
from rangkai.kit.messages import render as sentence
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.links import link
from rangkai.lib.errors import N_, Invalid


@page
def close(request: PlacedRequest) -> HttpResponse:
    """What closing means and what is left; posting closes, or shows again what is left."""
    here = request.here
    plan = required_plan(region_id=here.region.id)
    MASTERPLAN.require(here.actor, "edit", plan)
    refused = None
    if request.method == "POST":
        try:
            close_plan(here.actor, plan=plan, version=_version(request), today=here.today)
        except Invalid as invalid:
            refused = invalid
        else:
            messages.success(request, sentence(N_("Rencana induk ditutup.")))
            return redirect(link(here, "masterplans:plan"))
    left = remainders(region_id=here.region.id)
    context = {"plan": plan, "left": left, "refused": refused}
    return render(request, "masterplans/close.html", context, status=422 if refused else 200)


@require_POST
@page
def reopen(request: PlacedRequest) -> HttpResponse:
    """Open again what was closed, with the reason."""
    here = request.here
    plan = required_plan(region_id=here.region.id)
    reopen_plan(here.actor, plan=plan, version=_version(request), reason=request.POST.get("reason", ""))
    messages.success(request, sentence(N_("Rencana induk dibuka kembali.")))
    return redirect(link(here, "masterplans:plan"))


def _version(request: PlacedRequest) -> int:
    given = request.POST.get("version", "")
    return int(given) if given.isdigit() else 0
