"""Services as workbooks: the template, the export for editing, and the door to the import."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from rangkai.domains.architecture.policies import SERVICE
from rangkai.domains.architecture.queries.sheets import services_template, services_workbook
from rangkai.domains.architecture.web.lists import SERVICES
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.exports import TYPES
from rangkai.kit.web.links import link


def download(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=TYPES["xlsx"])
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response


@page
def bring(request: PlacedRequest) -> HttpResponse:
    """To the import of services."""
    return redirect(link(request.here, "work:import-start", noun="services"))


@page
def template(request: PlacedRequest) -> HttpResponse:
    """An empty workbook to fill in."""
    here = request.here
    SERVICE.require(here.actor, "create")
    return download(services_template(here.actor), f"templat-layanan-{here.region.code}")


@require_POST
@page
def export(request: PlacedRequest) -> HttpResponse:
    """The ticked services, or all that the filters show, to edit and import again."""
    here = request.here
    SERVICE.require(here.actor, "view")
    rows = SERVICES.ticked(request)
    name = f"layanan-{here.region.code}-{here.today.isoformat()}"
    return download(services_workbook(here.actor, rows=rows), name)
