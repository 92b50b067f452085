"""Addresses of the page patterns, in a region."""

from django.urls import path

from rangkai.kit.web import drafts, frame, history, jobs, saved_views

app_name = "kit"
urlpatterns = [
    path("jumlah/", frame.counts, name="counts"),
    path("proses/<int:job_id>/", jobs.job, name="job"),
    path("proses/<int:job_id>/keadaan/", jobs.job_state, name="job-state"),
    path("proses/<int:job_id>/batalkan/", jobs.job_cancel, name="job-cancel"),
    path("perubahan/<uuid:batch>/batalkan/", history.undo_batch, name="undo"),
    path("tampilan/", saved_views.save, name="save-view"),
    path("tampilan/<int:view_id>/hapus/", saved_views.drop, name="drop-view"),
    path("draf/", drafts.keep, name="draft"),
    path("draf/buang/", drafts.drop, name="drop-draft"),
]
