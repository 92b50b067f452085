"""Where services wait for infrastructure: how many by degree of digitalisation and by what hinders them.

A service that several things hinder stands in the column of each; sums over columns may thus exceed the services.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rangkai.domains.architecture.rules.terms import Digitalisation, Hindrance
from rangkai.lib.errors import N_, Message
from rangkai.lib.numbers import format_number

UNKNOWN, FREE = "-", "none"
"""A degree that nobody assessed, and services that nothing is said to hinder, as filters call them."""


@dataclass(frozen=True, slots=True)
class ServiceGroup:
    """Services of one office that share degree ("" unknown) and hindrances. `users` a year, of those that tell."""

    office_id: int
    degree: str
    hindrances: frozenset[Hindrance]
    services: int
    users: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How many services, and their users a year together."""

    services: int = 0
    users: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.services + other.services, self.users + other.users)


@dataclass(frozen=True, slots=True)
class Line:
    """One row: `key` is a degree, UNKNOWN, or an office's id; `waiting` counts each hindered service once."""

    key: str
    total: Tally
    waiting: Tally
    free: Tally
    by: Mapping[Hindrance, Tally] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Readiness:
    """`degrees` in the order of the ladder (unknown last), `offices` with the most waiting users first."""

    total: Line
    degrees: tuple[Line, ...]
    offices: tuple[Line, ...]

    @property
    def worst(self) -> Hindrance | None:
        """What the most users wait for; None while nothing hinders anyone."""
        ranked = sorted(Hindrance, key=lambda one: (-self.total.by[one].users, -self.total.by[one].services))
        return ranked[0] if self.total.by[ranked[0]].services else None


def readiness(groups: Iterable[ServiceGroup]) -> Readiness:
    """Sum up; every degree has a line even when it is empty, only offices with services have one."""
    known = list(groups)
    degrees = [_line(one.value, [group for group in known if group.degree == one]) for one in Digitalisation]
    unknown = _line(UNKNOWN, [group for group in known if not group.degree])
    ids = sorted({group.office_id for group in known})
    offices = [_line(str(pk), [group for group in known if group.office_id == pk]) for pk in ids]
    offices.sort(key=lambda line: (-line.waiting.users, -line.waiting.services, line.key))
    return Readiness(
        _line("", known),
        (*degrees, *([unknown] if unknown.total.services else [])),
        tuple(offices),
    )


def _line(key: str, groups: Sequence[ServiceGroup]) -> Line:
    return Line(
        key,
        _sum(groups),
        _sum(group for group in groups if group.hindrances),
        _sum(group for group in groups if not group.hindrances),
        {one: _sum(group for group in groups if one in group.hindrances) for one in Hindrance},
    )


def _sum(groups: Iterable[ServiceGroup]) -> Tally:
    return sum((Tally(group.services, group.users) for group in groups), Tally())


def finding(found: Readiness) -> Message | None:
    """What the most users wait for, as the heading of the table; None while nothing hinders anyone."""
    if found.worst is None:
        return None
    tally = found.total.by[found.worst]
    numbers = {"services": format_number(tally.services), "users": format_number(tally.users)}
    return {
        Hindrance.NETWORK: N_(
            "Jaringan paling banyak ditunggu: %(services)s layanan, %(users)s pengguna setahun", **numbers
        ),
        Hindrance.DEVICES: N_(
            "Perangkat paling banyak ditunggu: %(services)s layanan, %(users)s pengguna setahun", **numbers
        ),
        Hindrance.PEOPLE: N_(
            "SDM paling banyak ditunggu: %(services)s layanan, %(users)s pengguna setahun", **numbers
        ),
    }[found.worst]
