"""The nearest known name for what an office typed: kecamatan, desa, perangkat daerah."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from rangkai.lib.text import normalise_place

LEAST_SCORE = 60.0
_SMALL_WORDS = frozenset({"dan", "serta", "di", "ke", "untuk", "dengan"})


@dataclass(frozen=True, slots=True)
class Choice:
    """A known name. `key` is the caller's own; `aliases` are other spellings and abbreviations ("DPUPR")."""

    key: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    choice: Choice
    score: float
    """From 0 to 100; 100 is the same name but for case, spacing and "Kec.", "Desa", "Kel."."""

    @property
    def is_same(self) -> bool:
        return self.score >= 100.0


def normalise_name(text: str) -> str:
    """The form in which names are compared."""
    return normalise_place(text)


class NameIndex:
    """Look-ups over one list of names; every distinct text is compared once."""

    def __init__(self, choices: Iterable[Choice]) -> None:
        self.choices = tuple(choices)
        self._by_form: dict[str, list[int]] = {}
        self._forms: list[str] = []
        self._owners: list[int] = []
        self._answers: dict[str, tuple[Suggestion, ...]] = {}
        for place, choice in enumerate(self.choices):
            for form in dict.fromkeys(normalise_name(name) for name in (choice.name, *choice.aliases)):
                self._add(form, place)
        for place, choice in enumerate(self.choices):
            initials = _initials(choice.name)
            if initials and initials not in self._by_form:
                self._add(initials, place)

    def _add(self, form: str, place: int) -> None:
        if form:
            self._by_form.setdefault(form, []).append(place)
            self._forms.append(form)
            self._owners.append(place)

    def exact(self, text: str) -> Choice | None:
        """The one choice that bears this name; None where none or several do."""
        places = set(self._by_form.get(normalise_name(text), ()))
        return self.choices[places.pop()] if len(places) == 1 else None

    def nearest(self, text: str, limit: int = 3) -> tuple[Suggestion, ...]:
        """The best `limit` choices, best first; fewer or none where nothing is near."""
        form = normalise_name(text)
        if form not in self._answers:
            self._answers[form] = self._search(form) if form else ()
        return self._answers[form][:limit]

    def _search(self, form: str) -> tuple[Suggestion, ...]:
        found = process.extract(
            form, self._forms, scorer=fuzz.ratio, processor=None, score_cutoff=LEAST_SCORE, limit=12
        )
        by_words = process.extract(
            form,
            self._forms,
            scorer=fuzz.token_sort_ratio,
            processor=None,
            score_cutoff=LEAST_SCORE,
            limit=12,
        )
        best: dict[int, float] = {}
        for known, score, place in (*found, *by_words):
            owner = self._owners[place]
            shown = 100.0 if known == form else min(score, 99.0)
            best[owner] = max(best.get(owner, 0.0), shown)
        ranked = sorted(best.items(), key=lambda entry: (-entry[1], self.choices[entry[0]].name))
        return tuple(Suggestion(self.choices[owner], round(score, 1)) for owner, score in ranked[:12])


def _initials(name: str) -> str:
    """ "Dinas Pekerjaan Umum dan Penataan Ruang" is known as "dpupr"; nothing for names of one or two words."""
    parts = [part for part in normalise_name(name).split(" ") if part not in _SMALL_WORDS]
    return "".join(part[0] for part in parts) if len(parts) > 2 else ""


def nearest(text: str, choices: Sequence[str], limit: int = 3) -> tuple[Suggestion, ...]:
    """One look-up in a plain list of names; keep a `NameIndex` for many."""
    return NameIndex(Choice(name, name) for name in choices).nearest(text, limit)
