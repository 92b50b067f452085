"""Who holds what today, and the offices of a region."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from rangkai.domains.organisations.models import (
    Appointment,
    FormerName,
    Organisation,
    Person,
    Post,
    Team,
    TeamMember,
)
from rangkai.domains.organisations.rules import AppointmentKind, Role
from rangkai.kit.policies import Actor, Holding
from rangkai.lib.errors import N_, Missing


@dataclass(frozen=True)
class OfficeFact:
    """An office as imports and forms need it; `aliases` are other names it goes by."""

    id: int
    code: str
    name: str
    short_name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class PostFact:
    """A post and who holds it on a day; `holder` is empty when it is vacant."""

    id: int
    title: str
    office_id: int | None
    holder: str
    kind: str
    number: str


@dataclass(frozen=True)
class Place:
    """What a signed-in person is in the regions where they hold a post."""

    person: Person | None
    appointments: tuple[Appointment, ...]

    @property
    def region_ids(self) -> list[int]:
        return list(dict.fromkeys(a.region_id for a in self.appointments))


def in_force(day: date) -> Q:
    """Appointments, teams and the like that hold on a day, both ends included."""
    return Q(valid_from__lte=day) & (Q(valid_to__isnull=True) | Q(valid_to__gte=day))


def place_of(*, user_id: int, today: date) -> Place:
    """The posts that a user holds today, in every region; one query (two for whoever holds none)."""
    held = Appointment.objects.live().filter(
        in_force(today), person__user_id=user_id, person__deleted_at__isnull=True
    )
    rows = tuple(held.select_related("post", "post__organisation", "person").order_by("id"))
    person = rows[0].person if rows else Person.objects.live().filter(user_id=user_id).first()
    return Place(person, rows)


def holdings_of(appointments: Iterable[Appointment]) -> tuple[Holding, ...]:
    """Roles through posts; no query."""
    return tuple(
        Holding(role, a.region_id, a.post.organisation_id, a.post_id)
        for a in appointments
        for role in a.post.roles
    )


def actor_for(*, username: str, region_id: int, today: date) -> Actor:
    """The actor behind a sign-in name, for commands; raises Missing when there is none in the region. Two queries."""
    held = (
        Appointment.objects.live()
        .filter(in_force(today), person__user__username__iexact=username, region_id=region_id)
        .select_related("post", "person")
    )
    rows = list(held)
    if not rows:
        raise Missing(N_("Akun %(name)s tidak memegang jabatan di daerah ini.", name=username))
    person = rows[0].person
    return Actor(person.user_id, person.full_name, region_id, holdings_of(rows), person.pk)


def names_of_users(user_ids: Iterable[int]) -> dict[int, str]:
    """Full names with titles by user; one query."""
    people = Person.objects.filter(user_id__in=list(user_ids))
    return {person.user_id: person.full_name for person in people if person.user_id is not None}


def offices(*, region_id: int) -> QuerySet[Organisation]:
    """Live offices by name."""
    return Organisation.objects.live().filter(region_id=region_id).select_related("parent").order_by("name")


def office_facts(*, region_id: int) -> tuple[OfficeFact, ...]:
    """One query for the offices, one for their former names."""
    former: dict[int, list[str]] = {}
    for office_id, name, short in (
        FormerName.objects.live()
        .filter(region_id=region_id)
        .values_list("organisation_id", "name", "short_name")
    ):
        former.setdefault(office_id, []).extend(filter(None, (name, short)))
    return tuple(
        OfficeFact(
            office.pk,
            office.code,
            office.name,
            office.short_name,
            tuple(a.strip() for a in office.aliases.split(";") if a.strip())
            + tuple(former.get(office.pk, ())),
        )
        for office in Organisation.objects.live().filter(region_id=region_id).order_by("name")
    )


def office_by_code(*, region_id: int, code: str) -> Organisation:
    office = offices(region_id=region_id).filter(code=code).first()
    if office is None:
        raise Missing(N_("Perangkat daerah %(code)s tidak ada.", code=code))
    return office


def current_appointments(today: date) -> Prefetch[str]:
    """Prefetch of who holds a post today, as `holders`."""
    rows = Appointment.objects.live().filter(in_force(today)).select_related("person")
    return Prefetch("appointments", rows.order_by("-valid_from"), to_attr="holders")


def posts(*, region_id: int, today: date, office_id: int | None = None) -> QuerySet[Post]:
    """Posts with today's holders; two queries."""
    rows = Post.objects.live().filter(region_id=region_id)
    if office_id is not None:
        rows = rows.filter(organisation_id=office_id)
    return rows.select_related("organisation").prefetch_related(current_appointments(today)).order_by("title")


