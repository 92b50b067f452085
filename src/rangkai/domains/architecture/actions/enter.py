"""A service is entered, alone or many at once, changed, deleted and restored."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from rangkai.domains.architecture.models import Service
from rangkai.domains.architecture.policies import SERVICE
from rangkai.domains.architecture.queries.services import services_by_refs
from rangkai.domains.architecture.rules.content import content_problems, name_key
from rangkai.domains.architecture.rules.terms import Digitalisation
from rangkai.domains.organisations.models import Organisation
from rangkai.kit.actions import Recorder, recording
from rangkai.kit.policies import Actor
from rangkai.kit.refs import take_refs
from rangkai.lib.errors import N_, Invalid, Problem

PREFIX = "L"
PLACING = ("office_id", "name", "name_key")


@dataclass(frozen=True)
class NewService:
    """What a service may say at birth."""

    name: str
    office_id: int
    audience: str = ""
    channel: str = ""
    users: int | None = None
    digitalisation: Digitalisation | str = ""
    lacks_network: bool = False
    lacks_devices: bool = False
    lacks_people: bool = False
    hindrance_note: str = ""
    is_example: bool = False


def create_service(actor: Actor, *, service: NewService, today: date) -> Service:
    """Enter one service under a new number."""
    return create_services(actor, services=[service], today=today)[0]


def create_services(actor: Actor, *, services: Sequence[NewService], today: date) -> list[Service]:
    """Enter several services, all or none; refuses one that its office has already. A few statements."""
    rows = [Service(region_id=actor.region_id, **asdict(service)) for service in services]
    for row in rows:
        require_birth(actor, row=row)
    with recording("architecture.create_service", actor) as act:
        return add_services(act, rows=rows, today=today)


def require_birth(actor: Actor, *, row: Service) -> None:
    """Raise Forbidden or Invalid for a service that may not be entered."""
    SERVICE.require(actor, "create", row)
    problems = content_problems({name: getattr(row, name) for name in NewService.__dataclass_fields__})
    if problems:
        raise Invalid(N_("Layanan belum dapat disimpan. Perbaiki isian yang ditandai."), problems)


def add_services(act: Recorder, *, rows: Sequence[Service], today: date) -> list[Service]:
    """Number and insert inside another action's transaction."""
    region_id = act.actor.region_id
    refs = take_refs(Service, region_id=region_id, prefix=PREFIX, year=today.year, count=len(rows))
    for row, ref in zip(rows, refs, strict=True):
        row.ref, row.region_id, row.name_key = ref, region_id, name_key(row.name)
    _require_offices(region_id, {row.office_id for row in rows})
    refuse_known(rows=rows)
    return list(act.create_all(rows))


def refuse_known(*, rows: Iterable[Service]) -> None:
    """Raise Invalid naming a live service that has the name of one of these in the same office; one query."""
    wanted: dict[tuple[int, str], Service] = {}
    for row in rows:
        earlier = wanted.setdefault((row.office_id, row.name_key), row)
        if earlier is not row:
            raise _twice(row.name)
    if not wanted:
        return
    region_id = next(iter(wanted.values())).region_id
    offices = {office_id for office_id, _ in wanted}
    taken = Service.objects.live().filter(region_id=region_id, office_id__in=offices)
    for pk, ref, office_id, key in taken.values_list("pk", "ref", "office_id", "name_key"):
        mine = wanted.get((office_id, key))
        if mine is not None and mine.pk != pk:
            raise _twice(mine.name, ref)


def _twice(name: str, ref: str = "") -> Invalid:
    message = (
        N_("Layanan “%(name)s” sudah tercatat sebagai %(ref)s.", name=name, ref=ref)
        if ref
        else N_("Layanan “%(name)s” tertulis dua kali.", name=name)
    )
    return Invalid(message, [Problem(message, field="name")])


def _require_offices(region_id: int, ids: set[int]) -> None:
    """An office of another region is none."""
    known = Organisation.objects.live().filter(region_id=region_id, pk__in=ids).count()
    if known < len(ids):
        message = N_("Perangkat daerah itu tidak ada di daerah ini.")
        raise Invalid(message, [Problem(message, field="office")])


def edit_service(actor: Actor, *, service: Service, version: int, values: Mapping[str, object]) -> Service:
    """Save the given fields of a service."""
    SERVICE.require(actor, "edit", service)
    problems = content_problems(values)
    if problems:
        raise Invalid(N_("Perubahan belum dapat disimpan. Perbaiki isian yang ditandai."), problems)
    with recording("architecture.edit_service", actor) as act:
        given = with_key(values=values)
        require_place(actor, moves=[(service, given)])
        return act.update(service, version=version, **given)


def with_key(*, values: Mapping[str, object]) -> dict[str, object]:
    """`values` with the key that follows from the name; no query."""
    given = dict(values)
    if "name" in given:
        given["name_key"] = name_key(str(given["name"]))
    return given


def require_place(actor: Actor, *, moves: Sequence[tuple[Service, Mapping[str, object]]]) -> None:
    """Services that get another name or office may not become ones that are there, nor leave the actor's reach."""
    moved = []
    for service, given in moves:
        placed: dict[str, Any] = {name: given.get(name, getattr(service, name)) for name in PLACING}
        after = Service(pk=service.pk, region_id=service.region_id, **placed)
        if after.office_id != service.office_id:
            SERVICE.require(actor, "edit", after)
        if (after.office_id, after.name_key) != (service.office_id, service.name_key):
            moved.append(after)
    if moved:
        _require_offices(actor.region_id, {row.office_id for row in moved})
        refuse_known(rows=moved)


def delete_services(actor: Actor, *, refs: Sequence[str], reason: str = "") -> int:
    """Put services into the bin, from which they can be restored; returns how many."""
    with recording("architecture.delete_service", actor, reason=reason) as act:
        found = services_by_refs(actor, refs=refs, verb="delete")
        now = timezone.now()
        return act.update_all([(service, {"deleted_at": now}) for service in found])


def restore_service(actor: Actor, *, service: Service, version: int) -> Service:
    """Take a service out of the bin; refuses when the same service was entered anew since."""
    SERVICE.require(actor, "delete", service)
    refuse_known(rows=[service])
    with recording("architecture.restore_service", actor) as act:
        return act.restore(service, version=version)
