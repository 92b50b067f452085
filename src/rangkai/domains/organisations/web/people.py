"""Posts and who holds them; appointing and ending."""

from django.http import HttpResponse

from rangkai.domains.organisations.actions import appoint, create_person, end_appointment
from rangkai.domains.organisations.policies import ORGANISATION
from rangkai.domains.organisations.queries import appointment_by_id, people, post_by_id
from rangkai.domains.organisations.web.forms import AppointmentForm, EndForm, PersonForm
from rangkai.domains.organisations.web.lists import posts_page
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.forms import FormPage, save_or_show
from rangkai.kit.web.links import link
from rangkai.lib.errors import N_


@page
def listing(request: PlacedRequest) -> HttpResponse:
    """Every post with its holder today."""
    ORGANISATION.require(request.here.actor, "view")
    return posts_page(request.here).respond(request)


@page
def create(request: PlacedRequest) -> HttpResponse:
    """Add a person."""
    here = request.here
    ORGANISATION.require(here.actor, "create")
    form = PersonForm(request.POST if request.method == "POST" else None)
    return save_or_show(
        request,
        form,
        FormPage(
            N_("Orang baru"),
            N_("Catat orangnya dahulu, lalu lantik ke jabatannya."),
            link(here, "organisations:posts"),
        ),
        do=lambda: create_person(here.actor, values=form.public(), private=form.private()),
        then=lambda _: link(here, "organisations:posts"),
    )


@page
def appoint_to(request: PlacedRequest, post_id: int) -> HttpResponse:
    """Give a post to a person."""
    here = request.here
    post = post_by_id(region_id=here.region.id, post_id=post_id)
    ORGANISATION.require(here.actor, "edit", post)
    form = AppointmentForm(
        request.POST if request.method == "POST" else None, people=people(region_id=here.region.id)
    )
    return save_or_show(
        request,
        form,
        FormPage(
            N_("Lantik: %(post)s", post=post.title),
            N_("Peran mengikuti jabatan; hak akses berlaku sejak tanggal mulai."),
            link(here, "organisations:posts"),
        ),
        do=lambda: appoint(here.actor, person=form.cleaned_data["person"], post=post, term=form.term()),
        then=lambda _: link(here, "organisations:posts"),
    )


@page
def end(request: PlacedRequest, appointment_id: int) -> HttpResponse:
    """The holder leaves the post."""
    here = request.here
    held = appointment_by_id(region_id=here.region.id, appointment_id=appointment_id)
    ORGANISATION.require(here.actor, "edit", held)
    form = EndForm(request.POST if request.method == "POST" else None, initial={"last_day": here.today})
    return save_or_show(
        request,
        form,
        FormPage(
            N_("Akhiri penugasan %(name)s", name=held.person.full_name),
            N_("Hak akses dari jabatan ini berakhir sesudah hari terakhir."),
            link(here, "organisations:posts"),
        ),
        do=lambda: end_appointment(
            here.actor,
            appointment=held,
            version=held.version,
            last_day=form.cleaned_data["last_day"],
            reason=form.cleaned_data["reason"],
        ),
        then=lambda _: link(here, "organisations:posts"),
    )
