"""The chapters of a book in order: as people left them, or the frame while nobody changed it."""

from collections.abc import Sequence
from dataclasses import dataclass

from rangkai.domains.books.rules.assembling import PARTS
from rangkai.domains.books.rules.facts import ChapterText
from rangkai.domains.books.rules.frame import FRAMES
from rangkai.domains.books.rules.terms import BookNumber, Place

PLACES = (Place.FRONT, Place.BODY, Place.ANNEX)


@dataclass(frozen=True, slots=True)
class OutlineChapter:
    """A chapter, saved or not: a frame that is saved unchanged bears the same version 1."""

    key: str
    place: Place
    title: str
    body: str
    version: int
    is_hidden: bool

    @property
    def from_records(self) -> bool:
        """Whether records are printed after its text."""
        return self.key in PARTS

    @property
    def prints(self) -> bool:
        """Whether anything of it reaches the book."""
        return not self.is_hidden and (self.from_records or bool(self.body.strip()))

    @property
    def text(self) -> ChapterText:
        return ChapterText(self.key, self.place.value, self.title, self.body, self.version)


def frame_of(book: BookNumber) -> tuple[OutlineChapter, ...]:
    """What a book begins with."""
    return tuple(
        OutlineChapter(one.key, one.place, one.title, one.body, 1, is_hidden=False) for one in FRAMES[book]
    )


def is_of_frame(book: BookNumber, key: str) -> bool:
    """Chapters of the frame are hidden, never deleted: their key says what is printed."""
    return any(one.key == key for one in FRAMES[book])


def in_order(chapters: Sequence[OutlineChapter]) -> tuple[OutlineChapter, ...]:
    """Front matter, then chapters, then annexes; inside each the order they were given in."""
    return tuple(sorted(chapters, key=lambda one: PLACES.index(one.place)))


def moved(keys: Sequence[str], key: str, *, up: bool) -> list[str]:
    """The keys with one of them a place up or down; at the end of the row nothing moves."""
    at = keys.index(key)
    to = at - 1 if up else at + 1
    order = list(keys)
    if 0 <= to < len(order):
        order[at], order[to] = order[to], order[at]
    return order
