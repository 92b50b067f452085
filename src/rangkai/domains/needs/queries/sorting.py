"""What is read to propose sub-dimensions."""

from django.db.models import Count

from rangkai.domains.masterplans.queries import dimensions
from rangkai.domains.needs.models import Need
from rangkai.domains.needs.rules.sorting import Said, Sorting, examples_of, sort_needs
from rangkai.kit.policies import Actor, policy_of


def sorting(actor: Actor) -> Sorting:
    """Proposals for the needs without a sub-dimension that the actor may sort, learnt from what this region decided.

    Four queries; about 20 µs a need.
    """
    live = Need.objects.live().filter(region_id=actor.region_id)
    decided = (
        live.filter(subdimension__isnull=False)
        .values_list("statement", "subdimension_id")
        .annotate(count=Count("pk"))
        .order_by("statement", "subdimension_id")
    )
    waiting = live.filter(policy_of(Need.kind()).scope(actor, "classify"), dimension__isnull=True).order_by(
        "id"
    )
    about = {part.id: f"{part.name}. {part.gloss}" for head in dimensions() for part in head.subdimensions}
    needs = [Said(*row) for row in waiting.values_list("ref", "statement")]
    return sort_needs(needs, examples_of(decided), about)
