"""A letter as a file: printed from its snapshot, or as it came back signed."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header

from rangkai.domains.work.actions.letters.sign import content_of
from rangkai.domains.work.queries.letters import letter_by_ref
from rangkai.domains.work.rules.letters import document_of
from rangkai.engines.typeset.render import to_docx, to_pdf
from rangkai.gateways.files import fetch
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.lib.errors import N_, Missing

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@page
def printed(request: PlacedRequest, ref: str, kind: str) -> HttpResponse:
    """The letter from its snapshot, a draft from what it says now; about a second of setting."""
    found = letter_by_ref(request.here.actor, ref=ref)
    if kind not in {"pdf", "docx"}:
        raise Missing(N_("Berkas jenis ini tidak dicetak. Pilih DOCX atau PDF."))
    content = content_of(letter=found, moment=timezone.localtime())
    document = document_of(content, draft=found.snapshot is None)
    if kind == "pdf":
        return _file(to_pdf(document).content, PDF, f"{ref}.pdf", as_file=False)
    return _file(to_docx(document), DOCX, f"{ref}.docx", as_file=True)


@page
def signed(request: PlacedRequest, ref: str) -> HttpResponse:
    """The signed PDF."""
    found = letter_by_ref(request.here.actor, ref=ref)
    if not found.signed:
        raise Missing(N_("Surat ini belum kembali dengan tanda tangan."))
    return _file(fetch(found.signed), PDF, f"{ref} bertanda tangan.pdf", as_file=True)


def _file(content: bytes, kind: str, name: str, *, as_file: bool) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = content_disposition_header(as_file, name) or "attachment"
    return response
