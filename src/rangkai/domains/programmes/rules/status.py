"""The way of a programme: konsep → diajukan → disetujui by the head of its lead office, or dikembalikan with a reason.

A programme may be stopped with a reason, and taken up again as konsep.
"""

from collections.abc import Mapping

from rangkai.domains.programmes.rules.terms import ProgrammeStatus
from rangkai.lib.errors import N_
from rangkai.lib.moves import Move
from rangkai.lib.terms import Term


class Step(Term):
    """What can be done with a programme on its way; the label is the button."""

    SUBMIT = "submit", "Ajukan"
    APPROVE = "approve", "Setujui"
    RETURN = "return", "Kembalikan"
    STOP = "stop", "Hentikan"
    RESUME = "resume", "Lanjutkan lagi"


S = ProgrammeStatus
ASK = N_("Tulis alasannya, agar perangkat daerah tahu apa yang perlu diperbaiki.")
MOVES: Mapping[Step, Move[ProgrammeStatus]] = {
    Step.SUBMIT: Move(frozenset({S.DRAFT, S.RETURNED}), S.SUBMITTED, "submit"),
    Step.APPROVE: Move(frozenset({S.SUBMITTED}), S.APPROVED, "approve"),
    Step.RETURN: Move(frozenset({S.SUBMITTED, S.APPROVED}), S.RETURNED, "return", ASK),
    Step.STOP: Move(frozenset({S.DRAFT, S.SUBMITTED, S.APPROVED, S.RETURNED}), S.STOPPED, "stop", ASK),
    Step.RESUME: Move(frozenset({S.STOPPED}), S.DRAFT, "stop"),
}

OPEN_TO_OFFICE = frozenset({S.DRAFT, S.SUBMITTED, S.RETURNED})
"""While a programme is here its office may still change it."""
