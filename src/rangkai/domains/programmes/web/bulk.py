"""Buttons for the ticked rows of the list: all or none."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from rangkai.domains.masterplans.queries import dimensions
from rangkai.domains.programmes.actions import (
    delete_programmes,
    move_programmes,
    set_dimension,
    set_flags,
)
from rangkai.domains.programmes.rules.status import Step
from rangkai.domains.programmes.web.lists import PROGRAMMES
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.lists import bulk_value
from rangkai.kit.web.redirects import back
from rangkai.lib.errors import N_, Invalid


def refs(request: PlacedRequest) -> list[str]:
    return [row.ref for row in PROGRAMMES.ticked(request)]


def done(request: PlacedRequest, count: int) -> HttpResponse:
    text = ngettext("%(count)s program diproses.", "%(count)s program diproses.", count) % {"count": count}
    messages.success(request, text)
    return redirect(back(request))


@require_POST
@page
def submit(request: PlacedRequest) -> HttpResponse:
    """To the heads of their offices."""
    return done(request, move_programmes(request.here.actor, refs=refs(request), step=Step.SUBMIT))


@require_POST
@page
def approve(request: PlacedRequest) -> HttpResponse:
    """Those that were submitted to the head who ticks them."""
    return done(request, move_programmes(request.here.actor, refs=refs(request), step=Step.APPROVE))


@require_POST
@page
def dimension(request: PlacedRequest) -> HttpResponse:
    """Into one dimension; the sub-dimension is emptied, for it belonged to the former one."""
    found = next((d.id for d in dimensions() if d.code == bulk_value(request)), None)
    if found is None:
        raise Invalid(N_("Pilih salah satu dimensi."))
    return done(request, set_dimension(request.here.actor, refs=refs(request), dimension_id=found))


@require_POST
@page
def flag(request: PlacedRequest) -> HttpResponse:
    """Quick win or must, on or off."""
    name, _, value = bulk_value(request).partition("-")
    return done(request, set_flags(request.here.actor, refs=refs(request), values={name: value == "1"}))


@require_POST
@page
def delete(request: PlacedRequest) -> HttpResponse:
    """Into the bin."""
    return done(request, delete_programmes(request.here.actor, refs=refs(request)))
