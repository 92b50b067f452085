"""Finding what a sheet names: offices, kecamatan, desa, funds; whatever the case, dots and blanks."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from rangkai.engines.tabular.names import Choice, NameIndex
from rangkai.lib.text import normalise_place, words


def squashed(text: str) -> str:
    """Letters and digits alone: "Sudajaya Girang", "SUDAJAYAGIRANG" and "Sudajaya-Girang" are one."""
    return words(text).replace(" ", "")


def squashed_place(text: str) -> str:
    """The same without "Kec.", "Desa" or "Kelurahan" before the name."""
    return normalise_place(text).replace(" ", "")


class NameBook[T]:
    """Entries by all the names they go by; the first name of an entry is the one to show.

    Two entries under one name are found by neither; the nearest names are looked up only when somebody asks.
    """

    def __init__(
        self, entries: Iterable[tuple[T, Sequence[str]]], *, key: Callable[[str], str] = squashed
    ) -> None:
        self._key = key
        self._entries = [(entry, [name for name in names if name]) for entry, names in entries]
        self._found: dict[str, T | None] = {}
        self._asked: dict[str, T | None] = {}
        for entry, names in self._entries:
            for form in {key(name) for name in names}:
                self._found[form] = None if form in self._found else entry

    def find(self, text: str) -> T | None:
        """The one entry of that name, or of those initials ("DPUPR"); each writing is looked up once."""
        if text not in self._asked:
            self._asked[text] = self._look_up(text)
        return self._asked[text]

    def _look_up(self, text: str) -> T | None:
        form = self._key(text)
        if form in self._found:
            return self._found[form]
        short = self._index.exact(text)
        return self._entries[int(short.key)][0] if short else None

    def suggest(self, text: str, *, most: int = 3) -> tuple[str, ...]:
        """The nearest names, best first; none when nothing is near."""
        return tuple(hit.choice.name for hit in self._index.nearest(text, most))

    @cached_property
    def _index(self) -> NameIndex:
        return NameIndex(
            Choice(str(place), names[0], tuple(names[1:]))
            for place, (_, names) in enumerate(self._entries)
            if names
        )
