"""Addresses of needs."""

from django.urls import path

from rangkai.domains.needs.web import groups, issues

app_name = "needs"
urlpatterns = [
    path("isu/", issues.listing, name="issues"),
    path("isu/baru/", issues.create, name="issue-create"),
    path("isu/<str:ref>/", issues.issue, name="issue"),
    path("isu/<str:ref>/ubah/", issues.edit, name="issue-edit"),
    path("isu/<str:ref>/bubarkan/", issues.delete, name="issue-delete"),
    path("kelompok/", groups.groups, name="groups"),
    path("kelompok/cari/", groups.propose, name="groups-propose"),
    path("kelompok/<int:proposal_id>/terima/", groups.accept, name="group-accept"),
    path("kelompok/<int:proposal_id>/tolak/", groups.reject, name="group-reject"),
]
