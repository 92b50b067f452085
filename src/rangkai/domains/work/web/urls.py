"""Addresses of work."""

from django.urls import include, path

from rangkai.domains.work.web import gathering, imports, letter_urls, preview, rounds

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
    path("lembar/", rounds.rounds, name="rounds"),
    path("lembar/baru/", rounds.create, name="round-create"),
    path("lembar/<int:round_id>/", rounds.status, name="round"),
    path("lembar/<int:round_id>/semua.zip", rounds.archive, name="round-zip"),
    path("lembar/<int:round_id>/status.png", rounds.picture, name="round-picture"),
    path("lembar/<int:round_id>/tarik/", rounds.drop, name="round-drop"),
    path("lembar/berkas/<int:sheet_id>/", rounds.workbook, name="sheet"),
    path("kumpul/", gathering.start, name="gather"),
    path("kumpul/<int:gathering_id>/", gathering.pile, name="gathering"),
    path("kumpul/<int:gathering_id>/jawab/", gathering.choose, name="gathering-choose"),
    path("kumpul/<int:gathering_id>/baca/", gathering.reread, name="gathering-reread"),
    path("kumpul/<int:gathering_id>/simpan/", gathering.save, name="gathering-save"),
    path("kumpul/<int:gathering_id>/buang/", gathering.drop, name="gathering-drop"),
    path("kumpul/<int:gathering_id>/impor/<int:place>/", gathering.to_import, name="gathering-import"),
]
