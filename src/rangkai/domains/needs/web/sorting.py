"""Proposed sub-dimensions: accepted, corrected or passed over by a person; nothing is set by itself."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from rangkai.domains.needs.actions.sorting import sort_into
from rangkai.domains.needs.policies import NEED
from rangkai.domains.needs.queries.choices import part_choices
from rangkai.domains.needs.queries.sorting import sorting
from rangkai.domains.needs.rules.sorting import Sorted
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.links import link
from rangkai.lib.errors import N_, Invalid

SHOWN = 40


@page
def proposed(request: PlacedRequest) -> HttpResponse:
    """The forty wordings that settle most, the sure ones first; POST takes the chosen ones."""
    here = request.here
    NEED.require(here.actor, "classify")
    if request.method == "POST":
        return _take(request)
    found = sorting(here.actor)
    shown = found.rows[:SHOWN]
    names = dict(part_choices().subdimensions)
    cards = [(row, str(row.part_id or ""), names.get(str(row.perhaps_id), "")) for row in shown]
    context = {
        "sure": [card for card in cards if card[1]],
        "unsure": [card for card in cards if not card[1]],
        "parts": list(names.items()),
        "waiting": sum(len(row.refs) for row in found.rows),
        "settled": sum(len(row.refs) for row in shown if row.part_id),
        "right": round(found.doubt.right * 100) if found.doubt.right else None,
        "undo": _uuid(request.GET.get("batal", "")),
    }
    return render(request, "needs/sorting.html", context)


def _take(request: PlacedRequest) -> HttpResponse:
    """What was chosen of the rows shown, or of the one whose button was pressed."""
    here, posted = request.here, request.POST
    only = posted.get("only", "")
    rows: dict[str, Sorted] = {row.key: row for row in sorting(here.actor).rows}
    chosen: dict[int, list[str]] = {}
    for key in [only] if only else posted.getlist("key"):
        part = posted.get(f"part-{key}", "")
        if key in rows and part.isdigit():
            chosen.setdefault(int(part), []).extend(rows[key].refs)
    if not chosen:
        raise Invalid(N_("Belum ada subdimensi yang dipilih. Tidak ada yang berubah."))
    count, batch = sort_into(here.actor, chosen=chosen)
    text = ngettext("%(count)s kebutuhan berubah.", "%(count)s kebutuhan berubah.", count)
    messages.success(request, text % {"count": count})
    return redirect(link(here, "needs:sorting") + f"?batal={batch}")


def _uuid(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
