"""The kinds of letters; a noun registers its own in its `setup`, and one way serves them all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rangkai.domains.work.rules.letters import Annex
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Message, Missing


@dataclass(frozen=True)
class FirstDraft:
    """What a new letter says to begin with; every word may be changed."""

    addressee: str
    subject: str
    body: str


@dataclass(frozen=True)
class LetterKind:
    """`subjects(actor)` are (about, words) to choose from; `draft` and `annex` are of one of them.

    `annex` gives the table that goes with it as it stands now, or None; it is frozen with the paraf. Their costs are
    the noun's.
    """

    name: str
    label: Message
    subjects: Callable[[Actor], Sequence[tuple[str, str]]]
    draft: Callable[[Actor, str], FirstDraft]
    annex: Callable[[int, str], Annex | None]


_kinds: dict[str, LetterKind] = {}


def register_letter_kind(*, kind: LetterKind) -> None:
    _kinds[kind.name] = kind


def letter_kinds() -> dict[str, LetterKind]:
    return dict(_kinds)


def letter_kind(*, name: str) -> LetterKind:
    """Raises Missing for a kind that nobody registered."""
    if name not in _kinds:
        raise Missing(N_("Jenis surat ini tidak ada."))
    return _kinds[name]
