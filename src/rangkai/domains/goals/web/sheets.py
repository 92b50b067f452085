"""An empty workbook of goals to fill in."""

from django.http import HttpResponse

from rangkai.domains.goals.imports import fields
from rangkai.domains.goals.policies import GOAL
from rangkai.domains.goals.rules.importing import LEVEL
from rangkai.domains.goals.rules.terms import GoalLevel
from rangkai.engines.tabular.writing import SheetColumn, write_table
from rangkai.kit.web.context import PlacedRequest, page

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@page
def template(request: PlacedRequest) -> HttpResponse:
    """One row a visi, misi, tujuan, sasaran, or IKU below a sasaran."""
    here = request.here
    GOAL.require(here.actor, "edit")
    levels = (*(level.label for level in GoalLevel), "IKU")
    columns = [
        SheetColumn(spec.label, choices=levels if spec.label == LEVEL else (), is_required=spec.required)
        for spec in fields(here.actor)
    ]
    response = HttpResponse(write_table(columns, []), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="templat-tujuan-{here.region.code}.xlsx"'
    return response
