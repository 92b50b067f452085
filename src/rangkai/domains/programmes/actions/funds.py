"""The sources of money of a region: editable data."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from rangkai.domains.programmes.models import Fund, FundingLine
from rangkai.domains.programmes.policies import FUND
from rangkai.domains.programmes.rules.funds import fund_problems
from rangkai.kit.actions import recording
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Invalid, Problem


@dataclass(frozen=True)
class NewFund:
    """`is_apbd` tells whether the money runs through the regional budget; `code` is unique in the region."""

    code: str
    name: str
    is_apbd: bool = True
    order: int = 0
    note: str = ""
    is_example: bool = False


def create_fund(actor: Actor, *, fund: NewFund) -> Fund:
    """Add one source of money."""
    return create_funds(actor, funds=[fund])[0]


def create_funds(actor: Actor, *, funds: Sequence[NewFund]) -> list[Fund]:
    """Add several, all or none; refuses a code that is taken. Three statements."""
    FUND.require(actor, "create")
    problems = [problem for fund in funds for problem in fund_problems(asdict(fund))]
    if problems:
        raise Invalid(problems[0].message, problems)
    rows = [
        Fund(
            region_id=actor.region_id,
            **{**asdict(fund), "code": fund.code.strip(), "name": fund.name.strip()},
        )
        for fund in funds
    ]
    with recording("programmes.create_funds", actor) as act:
        _refuse_taken(actor, {row.code: None for row in rows})
        act.create_all(rows)
    return rows


def edit_fund(actor: Actor, *, fund: Fund, version: int, values: Mapping[str, object]) -> Fund:
    """Save the given fields."""
    FUND.require(actor, "edit", fund)
    problems = fund_problems(values)
    if problems:
        raise Invalid(problems[0].message, problems)
    with recording("programmes.edit_fund", actor) as act:
        if "code" in values:
            _refuse_taken(actor, {str(values["code"]): fund.pk})
        return act.update(fund, version=version, **values)


def delete_fund(actor: Actor, *, fund: Fund, version: int) -> None:
    """Put a source of money away; one that pays for something stays."""
    FUND.require(actor, "delete", fund)
    with recording("programmes.delete_fund", actor) as act:
        lines = FundingLine.objects.live().filter(region_id=actor.region_id, fund=fund)
        used = lines.filter(programme__deleted_at__isnull=True).count()
        if used:
            raise Invalid(
                N_(
                    "%(fund)s dipakai %(count)s baris pendanaan, jadi tidak dapat dihapus.",
                    fund=fund.name,
                    count=used,
                )
            )
        act.delete(fund, version=version)


def _refuse_taken(actor: Actor, codes: Mapping[str, int | None]) -> None:
    rows = Fund.objects.live().filter(region_id=actor.region_id, code__in=codes)
    for pk, code in rows.values_list("pk", "code"):
        if pk != codes[code]:
            message = N_("Kode sumber dana %(code)s sudah dipakai.", code=code)
            raise Invalid(message, [Problem(message, field="code")])
