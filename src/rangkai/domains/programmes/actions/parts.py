"""The tables of a programme: funding lines, outputs, risks. Each is saved as a whole under the programme's version."""

from collections.abc import Collection, Sequence

from rangkai.domains.programmes.actions.enter import line_columns, output_columns, risk_columns
from rangkai.domains.programmes.actions.judging import money_problems, refuse, require_open
from rangkai.domains.programmes.actions.settle import Change, settle
from rangkai.domains.programmes.models import FundingLine, Programme, ProgrammeOutput, ProgrammeRisk
from rangkai.domains.programmes.policies import PROGRAMME
from rangkai.domains.programmes.queries.known import known
from rangkai.domains.programmes.rules.parts import Line, Output, Risk
from rangkai.domains.programmes.rules.risk import output_problems, risk_problems
from rangkai.kit.actions import recording
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Invalid, Problem


def save_lines(
    actor: Actor, *, programme: Programme, version: int, lines: Sequence[Line], removed: Collection[int] = ()
) -> None:
    """Write the funding lines; problems name the row."""
    _require(actor, programme)
    refuse(money_problems(lines, known(region_id=actor.region_id)))
    with recording("programmes.save_lines", actor) as act:
        settle(
            act,
            model=FundingLine,
            programme=programme,
            version=version,
            change=Change(lines, removed),
            columns_of=line_columns,
        )


def save_outputs(
    actor: Actor,
    *,
    programme: Programme,
    version: int,
    outputs: Sequence[Output],
    removed: Collection[int] = (),
) -> None:
    """Write what will have been delivered; problems name the row."""
    _require(actor, programme)
    refuse(output_problems(outputs))
    with recording("programmes.save_outputs", actor) as act:
        settle(
            act,
            model=ProgrammeOutput,
            programme=programme,
            version=version,
            change=Change(outputs, removed),
            columns_of=output_columns,
        )


def save_risks(
    actor: Actor, *, programme: Programme, version: int, risks: Sequence[Risk], removed: Collection[int] = ()
) -> None:
    """Write the risks with their mitigation; problems name the row."""
    _require(actor, programme)
    refuse(risk_problems(risks))
    owners = {risk.owner_id for risk in risks if risk.owner_id is not None}
    if owners - known(region_id=actor.region_id).posts:
        message = N_("Jabatan penanggung jawab risiko tidak ada di daerah Anda.")
        raise Invalid(message, [Problem(message)])
    with recording("programmes.save_risks", actor) as act:
        settle(
            act,
            model=ProgrammeRisk,
            programme=programme,
            version=version,
            change=Change(risks, removed),
            columns_of=risk_columns,
        )


def _require(actor: Actor, programme: Programme) -> None:
    PROGRAMME.require(actor, "edit", programme)
    require_open(actor, programme=programme)