def post_facts(*, region_id: int, today: date) -> tuple[PostFact, ...]:
    """Every post with its holder's name and titles; two queries."""
    facts = []
    for post in posts(region_id=region_id, today=today):
        holder: Appointment | None = next(iter(post.holders), None)  # type: ignore[attr-defined]
        facts.append(
            PostFact(
                post.pk,
                post.title,
                post.organisation_id,
                holder.person.full_name if holder else "",
                AppointmentKind(holder.kind_of).label if holder else "",
                holder.number if holder else "",
            )
        )
    return tuple(facts)


def head_post_id(*, region_id: int, office_id: int) -> int | None:
    """The post that holds the role of head in an office; one query."""
    for pk, roles in (
        Post.objects.live().filter(region_id=region_id, organisation_id=office_id).values_list("pk", "roles")
    ):
        if Role.OFFICE_HEAD in roles:
            return int(pk)
    return None


def people(*, region_id: int) -> QuerySet[Person]:
    return Person.objects.live().filter(region_id=region_id).select_related("user").order_by("name")


def teams(*, region_id: int, today: date) -> QuerySet[Team]:
    """Teams with members by post and who holds the post today; four queries whatever their number."""
    members = TeamMember.objects.live().select_related("post", "named").order_by("order", "id")
    members = members.prefetch_related(
        Prefetch(
            "post__appointments",
            Appointment.objects.live().filter(in_force(today)).select_related("person"),
            to_attr="holders",
        )
    )
    rows = Team.objects.live().filter(region_id=region_id)
    return rows.prefetch_related(Prefetch("members", members, to_attr="seated")).order_by("name")


def post_by_id(*, region_id: int, post_id: int) -> Post:
    """One query; raises Missing."""
    post: Post | None = Post.objects.live().filter(region_id=region_id, pk=post_id).first()
    if post is None:
        raise Missing(N_("Jabatan ini tidak ada di daerah Anda."))
    return post


def appointment_by_id(*, region_id: int, appointment_id: int) -> Appointment:
    """With its person; one query; raises Missing."""
    rows = Appointment.objects.live().filter(region_id=region_id, pk=appointment_id)
    held: Appointment | None = rows.select_related("person", "post").first()
    if held is None:
        raise Missing(N_("Penugasan ini tidak ada di daerah Anda."))
    return held


@dataclass(frozen=True)
class SeatFact:
    """A member by post; `stale` when the SK names someone who no longer holds the post."""

    post: str
    position: str
    named: str
    holders: tuple[str, ...]

    @property
    def stale(self) -> bool:
        return bool(self.named) and self.named not in self.holders


@dataclass(frozen=True)
class TeamFact:
    """A team and its seats; `ended` when its period is over."""

    name: str
    decree: str
    valid_from: date | None
    valid_to: date | None
    ended: bool
    seats: tuple[SeatFact, ...]

    @property
    def stale(self) -> tuple[SeatFact, ...]:
        return tuple(seat for seat in self.seats if seat.stale)


def team_facts(*, region_id: int, today: date) -> tuple[TeamFact, ...]:
    """Teams with who sits in them today; the queries of `teams`."""
    return tuple(
        TeamFact(
            team.name,
            team.decree,
            team.valid_from,
            team.valid_to,
            team.valid_to is not None and team.valid_to < today,
            tuple(_seat(member) for member in team.seated),  # type: ignore[attr-defined]
        )
        for team in teams(region_id=region_id, today=today)
    )


def _seat(member: TeamMember) -> SeatFact:
    holders = tuple(held.person.full_name for held in member.post.holders)  # type: ignore[attr-defined]
    named = member.named.full_name if member.named else ""
    return SeatFact(member.post.title, member.position, named, holders)
