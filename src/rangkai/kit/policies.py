"""Who may do what, and on which rows: both answers come from one table of a noun.

A policy names, for every verb, the roles that hold it and how far: their own office, their region, or every region.
Roles come from `organisations`; the kit sees only their codes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from django.db.models import Q

from rangkai.lib.errors import N_, Forbidden, Message, Missing


class Reach(IntEnum):
    """How far a role's verb reaches."""

    OFFICE = 1
    REGION = 2
    NATION = 3


@dataclass(frozen=True)
class Holding:
    """A role that a person holds today through an appointment; `office_id` is the office of the post."""

    role: str
    region_id: int | None
    office_id: int | None
    post_id: int | None = None


@dataclass(frozen=True)
class Actor:
    """Who acts, in which region, with which roles. Built once a request; holds no model.

    `region_code` is the code in the address of the request, empty for whoever acts outside one.
    """

    user_id: int | None
    name: str
    region_id: int
    holdings: tuple[Holding, ...] = ()
    person_id: int | None = None
    superuser: bool = False
    region_code: str = ""

    def roles(self) -> frozenset[str]:
        return frozenset(held.role for held in self.holdings)

    def office_ids(self) -> frozenset[int]:
        return frozenset(h.office_id for h in self.holdings if h.office_id and h.region_id == self.region_id)

    @classmethod
    def system(cls, region_id: int) -> "Actor":
        """The product itself: loading codes, examples and nightly work. May do everything in one region."""
        return cls(user_id=None, name="Rangkai", region_id=region_id, superuser=True)


ANYONE = "*"
"""Stands for every role in a table: whoever has a place in the region."""

type Table = Mapping[str, Mapping[str, Reach]]


@dataclass(frozen=True)
class Policy:
    """Permission of one noun. `table` is verb → role → reach; a verb that is absent is held by nobody.

    `office_lookup` is the field that says whose row it is ("" for rows that belong to no office).
    """

    noun: str
    table: Table
    office_lookup: str = "office_id"
    labels: Mapping[str, Message] = field(default_factory=dict)

    def can(self, actor: Actor, verb: str, row: Any = None) -> bool:
        """Whether `actor` may `verb` the row; without a row: whether there is any row in the region for them."""
        if actor.superuser:
            return row is None or row.region_id == actor.region_id
        return any(self._reaches(actor, held, verb, row) for held in actor.holdings)

    def _reach(self, verb: str, held: Holding) -> Reach | None:
        reaches = self.table.get(verb, {})
        return reaches.get(held.role, reaches.get(ANYONE))

    def _reaches(self, actor: Actor, held: Holding, verb: str, row: Any) -> bool:
        reach = self._reach(verb, held)
        if reach is None:
            return False
        region_id = actor.region_id if row is None else row.region_id
        if reach is Reach.NATION:
            return True
        if held.region_id != region_id:
            return False
        if reach is Reach.REGION or row is None:
            return True
        return bool(self.office_lookup) and getattr(row, self.office_lookup) == held.office_id

    def scope(self, actor: Actor, verb: str = "view") -> Q:
        """The rows of the actor's region that they may `verb`, as a filter; no query."""
        here = Q(region_id=actor.region_id)
        if actor.superuser:
            return here
        offices: set[int] = set()
        for held in actor.holdings:
            reach = self._reach(verb, held)
            if reach is Reach.NATION or (reach is Reach.REGION and held.region_id == actor.region_id):
                return here
            if reach is Reach.OFFICE and held.region_id == actor.region_id and held.office_id:
                offices.add(held.office_id)
        if offices and self.office_lookup:
            return here & Q(**{f"{self.office_lookup}__in": offices})
        return Q(pk__in=[])

    def require(self, actor: Actor, verb: str, row: Any = None) -> None:
        """Raise Missing for a row that the actor may not even see, Forbidden for a verb that they lack."""
        if self.can(actor, verb, row):
            return
        if row is not None and not self.can(actor, "view", row):
            raise Missing(N_("Data ini tidak ada, atau bukan milik perangkat daerah Anda."))
        raise Forbidden(
            N_("Anda tidak berwenang untuk melakukan ini. Mintalah kepada admin atau atasan Anda.")
        )


_policies: dict[str, Policy] = {}


def register_policy(kind: str, policy: Policy) -> None:
    """Let machinery that knows no noun (undo, history, search) ask the right policy."""
    _policies[kind] = policy


def policy_of(kind: str) -> Policy:
    return _policies[kind]


def policies() -> dict[str, Policy]:
    return dict(_policies)
