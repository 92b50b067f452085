"""Services: the list, one service, its form, and the bin."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from rangkai.domains.architecture.actions import (
    NewService,
    create_service,
    delete_services,
    edit_service,
    restore_service,
)
from rangkai.domains.architecture.policies import SERVICE
from rangkai.domains.architecture.queries import deleted_services, service_by_ref
from rangkai.domains.architecture.rules.terms import MEANING, Digitalisation, hindrances_of
from rangkai.domains.architecture.web.forms import SECTIONS, ServiceForm
from rangkai.domains.architecture.web.lists import SERVICES
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.forms import FormPage, save_or_show
from rangkai.kit.web.history import history_rows
from rangkai.kit.web.links import link
from rangkai.lib.errors import N_, Message


@page
def listing(request: PlacedRequest) -> HttpResponse:
    """Services of the region."""
    SERVICE.require(request.here.actor, "view")
    return SERVICES.respond(request)


@page
def service(request: PlacedRequest, ref: str) -> HttpResponse:
    """One service: whose, for whom, how digital, what hinders it; upper nouns add what improves it."""
    here = request.here
    found = service_by_ref(here.actor, ref=ref)
    degree = Digitalisation(found.digitalisation) if found.digitalisation else None
    context = {
        "record": found,
        "service": found,
        "degree": degree,
        "meaning": MEANING[degree] if degree else None,
        "hindrances": hindrances_of(vars(found)),
        "is_url": found.channel.startswith(("https://", "http://")),
        "can_edit": SERVICE.can(here.actor, "edit", found),
        "can_delete": SERVICE.can(here.actor, "delete", found),
        "history": history_rows(request, found),
    }
    return render(request, "architecture/service.html", context)


def _form_page(title: Message, address: str) -> FormPage:
    return FormPage(
        title,
        N_("Yang wajib hanya nama dan perangkat daerahnya; selebihnya dapat dilengkapi kemudian."),
        address,
        sections=tuple((N_(str(head)) if head else None, names) for head, names in SECTIONS),
    )


@page
def create(request: PlacedRequest) -> HttpResponse:
    """Enter one service."""
    here = request.here
    SERVICE.require(here.actor, "create")
    form = ServiceForm(request.POST if request.method == "POST" else None, here=here, verb="create")
    return save_or_show(
        request,
        form,
        _form_page(N_("Layanan baru"), link(here, "architecture:list")),
        do=lambda: create_service(here.actor, service=NewService(**form.columns()), today=here.today),
        then=lambda made: link(here, "architecture:service", ref=made.ref),
    )


@page
def edit(request: PlacedRequest, ref: str) -> HttpResponse:
    """Change a service."""
    here = request.here
    found = service_by_ref(here.actor, ref=ref, verb="edit")
    form = ServiceForm(
        request.POST if request.method == "POST" else None,
        initial=ServiceForm.initial_of(found),
        here=here,
        verb="edit",
    )
    address = link(here, "architecture:service", ref=ref)
    return save_or_show(
        request,
        form,
        _form_page(N_("Ubah %(ref)s", ref=ref), address),
        do=lambda: edit_service(here.actor, service=found, version=form.read_version, values=form.columns()),
        then=lambda _: address,
    )


@require_POST
@page
def delete(request: PlacedRequest, ref: str) -> HttpResponse:
    """Into the bin."""
    delete_services(request.here.actor, refs=[ref])
    return redirect(link(request.here, "architecture:list"))


@require_POST
@page
def bulk_delete(request: PlacedRequest) -> HttpResponse:
    """The ticked services into the bin, and back to the same list."""
    here = request.here
    refs = list(SERVICES.ticked(request).values_list("ref", flat=True))
    count = delete_services(here.actor, refs=refs)
    text = ngettext("%(count)s layanan dihapus.", "%(count)s layanan dihapus.", count)
    messages.success(request, text % {"count": count})
    query = request.META.get("QUERY_STRING", "")
    return redirect(link(here, "architecture:list") + (f"?{query}" if query else ""))


@page
def bin_(request: PlacedRequest) -> HttpResponse:
    """What was deleted and can be taken out again."""
    here = request.here
    SERVICE.require(here.actor, "delete")
    return render(request, "architecture/bin.html", {"services": deleted_services(here.actor)[:200]})


@require_POST
@page
def restore(request: PlacedRequest, ref: str) -> HttpResponse:
    """Out of the bin."""
    here = request.here
    found = service_by_ref(here.actor, ref=ref, verb="delete", deleted=True)
    restore_service(here.actor, service=found, version=found.version)
    return redirect(link(here, "architecture:service", ref=ref))
