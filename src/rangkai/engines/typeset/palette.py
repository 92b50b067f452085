"""Colours in print. A dimension is always colour and word together, so that grey print loses nothing."""

ACCENT = "#1f5fa8"
NEUTRAL = "#5b6770"

DIMENSIONS = {
    "governance": "#0072B2",
    "branding": "#CC79A7",
    "economy": "#E69F00",
    "living": "#56B4E9",
    "society": "#D55E00",
    "environment": "#009E73",
}


def dimension_colour(name: str) -> str:
    """By the official English word, with or without "Smart" before it; neutral for any other name."""
    words = name.lower().split()
    return DIMENSIONS.get(words[-1], NEUTRAL) if words else NEUTRAL


REST = "Lainnya"

# Dark to light, so that a stack reads in grey too.
FUNDS = ("#12395f", "#1f5fa8", "#5b93cf", "#a9c9ea", "#e0a458", "#8a94a0")
