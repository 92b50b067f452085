"""Teams by SK, and which SK a rotation has made wrong."""

from django.http import HttpResponse
from django.shortcuts import render

from rangkai.domains.organisations.policies import ORGANISATION
from rangkai.domains.organisations.queries import team_facts
from rangkai.kit.web.context import PlacedRequest, page


@page
def listing(request: PlacedRequest) -> HttpResponse:
    """Every team with its members by post, who holds the post today, and where the SK names another."""
    here = request.here
    ORGANISATION.require(here.actor, "view")
    facts = team_facts(region_id=here.region.id, today=here.today)
    return render(request, "organisations/teams.html", {"teams": facts})
