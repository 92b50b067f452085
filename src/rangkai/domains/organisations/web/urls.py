"""Addresses of organisations."""

from django.urls import path

from rangkai.domains.organisations.web import offices, people, teams

app_name = "organisations"
urlpatterns = [
    path("", offices.listing, name="list"),
    path("baru/", offices.create, name="create"),
    path("jabatan/", people.listing, name="posts"),
    path("jabatan/<int:post_id>/lantik/", people.appoint_to, name="appoint"),
    path("jabatan/penugasan/<int:appointment_id>/akhiri/", people.end, name="end"),
    path("orang/baru/", people.create, name="create-person"),
    path("tim/", teams.listing, name="teams"),
    path("pd/<str:code>/", offices.office, name="office"),
    path("pd/<str:code>/ubah/", offices.edit, name="edit"),
]
