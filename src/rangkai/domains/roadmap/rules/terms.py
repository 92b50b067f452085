"""Vocabularies of the roadmap."""

from rangkai.lib.terms import Term


class ScenarioState(Term):
    """A scenario is worked on, solved, and one of them is adopted."""

    DRAFT = "draft", "disusun"
    SOLVED = "solved", "terhitung"
    ADOPTED = "adopted", "ditetapkan"
