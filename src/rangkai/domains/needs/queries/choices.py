"""Choices of forms and filters of needs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q, Value

from rangkai.domains.masterplans.models import Dimension
from rangkai.domains.needs.models import Need, StrategicIssue
from rangkai.domains.organisations.models import Organisation
from rangkai.domains.regions.models import AreaVersion
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


def in_kecamatan(values: Sequence[str]) -> Q:
    """Needs stated for a kecamatan itself or for a desa in it; no row is multiplied by former names."""
    ids = [int(value) for value in values]
    inside = AreaVersion.objects.filter(parent_id__in=ids, valid_to__isnull=True).values("area_id")
    return Q(area_id__in=ids) | Q(area_id__in=inside)


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
    """(id, name) of the offices whose needs the actor may `verb`, by name; one query."""
    rows = Organisation.objects.live().filter(region_id=actor.region_id).order_by("name")
    policy = policy_of(Need.kind())
    return [
        (str(pk), name)
        for pk, name in rows.values_list("pk", "name")
        if policy.can(actor, verb, Need(region_id=actor.region_id, office_id=pk))
    ]


@dataclass(frozen=True)
class PartChoices:
    """(id, word) of the dimensions, and of their sub-dimensions as "Dimension – sub-dimension"."""

    dimensions: list[tuple[str, str]]
    subdimensions: list[tuple[str, str]]


def part_choices() -> PartChoices:
    """Both in the official order; one query."""
    rows = Dimension.objects.live().order_by("order", "subdimensions__order")
    dimensions: dict[str, str] = {}
    parts: list[tuple[str, str]] = []
    for pk, name, part, word in rows.values_list("pk", "name", "subdimensions__pk", "subdimensions__name"):
        dimensions[str(pk)] = name
        if part is not None:
            parts.append((str(part), f"{name} – {word}"))
    return PartChoices(list(dimensions.items()), parts)


@dataclass(frozen=True)
class ListChoices:
    """(id, name) of the offices whose needs the actor may see, and of the services that some need improves."""

    offices: list[tuple[str, str]]
    services: list[tuple[str, str]]


def list_choices(actor: Actor) -> ListChoices:
    """Both by name, in one query."""
    policy = policy_of(Need.kind())
    here = {"region_id": actor.region_id}
    offices = Organisation.objects.live().filter(**here).annotate(what=Value("office"))
    needs = Need.objects.live().filter(**here, service__isnull=False).annotate(what=Value("service"))
    rows = offices.values_list("what", "pk", "name").union(
        needs.order_by().values_list("what", "service_id", "service__name")
    )
    found = ListChoices([], [])
    for what, pk, name in sorted(rows, key=lambda row: (row[2], row[1])):
        if what == "service":
            found.services.append((str(pk), name))
        elif policy.can(actor, "view", Need(office_id=pk, **here)):
            found.offices.append((str(pk), name))
    return found


def kecamatan_options(areas: Iterable[AreaFact]) -> list[tuple[str, str]]:
    """(id, name) of the kecamatan among areas that were read already, by name; no query."""
    heads = [(str(area.id), area.name) for area in areas if area.parent_id is None]
    return sorted(heads, key=lambda head: head[1])


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
