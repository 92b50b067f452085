"""Addresses of work."""

from django.urls import include, path

from rangkai.domains.work.web import imports, letter_urls, preview

app_name = "work"
urlpatterns = [
    path("surat/", include(letter_urls.urlpatterns)),
    path("impor/<slug:noun>/", imports.start, name="import-start"),
    path("impor/berkas/<int:session_id>/", imports.resume, name="import"),
    path("impor/berkas/<int:session_id>/tabel/", imports.table, name="import-table"),
    path("impor/berkas/<int:session_id>/kolom/", imports.columns, name="import-columns"),
    path("impor/berkas/<int:session_id>/pratinjau/", preview.preview, name="import-preview"),
    path("impor/berkas/<int:session_id>/pilihan/", preview.choose, name="import-choose"),
    path("impor/berkas/<int:session_id>/simpan/", preview.save, name="import-save"),
    path("impor/berkas/<int:session_id>/laporan/", preview.report, name="import-report"),
    path("impor/berkas/<int:session_id>/buang/", imports.drop, name="import-drop"),
]
