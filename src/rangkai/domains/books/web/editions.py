"""An edition: what it was printed from, what changed since, and its files."""

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from rangkai.domains.books.policies import BOOK
from rangkai.domains.books.queries import drift_since, edition_by_ref, edition_row, frozen_content
from rangkai.domains.books.rules.naming import file_name
from rangkai.domains.books.rules.readiness import remarks
from rangkai.gateways.files import fetch
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.lib.errors import N_, Missing

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@page
def edition(request: PlacedRequest, ref: str) -> HttpResponse:
    """Frozen: the figures it holds, what was lacking, and whether the records moved on. Four queries."""
    request.here = replace(request.here, strip="frozen")
    found = edition_by_ref(region_id=request.here.region.id, ref=ref)
    BOOK.require(request.here.actor, "view", found)
    content = frozen_content(edition=found)
    row = edition_row(row=found)
    facts = content.facts
    return render(
        request,
        "books/edition.html",
        {
            "row": row,
            "facts": facts,
            "total": sum(one.total for one in facts.programmes),
            "remarks": remarks(row.book, facts),
            "drift": drift_since(edition=found, content=content),
            "titles": [one.title for one in content.chapters],
        },
    )


@page
def download(request: PlacedRequest, ref: str, kind: str) -> HttpResponse:
    """The file under a name that says what it is; a PDF opens in the browser. Three queries."""
    found = edition_by_ref(region_id=request.here.region.id, ref=ref)
    BOOK.require(request.here.actor, "view", found)
    if kind not in TYPES:
        raise Missing(N_("Berkas jenis ini tidak dicetak. Pilih DOCX atau PDF."))
    row = edition_row(row=found)
    name = file_name(row.book, region=request.here.region.name, number=row.number, suffix=f".{kind}")
    content = fetch(found.pdf if kind == "pdf" else found.docx)
    response = HttpResponse(content, content_type=TYPES[kind])
    as_file = kind != "pdf" or request.GET.get("simpan") == "ya"
    response["Content-Disposition"] = content_disposition_header(as_file, name) or "attachment"
    return response
