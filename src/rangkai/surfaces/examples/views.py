"""The page that empties the examples."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rangkai.kit.examples import count_examples
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.links import link
from rangkai.lib.errors import N_
from rangkai.surfaces.examples.emptying import COUNTED, EXAMPLES, empty_examples

WORDS = {
    "needs.need": N_("kebutuhan"),
    "programmes.programme": N_("program"),
    "roadmap.scenario": N_("skenario"),
    "goals.goal": N_("tujuan dan sasaran"),
    "masterplans.masterplan": N_("rencana induk"),
    "architecture.service": N_("layanan"),
}


@page
def examples(request: PlacedRequest) -> HttpResponse:
    """How many examples there are, and the button that takes them away."""
    here = request.here
    EXAMPLES.require(here.actor, "view")
    counts = count_examples(here.region.id, COUNTED)
    shown = [(WORDS[kind], count) for kind, count in counts.items() if count]
    return render(request, "examples/examples.html", {"counts": shown})


@require_POST
@page
def empty(request: PlacedRequest) -> HttpResponse:
    """Take the examples away."""
    count = empty_examples(request.here.actor)
    text = _("Contoh dikosongkan: %(count)s baris dihapus dan dapat dikembalikan.")
    messages.success(request, text % {"count": count})
    return redirect(link(request.here, "home:home"))
