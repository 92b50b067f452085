"""Resolves a request: the person behind the user, their roles today, and the region in the address."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils import timezone

from rangkai.domains.organisations.models import Appointment, Person
from rangkai.domains.organisations.queries import holdings_of, place_of
from rangkai.domains.organisations.rules import AppointmentKind, FormOfAddress, Role
from rangkai.domains.regions.queries import RegionName, region_by_code, region_names
from rangkai.kit.policies import Actor
from rangkai.kit.registries import strip_of
from rangkai.kit.web.context import Here, RegionFact
from rangkai.lib.errors import N_, Missing

GREETINGS = {FormOfAddress.BAPAK: "Pak", FormOfAddress.IBU: "Bu"}


def local_now(zone: str) -> datetime:
    return timezone.now().astimezone(ZoneInfo(zone))


def fact(region: RegionName) -> RegionFact:
    return RegionFact(region.id, region.code, region.name, region.timezone)


def greeting_of(person: Person | None) -> str:
    """ "Bu Sari": the form of address is a field of the person; without one, the bare name."""
    if person is None:
        return ""
    first = person.name.split()[0]
    return f"{GREETINGS.get(FormOfAddress(person.address), '')} {first}".strip()


def role_label_of(appointments: list[Appointment]) -> str:
    """ "Plt. Kepala Dinas Kesehatan": the posts held here, with the kind of appointment unless definitif."""
    labels = []
    for held in appointments:
        kind = AppointmentKind(held.kind_of)
        labels.append(
            held.post.title if kind is AppointmentKind.DEFINITIF else f"{kind.label} {held.post.title}"
        )
    return "; ".join(dict.fromkeys(labels))


def resolve(request: HttpRequest, region_code: str) -> Here:
    """Three queries; raises Missing where the person holds no post here and no national role either."""
    assert not isinstance(request.user, AnonymousUser)  # noqa: S101 (@page asked for a sign-in)
    region = region_by_code(region_code)
    today = local_now(region.timezone).date()
    place = place_of(user_id=request.user.pk, today=today)
    here_held = [a for a in place.appointments if a.region_id == region.id]
    national = any(Role.NATIONAL_ADMIN in a.post.roles for a in place.appointments)
    if not here_held and not national:
        raise Missing(N_("Anda tidak memegang jabatan di daerah ini, jadi halamannya tidak dapat dibuka."))
    actor = Actor(
        user_id=request.user.pk,
        name=place.person.full_name if place.person else request.user.username,
        region_id=region.id,
        holdings=holdings_of(place.appointments),
        person_id=place.person.pk if place.person else None,
        region_code=region.code,
    )
    regions = region_names(ids=place.region_ids) if len(place.region_ids) > 1 else [region]
    shown = here_held or list(place.appointments)
    return Here(
        actor=actor,
        region=fact(region),
        today=today,
        regions=tuple(fact(r) for r in regions),
        greeting=greeting_of(place.person),
        role_label=role_label_of(shown),
        office_label=str(shown[0].post.organisation or ""),
        strip=strip_of(region.id) if here_held else "other-region",
    )


def first_region_code(request: HttpRequest) -> str | None:
    """The code of the region where the person's first post lies; None without a post. Three queries."""
    assert not isinstance(request.user, AnonymousUser)  # noqa: S101 (the caller asked for a sign-in)
    place = place_of(user_id=request.user.pk, today=timezone.now().date())
    if not place.region_ids:
        return None
    return region_names(ids=place.region_ids[:1])[0].code
