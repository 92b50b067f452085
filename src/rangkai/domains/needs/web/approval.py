"""Approval on a phone: one card a need, approve or return, or all at once."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from rangkai.domains.needs.actions import move_needs
from rangkai.domains.needs.queries.approval import waiting_for
from rangkai.domains.needs.queries.choices import area_names
from rangkai.domains.needs.rules.status import Step
from rangkai.domains.regions.queries import area_facts
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.links import link
from rangkai.lib.errors import N_, Forbidden, Missing

SHOWN = 50


@page
def approval(request: PlacedRequest) -> HttpResponse:
    """What waits for the person's paraf or signature; five queries."""
    here = request.here
    found = waiting_for(here.actor)
    if found is None:
        raise Forbidden(N_("Persetujuan dilakukan oleh perencana dan kepala perangkat daerah."))
    names = area_names(area_facts(region_id=here.region.id))
    rows = list(found.needs[:SHOWN])
    context = {
        "step": found.step,
        "cards": [(need, names.get(need.area_id or 0, "")) for need in rows],
        "waiting": found.needs.count(),
    }
    return render(request, "needs/approval.html", context)


@require_POST
@page
def decide(request: PlacedRequest) -> HttpResponse:
    """One need (`ref`), or all that are shown (`refs`)."""
    here = request.here
    refs = request.POST.getlist("ref")
    count = move_needs(
        here.actor, refs=refs, step=step_of(request, ""), reason=request.POST.get("reason", "")
    )
    text = ngettext("%(count)s kebutuhan diputuskan.", "%(count)s kebutuhan diputuskan.", count)
    messages.success(request, text % {"count": count})
    return redirect(link(here, "needs:approval"))


def step_of(request: PlacedRequest, usual: str) -> Step:
    """The button that was pressed; a step that there is not is a page that there is not."""
    named = request.POST.get("step", usual)
    if named not in set(Step):
        raise Missing(N_("Langkah ini tidak ada."))
    return Step(named)
