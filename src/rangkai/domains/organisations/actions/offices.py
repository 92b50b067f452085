"""Making, editing and renaming offices."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rangkai.domains.organisations.models import FormerName, Organisation
from rangkai.domains.organisations.policies import ORGANISATION
from rangkai.domains.organisations.rules import OfficeKind
from rangkai.kit.actions import Recorder, recording
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Invalid, Problem


@dataclass(frozen=True)
class NewOffice:
    """What an office needs at birth; `code` is unique in the region."""

    code: str
    name: str
    kind: OfficeKind = OfficeKind.DINAS
    short_name: str = ""
    aliases: str = ""
    note: str = ""
    is_example: bool = False


def create_office(actor: Actor, *, office: NewOffice) -> Organisation:
    """Add one office to the region."""
    return create_offices(actor, offices=[office])[0]


def create_offices(actor: Actor, *, offices: Sequence[NewOffice]) -> list[Organisation]:
    """Add several offices; refuses a code that is taken. Three statements."""
    ORGANISATION.require(actor, "create")
    with recording("organisations.create_offices", actor) as act:
        return add_offices(act, offices=offices)


def add_offices(act: Recorder, *, offices: Sequence[NewOffice]) -> list[Organisation]:
    """The same inside another action's transaction (an import that brings unknown offices)."""
    codes = [o.code for o in offices]
    taken = set(
        Organisation.objects.live()
        .filter(region_id=act.actor.region_id, code__in=codes)
        .values_list("code", flat=True)
    )
    if taken:
        code = sorted(taken)[0]
        message = N_("Kode perangkat daerah %(code)s sudah dipakai.", code=code)
        raise Invalid(message, [Problem(message, field="code")])
    rows = [
        Organisation(
            region_id=act.actor.region_id,
            code=o.code,
            name=o.name,
            kind_of=o.kind,
            short_name=o.short_name,
            aliases=o.aliases,
            note=o.note,
            is_example=o.is_example,
        )
        for o in offices
    ]
    act.create_all(rows)
    return rows


def edit_office(
    actor: Actor, *, office: Organisation, version: int, today: date, values: dict[str, object]
) -> Organisation:
    """Save the given fields; a new name keeps the old one as a former name, by which old sheets find the office."""
    ORGANISATION.require(actor, "edit", office)
    renamed = values.get("name", office.name) != office.name
    with recording("organisations.edit_office", actor) as act:
        if renamed:
            act.create(
                FormerName(
                    region_id=office.region_id,
                    organisation=office,
                    name=office.name,
                    short_name=office.short_name,
                    valid_to=today,
                )
            )
        act.update(office, version=version, **values)
    return office


def place_under(actor: Actor, *, parents: Mapping[Organisation, Organisation]) -> int:
    """Put offices under another (RSUD under its dinas, bagian under the Setda); returns how many moved."""
    ORGANISATION.require(actor, "edit")
    with recording("organisations.place_under", actor) as act:
        return act.update_all([(office, {"parent_id": parent.pk}) for office, parent in parents.items()])
