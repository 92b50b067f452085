"""The worklist of proposed groups: accept what belongs together, reject what does not."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rangkai.domains.needs.actions.groups import accept_group, ask_for_groups, reject_group
from rangkai.domains.needs.policies import GROUPING
from rangkai.domains.needs.queries.groups import member_facts, proposal_by_id, proposals, ungrouped_count
from rangkai.domains.regions.queries import area_facts
from rangkai.kit.messages import load
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.links import link

SHOWN = 20


@page
def groups(request: PlacedRequest) -> HttpResponse:
    """The twenty with the largest gain; six queries."""
    here = request.here
    GROUPING.require(here.actor, "view")
    areas = {area.id: area for area in area_facts(region_id=here.region.id)}
    waiting = proposals(here.actor)
    cards = [
        {
            "proposal": found,
            "percent": round(found.score * 100),
            "reasons": [load(reason) for reason in found.reasons],
            "members": member_facts(proposal=found, areas=areas),
        }
        for found in waiting[:SHOWN]
    ]
    context = {
        "cards": cards,
        "waiting": waiting.count(),
        "ungrouped": ungrouped_count(region_id=here.region.id),
        "undo": _uuid(request.GET.get("batal", "")),
        "can_decide": GROUPING.can(here.actor, "edit"),
    }
    return render(request, "needs/groups.html", context)


def _uuid(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


@require_POST
@page
def propose(request: PlacedRequest) -> HttpResponse:
    """Look for groups in the background."""
    job = ask_for_groups(request.here.actor)
    return redirect(link(request.here, "kit:job", job_id=job.pk))


@require_POST
@page
def accept(request: PlacedRequest, proposal_id: int) -> HttpResponse:
    """The ticked needs become an issue."""
    here = request.here
    found = proposal_by_id(here.actor, proposal_id=proposal_id)
    keep = [int(pk) for pk in request.POST.getlist("need") if pk.isdigit()]
    done = accept_group(
        here.actor, proposal=found, keep=keep, name=request.POST.get("name", ""), today=here.today
    )
    messages.success(
        request, _("%(ref)s %(name)s dibuat.") % {"ref": done.issue.ref, "name": done.issue.name}
    )
    return redirect(link(here, "needs:groups") + f"?batal={done.batch}")


@require_POST
@page
def reject(request: PlacedRequest, proposal_id: int) -> HttpResponse:
    """These needs are not alike."""
    here = request.here
    batch = reject_group(here.actor, proposal=proposal_by_id(here.actor, proposal_id=proposal_id))
    messages.success(request, _("Usulan ditolak; kelompok ini tidak akan diusulkan lagi."))
    return redirect(link(here, "needs:groups") + f"?batal={batch}")
