"""Kecamatan, desa and kelurahan of the region, with both codes."""

from django.http import HttpResponse
from django.utils.translation import gettext

from rangkai.domains.regions.policies import AREA
from rangkai.domains.regions.queries import area_rows, kecamatan_choices
from rangkai.domains.regions.rules import AreaKind
from rangkai.kit.web.columns import Column
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.filters import Filter, FilterKind
from rangkai.kit.web.lists import Empty, ListPage
from rangkai.lib.errors import N_

AREAS = ListPage(
    name="regions.areas",
    title=N_("Wilayah"),
    purpose=N_(
        "Kecamatan, desa, dan kelurahan menurut kode Kemendagri, dengan padanan kode BPS bila diketahui."
    ),
    rows=lambda here: area_rows(region_id=here.region.id),
    columns=(
        Column("nama", N_("Nama"), lambda v: v.name, sort=("name",)),
        Column(
            "jenis", N_("Jenis"), lambda v: gettext(AreaKind(v.area.kind_of).label), sort=("area__kind_of",)
        ),
        Column("kecamatan", N_("Kecamatan"), lambda v: v.parent_name, sort=("parent_name",)),
        Column("kode", N_("Kode Kemendagri"), lambda v: v.code, sort=("code",)),
        Column("bps", N_("Kode BPS"), lambda v: v.bps_code, sort=("bps_code",)),
    ),
    row_url=lambda here, v: "",
    row_key=lambda v: v.code,
    order=("code",),
    empty=Empty(N_("Kode wilayah belum dimuat"), N_("Jalankan rangkai demo untuk memuat kode wilayah.")),
    filters=(
        Filter(
            "jenis",
            N_("Jenis"),
            FilterKind.MANY,
            "area__kind_of",
            lambda here: [(code, gettext(word)) for code, word in AreaKind.choices()],
        ),
        Filter(
            "kecamatan",
            N_("Kecamatan"),
            FilterKind.MANY,
            "parent_id",
            lambda here: kecamatan_choices(region_id=here.region.id),
        ),
    ),
)


@page
def areas(request: PlacedRequest) -> HttpResponse:
    """Everyone of the region may read them."""
    AREA.require(request.here.actor, "view")
    return AREAS.respond(request)
