"""A small cascade of goals."""

from rangkai.domains.goals.models import Goal, GoalIndicator, GoalPlan
from rangkai.domains.goals.rules import GoalLevel, PlanKind
from rangkai.domains.indicators.models import Indicator
from rangkai.domains.regions.models import Region


def rpjmd(place: Region) -> GoalPlan:
    found = GoalPlan.objects.filter(region=place).first()
    return found or GoalPlan.objects.create(
        region=place, kind_of=PlanKind.RPJMD, name="RPJMD 2025–2029", first_year=2025, last_year=2029
    )


def goal(
    plan: GoalPlan, code: str, text: str, level: GoalLevel = GoalLevel.SASARAN, parent: Goal | None = None
) -> Goal:
    found = Goal.objects.filter(plan=plan, code=code).first()
    return found or Goal.objects.create(
        region=plan.region, plan=plan, level=level, code=code, text=text, parent=parent
    )


def measure(of: Goal, indicator: Indicator) -> GoalIndicator:
    return GoalIndicator.objects.create(region=of.region, goal=of, indicator=indicator)


def small_cascade(place: Region) -> dict[str, Goal]:
    """Visi V, misi M1, tujuan T1.1, sasaran S1.1.1."""
    plan = rpjmd(place)
    visi = goal(plan, "V", "Daerah yang maju", GoalLevel.VISI)
    misi = goal(plan, "M1", "Layanan yang baik", GoalLevel.MISI, visi)
    tujuan = goal(plan, "T1.1", "Meningkatnya mutu layanan", GoalLevel.TUJUAN, misi)
    sasaran = goal(plan, "S1.1.1", "Layanan kesehatan yang mudah", GoalLevel.SASARAN, tujuan)
    return {"visi": visi, "misi": misi, "tujuan": tujuan, "sasaran": sasaran}
