"""Offices: the list, one office with its posts, and the form."""

from django.http import HttpResponse
from django.shortcuts import render

from rangkai.domains.organisations.actions import create_office, edit_office
from rangkai.domains.organisations.policies import ORGANISATION
from rangkai.domains.organisations.queries import office_by_code, posts
from rangkai.domains.organisations.rules import OfficeKind
from rangkai.domains.organisations.web.forms import EditOfficeForm, OfficeForm
from rangkai.domains.organisations.web.lists import OFFICES
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.forms import FormPage, save_or_show
from rangkai.kit.web.history import history_rows
from rangkai.kit.web.links import link
from rangkai.lib.errors import N_


@page
def listing(request: PlacedRequest) -> HttpResponse:
    """Every perangkat daerah of the region."""
    ORGANISATION.require(request.here.actor, "view")
    return OFFICES.respond(request)


@page
def office(request: PlacedRequest, code: str) -> HttpResponse:
    """One office: its names, its posts and who holds them today."""
    here = request.here
    found = office_by_code(region_id=here.region.id, code=code)
    ORGANISATION.require(here.actor, "view", found)
    context = {
        "record": found,
        "office": found,
        "kind": OfficeKind(found.kind_of),
        "former": list(found.former_names.all()),
        "posts": posts(region_id=here.region.id, today=here.today, office_id=found.pk),
        "can_edit": ORGANISATION.can(here.actor, "edit", found),
        "history": history_rows(request, found),
    }
    return render(request, "organisations/office.html", context)


@page
def create(request: PlacedRequest) -> HttpResponse:
    """Add an office."""
    here = request.here
    ORGANISATION.require(here.actor, "create")
    form = OfficeForm(request.POST if request.method == "POST" else None)
    return save_or_show(
        request,
        form,
        FormPage(
            N_("Perangkat daerah baru"),
            N_("Kantor yang mengisi kebutuhan, memimpin program, atau membiayainya."),
            link(here, "organisations:list"),
        ),
        do=lambda: create_office(here.actor, office=form.new_office()),
        then=lambda made: link(here, "organisations:office", code=made.code),
    )


@page
def edit(request: PlacedRequest, code: str) -> HttpResponse:
    """Change an office; a new name keeps the old one."""
    here = request.here
    found = office_by_code(region_id=here.region.id, code=code)
    ORGANISATION.require(here.actor, "edit", found)
    form = EditOfficeForm(
        request.POST if request.method == "POST" else None, initial=EditOfficeForm.initial_of(found)
    )
    address = link(here, "organisations:office", code=code)
    return save_or_show(
        request,
        form,
        FormPage(
            N_("Ubah perangkat daerah"),
            N_("Bila namanya berganti, nama lama tetap dikenali di lembar kerja lama."),
            address,
        ),
        do=lambda: edit_office(
            here.actor, office=found, version=form.read_version, today=here.today, values=form.values()
        ),
        then=lambda _: address,
    )
