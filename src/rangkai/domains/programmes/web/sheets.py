"""Programmes as workbooks: the template, the export for editing, and the door to the import."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from rangkai.domains.programmes.policies import PROGRAMME
from rangkai.domains.programmes.queries.sheets import programmes_template, programmes_workbook
from rangkai.domains.programmes.web.lists import PROGRAMMES
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.links import link

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def download(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response


@page
def bring(request: PlacedRequest) -> HttpResponse:
    """To the import of programmes."""
    return redirect(link(request.here, "work:import-start", noun="programmes"))


@page
def template(request: PlacedRequest) -> HttpResponse:
    """An empty workbook to fill in."""
    PROGRAMME.require(request.here.actor, "create")
    return download(programmes_template(request.here.actor), f"templat-program-{request.here.region.code}")


@require_POST
@page
def export(request: PlacedRequest) -> HttpResponse:
    """The ticked programmes, or all that the filters show, to edit and import again."""
    here = request.here
    PROGRAMME.require(here.actor, "view")
    ids = [row.pk for row in PROGRAMMES.ticked(request)]
    content = programmes_workbook(here.actor, ids=ids, today=here.today)
    return download(content, f"program-{here.region.code}-{here.today.isoformat()}")
