"""USG: the sum of urgency, seriousness and growth."""

import pytest

from rangkai.domains.needs.rules.priority import priority, priority_word, usg_problems


@pytest.mark.parametrize(
    ("usg", "value", "word"),
    [
        ((5, 5, 5), 15, "tinggi"),
        ((4, 4, 4), 12, "tinggi"),
        ((4, 4, 3), 11, "sedang"),
        ((3, 3, 2), 8, "sedang"),
        ((2, 2, 3), 7, "rendah"),
        ((1, 1, 1), 3, "rendah"),
        ((5, None, 5), None, "belum dinilai"),
    ],
)
def test_it_ranks_by_the_sum(usg: tuple[int | None, ...], value: int | None, word: str) -> None:
    assert (priority(*usg), priority_word(priority(*usg))) == (value, word)


@pytest.mark.parametrize("missing", range(3))
def test_it_has_no_priority_while_a_score_is_missing(missing: int) -> None:
    scores: list[int | None] = [3, 3, 3]
    scores[missing] = None
    assert priority(*scores) is None


def test_it_names_the_score_outside_one_to_five() -> None:
    problems = usg_problems({"urgency": 6, "seriousness": 0, "growth": 3})
    assert [(p.field, p.message.params["value"]) for p in problems] == [("urgency", 6), ("seriousness", 0)]
