"""What a person typed and has not saved, and the views of lists that they keep."""

from django.db.models import Q, QuerySet

from rangkai.domains.work.models import Draft, SavedView
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Missing


def draft_of(actor: Actor, *, page: str) -> Draft | None:
    """The person's draft of a page, even one that was dropped; one query."""
    if actor.user_id is None:
        return None
    found: Draft | None = Draft.objects.filter(
        region_id=actor.region_id, user_id=actor.user_id, page=page
    ).first()
    return found


def saved_views(actor: Actor, *, page: str) -> QuerySet[SavedView]:
    """The person's own views of a list and those that others share, by name."""
    mine = Q(shared=True) if actor.user_id is None else Q(shared=True) | Q(user_id=actor.user_id)
    rows: QuerySet[SavedView] = SavedView.objects.live().filter(mine, region_id=actor.region_id, page=page)
    return rows.order_by("name", "id")


def own_view(actor: Actor, *, view_id: int) -> SavedView:
    """A view of the person's own; raises Missing for any other."""
    rows = SavedView.objects.live().filter(region_id=actor.region_id, pk=view_id, user_id=actor.user_id or 0)
    found: SavedView | None = rows.first()
    if found is None:
        raise Missing(N_("Tampilan ini tidak ada, atau disimpan oleh orang lain."))
    return found


def view_named(actor: Actor, *, page: str, name: str) -> SavedView | None:
    """The person's own view of that name; one query."""
    rows = SavedView.objects.live().filter(region_id=actor.region_id, user_id=actor.user_id or 0)
    found: SavedView | None = rows.filter(page=page, name=name).first()
    return found
