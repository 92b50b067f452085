"""A plan is closed once nothing is left undecided, and opened again with a reason.

Upper nouns say what is left: they register a check in their `setup.py`, for a plan does not know them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from rangkai.domains.masterplans.models import Masterplan
from rangkai.domains.masterplans.policies import MASTERPLAN
from rangkai.domains.masterplans.queries import current_plan
from rangkai.kit.actions import recording
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Invalid, Message, Problem


@dataclass(frozen=True)
class Remainder:
    """What is left to do before the plan can be closed, and the address where it is done."""

    message: Message
    url: str


type Check = Callable[[int], Remainder | None]
_checks: dict[str, Check] = {}


def register_closing_check(*, name: str, check: Check) -> None:
    """`check(region_id)` gives what is left, or None; its cost is its own."""
    _checks[name] = check


def closing_checks() -> dict[str, Check]:
    return dict(_checks)


def remainders(*, region_id: int) -> list[Remainder]:
    """Everything that stands in the way of closing."""
    return [left for check in _checks.values() if (left := check(region_id))]


def require_open_plan(*, region_id: int) -> None:
    """Refuse what would undo a closed plan; a region without a plan has none to undo. One query."""
    plan = current_plan(region_id=region_id)
    if plan is not None:
        require_open(plan)


def require_open(plan: Masterplan) -> None:
    """A closed plan is not edited."""
    if plan.closed_on is not None:
        raise Invalid(
            N_("Rencana induk sudah ditutup. Buka kembali rencananya dahulu; tidak ada yang berubah.")
        )


def close_plan(actor: Actor, *, plan: Masterplan, version: int, today: date) -> Masterplan:
    """Close the plan; refuses while anything is left, naming how many."""
    MASTERPLAN.require(actor, "edit", plan)
    if plan.closed_on is not None:
        raise Invalid(N_("Rencana induk ini sudah ditutup."))
    left = remainders(region_id=plan.region_id)
    if left:
        raise Invalid(left[0].message, [Problem(one.message) for one in left])
    with recording("masterplans.close_plan", actor) as act:
        return act.update(plan, version=version, closed_on=today)


def reopen_plan(actor: Actor, *, plan: Masterplan, version: int, reason: str) -> Masterplan:
    """Open a closed plan again, with the reason."""
    MASTERPLAN.require(actor, "edit", plan)
    if not reason.strip():
        message = N_("Tulis alasan rencana dibuka kembali.")
        raise Invalid(message, [Problem(message, field="reason")])
    with recording("masterplans.reopen_plan", actor, reason=reason.strip()) as act:
        return act.update(plan, version=version, closed_on=None)
