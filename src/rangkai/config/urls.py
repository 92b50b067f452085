"""Addresses: what belongs to a region begins with its code, so that a link shows the same thing to everyone."""

from django.urls import include, path

from rangkai.config import converters
from rangkai.surfaces.home.views import start

converters.register()

regional = [
    path("", include("rangkai.surfaces.home.urls")),
    path("", include("rangkai.kit.web.urls")),
    path("rangkaian/", include("rangkai.surfaces.chain.urls")),
    path("daerah/", include("rangkai.domains.regions.web.urls")),
    path("perangkat-daerah/", include("rangkai.domains.organisations.web.urls")),
    path("pekerjaan/", include("rangkai.domains.work.web.urls")),
    path("layanan/", include("rangkai.domains.architecture.web.urls")),
    path("tujuan/", include("rangkai.domains.goals.web.urls")),
    path("rencana-induk/", include("rangkai.domains.masterplans.web.urls")),
    path("kebutuhan/", include("rangkai.domains.needs.web.urls")),
    path("program/", include("rangkai.domains.programmes.web.urls")),
    path("peta-jalan/", include("rangkai.domains.roadmap.web.urls")),
    path("dokumen/", include("rangkai.domains.books.web.urls")),
    path("contoh/", include("rangkai.surfaces.examples.urls")),
]

urlpatterns = [
    path("", start, name="start"),
    path("", include("rangkai.domains.accounts.web.urls")),
    path("api/v1/", include("rangkai.surfaces.api.urls")),
    path("<region:region_code>/", include(regional)),
]
