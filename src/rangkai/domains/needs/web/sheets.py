"""Needs as workbooks: the template, the export for editing, and the door to the import."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from rangkai.domains.needs.policies import NEED
from rangkai.domains.needs.queries.sheets import needs_template, needs_workbook
from rangkai.domains.needs.web.lists import needs_page
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.links import link

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def download(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response


@page
def bring(request: PlacedRequest) -> HttpResponse:
    """To the import of needs."""
    return redirect(link(request.here, "work:import-start", noun="needs"))


@page
def template(request: PlacedRequest) -> HttpResponse:
    """An empty workbook to fill in."""
    NEED.require(request.here.actor, "create")
    return download(needs_template(request.here.actor), f"templat-kebutuhan-{request.here.region.code}")


@require_POST
@page
def export(request: PlacedRequest) -> HttpResponse:
    """The ticked needs, or all that the filters show, to edit and import again."""
    here = request.here
    NEED.require(here.actor, "view")
    rows = needs_page(here).ticked(request)
    return download(
        needs_workbook(here.actor, rows=rows), f"kebutuhan-{here.region.code}-{here.today.isoformat()}"
    )
