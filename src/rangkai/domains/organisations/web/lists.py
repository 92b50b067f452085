"""Lists of offices and posts."""

from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from rangkai.domains.organisations.policies import ORGANISATION
from rangkai.domains.organisations.queries import offices, posts
from rangkai.domains.organisations.rules import AppointmentKind, OfficeKind, Role
from rangkai.kit.policies import Actor
from rangkai.kit.web.columns import Column, Kind
from rangkai.kit.web.context import Here
from rangkai.kit.web.filters import Filter, FilterKind
from rangkai.kit.web.links import link
from rangkai.kit.web.lists import Button, Empty, ListPage
from rangkai.lib.errors import N_


def may_create(actor: Actor) -> bool:
    return ORGANISATION.can(actor, "create")


def kind_choices(here: Here) -> list[tuple[str, str]]:
    return [(code, gettext(word)) for code, word in OfficeKind.choices()]


def holder_words(held: Any) -> str:
    """ "Plt. Sari, S.E."; a definitif holder needs no word before the name."""
    kind = AppointmentKind(held.kind_of)
    name: str = held.person.full_name
    return name if kind is AppointmentKind.DEFINITIF else f"{gettext(kind.label)} {name}"


def office_address(here: Here, post: Any) -> str:
    return link(here, "organisations:office", code=post.organisation.code) if post.organisation else ""


OFFICES = ListPage(
    name="organisations.offices",
    title=N_("Perangkat Daerah"),
    purpose=N_("Kantor yang mengisi kebutuhan, memimpin program, dan memegang pagunya."),
    rows=lambda here: offices(region_id=here.region.id),
    columns=(
        Column("nama", N_("Nama"), lambda o: o.name, sort=("name",)),
        Column("pendek", N_("Nama pendek"), lambda o: o.short_name, sort=("short_name",)),
        Column("jenis", N_("Jenis"), lambda o: gettext(OfficeKind(o.kind_of).label), sort=("kind_of",)),
        Column("kode", N_("Kode"), lambda o: o.code, sort=("code",), shown=False),
        Column("catatan", N_("Catatan"), lambda o: o.note),
    ),
    row_url=lambda here, o: link(here, "organisations:office", code=o.code),
    row_key=lambda o: o.code,
    order=("name",),
    empty=Empty(
        N_("Belum ada perangkat daerah"),
        N_(
            "Tambahkan kantor satu per satu, atau impor kebutuhan: kantor yang belum dikenal dapat dibuat dari sana."
        ),
    ),
    filters=(
        Filter(
            "jenis",
            N_("Jenis"),
            FilterKind.MANY,
            "kind_of",
            kind_choices,
        ),
    ),
    search_kind="organisations.organisation",
    buttons=(
        Button(N_("Perangkat daerah baru"), "organisations:create", allowed=may_create),
        Button(N_("Jabatan"), "organisations:posts", "users"),
        Button(N_("Tim"), "organisations:teams", "users-group"),
        Button(N_("Wilayah"), "regions:areas", "map"),
    ),
)


def holder_markup(here: Here, post: Any) -> SafeString:
    """Name with titles, how the post is held, and the way to end it; a vacant post offers to appoint."""
    can = ORGANISATION.can(here.actor, "edit", post)
    parts = [
        format_html(
            "{}{}",
            holder_words(held),
            format_html(
                ' <a class="text-decoration-underline" href="{}">{}</a>',
                link(here, "organisations:end", appointment_id=held.pk),
                gettext("akhiri"),
            )
            if can
            else "",
        )
        for held in post.holders
    ]
    if not parts:
        parts = [format_html('<span class="text-secondary">{}</span>', gettext("kosong"))]
    if can:
        address = link(here, "organisations:appoint", post_id=post.pk)
        parts.append(
            format_html('<a class="text-decoration-underline" href="{}">{}</a>', address, gettext("lantik"))
        )
    return format_html_join(SafeString(" · "), "{}", ((part,) for part in parts))


def posts_page(here: Here) -> ListPage:
    """Made for one request, for the holder's cell depends on who looks."""
    return ListPage(
        name="organisations.posts",
        title=N_("Jabatan"),
        purpose=N_("Siapa memegang jabatan apa hari ini; peran dan hak akses mengikuti jabatan."),
        rows=lambda here: posts(region_id=here.region.id, today=here.today),
        columns=(
            Column("jabatan", N_("Jabatan"), lambda p: p.title, sort=("title",)),
            Column(
                "pd",
                N_("Perangkat daerah"),
                lambda p: p.organisation and p.organisation.name,
                sort=("organisation__name",),
            ),
            Column("pemegang", N_("Pemegang hari ini"), lambda p: holder_markup(here, p), Kind.MARKUP),
            Column("peran", N_("Peran"), lambda p: ", ".join(gettext(Role(code).label) for code in p.roles)),
        ),
        row_url=lambda here, p: (
            link(here, "organisations:office", code=p.organisation.code) if p.organisation else ""
        ),
        row_key=lambda p: str(p.pk),
        order=("title",),
        empty=Empty(N_("Belum ada jabatan"), N_("Jabatan dibuat saat ruang kerja daerah diisi.")),
        buttons=(
            Button(N_("Orang baru"), "organisations:create-person", allowed=may_create),
            Button(N_("Perangkat daerah"), "organisations:list", "building"),
        ),
    )
