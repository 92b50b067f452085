"""Indicators and their figures, year by year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from rangkai.domains.indicators.models import Indicator, IndicatorTarget
from rangkai.domains.indicators.policies import INDICATOR
from rangkai.domains.indicators.rules import Direction
from rangkai.kit.actions import Recorder, recording
from rangkai.kit.policies import Actor
from rangkai.kit.refs import take_refs

PREFIX = "IK"


@dataclass(frozen=True)
class NewIndicator:
    """An indicator at birth; `targets` and `actuals` are year → figure."""

    name: str
    code: str = ""
    unit: str = ""
    definition: str = ""
    direction: Direction = Direction.UP
    is_iku: bool = False
    office_id: int | None = None
    source: str = ""
    targets: Mapping[int, Decimal] = field(default_factory=dict)
    actuals: Mapping[int, Decimal] = field(default_factory=dict)
    is_example: bool = False


def add_indicators(act: Recorder, *, indicators: Sequence[NewIndicator], today: date) -> list[Indicator]:
    """Insert several inside another action's transaction, with their figures; three statements."""
    region_id = act.actor.region_id
    refs = take_refs(Indicator, region_id=region_id, prefix=PREFIX, year=today.year, count=len(indicators))
    rows = [
        Indicator(
            region_id=region_id,
            ref=ref,
            code=new.code,
            name=new.name,
            unit=new.unit,
            definition=new.definition,
            direction=new.direction,
            is_iku=new.is_iku,
            office_id=new.office_id,
            source=new.source,
            is_example=new.is_example,
        )
        for ref, new in zip(refs, indicators, strict=True)
    ]
    act.create_all(rows)
    act.create_all([t for row, new in zip(rows, indicators, strict=True) for t in _figures(row, new)])
    return rows


def _figures(row: Indicator, new: NewIndicator) -> list[IndicatorTarget]:
    return [
        IndicatorTarget(
            region_id=row.region_id,
            indicator=row,
            year=year,
            target=new.targets.get(year),
            actual=new.actuals.get(year),
            is_example=new.is_example,
        )
        for year in sorted({*new.targets, *new.actuals})
    ]


def edit_indicator(
    actor: Actor, *, indicator: Indicator, version: int, values: Mapping[str, object]
) -> Indicator:
    """Save the given fields."""
    INDICATOR.require(actor, "edit", indicator)
    with recording("indicators.edit", actor) as act:
        return act.update(indicator, version=version, **values)


def set_targets(
    act: Recorder, *, indicator: Indicator, targets: Mapping[int, Decimal | None], is_example: bool = False
) -> None:
    """Save the target of each given year inside another action's transaction; None empties it."""
    rows = {t.year: t for t in IndicatorTarget.objects.live().filter(indicator=indicator)}
    act.update_all([(rows[y], {"target": v}) for y, v in targets.items() if y in rows])
    act.create_all(
        [
            IndicatorTarget(
                region_id=indicator.region_id, indicator=indicator, year=y, target=v, is_example=is_example
            )
            for y, v in targets.items()
            if y not in rows and v is not None
        ]
    )
