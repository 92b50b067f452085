"""A programme is made, alone or many at once, and changed. It has an owner from its first minute."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from rangkai.domains.programmes.actions.judging import (
    identity,
    money_problems,
    placing_problems,
    refuse,
    refuse_known,
    require_open,
    tie_problems,
)
from rangkai.domains.programmes.actions.serving import serve
from rangkai.domains.programmes.actions.settle import new_ties
from rangkai.domains.programmes.models import FundingLine, Programme, ProgrammeOutput, ProgrammeRisk
from rangkai.domains.programmes.policies import PROGRAMME
from rangkai.domains.programmes.queries.known import Known, known
from rangkai.domains.programmes.rules.content import content_problems
from rangkai.domains.programmes.rules.parts import Line, Output, Risk, Ties
from rangkai.domains.programmes.rules.risk import output_problems, risk_problems
from rangkai.domains.programmes.rules.terms import ProgrammeKind, ProgrammeStatus
from rangkai.kit.actions import Recorder, recording
from rangkai.kit.models import Record
from rangkai.kit.policies import Actor
from rangkai.kit.refs import take_refs
from rangkai.lib.errors import Problem

PREFIX = "P"
NO_TIES = Ties()
PLACES = ("office_id", "owner_id", "dimension_id", "subdimension_id")
IDENTIFYING = frozenset({"office_id", "name", "source", "source_key"})


@dataclass(frozen=True)
class NewProgramme:
    """What a programme may say at birth. Without `owner_id` the head's post of the lead office owns it."""

    name: str
    kind: ProgrammeKind
    dimension_id: int
    office_id: int
    owner_id: int | None = None
    subdimension_id: int | None = None
    description: str = ""
    value: int = 50
    earliest: int | None = None
    latest: int | None = None
    must: bool = False
    quick_win: bool = False
    status: ProgrammeStatus = ProgrammeStatus.DRAFT
    source: str = ""
    source_key: str = ""
    is_example: bool = False
    lines: tuple[Line, ...] = ()
    outputs: tuple[Output, ...] = ()
    risks: tuple[Risk, ...] = ()
    ties: Ties = NO_TIES


def create_programme(actor: Actor, *, programme: NewProgramme, today: date) -> Programme:
    """Make one programme under a new number."""
    return create_programmes(actor, programmes=[programme], today=today)[0]


def create_programmes(actor: Actor, *, programmes: Sequence[NewProgramme], today: date) -> list[Programme]:
    """Make several programmes with all that hangs on them, all or none; a few statements whatever the number."""
    about = known(region_id=actor.region_id)
    rows = [new_row(new, region_id=actor.region_id, about=about) for new in programmes]
    refuse(
        [problem for new, row in zip(programmes, rows, strict=True) for problem in _faults(new, row, about)]
    )
    for row in rows:
        require_birth(actor, row=row)
    with recording("programmes.create", actor) as act:
        add_programmes(act, rows=rows, news=programmes, today=today)
    return rows


def new_row(new: NewProgramme, *, region_id: int, about: Known) -> Programme:
    """The row to insert, with its owner and identity; no query."""
    owner_id: Any = new.owner_id or about.heads.get(new.office_id)
    row = Programme(
        region_id=region_id,
        name=new.name.strip(),
        description=new.description.strip(),
        kind_of=new.kind,
        dimension_id=new.dimension_id,
        subdimension_id=new.subdimension_id,
        office_id=new.office_id,
        owner_id=owner_id,
        value=new.value,
        earliest=new.earliest,
        latest=new.latest,
        must=new.must,
        quick_win=new.quick_win,
        status=new.status,
        source=new.source,
        source_key=new.source_key,
        is_example=new.is_example,
    )
    row.identity = identity(row)
    return row


def _faults(new: NewProgramme, row: Programme, about: Known) -> list[Problem]:
    places = {name: getattr(row, name) for name in PLACES}
    return [
        *content_problems(asdict(new)),
        *placing_problems(places, about),
        *_under("lines", money_problems(new.lines, about)),
        *_under("outputs", output_problems(new.outputs)),
        *_under("risks", risk_problems(new.risks)),
        *tie_problems(new.ties, region_id=row.region_id),
    ]


