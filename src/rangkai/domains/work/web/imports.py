"""The way of an import: file → table → columns → preview → saved. Until "Simpan" only the session is written."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from rangkai.domains.work.actions.imports.choose import drop_import, set_columns
from rangkai.domains.work.actions.imports.nouns import ImportNoun, import_noun
from rangkai.domains.work.actions.imports.preview import make_preview, start_preview
from rangkai.domains.work.actions.imports.upload import Upload, choose_table, require_import, start_import
from rangkai.domains.work.queries.imports import (
    import_session,
    known_sources,
    open_imports,
    saved_imports,
    sheets_of,
)
from rangkai.domains.work.rules.terms import ImportState
from rangkai.domains.work.web.shown import step_list, table_view
from rangkai.kit.messages import render as sentence
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.forms import add_problems
from rangkai.kit.web.links import link
from rangkai.lib.errors import Invalid

AT_ONCE = 1_500
"""Rows up to which a preview is made within the request; more is work for the background."""


class UploadForm(forms.Form):
    """The file and where it comes from."""

    file = forms.FileField(
        label=_("Berkas"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv"}),
        help_text=_("Lembar kerja .xlsx, .xls, .ods, atau .csv; paling besar 50 MB."),
    )
    source = forms.CharField(
        label=_("Nama sumber"),
        required=False,
        max_length=120,
        help_text=_(
            "Misalnya e-RKPD 2027. Berkas dari sumber yang sama dicocokkan dengan yang sudah ada, "
            "tidak dicatat dua kali."
        ),
        widget=forms.TextInput(attrs={"list": "sources", "autocomplete": "off"}),
    )


@page
def start(request: PlacedRequest, noun: str) -> HttpResponse:
    """Choose a file; imports that were begun can be gone on with. Four queries."""
    here = request.here
    found = import_noun(noun)
    require_import(here.actor, noun=found)
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_bound and form.is_valid():
        file = form.cleaned_data["file"]
        upload = Upload(file.name, file.read(), source=form.cleaned_data["source"])
        try:
            session = start_import(here.actor, noun=noun, upload=upload)
        except Invalid as invalid:
            form.add_error("file", sentence(invalid.message))
        else:
            return redirect(link(here, "work:import-table", session_id=session.pk))
    context = {
        "noun": found,
        "label": sentence(found.label),
        "form": form,
        "steps": step_list(0),
        "sources": known_sources(region_id=here.region.id, noun=noun),
        "begun": open_imports(here.actor, noun=noun)[:5],
        "saved": saved_imports(here.actor, noun=noun)[:5],
    }
    return render(request, "work/import_start.html", context, status=422 if form.errors else 200)


@page
def resume(request: PlacedRequest, session_id: int) -> HttpResponse:
    """To the step at which an import stands."""
    session = import_session(request.here.actor, session_id=session_id)
    name = "work:import-table" if session.state == ImportState.UPLOADED else "work:import-preview"
    return redirect(link(request.here, name, session_id=session.pk))


@page
def table(request: PlacedRequest, session_id: int) -> HttpResponse:
    """The sheet as it was understood: a picture, what was done to it, and the other tables of the file."""
    here = request.here
    session = import_session(here.actor, session_id=session_id)
    if request.method == "POST":
        place = request.POST.get("place", "0")
        choose_table(
            here.actor, session=session, version=session.version, place=int(place) if place.isdigit() else 0
        )
        return redirect(link(here, "work:import-table", session_id=session.pk))
    sheets = sheets_of(session.summary["tables"])
    context = {
        "noun": import_noun(session.noun),
        "session": session,
        "steps": step_list(1),
        "sheets": sheets,
        "shown": table_view(sheets[session.table]),
    }
    return render(request, "work/import_table.html", context)


@page
def columns(request: PlacedRequest, session_id: int) -> HttpResponse:
    """Which column is which; going on makes the preview."""
    here = request.here
    session = import_session(here.actor, session_id=session_id)
    noun = import_noun(session.noun)
    sheet = sheets_of(session.summary["tables"])[session.table]
    form = forms.Form(request.POST if request.method == "POST" else None)
    mapping, source = session.columns, session.source
    if request.method == "POST" and form.is_valid():
        mapping = {
            column["name"]: request.POST.get(f"column-{place}", "")
            for place, column in enumerate(sheet["columns"])
        }
        source = request.POST.get("source", "")
        try:
            session = set_columns(
                here.actor, session=session, version=session.version, columns=mapping, source=source
            )
        except Invalid as invalid:
            add_problems(form, invalid)
        else:
            return to_preview(request, session)
    context = {
        "noun": noun,
        "session": session,
        "form": form,
        "steps": step_list(2),
        "source": source,
        "sources": known_sources(region_id=here.region.id, noun=session.noun),
        **columns_view(request, noun, sheet, mapping),
    }
    return render(request, "work/import_columns.html", context, status=422 if form.errors else 200)


def columns_view(
    request: PlacedRequest, noun: ImportNoun, sheet: dict[str, Any], mapping: dict[str, str]
) -> dict[str, object]:
    """The columns with their choices, and the required fields that none of them gives."""
    specs = noun.fields(request.here.actor)
    chosen = set(mapping.values())
    return {
        "fields": [(spec.name, gettext(spec.label), spec.required) for spec in specs],
        "lacking": [gettext(spec.label) for spec in specs if spec.required and spec.name not in chosen],
        "columns": [
            {**column, "place": place, "chosen": mapping.get(column["name"], "")}
            for place, column in enumerate(table_view(sheet)["columns"])
        ],
    }


def to_preview(request: PlacedRequest, session: Any) -> HttpResponse:
    """Make the preview, at once for a short sheet, else in the background."""
    here = request.here
    address = link(here, "work:import-preview", session_id=session.pk)
    rows = sheets_of(session.summary["tables"])[session.table]["rows"]
    if rows <= AT_ONCE:
        make_preview(here.actor, session=session, today=here.today)
        return redirect(address)
    job = start_preview(here.actor, session=session, url=address, today=here.today)
    return redirect(link(here, "kit:job", job_id=job.pk))


@require_POST
@page
def drop(request: PlacedRequest, session_id: int) -> HttpResponse:
    """Throw the import away."""
    here = request.here
    session = import_session(here.actor, session_id=session_id)
    drop_import(here.actor, session=session, version=session.version)
    return redirect(link(here, "work:import-start", noun=session.noun))
