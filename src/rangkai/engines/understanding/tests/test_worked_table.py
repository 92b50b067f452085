"""The table of docs/algorithms/understanding.md is what the engine answers."""

from pathlib import Path

import pytest

from rangkai.engines.understanding.model import Example, asked_words, learn

PAGE = Path(__file__).resolve().parents[5] / "docs" / "algorithms" / "understanding.md"
DESCRIPTIONS = {"waste": "Bank sampah dan daur ulang", "learning": "Sekolah dan perpustakaan"}
DECIDED = [
    Example(asked_words("Pembangunan drainase"), "waste", 8),
    Example(asked_words("Beasiswa"), "learning", 4),
]


def rows():
    table = PAGE.read_text(encoding="utf-8").partition("## Worked table")[2].partition("## ")[0]
    lines = [line for line in table.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.mark.parametrize(("statement", "label", "belief", "words"), rows())
def test_it_answers_as_the_page_says(statement, label, belief, words):
    guess = learn(DECIDED, DESCRIPTIONS).guess(asked_words(statement))
    found = [guess.label, f"{guess.share:.2f}", ", ".join(guess.words)] if guess else ["–", "–", ""]
    assert found == [label, belief, words]
