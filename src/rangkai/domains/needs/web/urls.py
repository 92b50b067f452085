"""Addresses of needs."""

from django.urls import path

from rangkai.domains.needs.web import approval, bulk, fate_lists, fates, groups, hints, issues, needs, sheets

app_name = "needs"
urlpatterns = [
    path("impor/", sheets.bring, name="import"),
    path("templat/", sheets.template, name="template"),
    path("unduh/", sheets.export, name="export"),
    path("", needs.listing, name="list"),
    path("baru/", needs.create, name="create"),
    path("baru/serupa/", hints.alike, name="alike"),
    path("sampah/", needs.bin_, name="bin"),
    path("persetujuan/", approval.approval, name="approval"),
    path("persetujuan/putuskan/", approval.decide, name="decide"),
    path("banyak/ajukan/", bulk.submit, name="bulk-submit"),
    path("banyak/dimensi/", bulk.dimension, name="bulk-dimension"),
    path("banyak/usg/", bulk.usg, name="bulk-usg"),
    path("banyak/isu/", bulk.issue, name="bulk-issue"),
    path("banyak/tindak-lanjut/", fates.from_needs, name="bulk-fate"),
    path("banyak/hapus/", bulk.delete, name="bulk-delete"),
    path("nasib/", fates.listing, name="fates"),
    path("nasib/putuskan/", fates.from_fates, name="bulk-decide"),
    path("nasib/daftar/", fate_lists.listing, name="fate-lists"),
    path("nasib/daftar/cetak/", fate_lists.build, name="fate-lists-build"),
    path("nasib/daftar/berkas/<int:job_id>/", fate_lists.files_of, name="fate-files"),
    path("nasib/daftar/berkas/<int:job_id>/unduh/", fate_lists.download, name="fate-download"),
    path("isu/", issues.listing, name="issues"),
    path("isu/baru/", issues.create, name="issue-create"),
    path("isu/<str:ref>/", issues.issue, name="issue"),
    path("isu/<str:ref>/ubah/", issues.edit, name="issue-edit"),
    path("isu/<str:ref>/bubarkan/", issues.delete, name="issue-delete"),
    path("kelompok/", groups.groups, name="groups"),
    path("kelompok/cari/", groups.propose, name="groups-propose"),
    path("kelompok/<int:proposal_id>/terima/", groups.accept, name="group-accept"),
    path("kelompok/<int:proposal_id>/tolak/", groups.reject, name="group-reject"),
    path("<str:ref>/", needs.need, name="need"),
    path("<str:ref>/ubah/", needs.edit, name="edit"),
    path("<str:ref>/langkah/", needs.move, name="move"),
    path("<str:ref>/hapus/", needs.delete, name="delete"),
    path("<str:ref>/kembalikan/", needs.restore, name="restore"),
]
