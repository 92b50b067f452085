"""The way of a letter: konsep → menunggu paraf → diparaf → ditandatangani; before the signature it may be returned.

With the paraf the content is frozen; the signature comes back as a PDF of the signed paper, and nothing changes after.
"""

from collections.abc import Mapping

from rangkai.lib.errors import N_
from rangkai.lib.moves import Move
from rangkai.lib.terms import Term


class LetterState(Term):
    """How far a letter is."""

    DRAFT = "draft", "konsep"
    SUBMITTED = "submitted", "menunggu paraf"
    CHECKED = "checked", "diparaf"
    SIGNED = "signed", "ditandatangani"


class LetterStep(Term):
    """What can be done with a letter; the label is the button."""

    SUBMIT = "submit", "Ajukan untuk paraf"
    CHECK = "check", "Paraf"
    RETURN = "return", "Kembalikan"
    SIGN = "sign", "Unggah surat bertanda tangan"


S = LetterState
LETTER_MOVES: Mapping[LetterStep, Move[LetterState]] = {
    LetterStep.SUBMIT: Move(frozenset({S.DRAFT}), S.SUBMITTED, "edit"),
    LetterStep.CHECK: Move(frozenset({S.SUBMITTED}), S.CHECKED, "check"),
    LetterStep.SIGN: Move(frozenset({S.CHECKED}), S.SIGNED, "sign"),
    LetterStep.RETURN: Move(
        frozenset({S.SUBMITTED, S.CHECKED}),
        S.DRAFT,
        "return",
        N_("Tulis apa yang perlu diperbaiki pada surat ini."),
    ),
}
FROZEN = frozenset({S.CHECKED, S.SIGNED})
"""From here on the text is what the snapshot holds."""
