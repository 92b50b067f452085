"""Naive Bayes over the roots of what a statement asks for, kept as counts so that each word can be shown.

Source: multinomial naive Bayes (McCallum and Nigam 1998) smoothed by adding; a word counts once a statement.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rangkai.engines.similarity import vocabulary as v
from rangkai.engines.similarity.statements import Statement, read

SMOOTHING = 0.1
SEED_WEIGHT = 1.0
"""A description of a class counts as much as one statement."""
SHOWN_WORDS = 3

type Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """`count` statements that ask for `words` (roots, `asked_words`) and that people put into `label`."""

    words: Words
    label: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Guess:
    """`share` is 0 to 1, what the model believes, uncalibrated; `words` led to it, weightiest first."""

    label: str
    share: float
    words: Words


@dataclass
class Model:
    """Counts by label. `documents` is label → weight of its examples, `said` label → word → weight."""

    documents: Counter[str] = field(default_factory=Counter)
    said: dict[str, Counter[str]] = field(default_factory=dict)
    known: Counter[str] = field(default_factory=Counter)

    def add(self, words: Iterable[str], label: str, weight: float) -> None:
        self.documents[label] += weight  # type: ignore[assignment]
        into = self.said.setdefault(label, Counter())
        for word in words:
            into[word] += weight  # type: ignore[assignment]
            self.known[word] += weight  # type: ignore[assignment]

    def guess(self, words: Words) -> Guess | None:
        """The likeliest label; None where no word is known, or there is no choice between labels."""
        heard = [word for word in words if self.known[word] > 0]
        if not heard or len(self.documents) < 2:
            return None
        chances = {label: [self._chance(word, label) for word in heard] for label in self.documents}
        total = sum(self.documents.values())
        score = {
            label: math.log(self.documents[label] / total) + sum(parts) for label, parts in chances.items()
        }
        best = max(score, key=lambda label: (score[label], label))
        share = 1.0 / sum(math.exp(other - score[best]) for other in score.values())
        return Guess(best, round(share, 4), self._leading(heard, chances, best))

    def _chance(self, word: str, label: str) -> float:
        """ln P(word | label)."""
        said = self.said[label]
        return math.log((said[word] + SMOOTHING) / (said.total() + SMOOTHING * len(self.known)))

    def _leading(self, heard: Sequence[str], chances: Mapping[str, Sequence[float]], best: str) -> Words:
        """Words that speak for the label more than for the mean of the others."""
        others = [parts for label, parts in chances.items() if label != best]
        gains = {
            word: chances[best][at] - sum(parts[at] for parts in others) / len(others)
            for at, word in enumerate(heard)
        }
        ordered = sorted((word for word in gains if gains[word] > 0), key=lambda word: (-gains[word], word))
        return tuple(ordered[:SHOWN_WORDS])


def asked_words(text: str) -> Words:
    """Roots of what a statement asks for, each once; places, actions and words of every proposal are left out."""
    reading = read(Statement("", text))
    roots = dict.fromkeys(root for root in reading.objects if root not in v.ACTIONS)
    telling = tuple(root for root in roots if root not in v.GENERIC)
    return telling or tuple(roots)


def learn(examples: Iterable[Example], descriptions: Mapping[str, str]) -> Model:
    """A model from what people decided and from a description in words of each label (data, our own wording)."""
    model = Model()
    for label, text in descriptions.items():
        model.add(asked_words(text), label, SEED_WEIGHT)
    for example in examples:
        model.add(example.words, example.label, float(example.count))
    return model
