"""Priority by USG: urgency, seriousness and growth, 1 to 5 each.

The method (Kepner and Tregoe 1981, as taught in Indonesian civil-service training) ranks problems by the sum of the
three, 3 to 15; a need with a missing score has no priority yet.
"""

from collections.abc import Mapping

from rangkai.lib.errors import N_, Problem

LEAST, MOST = 1, 5
HIGH, MIDDLE = 12, 8
"""Bounds of the words "tinggi" and "sedang": all three at 4 or better, all three around 3."""

LABELS = {"urgency": N_("Urgensi"), "seriousness": N_("Keseriusan"), "growth": N_("Pertumbuhan")}


def priority(urgency: int | None, seriousness: int | None, growth: int | None) -> int | None:
    """3..15, or None while a score is missing."""
    if urgency is None or seriousness is None or growth is None:
        return None
    return urgency + seriousness + growth


def priority_word(value: int | None) -> str:
    """The word for a priority; the reader sees word and number together."""
    if value is None:
        return "belum dinilai"
    if value >= HIGH:
        return "tinggi"
    return "sedang" if value >= MIDDLE else "rendah"


def usg_problems(scores: Mapping[str, int | None]) -> list[Problem]:
    """Scores outside 1..5; `scores` is field → value."""
    return [
        Problem(N_("%(name)s harus 1 sampai 5, bukan %(value)s.", name=LABELS[name], value=value), field=name)
        for name, value in scores.items()
        if value is not None and not LEAST <= value <= MOST
    ]
