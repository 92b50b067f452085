"""Vocabularies of indicators."""

from rangkai.lib.terms import Term


class Direction(Term):
    """Which way is better."""

    UP = "up", "makin tinggi makin baik"
    DOWN = "down", "makin rendah makin baik"
