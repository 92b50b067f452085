"""Addresses of regions."""

from django.urls import path

from rangkai.domains.regions.web import views

app_name = "regions"
urlpatterns = [path("wilayah/", views.areas, name="areas")]
