"""Vocabularies: an enumeration whose members carry the word on screen, in order; no framework."""

from enum import StrEnum


class Term(StrEnum):
    """A member is (code, label); `label` is the Indonesian word and gettext msgid."""

    label: str

    def __new__(cls, code: str, label: str = "") -> "Term":
        term = str.__new__(cls, code)
        term._value_ = code
        term.label = label
        return term

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """(code, label) pairs in order, as form and model fields want them."""
        return [(term.value, term.label) for term in cls]
