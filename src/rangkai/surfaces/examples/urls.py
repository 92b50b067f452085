"""Addresses of the examples."""

from django.urls import path

from rangkai.surfaces.examples import views

app_name = "examples"
urlpatterns = [
    path("", views.examples, name="examples"),
    path("kosongkan/", views.empty, name="empty"),
]
