"""Addresses of the roadmap."""

from django.urls import path

from rangkai.domains.roadmap.web import decisions, scenarios, settings

app_name = "roadmap"
urlpatterns = [
    path("", scenarios.front, name="front"),
    path("skenario/", scenarios.listing, name="list"),
    path("skenario/baru/", scenarios.create, name="create"),
    path("skenario/<str:ref>/", scenarios.scenario, name="scenario"),
    path("skenario/<str:ref>/ubah/", scenarios.edit, name="edit"),
    path("skenario/<str:ref>/salin/", scenarios.copy, name="copy"),
    path("skenario/<str:ref>/hapus/", scenarios.delete, name="delete"),
    path("skenario/<str:ref>/hitung/", scenarios.solve, name="solve"),
    path("skenario/<str:ref>/pagu/", settings.ceilings, name="ceilings"),
    path("skenario/<str:ref>/kapasitas/", settings.capacities, name="capacities"),
    path("skenario/<str:ref>/sematan/", settings.pin, name="pin"),
    path("skenario/<str:ref>/tetapkan/", decisions.adopt, name="adopt"),
    path("keputusan/", decisions.listing, name="decisions"),
]
