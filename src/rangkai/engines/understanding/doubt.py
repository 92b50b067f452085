"""From how sure a guess may be said aloud: measured on statements whose wording the model has not seen."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rangkai.engines.understanding.model import Example, Model, Words, learn

FOLDS = 5
WANTED = 0.9
"""Share of the guesses said aloud that people should agree with."""
UNMEASURED = 0.9
"""Where too few statements were decided to measure anything."""
LEAST_MEASURED = 30
NEVER = 1.01


@dataclass(frozen=True, slots=True)
class Doubt:
    """`threshold` 0 to 1 (`NEVER`: keep silent). `right` and `spoken` are shares on unseen wordings, or None."""

    threshold: float
    right: float | None = None
    spoken: float | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """What the model said of `count` statements without knowing their wording; `share` 0 where it said nothing."""

    share: float
    right: bool
    count: int


def trials(examples: Sequence[Example], descriptions: Mapping[str, str], folds: int = FOLDS) -> list[Trial]:
    """Cross-validation in which all statements of one wording stay in one fold; the same every time."""
    wordings = sorted({example.words for example in examples})
    fold_of: dict[Words, int] = {words: number % folds for number, words in enumerate(wordings)}
    found = []
    for fold in range(folds):
        model = learn((one for one in examples if fold_of[one.words] != fold), descriptions)
        found += [_trial(model, one) for one in examples if fold_of[one.words] == fold]
    return found


def _trial(model: Model, example: Example) -> Trial:
    guess = model.guess(example.words)
    if guess is None:
        return Trial(0.0, right=False, count=example.count)
    return Trial(guess.share, guess.label == example.label, example.count)


def calibrate(found: Iterable[Trial], *, wanted: float = WANTED) -> Doubt:
    """The lowest threshold from which on at least `wanted` of what is said is right."""
    ordered = sorted((trial for trial in found), key=lambda trial: -trial.share)
    every = sum(trial.count for trial in ordered)
    if every < LEAST_MEASURED:
        return Doubt(UNMEASURED)
    best = Doubt(NEVER, None, 0.0)
    said: Counter[bool] = Counter()
    for share, group in groupby(ordered, key=lambda trial: trial.share):
        for trial in group:
            said[trial.right] += trial.count
        right = said[True] / said.total()
        if share > 0 and right >= wanted:
            best = Doubt(share, round(right, 4), round(said.total() / every, 4))
    return best
