"""Which sub-dimension needs without one may belong to: by wording, so that one decision serves all alike."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rangkai.engines.similarity.words import stem, tokens
from rangkai.engines.understanding.doubt import Doubt, calibrate, trials
from rangkai.engines.understanding.model import Example, Words, asked_words, learn


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as people wrote it; `ref` is the number of its need."""

    ref: str
    statement: str


@dataclass(frozen=True, slots=True)
class Sorted:
    """Needs of one wording. `part_id` is the sub-dimension proposed (None: unsure), `perhaps_id` the likeliest one;
    `words` led there, as they are written; `percent` 0..100."""

    statement: str
    refs: tuple[str, ...]
    part_id: int | None
    perhaps_id: int | None
    percent: int
    words: tuple[str, ...]

    @property
    def key(self) -> str:
        return self.refs[0]


@dataclass(frozen=True, slots=True)
class Sorting:
    """Proposals, the surest kinds first and then the most needs; `doubt` says from where on the model speaks."""

    rows: tuple[Sorted, ...]
    doubt: Doubt


def examples_of(decided: Iterable[tuple[str, int, int]]) -> list[Example]:
    """(statement, sub-dimension id, how many) as the engine learns it."""
    return [Example(asked_words(statement), str(part), count) for statement, part, count in decided]


def sort_needs(
    needs: Iterable[Said], examples: Sequence[Example], descriptions: Mapping[int, str]
) -> Sorting:
    """`descriptions` is sub-dimension id → what it is about, in words. A sub-dimension that is gone is not proposed."""
    known = {str(part): text for part, text in descriptions.items()}
    learnt = [example for example in examples if example.label in known]
    doubt = calibrate(trials(learnt, known))
    model = learn(learnt, known)
    read: dict[str, Words] = {}
    groups: dict[Words, list[Said]] = {}
    for need in needs:
        if need.statement not in read:
            read[need.statement] = asked_words(need.statement)
        groups.setdefault(read[need.statement], []).append(need)
    rows = []
    for words, members in groups.items():
        guess = model.guess(words)
        part = int(guess.label) if guess else None
        sure = guess is not None and guess.share >= doubt.threshold
        statement = members[0].statement
        rows.append(
            Sorted(
                statement,
                tuple(need.ref for need in members),
                part if sure else None,
                part,
                round(guess.share * 100) if guess else 0,
                as_written(guess.words, statement) if guess else (),
            )
        )
    rows.sort(key=lambda row: (row.part_id is None, -len(row.refs), row.key))
    return Sorting(tuple(rows), doubt)


def as_written(roots: Iterable[str], statement: str) -> tuple[str, ...]:
    """The words of a statement that have these roots."""
    forms = {stem(word): word for word in reversed(tokens(statement))}
    return tuple(forms[root] for root in roots)
