"""The first page: what is asked of me now, and by when."""

from datetime import datetime

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from rangkai.domains.organisations.here import first_region_code
from rangkai.kit.registries import settings_for
from rangkai.kit.search import find, searchable_kinds
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.surfaces.home import queries


@login_required
def start(request: HttpRequest) -> HttpResponse:
    """Go on to the region where the person works; without an appointment, say so."""
    code = first_region_code(request)
    if code is None:
        return render(request, "home/no_place.html", status=403)
    return redirect("home:home", region_code=code)


@page
def home(request: PlacedRequest) -> HttpResponse:
    """Asks by due date, what changed since the last visit, and where the region stands."""
    here = request.here
    since = request.session.get("since") or ""
    asked = queries.asks_of(here.actor, here.today)
    context = {
        "asks": asked,
        "waiting": len(asked),
        "changes": queries.changes_since(here.actor, datetime.fromisoformat(since) if since else None),
        "standing": queries.standing(here.actor),
        "part": queries.part_of_day(here.region.timezone),
    }
    return render(request, "home/home.html", context)


@page
def asks(request: PlacedRequest) -> HttpResponse:
    """The same asks, alone: the second button of the phone's bar."""
    return render(
        request, "home/asks.html", {"asks": queries.asks_of(request.here.actor, request.here.today)}
    )


@page
def search(request: PlacedRequest) -> HttpResponse:
    """Everything that the words find and the person may see."""
    words = request.GET.get("q", "").strip()
    hits = queries.visible_hits(
        request.here.actor, find(region_id=request.here.region.id, kinds=searchable_kinds(), query=words)
    )
    return render(request, "home/search.html", {"words": words, "hits": hits})


@page
def settings(request: PlacedRequest) -> HttpResponse:
    """What the region keeps beside its work; to each the lists that are theirs to keep."""
    return render(request, "home/settings.html", {"settings": settings_for(request.here.actor)})
