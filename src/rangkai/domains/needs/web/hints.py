"""Shown under the statement while somebody types: needs like it that are already there."""

from django.http import HttpResponse
from django.shortcuts import render

from rangkai.domains.needs.policies import NEED
from rangkai.domains.needs.queries.hints import alike_while_typing
from rangkai.kit.web.context import PlacedRequest, page


@page
def alike(request: PlacedRequest) -> HttpResponse:
    """A fragment for htmx, empty where nothing is alike."""
    here, asked = request.here, request.GET
    NEED.require(here.actor, "create")
    area = asked.get("area", "")
    found = alike_while_typing(
        here.actor,
        statement=asked.get("statement", "")[:1000],
        place=asked.get("place", "")[:300],
        area_id=int(area) if area.isdigit() else None,
    )
    return render(request, "needs/need_form.html#alike", {"found": found})