def _under(head: str, problems: Iterable[Problem]) -> list[Problem]:
    return [Problem(problem.message, f"{head}.{problem.field}", problem.suggestion) for problem in problems]


def require_birth(actor: Actor, *, row: Programme) -> None:
    """Whoever writes a programme as approved must be allowed to approve it."""
    PROGRAMME.require(actor, "create", row)
    if row.status == ProgrammeStatus.APPROVED:
        PROGRAMME.require(actor, "approve", row)


def add_programmes(
    act: Recorder, *, rows: Sequence[Programme], news: Sequence[NewProgramme], today: date
) -> None:
    """Number and insert inside another action's transaction: programmes, their parts, their ties."""
    region_id = act.actor.region_id
    refuse_known(region_id=region_id, wanted=dict.fromkeys(row.identity for row in rows))
    refs = take_refs(Programme, region_id=region_id, prefix=PREFIX, year=today.year, count=len(rows))
    for row, ref in zip(rows, refs, strict=True):
        row.ref = ref
    act.create_all(rows)
    parts: dict[type[Record], list[Record]] = defaultdict(list)
    for row, new in zip(rows, news, strict=True):
        for part in [*_parts_of(row, new), *(tie for _, tie in new_ties(row, new.ties))]:
            parts[type(part)].append(part)
    for of_kind in parts.values():
        act.create_all(of_kind)
    for row, new in zip(rows, news, strict=True):
        if new.ties.needs:
            serve(act, programme=row, needs=new.ties.needs)


def _parts_of(row: Programme, new: NewProgramme) -> list[Record]:
    own = {"region_id": row.region_id, "programme": row, "is_example": row.is_example}
    return [
        *(FundingLine(**line_columns(line), **own) for line in new.lines),
        *(ProgrammeOutput(**output_columns(output), **own) for output in new.outputs),
        *(ProgrammeRisk(**risk_columns(risk), **own) for risk in new.risks),
    ]


def line_columns(line: Line) -> dict[str, object]:
    return _columns(line)


def output_columns(output: Output) -> dict[str, object]:
    return _columns(output)


def risk_columns(risk: Risk) -> dict[str, object]:
    return _columns(risk)


def _columns(part: Line | Output | Risk) -> dict[str, object]:
    """Columns of a part; texts without blanks at the ends."""
    values = {
        name: value.strip() if isinstance(value, str) else value for name, value in asdict(part).items()
    }
    del values["id"]
    return values


def edit_programme(
    actor: Actor, *, programme: Programme, version: int, values: Mapping[str, object]
) -> Programme:
    """Save the given columns. Who moves a programme to another office must be allowed to enter it there.

    With a new office and no new owner, the head's post of that office owns it.
    """
    PROGRAMME.require(actor, "edit", programme)
    require_open(actor, programme=programme)
    about = known(region_id=actor.region_id)
    given = {**values}
    moves = "office_id" in given and given["office_id"] != programme.office_id
    if moves and given.get("owner_id", programme.owner_id) == programme.owner_id:
        given["owner_id"] = about.heads.get(int(str(given["office_id"])))
    after = Programme(**{**_row_values(programme), **given})
    refuse(
        [
            *content_problems({**{name: getattr(after, name) for name in ("earliest", "latest")}, **given}),
            *placing_problems({name: getattr(after, name) for name in PLACES}, about),
        ]
    )
    if moves:
        PROGRAMME.require(actor, "create", after)
    with recording("programmes.edit", actor) as act:
        if IDENTIFYING & set(given):
            given["identity"] = identity(after)
            refuse_known(region_id=actor.region_id, wanted={str(given["identity"]): programme.pk})
        act.update(programme, version=version, **given)
    return programme


def _row_values(programme: Programme) -> dict[str, object]:
    return {column.attname: getattr(programme, column.attname) for column in programme._meta.concrete_fields}
