import pytest

from rangkai.engines.understanding.doubt import NEVER, UNMEASURED, Doubt, Trial, calibrate, trials
from rangkai.engines.understanding.model import Example

NONE: dict[str, str] = {}


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param([Trial(0.9, True, 29)], Doubt(UNMEASURED), id="too few to measure"),
        pytest.param(
            [Trial(0.9, True, 27), Trial(0.8, False, 3), Trial(0.7, False, 10)],
            Doubt(0.8, 0.9, 0.75),
            id="as far down as nine of ten are right",
        ),
        pytest.param([Trial(0.9, False, 40)], Doubt(NEVER, None, 0.0), id="never right, so never said"),
        pytest.param([Trial(0.0, False, 40)], Doubt(NEVER, None, 0.0), id="nothing known"),
        pytest.param(
            [Trial(0.9, True, 1), Trial(0.9, False, 39)],
            Doubt(NEVER, None, 0.0),
            id="equal shares stand together",
        ),
    ],
)
def test_it_speaks_from_where_people_would_agree(found, expected):
    assert calibrate(found) == expected


def test_it_never_learns_the_wording_that_it_is_tried_on():
    """One wording alone of each label: unseen, it can't be known."""
    examples = [Example(("drainase",), "a", 20), Example(("posyandu",), "b", 20)]
    assert [trial.share for trial in trials(examples, NONE)] == [0.0, 0.0]


def test_it_recognises_a_new_wording_by_a_word_it_shares():
    examples = [
        Example((word, more), label)
        for word, label in (("drainase", "a"), ("posyandu", "b"))
        for more in ("baru", "lama", "kota", "pasar")
    ]
    assert all(trial.right for trial in trials(examples, NONE))
