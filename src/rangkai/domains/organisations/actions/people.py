"""People and the posts they hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rangkai.domains.organisations.models import Appointment, Person, PersonPrivate, Post
from rangkai.domains.organisations.policies import ORGANISATION
from rangkai.domains.organisations.rules import AppointmentKind, Role
from rangkai.kit.actions import recording
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Invalid, Problem


@dataclass(frozen=True)
class Term:
    """How and how long a post is held; an open end means until further notice."""

    kind: AppointmentKind
    valid_from: date
    valid_to: date | None = None
    number: str = ""


def create_post(
    actor: Actor,
    *,
    code: str,
    title: str,
    office_id: int | None,
    roles: Sequence[Role],
    is_example: bool = False,
) -> Post:
    """Add a post with its roles."""
    ORGANISATION.require(actor, "create")
    with recording("organisations.create_post", actor) as act:
        return act.create(
            Post(
                region_id=actor.region_id,
                code=code,
                title=title,
                organisation_id=office_id,
                roles=[str(role) for role in roles],
                is_example=is_example,
            )
        )


def create_person(
    actor: Actor, *, values: Mapping[str, object], private: Mapping[str, str] | None = None
) -> Person:
    """Add a person; NIP, rank and phone go to the table that few may see."""
    ORGANISATION.require(actor, "create")
    with recording("organisations.create_person", actor) as act:
        person = act.create(Person(region_id=actor.region_id, **values))
        act.create(
            PersonPrivate(
                region_id=actor.region_id, person=person, is_example=person.is_example, **(private or {})
            )
        )
    return person


def appoint(actor: Actor, *, person: Person, post: Post, term: Term, is_example: bool = False) -> Appointment:
    """Give a post to a person for a time."""
    ORGANISATION.require(actor, "edit", post)
    if term.valid_to is not None and term.valid_to < term.valid_from:
        message = N_("Tanggal selesai jabatan tidak boleh sebelum tanggal mulai.")
        raise Invalid(message, [Problem(message, field="valid_to")])
    with recording("organisations.appoint", actor) as act:
        return act.create(
            Appointment(
                region_id=actor.region_id,
                person=person,
                post=post,
                kind_of=term.kind,
                valid_from=term.valid_from,
                valid_to=term.valid_to,
                number=term.number,
                is_example=is_example,
            )
        )


def end_appointment(
    actor: Actor, *, appointment: Appointment, version: int, last_day: date, reason: str
) -> None:
    """The holder leaves the post after `last_day`."""
    ORGANISATION.require(actor, "edit", appointment)
    if last_day < appointment.valid_from:
        message = N_("Hari terakhir tidak boleh sebelum tanggal mulai jabatan.")
        raise Invalid(message, [Problem(message, field="valid_to")])
    with recording("organisations.end_appointment", actor, reason=reason) as act:
        act.update(appointment, version=version, valid_to=last_day)
