"""A need that a programme serves is "masuk program"; when no running programme serves it, its fate is open again."""

from collections.abc import Collection

from django.utils import timezone

from rangkai.domains.needs.models import Need
from rangkai.domains.needs.rules.fate import LONGEST_REASON, Ended, reopened
from rangkai.domains.needs.rules.terms import Fate
from rangkai.domains.programmes.models import Programme, ProgrammeNeed
from rangkai.domains.programmes.queries.serving import running_ties
from rangkai.domains.programmes.rules.terms import ProgrammeStatus
from rangkai.kit.actions import Recorder


def serve(act: Recorder, *, programme: Programme, needs: Collection[int]) -> None:
    """Say what became of the needs, and by which programme; part of the action that links them. Two statements."""
    if programme.status == ProgrammeStatus.STOPPED:
        return
    rows = Need.objects.live().filter(region_id=programme.region_id, pk__in=needs)
    values = _in(programme.ref, programme.name)
    act.update_all([(need, values) for need in rows.exclude(fate=Fate.PROGRAMME).select_for_update()])


def release(act: Recorder, *, region_id: int, needs: Collection[int], ended: Ended) -> None:
    """Open the fate of those needs that no running programme serves; what another serves names that one.

    Call it after the ties were taken away or the programmes stopped. Three statements.
    """
    others: dict[int, tuple[str, str]] = {}
    ties = running_ties(region_id=region_id).filter(need_id__in=needs).order_by("-programme__ref")
    for need_id, ref, name in ties.values_list("need_id", "programme__ref", "programme__name"):
        others[need_id] = ref, name
    rows = Need.objects.live().filter(region_id=region_id, pk__in=needs, fate=Fate.PROGRAMME)
    act.update_all(
        [
            (need, _in(*others[need.pk]) if need.pk in others else _open(need.fate_reason, ended))
            for need in rows.select_for_update()
        ]
    )


def needs_of(*, region_id: int, programmes: Collection[Programme]) -> list[int]:
    """Ids of the needs that the programmes are tied to; one query."""
    ties = ProgrammeNeed.objects.live().filter(region_id=region_id, programme__in=programmes)
    return list(ties.values_list("need_id", flat=True))


def _in(ref: str, name: str) -> dict[str, object]:
    reason = f"{ref} {name}"[:LONGEST_REASON]
    return {"fate": Fate.PROGRAMME, "fate_reason": reason, **_NO_MORE, "fate_at": timezone.now()}


def _open(was: str, ended: Ended) -> dict[str, object]:
    reason = reopened(was, ended)
    return {"fate": Fate.OPEN, "fate_reason": reason, **_NO_MORE, "fate_at": timezone.now()}


_NO_MORE: dict[str, object] = {"fate_year": None, "fate_owner": ""}
