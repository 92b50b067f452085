"""The dimensions, and a small plan of them."""

from rangkai.domains.masterplans.models import Dimension, Masterplan, PlanPhase, SubDimension
from rangkai.domains.masterplans.rules import usual_phases
from rangkai.domains.regions.models import Region

NAMES = {
    "governance": ("Smart Governance", "#0072B2", "building-bank"),
    "living": ("Smart Living", "#56B4E9", "home-heart"),
    "environment": ("Smart Environment", "#009E73", "leaf"),
}


def dimension(code: str = "living") -> Dimension:
    name, colour, icon = NAMES[code]
    found = Dimension.objects.filter(code=code).first()
    return found or Dimension.objects.create(
        code=code, name=name, name_en=name, icon=icon, colour=colour, order=list(NAMES).index(code) + 1
    )


def subdimension(code: str = "health", of: str = "living", name: str = "Prasarana kesehatan") -> SubDimension:
    found = SubDimension.objects.filter(code=code).first()
    return found or SubDimension.objects.create(
        dimension=dimension(of), code=code, name=name, name_en=code, order=1
    )


def masterplan(place: Region, first_year: int = 2026) -> Masterplan:
    found = Masterplan.objects.filter(region=place).first()
    if found:
        return found
    plan = Masterplan.objects.create(
        region=place,
        ref="RI-2026-00001",
        name="Rencana Induk Kota Cerdas",
        first_year=first_year,
        last_year=first_year + 9,
    )
    for phase in usual_phases(first_year):
        PlanPhase.objects.create(region=place, plan=plan, kind_of=phase.kind, until=phase.until)
    return plan
