"""The list of services, with its filters and what is done with ticked rows."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext

from rangkai.domains.architecture.policies import SERVICE
from rangkai.domains.architecture.queries import office_choices, services
from rangkai.domains.architecture.queries.services import hindered_by, of_degree
from rangkai.domains.architecture.rules.readiness import FREE, UNKNOWN
from rangkai.domains.architecture.rules.terms import Digitalisation, Hindrance, hindrances_of
from rangkai.kit.policies import Actor
from rangkai.kit.web.columns import Column, Kind
from rangkai.kit.web.filters import Filter, FilterKind
from rangkai.kit.web.links import link
from rangkai.kit.web.lists import Bulk, Button, Empty, ListPage
from rangkai.lib.errors import N_
from rangkai.lib.terms import Term


def words(term: type[Term]) -> list[tuple[str, str]]:
    """(code, word) of a vocabulary in the reader's language."""
    return [(code, gettext(label)) for code, label in term.choices()]


def may(verb: str):  # type: ignore[no-untyped-def]
    """Whether the actor holds the verb at all."""
    return lambda actor: SERVICE.can(actor, verb)


def degree_word(service: Any) -> str:
    code = service.digitalisation
    return gettext(Digitalisation(code).label) if code else ""


def hindrance_list(service: Any) -> str:
    """ "jaringan, SDM" in the reader's language; the template of a service shows the same."""
    return ", ".join(gettext(found.label) for found in hindrances_of(vars(service)))


def degrees(values: list[str]) -> Q:
    return of_degree(values, unknown=UNKNOWN)


def creates(actor: Actor) -> bool:
    return SERVICE.can(actor, "create")


SERVICES = ListPage(
    name="architecture.services",
    title=N_("Layanan"),
    purpose=N_(
        "Layanan publik setiap perangkat daerah: untuk siapa, seberapa digital, dan apa yang menghambatnya."
    ),
    rows=lambda here: services(here.actor),
    columns=(
        Column("layanan", N_("Layanan"), lambda s: s.name, sort=("name",)),
        Column("nomor", N_("Nomor"), lambda s: s.ref, sort=("ref",)),
        Column("pd", N_("Perangkat daerah"), lambda s: str(s.office), sort=("office__name",)),
        Column("digitalisasi", N_("Tingkat digitalisasi"), degree_word, sort=("digitalisation",)),
        Column("hambatan", N_("Hambatan"), hindrance_list),
        Column("pengguna", N_("Pengguna setahun"), lambda s: s.users, Kind.NUMBER, sort=("users",)),
        Column("sasaran", N_("Untuk siapa"), lambda s: s.audience, sort=("audience",), shown=False),
        Column("kanal", N_("Kanal atau alamat"), lambda s: s.channel, shown=False),
        Column("catatan", N_("Catatan hambatan"), lambda s: s.hindrance_note, shown=False),
    ),
    row_url=lambda here, s: link(here, "architecture:service", ref=s.ref),
    row_key=lambda s: s.ref,
    order=("-users", "id"),
    empty=Empty(
        N_("Belum ada layanan"),
        N_(
            "Catat layanan yang diberikan perangkat daerah, agar kebutuhan dan infrastruktur tahu siapa yang dilayani."
        ),
    ),
    filters=(
        Filter(
            "digitalisasi",
            N_("Tingkat digitalisasi"),
            FilterKind.MANY,
            degrees,
            lambda here: words(Digitalisation),
            N_("belum dinilai"),
        ),
        Filter(
            "hambatan",
            N_("Hambatan"),
            FilterKind.MANY,
            hindered_by,
            lambda here: [*words(Hindrance), (FREE, gettext("tanpa hambatan"))],
        ),
        Filter(
            "pd",
            N_("Perangkat daerah"),
            FilterKind.MANY,
            "office_id",
            lambda here: office_choices(here.actor),
        ),
    ),
    search_kind="architecture.service",
    buttons=(
        Button(N_("Layanan baru"), "architecture:create", "plus", creates),
        Button(N_("Impor"), "architecture:import", "file-import", creates),
        Button(N_("Kesiapan layanan"), "architecture:readiness", "chart-bar"),
        Button(N_("Sampah"), "architecture:bin", "trash", may("delete")),
    ),
    bulk=(
        Bulk(N_("Unduh untuk diubah"), "architecture:export", "table-export"),
        Bulk(
            N_("Hapus"),
            "architecture:bulk-delete",
            "trash",
            may("delete"),
            confirm=N_("Hapus layanan yang dicentang? Semuanya dapat dikembalikan dari Sampah."),
        ),
    ),
)
