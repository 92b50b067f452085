"""A need that a programme serves is "masuk program"; when no live programme serves it, its fate is open again."""

from collections.abc import Collection

from rangkai.domains.needs.models import Need
from rangkai.domains.needs.rules.terms import Fate
from rangkai.domains.programmes.models import Programme, ProgrammeNeed
from rangkai.kit.actions import Recorder

LONGEST = 300


def serve(act: Recorder, *, programme: Programme, needs: Collection[int]) -> None:
    """Say what became of the needs, and by which programme; part of the action that links them. Two statements."""
    reason = f"{programme.ref} {programme.name}"[:LONGEST]
    rows = Need.objects.live().filter(region_id=programme.region_id, pk__in=needs)
    values = {"fate": Fate.PROGRAMME, "fate_reason": reason, "fate_year": None}
    act.update_all([(need, values) for need in rows.exclude(fate=Fate.PROGRAMME).select_for_update()])


def release(act: Recorder, *, region_id: int, needs: Collection[int]) -> None:
    """Open the fate of those needs that no live programme serves; call after the links were taken away."""
    still = ProgrammeNeed.objects.live().filter(
        region_id=region_id, need_id__in=needs, programme__deleted_at__isnull=True
    )
    rows = Need.objects.live().filter(region_id=region_id, pk__in=needs, fate=Fate.PROGRAMME)
    values = {"fate": Fate.OPEN, "fate_reason": "", "fate_year": None}
    alone = rows.exclude(pk__in=still.values("need_id")).select_for_update()
    act.update_all([(need, values) for need in alone])
