"""Choices of forms and filters of needs."""

from collections.abc import Iterable

from rangkai.domains.needs.models import Need, StrategicIssue
from rangkai.domains.organisations.queries import office_facts
from rangkai.domains.regions.queries import AreaFact
from rangkai.kit.policies import Actor, policy_of


def area_names(areas: Iterable[AreaFact]) -> dict[int, str]:
    """Area id → "Japan, Kec. Sooko"; a kecamatan is "Kec. Sooko"."""
    known = {area.id: area for area in areas}
    return {
        area.id: f"{area.name}, Kec. {known[area.parent_id].name}"
        if area.parent_id in known
        else f"Kec. {area.name}"
        for area in known.values()
    }


def area_options(areas: Iterable[AreaFact]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Optgroups: each kecamatan with itself and its desa and kelurahan, by name."""
    rows = sorted(areas, key=lambda area: area.name)
    heads = [area for area in rows if area.parent_id is None]
    return [
        (
            f"Kec. {head.name}",
            [
                (str(head.id), f"Kec. {head.name} (seluruhnya)"),
                *((str(a.id), a.name) for a in rows if a.parent_id == head.id),
            ],
        )
        for head in heads
    ]


def office_choices(actor: Actor, *, verb: str = "view") -> list[tuple[str, str]]:
    """(id, name) of the offices whose needs the actor may `verb`; two queries."""
    own = actor.office_ids()
    facts = office_facts(region_id=actor.region_id)
    whole = consolidates_whole(actor, verb=verb)
    return [(str(o.id), o.name) for o in facts if whole or o.id in own]


def consolidates_whole(actor: Actor, *, verb: str) -> bool:
    """Whether the verb reaches the whole region."""
    return "office_id__in" not in dict(
        child for child in policy_of(Need.kind()).scope(actor, verb).children if isinstance(child, tuple)
    )


def issue_choices(*, region_id: int) -> list[tuple[str, str]]:
    """(id, "I-2026-00001 Drainase") by name, with "no issue" first; one query."""
    rows = StrategicIssue.objects.live().filter(region_id=region_id).order_by("name")
    return [
        ("", "–"),
        *((str(pk), f"{ref} {name}") for pk, ref, name in rows.values_list("pk", "ref", "name")),
    ]


def issue_by_id(*, region_id: int, issue_id: int) -> StrategicIssue | None:
    """One query."""
    found: StrategicIssue | None = (
        StrategicIssue.objects.live().filter(region_id=region_id, pk=issue_id).first()
    )
    return found
