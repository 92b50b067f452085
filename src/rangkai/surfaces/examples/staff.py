"""Offices, people with accounts, posts, appointments and teams of the workspace."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.hashers import make_password

from rangkai.domains.accounts.actions import create_user
from rangkai.domains.organisations.actions import (
    appoint,
    create_offices,
    create_person,
    create_post,
    create_team,
    place_under,
)
from rangkai.domains.organisations.actions.offices import NewOffice
from rangkai.domains.organisations.actions.people import Term
from rangkai.domains.organisations.actions.teams import Member, NewTeam
from rangkai.domains.organisations.rules import AppointmentKind, OfficeKind, Role
from rangkai.kit.policies import Actor
from rangkai.surfaces.examples.sheets import data, day, is_example, reference

FIRST_DAY = date(2025, 1, 1)


@dataclass(frozen=True)
class Staff:
    """Ids by the codes that the tables use."""

    offices: Mapping[str, int]
    posts: Mapping[str, int]
    heads: Mapping[str, str]


def fill_offices(actor: Actor) -> dict[str, int]:
    """Every perangkat daerah; code → id."""
    offices = [
        NewOffice(
            code=row["code"],
            name=row["name"],
            kind=OfficeKind(row["kind"]),
            short_name=row["short_name"],
            aliases=row["aliases"],
            note=row["catatan"],
        )
        for row in reference("offices")
    ]
    made = {office.code: office for office in create_offices(actor, offices=offices)}
    parents = {made[row["code"]]: made[row["parent"]] for row in reference("offices") if row["parent"]}
    place_under(actor, parents=parents)
    return {code: office.pk for code, office in made.items()}


def fill_staff(actors: Mapping[str, Actor], *, offices: Mapping[str, int], password: str) -> Staff:
    """People, posts and teams; `actors` is region code → the product in that region."""
    posts = {}
    for row in data("posts"):
        posts[row["code"]] = create_post(
            actors[row["region"]],
            code=row["code"],
            title=row["title"],
            office_id=offices.get(row["office"]) if row["region"] != "00" else None,
            roles=[Role(code) for code in row["roles"].split(";") if code],
            is_example=is_example(row),
        )
    regions = {row["code"]: row["region"] for row in data("posts")}
    homes = {row["person"]: regions[row["post"]] for row in data("appointments")}
    hashed = make_password(password)
    people = {row["code"]: _person(actors[homes[row["code"]]], row, hashed) for row in data("people")}
    for row in data("appointments"):
        appoint(
            actors[regions[row["post"]]],
            person=people[row["person"]],
            post=posts[row["post"]],
            term=Term(
                AppointmentKind(row["kind"]),
                day(row["valid_from"]) or FIRST_DAY,
                day(row["valid_to"]),
                row["number"],
            ),
            is_example=True,
        )
    _teams(actors["35.16"], {c: p.pk for c, p in posts.items()}, {c: p.pk for c, p in people.items()})
    heads = {
        row["office"]: row["code"] for row in data("posts") if Role.OFFICE_HEAD in row["roles"].split(";")
    }
    return Staff(offices, {code: post.pk for code, post in posts.items()}, heads)


def _person(actor: Actor, row: Mapping[str, str], password_hash: str) -> Any:
    user = None
    if row["username"]:
        user = create_user(
            Actor.system(actor.region_id),
            username=row["username"],
            password_hash=password_hash,
            email=row["email"],
            nip=row["nip"],
        )
    values = {
        "name": row["name"],
        "title_before": row["title_before"],
        "title_after": row["title_after"],
        "address": row["form_of_address"],
        "user": user,
        "is_example": True,
    }
    return create_person(actor, values=values, private={"nip": row["nip"], "rank": row["rank"]})


def _teams(actor: Actor, posts: Mapping[str, int], people: Mapping[str, int]) -> None:
    for row in data("teams"):
        seats = [seat for seat in data("team_members") if seat["team"] == row["code"]]
        create_team(
            actor,
            team=NewTeam(
                row["code"],
                row["name"],
                row["decree"],
                day(row["valid_from"]),
                day(row["valid_to"]),
                is_example=True,
            ),
            members=[Member(posts[s["post"]], s["position"], people.get(s["named"])) for s in seats],
        )


def accounts() -> list[tuple[str, str, str]]:
    """(account name, person, post) of everyone who can sign in, in the order of the table; one line an account."""
    titles = {row["code"]: row["title"] for row in data("posts")}
    held = {row["person"]: titles[row["post"]] for row in reversed(list(data("appointments")))}
    return [(row["username"], row["name"], held[row["code"]]) for row in data("people") if row["username"]]
