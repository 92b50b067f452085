"""Files of a need: attach, fetch, detach."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rangkai.domains.evidence.queries import content_of
from rangkai.domains.evidence.rules.files import MOST_BYTES, TYPES, DocumentKind
from rangkai.domains.needs.actions import attach_file, detach_file
from rangkai.domains.needs.queries import need_by_ref
from rangkai.domains.needs.queries.documents import attachment_of
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.links import link
from rangkai.lib.errors import N_, Invalid


@require_POST
@page
def attach(request: PlacedRequest, ref: str) -> HttpResponse:
    """Attach the chosen file; of a file that is too large only as much is read as shows it."""
    here = request.here
    found = need_by_ref(here.actor, ref=ref, verb="edit")
    file = request.FILES.get("file")
    if file is None:
        raise Invalid(N_("Belum ada berkas yang dipilih. Pilih berkas, lalu tekan Lampirkan."))
    attach_file(here.actor, need=found, name=str(file.name), content=file.read(MOST_BYTES + 1))
    messages.success(request, _("Berkas terlampir."))
    return redirect(link(here, "needs:need", ref=ref))


@require_GET
@page
def download(request: PlacedRequest, ref: str, attachment_id: int) -> HttpResponse:
    """The file, always as a download under a safe name; whoever sees the need may have it. Three queries."""
    found = attachment_of(need=need_by_ref(request.here.actor, ref=ref), attachment_id=attachment_id)
    kind = DocumentKind(found.document.kind_of)
    response = HttpResponse(content_of(document=found.document), content_type=TYPES[kind])
    response["Content-Disposition"] = content_disposition_header(True, found.name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_POST
@page
def detach(request: PlacedRequest, ref: str, attachment_id: int) -> HttpResponse:
    """Take the file off the need."""
    here = request.here
    found = attachment_of(need=need_by_ref(here.actor, ref=ref, verb="edit"), attachment_id=attachment_id)
    detach_file(here.actor, attachment=found)
    messages.success(request, _("Lampiran dilepas. Ia dapat dikembalikan dari riwayat."))
    return redirect(link(here, "needs:need", ref=ref))
