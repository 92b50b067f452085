"""What is set on many programmes at once; deleting and restoring."""

from collections.abc import Mapping, Sequence

from django.utils import timezone

from rangkai.domains.masterplans.models import SubDimension
from rangkai.domains.needs.rules.fate import Ended
from rangkai.domains.programmes.actions.judging import refuse, refuse_known, require_open
from rangkai.domains.programmes.actions.serving import needs_of, release, serve
from rangkai.domains.programmes.models import Programme
from rangkai.domains.programmes.policies import PROGRAMME
from rangkai.domains.programmes.queries.programmes import by_refs
from rangkai.domains.programmes.rules.content import content_problems
from rangkai.kit.actions import recording
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Invalid, Problem

FLAGS = frozenset({"must", "quick_win", "value"})


def set_flags(actor: Actor, *, refs: Sequence[str], values: Mapping[str, object]) -> int:
    """Set must, quick win or value on several programmes, all or none; returns how many changed."""
    given = {name: value for name, value in values.items() if name in FLAGS}
    refuse(content_problems(given))
    with recording("programmes.set_flags", actor) as act:
        found = by_refs(actor, refs=refs, verb="edit")
        for programme in found:
            require_open(actor, programme=programme)
        return act.update_all([(programme, given) for programme in found])


def set_dimension(
    actor: Actor, *, refs: Sequence[str], dimension_id: int, subdimension_id: int | None = None
) -> int:
    """Put programmes into a dimension and one of its sub-dimensions; returns how many changed."""
    if subdimension_id is not None:
        parent = SubDimension.objects.values_list("dimension_id", flat=True).get(pk=subdimension_id)
        if parent != dimension_id:
            message = N_("Subdimensi ini bukan bagian dari dimensi yang dipilih.")
            raise Invalid(message, [Problem(message, field="subdimension")])
    values = {"dimension_id": dimension_id, "subdimension_id": subdimension_id}
    with recording("programmes.set_dimension", actor) as act:
        found = by_refs(actor, refs=refs, verb="edit")
        for programme in found:
            require_open(actor, programme=programme)
        return act.update_all([(programme, values) for programme in found])


def delete_programmes(actor: Actor, *, refs: Sequence[str], reason: str = "") -> int:
    """Put programmes into the bin, from which they can be restored; the needs that only they served are open again."""
    with recording("programmes.delete", actor, reason=reason.strip()) as act:
        found = by_refs(actor, refs=refs, verb="delete")
        for programme in found:
            require_open(actor, programme=programme)
        now = timezone.now()
        count = act.update_all([(programme, {"deleted_at": now}) for programme in found])
        served = needs_of(region_id=actor.region_id, programmes=found)
        release(act, region_id=actor.region_id, needs=served, ended=Ended.DELETED)
        return count


def restore_programme(actor: Actor, *, programme: Programme, version: int) -> Programme:
    """Take a programme out of the bin with all that hung on it; refuses when the same one was entered anew since."""
    PROGRAMME.require(actor, "delete", programme)
    with recording("programmes.restore", actor) as act:
        refuse_known(region_id=actor.region_id, wanted={programme.identity: programme.pk})
        act.restore(programme, version=version)
        serve(act, programme=programme, needs=needs_of(region_id=actor.region_id, programmes=[programme]))
    return programme
