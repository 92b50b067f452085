"""Addresses of goals."""

from django.urls import path

from rangkai.domains.goals.web import sheets, views

app_name = "goals"
urlpatterns = [
    path("", views.tree, name="tree"),
    path("baru/", views.create, name="create"),
    path("ubah/", views.edit_document, name="edit-plan"),
    path("templat/", sheets.template, name="template"),
    path("<str:code>/ubah/", views.edit, name="edit"),
    path("<str:code>/hapus/", views.delete, name="delete"),
]
