"""What programmes serve: asked from below through registries, and by pages of goals and indicators."""

from rangkai.domains.programmes.models import ProgrammeGoal, ProgrammeIndicator


def served_goals(region_id: int) -> frozenset[int]:
    """Goals that a live programme serves; one query."""
    rows = ProgrammeGoal.objects.live().filter(region_id=region_id, programme__deleted_at__isnull=True)
    return frozenset(rows.values_list("goal_id", flat=True).distinct())


def served_indicators(region_id: int) -> frozenset[int]:
    """Indicators that a live programme claims to move; one query."""
    rows = ProgrammeIndicator.objects.live().filter(region_id=region_id, programme__deleted_at__isnull=True)
    return frozenset(rows.values_list("indicator_id", flat=True).distinct())
