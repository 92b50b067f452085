"""Ceilings, capacities, coverage and pins of a scenario."""

from collections.abc import Mapping, Sequence
from typing import Any

from rangkai.domains.programmes.models import Programme
from rangkai.domains.roadmap.actions.grid import replace_rows
from rangkai.domains.roadmap.models import Capacity, Ceiling, Coverage, Pin, Scenario
from rangkai.domains.roadmap.policies import SCENARIO
from rangkai.kit.actions import Recorder, recording
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Invalid, Problem

COPIED: tuple[tuple[type[Any], tuple[str, ...]], ...] = (
    (Ceiling, ("fund_id", "year", "amount")),
    (Capacity, ("office_id", "at_once")),
    (Coverage, ("dimension_id", "quick_win", "at_least", "by_year")),
    (Pin, ("programme_id", "year", "reason")),
)


def _rows(model: type[Any], scenario: Scenario) -> Any:
    return model.objects.live().filter(region_id=scenario.region_id, scenario=scenario)


def set_ceilings(actor: Actor, *, scenario: Scenario, amounts: Mapping[tuple[int, int], int]) -> None:
    """Save the whole table (fund id, year) → whole rupiah; a cell that is absent becomes 0."""
    SCENARIO.require(actor, "edit", scenario)
    problems = [
        Problem(N_("Pagu tidak boleh negatif."), field=f"{fund}-{year}")
        for (fund, year), amount in amounts.items()
        if amount < 0
    ]
    if problems:
        raise Invalid(N_("Pagu belum disimpan; perbaiki isian yang ditandai."), problems)
    existing = {(row.fund_id, row.year): row for row in _rows(Ceiling, scenario)}
    with recording("roadmap.set_ceilings", actor) as act:
        replace_rows(
            act,
            existing=existing,
            wanted={key: {"amount": amount} for key, amount in amounts.items() if amount},
            make=lambda key: Ceiling(
                region_id=actor.region_id, scenario=scenario, fund_id=key[0], year=key[1]
            ),
        )


def set_capacities(actor: Actor, *, scenario: Scenario, at_once: Mapping[int, int]) -> None:
    """Save the whole table office id → programmes at once; an office that is absent is not bounded."""
    SCENARIO.require(actor, "edit", scenario)
    existing = {row.office_id: row for row in _rows(Capacity, scenario)}
    with recording("roadmap.set_capacities", actor) as act:
        replace_rows(
            act,
            existing=existing,
            wanted={office: {"at_once": number} for office, number in at_once.items()},
            make=lambda office: Capacity(region_id=actor.region_id, scenario=scenario, office_id=office),
        )


def set_coverage(actor: Actor, *, scenario: Scenario, wishes: Sequence[tuple[int, bool, int, int]]) -> None:
    """Save all wishes (dimension id, quick wins only, at least, by year)."""
    SCENARIO.require(actor, "edit", scenario)
    existing = {(row.dimension_id, row.quick_win, row.by_year): row for row in _rows(Coverage, scenario)}
    with recording("roadmap.set_coverage", actor) as act:
        replace_rows(
            act,
            existing=existing,
            wanted={(d, quick, by): {"at_least": least} for d, quick, least, by in wishes},
            make=lambda key: Coverage(
                region_id=actor.region_id,
                scenario=scenario,
                dimension_id=key[0],
                quick_win=key[1],
                by_year=key[2],
            ),
        )


def pin_programme(
    actor: Actor,
    *,
    scenario: Scenario,
    programme: Programme,
    pinned: bool,
    year: int | None = None,
    reason: str = "",
) -> None:
    """Fix the start year of a programme, or keep it out (`year` None); `pinned` False lets the engine decide again."""
    SCENARIO.require(actor, "edit", scenario)
    years = range(scenario.plan.first_year, scenario.plan.last_year + 1)
    if pinned and year is not None and year not in years:
        message = N_("Tahun %(year)s di luar masa rencana.", year=year)
        raise Invalid(message, [Problem(message, field="year")])
    row = _rows(Pin, scenario).filter(programme=programme).first()
    with recording("roadmap.pin_programme", actor, reason=reason) as act:
        if row is None and pinned:
            pin = Pin(
                region_id=actor.region_id, scenario=scenario, programme=programme, year=year, reason=reason
            )
            act.create(pin)
        elif row is not None and pinned:
            act.update(row, version=row.version, year=year, reason=reason)
        elif row is not None:
            act.delete(row, version=row.version)


def copy_settings(act: Recorder, *, source: Scenario, target: Scenario) -> None:
    """The same ceilings, capacities, coverage and pins for another scenario; two statements a table."""
    for model, fields in COPIED:
        act.create_all(
            [
                model(
                    region_id=target.region_id,
                    scenario=target,
                    **{name: getattr(row, name) for name in fields},
                )
                for row in _rows(model, source)
            ]
        )
