"""Addresses of the masterplan."""

from django.urls import path

from rangkai.domains.masterplans.web import views

app_name = "masterplans"
urlpatterns = [
    path("", views.plan, name="plan"),
    path("baru/", views.create, name="create"),
    path("ubah/", views.edit, name="edit"),
    path("jangka/", views.phases, name="phases"),
    path("strategi/<slug:code>/", views.strategy, name="strategy"),
]
