"""Reads plain values out of a JSON payload and keeps a list of what is wrong, instead of stopping at the first.

Each method gives the value in its type, or a harmless stand-in after writing down a Problem whose `field` is the
path in the payload.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rangkai.lib.errors import N_, Message, Problem

YEARS = range(1900, 2201)


@dataclass
class Reader:
    """The problems met so far; `about` names the record being read, for the sentence, `prefix` for the path."""

    problems: list[Problem] = field(default_factory=list)
    about: str = "Masalah"
    prefix: str = ""

    def wrong(self, path: str, message: Message) -> None:
        self.problems.append(Problem(message, self.prefix + path))

    def enter(self, about: str = "Masalah", prefix: str = "") -> None:
        """Name the record that the next values belong to; without arguments, the whole again."""
        self.about, self.prefix = about, prefix

    def integer(self, value: Any, path: str, stand_in: int = 0) -> int:
        """A whole number; 5.0 counts as 5, True and "5" do not."""
        if isinstance(value, float) and value.is_integer():
            return int(value)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        self.wrong(
            path,
            N_("%(about)s: %(path)s harus bilangan bulat, bukan %(value)s.", **self._said(path, value)),
        )
        return stand_in

    def amount(self, value: Any, path: str) -> int:
        """A whole number that is not negative: rupiah, seats, a count."""
        number = self.integer(value, path)
        if number < 0:
            self.wrong(
                path,
                N_("%(about)s: %(path)s tidak boleh negatif (%(value)s).", **self._said(path, value)),
            )
            return 0
        return number

    def number(self, value: Any, path: str, stand_in: float = 0.0) -> float:
        """A finite number that is not negative."""
        if (
            isinstance(value, int | float)
            and not isinstance(value, bool)
            and math.isfinite(value)
            and value >= 0
        ):
            return float(value)
        self.wrong(
            path,
            N_(
                "%(about)s: %(path)s harus angka nol atau lebih, bukan %(value)s.",
                **self._said(path, value),
            ),
        )
        return stand_in

    def flag(self, value: Any, path: str) -> bool:
        if value is None or isinstance(value, bool):
            return bool(value)
        self.wrong(
            path,
            N_("%(about)s: %(path)s harus true atau false, bukan %(value)s.", **self._said(path, value)),
        )
        return False

    def text(self, value: Any, path: str, *, required: bool = False) -> str:
        """A word or a code; a whole number is taken as its digits, and null as empty where that is allowed."""
        if value is None and not required:
            return ""
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, str) and (value.strip() or not required):
            return value.strip()
        self.wrong(
            path,
            N_("%(about)s: %(path)s harus teks yang terisi, bukan %(value)s.", **self._said(path, value)),
        )
        return ""

    def year(self, value: Any, path: str) -> int | None:
        if value is None:
            return None
        number = self.integer(value, path, YEARS.start)
        if number in YEARS:
            return number
        self.wrong(
            path, N_("%(about)s: %(path)s bukan tahun yang wajar (%(value)s).", **self._said(path, value))
        )
        return None

    def listing(self, value: Any, path: str) -> Sequence[Any]:
        if value is None:
            return ()
        if isinstance(value, list | tuple):
            return value
        self.wrong(path, N_("%(about)s: %(path)s harus daftar, bukan %(value)s.", **self._said(path, value)))
        return ()

    def table(self, value: Any, path: str) -> Mapping[str, Any]:
        if value is None:
            return {}
        if isinstance(value, Mapping):
            return {str(key): item for key, item in value.items()}
        self.wrong(path, N_("%(about)s: %(path)s harus objek, bukan %(value)s.", **self._said(path, value)))
        return {}

    def rows(self, value: Any, path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """The objects of a list, each with its path."""
        for place, item in enumerate(self.listing(value, path)):
            yield f"{path}[{place}]", self.table(item, f"{path}[{place}]")

    def each[T](self, value: Any, path: str, read: Callable[[Any, str], T]) -> tuple[T, ...]:
        return tuple(read(item, f"{path}[{place}]") for place, item in enumerate(self.listing(value, path)))

    def _said(self, path: str, value: Any) -> dict[str, object]:
        shown = {None: "kosong", True: "true", False: "false"}.get(value) if _plain(value) else None
        return {"about": self.about, "path": path, "value": shown or repr(value)[:60]}


def _plain(value: Any) -> bool:
    return value is None or isinstance(value, bool)
