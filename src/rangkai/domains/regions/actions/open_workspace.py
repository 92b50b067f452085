"""A government begins to use the product."""

from django.utils import timezone

from rangkai.domains.regions.models import Region
from rangkai.kit.actions import recording
from rangkai.kit.policies import Actor


def open_workspace(actor: Actor, *, region_id: int) -> None:
    """Mark the region as having a workspace; again changes nothing."""
    with recording("regions.open_workspace", actor) as act:
        region = Region.objects.get(pk=region_id)
        if region.opened_at is None:
            act.update(region, version=region.version, opened_at=timezone.now())
