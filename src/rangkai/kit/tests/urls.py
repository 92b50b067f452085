"""Addresses of the kit alone, for tests of the page patterns."""

from django.urls import include, path

urlpatterns = [path("<str:region_code>/", include("rangkai.kit.web.urls"))]
