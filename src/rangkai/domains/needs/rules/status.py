"""The way of a need out of an office: konsep → diajukan → diparaf → disetujui, or dikembalikan with a reason.

The head may approve without the paraf of the planner, for not every office has one; the page says that it is missing.
"""

from collections.abc import Mapping

from rangkai.domains.needs.rules.terms import NeedStatus
from rangkai.lib.errors import N_
from rangkai.lib.moves import Move
from rangkai.lib.terms import Term


class Step(Term):
    """What can be done with a need on its way; the label is the button."""

    SUBMIT = "submit", "Ajukan"
    CHECK = "check", "Paraf"
    APPROVE = "approve", "Setujui"
    RETURN = "return", "Kembalikan"


MOVES: Mapping[Step, Move[NeedStatus]] = {
    Step.SUBMIT: Move(frozenset({NeedStatus.DRAFT, NeedStatus.RETURNED}), NeedStatus.SUBMITTED, "edit"),
    Step.CHECK: Move(frozenset({NeedStatus.SUBMITTED}), NeedStatus.CHECKED, "check"),
    Step.APPROVE: Move(frozenset({NeedStatus.SUBMITTED, NeedStatus.CHECKED}), NeedStatus.APPROVED, "approve"),
    Step.RETURN: Move(
        frozenset({NeedStatus.SUBMITTED, NeedStatus.CHECKED, NeedStatus.APPROVED}),
        NeedStatus.RETURNED,
        "return",
        N_("Tulis alasan pengembalian, agar perangkat daerah tahu apa yang perlu diperbaiki."),
    ),
}

OPEN_TO_OFFICE = frozenset({NeedStatus.DRAFT, NeedStatus.SUBMITTED, NeedStatus.RETURNED})
"""While a need is here its office may still change its words."""
