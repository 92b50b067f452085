"""Services that an actor may see or change."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import batched

from django.db.models import Q, QuerySet

from rangkai.domains.architecture.models import Service
from rangkai.domains.architecture.rules.readiness import FREE
from rangkai.domains.architecture.rules.terms import FLAG, Hindrance
from rangkai.domains.organisations.models import Organisation
from rangkai.kit.policies import Actor, policy_of
from rangkai.lib.errors import N_, Invalid, Missing, Problem

NOT_THERE = N_("Layanan ini tidak ada, atau bukan milik perangkat daerah Anda.")
CHUNK = 5_000


def services(actor: Actor) -> QuerySet[Service]:
    """Live services that the actor may see, with their office joined."""
    found: QuerySet[Service] = Service.objects.live().filter(policy_of(Service.kind()).scope(actor))
    return found.select_related("office")


def deleted_services(actor: Actor) -> QuerySet[Service]:
    """What lies in the bin, newest first."""
    rows = Service.objects.deleted().filter(policy_of(Service.kind()).scope(actor, "delete"))
    return rows.select_related("office").order_by("-deleted_at")


def service_by_ref(actor: Actor, *, ref: str, verb: str = "view", deleted: bool = False) -> Service:
    """One service; raises Missing for what is not there or not the actor's to see. One query."""
    rows = Service.objects.deleted() if deleted else Service.objects.live()
    found: Service | None = (
        rows.filter(region_id=actor.region_id, ref=ref).select_related("office", "region").first()
    )
    if found is None:
        raise Missing(NOT_THERE)
    policy_of(Service.kind()).require(actor, verb, found)
    return found


def services_by_refs(actor: Actor, *, refs: Sequence[str], verb: str) -> list[Service]:
    """The named services, locked until the transaction ends; raises Missing naming one the actor may not `verb`."""
    wanted = list(dict.fromkeys(refs))
    rows = Service.objects.live().filter(policy_of(Service.kind()).scope(actor, verb))
    found = [
        service
        for part in batched(wanted, CHUNK)
        for service in rows.filter(ref__in=part).select_for_update().order_by("id")
    ]
    if len(found) < len(wanted):
        lost = sorted(set(wanted) - {service.ref for service in found})[0]
        raise Missing(N_("%(ref)s tidak ada, atau bukan wewenang Anda. Tidak ada yang berubah.", ref=lost))
    return found


def hindered_by(values: Sequence[str]) -> Q:
    """Services that any of the named things hinders; FREE names those that nothing does."""
    condition = Q(pk__in=[])
    for value in values:
        if value == FREE:
            condition |= Q(**dict.fromkeys(FLAG.values(), False))
        else:
            condition |= Q(**{FLAG[Hindrance(value)]: True})
    return condition


def of_degree(values: Sequence[str], *, unknown: str) -> Q:
    """Services of any of the named degrees; `unknown` names those that nobody assessed."""
    return Q(digitalisation__in=["" if value == unknown else value for value in values])


def office_choices(actor: Actor, *, verb: str = "view") -> list[tuple[str, str]]:
    """(id, name) of the offices whose services the actor may `verb`, by name; one query."""
    rows = Organisation.objects.live().filter(region_id=actor.region_id).order_by("name")
    policy = policy_of(Service.kind())
    return [
        (str(pk), name)
        for pk, name in rows.values_list("pk", "name")
        if policy.can(actor, verb, Service(region_id=actor.region_id, office_id=pk))
    ]


def office_names_of(ids: Iterable[int]) -> Mapping[int, str]:
    """One query."""
    return dict(Organisation.objects.filter(pk__in=list(ids)).values_list("pk", "name"))


def service_choices(*, region_id: int) -> list[tuple[str, list[tuple[str, str]]]]:
    """Optgroups for a select: each office with its services by name; one query."""
    rows = Service.objects.live().filter(region_id=region_id).order_by("office__name", "name")
    groups: dict[str, list[tuple[str, str]]] = {}
    for office, pk, name in rows.values_list("office__name", "pk", "name"):
        groups.setdefault(office, []).append((str(pk), name))
    return list(groups.items())


def service_rows(*, region_id: int) -> list[tuple[int, str, str, int]]:
    """(id, ref, name, office id) of every live service, by number; one query."""
    rows = Service.objects.live().filter(region_id=region_id).order_by("ref")
    return list(rows.values_list("pk", "ref", "name", "office_id"))


def require_services(*, region_id: int, ids: Iterable[int | None]) -> None:
    """Raise Invalid for an id that is no live service of the region; one query where any is given."""
    wanted = {pk for pk in ids if pk is not None}
    if wanted and Service.objects.live().filter(region_id=region_id, pk__in=wanted).count() < len(wanted):
        message = N_("Layanan itu tidak ada lagi di daerah ini. Pilih layanan lain.")
        raise Invalid(message, [Problem(message, field="service")])


def service_names_of(ids: Iterable[int]) -> Mapping[int, str]:
    """One query."""
    return dict(Service.objects.filter(pk__in=list(ids)).values_list("pk", "name"))
