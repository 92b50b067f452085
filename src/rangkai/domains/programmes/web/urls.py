"""Addresses of programmes."""

from django.urls import path

from rangkai.domains.programmes.web import bulk, editing, linking, records, settings, sheets, tables

app_name = "programmes"
urlpatterns = [
    path("", records.listing, name="list"),
    path("baru/", editing.create, name="create"),
    path("sampah/", records.deleted, name="bin"),
    path("impor/", sheets.bring, name="import"),
    path("templat/", sheets.template, name="template"),
    path("massal/ekspor/", sheets.export, name="export"),
    path("massal/ajukan/", bulk.submit, name="bulk-submit"),
    path("massal/setujui/", bulk.approve, name="bulk-approve"),
    path("massal/dimensi/", bulk.dimension, name="bulk-dimension"),
    path("massal/tandai/", bulk.flag, name="bulk-flag"),
    path("massal/hapus/", bulk.delete, name="bulk-delete"),
    path("sumber-dana/", settings.funds, name="funds"),
    path("sumber-dana/baru/", settings.create, name="fund-create"),
    path("sumber-dana/<str:code>/", settings.edit, name="fund"),
    path("sumber-dana/<str:code>/hapus/", settings.delete, name="fund-delete"),
    path("nomenklatur/", settings.nomenclature, name="nomenclature"),
    path("nomenklatur/impor/", settings.bring, name="nomenclature-import"),
    path("nomenklatur/cari/", settings.find, name="nomenclature-find"),
    path("<str:ref>/", records.programme, name="programme"),
    path("<str:ref>/ubah/", editing.edit, name="edit"),
    path("<str:ref>/pendanaan/", tables.funding, name="funding"),
    path("<str:ref>/keluaran/", tables.outputs, name="outputs"),
    path("<str:ref>/risiko/", tables.risks, name="risks"),
    path("<str:ref>/kaitan/", linking.ties, name="ties"),
    path("<str:ref>/kaitan/<slug:kind>/", linking.links, name="links"),
    path("<str:ref>/langkah/<slug:step>/", records.step, name="step"),
    path("<str:ref>/hapus/", records.delete, name="delete"),
    path("<str:ref>/pulihkan/", records.restore, name="restore"),
]
