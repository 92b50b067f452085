"""Addresses of the masterplan."""

from django.urls import path

from rangkai.domains.masterplans.web import closing, views

app_name = "masterplans"
urlpatterns = [
    path("", views.plan, name="plan"),
    path("baru/", views.create, name="create"),
    path("ubah/", views.edit, name="edit"),
    path("tutup/", closing.close, name="close"),
    path("buka-kembali/", closing.reopen, name="reopen"),
    path("jangka/", views.phases, name="phases"),
    path("strategi/<slug:code>/", views.strategy, name="strategy"),
]
