"""The chain as a whole: where it is broken, and the way to mend it."""

from django.http import HttpResponse
from django.shortcuts import render

from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.links import link
from rangkai.surfaces.chain.queries import broken_ends


@page
def chain(request: PlacedRequest) -> HttpResponse:
    """Broken ends first, whole ones below."""
    here = request.here
    found = [
        (end, link(here, end.url_name) + (f"?{end.query}" if end.query else ""))
        for end in broken_ends(here.actor, today=here.today)
    ]
    context = {
        "broken": [(end, url) for end, url in found if end.count],
        "whole": [end for end, _ in found if end.every and not end.count],
    }
    return render(request, "chain/chain.html", context)
