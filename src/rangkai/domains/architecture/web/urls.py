"""Addresses of services."""

from django.urls import path

from rangkai.domains.architecture.web import readiness, services, sheets

app_name = "architecture"
urlpatterns = [
    path("", services.listing, name="list"),
    path("baru/", services.create, name="create"),
    path("sampah/", services.bin_, name="bin"),
    path("kesiapan/", readiness.readiness, name="readiness"),
    path("impor/", sheets.bring, name="import"),
    path("templat/", sheets.template, name="template"),
    path("unduh/", sheets.export, name="export"),
    path("banyak/hapus/", services.bulk_delete, name="bulk-delete"),
    path("<str:ref>/", services.service, name="service"),
    path("<str:ref>/ubah/", services.edit, name="edit"),
    path("<str:ref>/hapus/", services.delete, name="delete"),
    path("<str:ref>/kembalikan/", services.restore, name="restore"),
]
