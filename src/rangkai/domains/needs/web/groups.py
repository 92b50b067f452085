"""The worklist of proposed groups: accept what belongs together, reject what does not."""

import uuid
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rangkai.domains.needs.actions.groups import accept_group, ask_for_groups, reject_group
from rangkai.domains.needs.policies import GROUPING
from rangkai.domains.needs.queries.choices import issue_by_id, issue_choices
from rangkai.domains.needs.queries.groups import (
    member_facts,
    member_ids,
    proposal_by_id,
    proposals,
    ungrouped_count,
    with_members,
)
from rangkai.domains.regions.queries import area_facts
from rangkai.kit.messages import load
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.links import link

SHOWN = 20
MEMBERS = 12
"""Needs shown of each group in the worklist; a group alone on the page shows all."""


@page
def groups(request: PlacedRequest) -> HttpResponse:
    """The twenty with the largest gain, or one with all its needs (`?kelompok=`); seven queries."""
    here = request.here
    GROUPING.require(here.actor, "view")
    waiting = proposals(here.actor)
    alone = request.GET.get("kelompok", "")
    if alone.isdigit():
        found = [proposal_by_id(here.actor, proposal_id=int(alone))]
    else:
        found = list(with_members(waiting, most=MEMBERS)[:SHOWN])
    context = {
        "cards": cards(found, region_id=here.region.id),
        "alone": bool(alone),
        "issues": issue_choices(region_id=here.region.id)[1:],
        "waiting": waiting.count(),
        "ungrouped": ungrouped_count(region_id=here.region.id),
        "undo": _uuid(request.GET.get("batal", "")),
        "can_decide": GROUPING.can(here.actor, "edit"),
    }
    return render(request, "needs/groups.html", context)


def cards(found: Sequence[Any], *, region_id: int) -> list[dict[str, object]]:
    """Each group with its reasons in words and the needs that were read of it; one query."""
    areas = {area.id: area for area in area_facts(region_id=region_id)}
    shown = []
    for proposal in found:
        members = member_facts(proposal=proposal, areas=areas)
        shown.append(
            {
                "proposal": proposal,
                "percent": round(proposal.score * 100),
                "reasons": [load(reason) for reason in proposal.reasons],
                "members": members,
                "more": proposal.size - len(members),
            }
        )
    return shown


def kept(request: PlacedRequest, proposal: Any) -> set[int]:
    """The needs of a group without those that were shown and had their tick taken away."""
    ticked, shown = (
        {int(pk) for pk in request.POST.getlist(name) if pk.isdigit()} for name in ("need", "shown")
    )
    return member_ids(proposal=proposal) - (shown - ticked)


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
    """The ticked needs become an issue, or join the one that was chosen."""
    here = request.here
    found = proposal_by_id(here.actor, proposal_id=proposal_id)
    chosen = request.POST.get("issue", "")
    into = issue_by_id(region_id=here.region.id, issue_id=int(chosen)) if chosen.isdigit() else None
    done = accept_group(
        here.actor,
        proposal=found,
        keep=kept(request, found),
        name=request.POST.get("name", ""),
        today=here.today,
        into=into,
    )
    said = _("Kelompok dimasukkan ke %(ref)s %(name)s.") if into else _("%(ref)s %(name)s dibuat.")
    messages.success(request, said % {"ref": done.issue.ref, "name": done.issue.name})
    return redirect(link(here, "needs:groups") + f"?batal={done.batch}")


@require_POST
@page
def reject(request: PlacedRequest, proposal_id: int) -> HttpResponse:
    """These needs are not alike."""
    here = request.here
    batch = reject_group(here.actor, proposal=proposal_by_id(here.actor, proposal_id=proposal_id))
    messages.success(request, _("Usulan ditolak; kelompok ini tidak akan diusulkan lagi."))
    return redirect(link(here, "needs:groups") + f"?batal={batch}")
