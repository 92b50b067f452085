"""What is done with ticked needs; every page goes back to the list as it was."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from rangkai.domains.masterplans.queries import subdimension_by_id
from rangkai.domains.needs.actions import (
    assign_issue,
    delete_needs,
    move_needs,
    set_dimension,
    set_usg,
)
from rangkai.domains.needs.policies import NEED
from rangkai.domains.needs.queries.choices import issue_by_id
from rangkai.domains.needs.rules.status import Step
from rangkai.domains.needs.web.forms import IssueChoiceForm
from rangkai.domains.needs.web.lists import needs_page
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.forms import FormPage
from rangkai.kit.web.links import link
from rangkai.kit.web.lists import bulk_value
from rangkai.lib.errors import N_, Invalid


def ticked(request: PlacedRequest) -> list[str]:
    """Numbers of the needs that the button was pressed for; one query."""
    return list(needs_page(request.here).ticked(request).values_list("ref", flat=True))


def done(request: PlacedRequest, count: int) -> HttpResponse:
    """Say how many changed, and go back to the same list."""
    text = ngettext("%(count)s kebutuhan berubah.", "%(count)s kebutuhan berubah.", count)
    messages.success(request, text % {"count": count})
    query = request.META.get("QUERY_STRING", "")
    return redirect(link(request.here, "needs:list") + (f"?{query}" if query else ""))


@require_POST
@page
def submit(request: PlacedRequest) -> HttpResponse:
    """Hand them to the planner and the head of the office."""
    return done(request, move_needs(request.here.actor, refs=ticked(request), step=Step.SUBMIT))


@require_POST
@page
def dimension(request: PlacedRequest) -> HttpResponse:
    """Put them into one sub-dimension."""
    part = subdimension_by_id(subdimension_id=int(bulk_value(request) or 0))
    count = set_dimension(
        request.here.actor, refs=ticked(request), dimension_id=part.dimension_id, subdimension_id=part.pk
    )
    return done(request, count)


@require_POST
@page
def usg(request: PlacedRequest) -> HttpResponse:
    """Give them one score."""
    name, _, value = bulk_value(request).partition("-")
    if name not in {"urgency", "seriousness", "growth"} or not value.isdigit():
        raise Invalid(N_("Pilih nilai USG dahulu."))
    return done(request, set_usg(request.here.actor, refs=ticked(request), scores={name: int(value)}))


@require_POST
@page
def issue(request: PlacedRequest) -> HttpResponse:
    """Ask for the issue first, then put them into it, or out of any."""
    here = request.here
    NEED.require(here.actor, "consolidate")
    if "refs" not in request.POST:
        refs = ticked(request)
        return _issue_form(request, IssueChoiceForm(here=here, initial={"refs": ",".join(refs)}), refs)
    form = IssueChoiceForm(request.POST, here=here)
    if not form.is_valid():
        return _issue_form(request, form, form.data.get("refs", "").split(","))
    chosen = form.cleaned_data["issue"]
    found = issue_by_id(region_id=here.region.id, issue_id=chosen) if chosen else None
    return done(request, assign_issue(here.actor, refs=form.chosen(), issue=found))


def _issue_form(request: PlacedRequest, form: IssueChoiceForm, refs: Sequence[str]) -> HttpResponse:
    words = FormPage(
        N_("Masukkan %(count)s kebutuhan ke isu", count=len(refs)),
        N_("Kebutuhan yang sudah punya isu berpindah; tanpa pilihan, kebutuhan keluar dari isunya."),
        link(request.here, "needs:list"),
    )
    context = {"form": form, "form_page": words, "sections": [("", form.visible_fields())]}
    return render(request, "kit/form.html", context, status=422 if form.is_bound else 200)


@require_POST
@page
def delete(request: PlacedRequest) -> HttpResponse:
    """Into the bin."""
    return done(request, delete_needs(request.here.actor, refs=ticked(request)))
