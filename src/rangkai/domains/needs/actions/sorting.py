"""Proposed sub-dimensions are accepted, or corrected, many at once."""

import uuid
from collections.abc import Mapping, Sequence

from rangkai.domains.needs.actions.enter import dimension_of_parts
from rangkai.domains.needs.queries.needs import by_refs
from rangkai.kit.actions import recording
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Invalid


def sort_into(actor: Actor, *, chosen: Mapping[int, Sequence[str]]) -> tuple[int, uuid.UUID]:
    """Put needs into sub-dimensions (id → numbers of needs); returns how many changed, and the call to take back."""
    dimension_of = dimension_of_parts(ids=list(chosen))
    if set(chosen) - set(dimension_of):
        raise Invalid(N_("Subdimensi yang dipilih tidak ada lagi. Muat ulang halaman ini, lalu pilih lagi."))
    with recording("needs.set_dimension", actor) as act:
        rows = [
            (need, {"dimension_id": dimension_of[part], "subdimension_id": part})
            for part, refs in chosen.items()
            for need in by_refs(actor, refs=refs, verb="classify")
        ]
        count = act.update_all(rows)
    return count, act.batch
