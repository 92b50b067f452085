"""Books of the old plan: upload, what was found, mending it, saving it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rangkai.domains.masterplans.queries import dimensions
from rangkai.domains.programmes.actions.prior_books import (
    BookUpload,
    drop_draft,
    edit_found_line,
    save_book,
    upload_book,
)
from rangkai.domains.programmes.policies import PRIOR
from rangkai.domains.programmes.queries.choices import offices
from rangkai.domains.programmes.queries.prior import draft_of, prior_book, prior_books
from rangkai.domains.programmes.web.prior_forms import BookForm, CorrectionForm, FoundLineForm
from rangkai.kit.messages import render as sentence
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.forms import FormPage, add_problems, save_or_show
from rangkai.kit.web.links import link
from rangkai.lib.errors import N_, Invalid, Missing


@page
def upload(request: PlacedRequest) -> HttpResponse:
    """A book of the old plan; it is read in the background."""
    PRIOR.require(request.here.actor, "create")
    form = BookForm(request.POST, request.FILES) if request.method == "POST" else BookForm()
    return _take(request, form, None)


@page
def correct(request: PlacedRequest, book_id: int) -> HttpResponse:
    """A corrected file of a known book: only lines that are not decided yet will change."""
    book = prior_book(request.here.actor, book_id=book_id, verb="edit")
    form = CorrectionForm(request.POST, request.FILES) if request.method == "POST" else CorrectionForm()
    return _take(request, form, book)


def _take(request: PlacedRequest, form: forms.Form, book: Any) -> HttpResponse:
    here = request.here
    if form.is_bound and form.is_valid():
        given = dict(form.cleaned_data)
        file = given.pop("file")
        if book is not None:
            given["book_id"] = book.pk
        try:
            started = upload_book(here.actor, upload=BookUpload(file.name, file.read(), **given))
        except Invalid as invalid:
            if invalid.problems:
                add_problems(form, invalid)
            else:
                form.add_error("file", sentence(invalid.message))
        else:
            if started.job is not None:
                return redirect(link(here, "kit:job", job_id=started.job.pk))
            messages.info(request, _("Berkas yang sama sudah tersimpan; tidak ada yang berubah."))
            return redirect(link(here, "programmes:prior-list"))
    context = {
        "form": form,
        "book": book,
        "waiting": [] if book else [b for b in prior_books(region_id=here.region.id) if b.draft],
    }
    return render(request, "programmes/prior_upload.html", context, status=422 if form.errors else 200)


def _words(request: PlacedRequest) -> dict[str, dict[int, str]]:
    return {
        "dimensions": {d.id: d.name for d in dimensions()},
        "offices": dict(offices(region_id=request.here.region.id)),
    }


@page
def found(request: PlacedRequest, book_id: int) -> HttpResponse:
    """What was read, line by line, with the original text and what the reader was unsure of. Nothing is saved yet."""
    book = prior_book(request.here.actor, book_id=book_id, verb="edit")
    read = draft_of(book)
    words = _words(request)
    lines = [
        {
            "place": place,
            "line": line,
            "dimension": words["dimensions"].get(line.dimension_id or 0, ""),
            "office": words["offices"].get(line.office_id or 0, ""),
        }
        for place, line in enumerate(read.lines)
    ]
    context = {
        "book": book,
        "read": read,
        "lines": lines,
        "taken": sum(line.is_taken for line in read.lines),
        "unsure": sum(1 for line in read.lines if line.office_id is None or line.dimension_id is None),
        "tables": [
            {"title": title, "page": at, "count": count, "why": sentence(why)}
            for title, at, count, why in read.tables
        ],
    }
    return render(request, "programmes/prior_found.html", context)


@page
def found_line(request: PlacedRequest, book_id: int, place: int) -> HttpResponse:
    """Mend one line before it is saved."""
    here = request.here
    book = prior_book(here.actor, book_id=book_id, verb="edit")
    read = draft_of(book)
    if place >= len(read.lines):
        raise Missing(N_("Baris ini tidak ada."))
    line = read.lines[place]
    words = _words(request)
    initial = {name: getattr(line, name) for name in FoundLineForm.base_fields if name != "version"}
    form = FoundLineForm(
        request.POST if request.method == "POST" else None,
        initial={**initial, "version": book.version},
        dimensions=list(words["dimensions"].items()),
        offices=list(words["offices"].items()),
    )
    back = link(here, "programmes:prior-found", book_id=book.pk)
    return save_or_show(
        request,
        form,
        FormPage(
            N_("Perbaiki baris %(place)s", place=place + 1),
            N_("Tertulis dalam buku: %(text)s", text="; ".join(text for _, text in line.original)[:400]),
            back,
            saved=N_("Baris diperbaiki; belum disimpan ke daftar kerja."),
        ),
        do=lambda: edit_found_line(
            here.actor, book=book, version=form.read_version, place=place, values=form.values()
        ),
        then=lambda book: f"{back}#baris-{place + 1}",
    )


@require_POST
@page
def save(request: PlacedRequest, book_id: int) -> HttpResponse:
    """All of what was found, or nothing."""
    here = request.here
    book = prior_book(here.actor, book_id=book_id, verb="edit")
    done = save_book(here.actor, book=book, version=book.version)
    text = _(
        "%(new)s program lama baru, %(renewed)s diperbarui, %(kept)s yang sudah diputuskan tidak disentuh."
    )
    messages.success(request, text % {"new": done.new, "renewed": done.renewed, "kept": done.kept})
    return redirect(link(here, "programmes:prior-list"))


@require_POST
@page
def drop(request: PlacedRequest, book_id: int) -> HttpResponse:
    """Throw away what was read."""
    here = request.here
    book = prior_book(here.actor, book_id=book_id, verb="edit")
    drop_draft(here.actor, book=book, version=book.version)
    messages.info(request, _("Hasil baca dibuang; daftar kerja tidak berubah."))
    return redirect(link(here, "programmes:prior-list"))
