"""The tree of expected refusals, and the message that each carries.

Each class is named by what the caller should do about it::

    Refusal
    ├── Invalid      mend the input; names the field, cell or record
    ├── Conflict     someone saved before you; look at both texts
    ├── Forbidden    ask someone who may
    ├── Missing      it is not here, or not yours to see
    └── Unavailable  try again later; something outside failed

Anything else that is raised is a defect.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Message:
    """An Indonesian sentence with named places (`%(name)s`).

    The text is the gettext msgid: pure code writes it, `kit.messages.render` translates it and fills it.
    """

    text: str
    params: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text % self.params if self.params else self.text


def N_(text: str, /, **params: object) -> Message:
    """Mark a sentence for translation in code that must not know the framework."""
    return Message(text, params)


@dataclass(frozen=True)
class Problem:
    """One thing wrong with the input, and where: a field of a form, a cell of a sheet, a record."""

    message: Message
    field: str = ""
    suggestion: str = ""


class Refusal(Exception):
    """An expected "no". `problems` says where; str() is a sentence in Indonesian."""

    def __init__(self, message: Message | str, problems: Sequence[Problem] = ()) -> None:
        self.message = message if isinstance(message, Message) else Message(message)
        self.problems = tuple(problems)
        super().__init__(str(self.message))


class Invalid(Refusal):
    """Mend the input."""


class Conflict(Refusal):
    """Someone saved before you."""


class Forbidden(Refusal):
    """Ask someone who may."""


class Missing(Refusal):
    """It is not here, or not yours to see."""


class Unavailable(Refusal):
    """Try again later."""
