"""Addresses of masterplans."""

from django.urls import URLPattern

app_name = "masterplans"
urlpatterns: list[URLPattern] = []
