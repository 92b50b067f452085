"""Places as proposals write them, brought to one form: "RT/RW 17/05", "RT.17 RW.05" and "rt 017/rw 05" are one.

Numbers (RT, RW, dusun, the ordinal of a name) are bit masks, bit `n % 63` for number n, so that two places are
compared by one machine instruction; numbers 63 apart, which a village hardly has, would be taken for one another.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from rangkai.engines.similarity import vocabulary as v
from rangkai.lib.text import fold

BITS = 63
HIGHEST = 200
"""Larger numbers are years or amounts, not part of an address."""
WIDEST_RANGE = 60

_TOKEN = re.compile(r"[a-z]+|[0-9]+|[^\sa-z0-9]")
_UNTIL = re.compile(
    r"\bs\s*[./]\s*d\b\.?|(?<=\d)\s*sd\b\.?(?=[\s.]*(?:rt|rw)?[\s.]*\d)|\bsampai(?: dengan)?\b|\bhingga\b"
)
_UNTIL_MARKS = ("s/", "s.", "s /", "s .", "sd", "sampai", "hingga")
_RT_RW = re.compile(r"\brt[\s./]{0,3}rw\b")
_RW_RT = re.compile(r"\brw[\s./]{0,3}rt\b")


@dataclass(frozen=True, slots=True)
class Area:
    """A village and its district by folded name; empty where unknown. Spaces do not part two names."""

    desa: str = ""
    kecamatan: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A spot inside an area. `names` keeps the written order; `either` means that RT and RW may be swapped."""

    names: tuple[str, ...] = ()
    rt: int = 0
    rw: int = 0
    dusun: int = 0
    ordinal: int = 0
    either: bool = False
    whole: bool = False

    @property
    def empty(self) -> bool:
        return not (self.names or self.rt or self.rw or self.dusun or self.whole)


def bits(*numbers: int) -> int:
    """The mask of some numbers."""
    mask = 0
    for number in numbers:
        mask |= 1 << (number % BITS)
    return mask


def read_area(text: str) -> Area:
    """Read "Desa Kembangringgit, Kec. Pungging", or "Kembangringgit, Pungging", village first."""
    found: dict[str, str] = {}
    for part in re.split(r"[,;/()]|(?=\bkec(?:amatan)?\b)", fold(text)):
        words = re.findall(r"[a-z]+", part)
        labels = list(takewhile(v.AREA_LABELS.__contains__, words))
        name = " ".join(words[len(labels) :])
        if not name or {"kab", "kabupaten"}.intersection(labels):
            continue
        second = not labels and "desa" in found
        level = "kecamatan" if second or {"kec", "kecamatan"}.intersection(labels) else "desa"
        found.setdefault(level, name)
    return Area(found.get("desa", ""), found.get("kecamatan", ""))


def read_place(text: str, area: Area = Area()) -> Place:
    """Read the spot out of folded text; the names of its own area, said again, mean the whole of it."""
    return _Reader(area).read(text)


class _Reader:
    """Walks once over words, numbers and signs; `label` is what the next number counts."""

    def __init__(self, area: Area) -> None:
        self.own = {area.desa.replace(" ", ""), area.kecamatan.replace(" ", ""), ""}
        self.names: list[str] = []
        self.masks = {"rt": 0, "rw": 0, "dusun": 0, "": 0}
        self.pending: list[int] = []
        self.label = ""
        self.sign = ""
        self.either = False
        self.whole = False
        self.in_area: list[str] | None = None

    def read(self, text: str) -> Place:
        for token, following in _with_next(_TOKEN.findall(_one_form(text))):
            number = self._number(token)
            if number is None:
                self._word(token) if token.isalpha() else self._mark(token)
            elif following in v.DUSUN_LABELS and not self.label:
                self.whole = True
            elif following not in v.COUNTED and number <= HIGHEST and self.label != "km":
                self._count(number)
        self._flush()
        self._close_area()
        return Place(
            names=tuple(self.names),
            rt=self.masks["rt"],
            rw=self.masks["rw"],
            dusun=self.masks["dusun"],
            ordinal=self.masks[""],
            either=self.either,
            whole=self.whole and not (self.names or any(self.masks.values())),
        )

    def _number(self, token: str) -> int | None:
        if token.isdigit():
            return int(token[:6])
        if token in v.ROMAN and (self.label or self.names or self.in_area):
            return v.ROMAN[token]
        return v.NUMBER_WORDS.get(token)

    def _count(self, number: int) -> None:
        if self.sign == "/" and self.pending:
            first, second = ("rw", "rt") if self.label == "rw" else ("rt", "rw")
            self.masks[first] |= bits(*self.pending)
            self.masks[second] |= bits(number)
            self.either = self.either or not self.label
            self.pending = []
        elif not self.sign and not self.label:
            self._flush()
            self.pending.append(number)
        elif self.sign == "-" and self.pending and 0 < number - self.pending[-1] <= WIDEST_RANGE:
            self.pending.extend(range(self.pending[-1] + 1, number + 1))
        else:
            self.pending.append(number)
        self.sign = ""

    def _mark(self, sign: str) -> None:
        if sign != ".":
            self.sign = sign
        if sign in ",;-()":
            self._close_area()

    def _word(self, word: str) -> None:
        if word in {"dan", "no", "nomor"}:
            self.sign = ","
            return
        label = _label_of(word)
        if self.sign == "-" and label == self.label and self.pending:
            return
        self._flush()
        self.sign = ""
        if word in v.AREA_LABELS:
            self._close_area()
            self.in_area = []
        elif label or word in v.PLACE_LABELS:
            self._close_area()
            self.label = label
        elif word in v.WHOLE:
            self.whole = True
        elif self.in_area is not None:
            self.in_area.append(word)
        elif len(word) > 1 and word not in v.STOPWORDS:
            self.names.append(word)

    def _flush(self) -> None:
        label = "" if self.label == "km" else self.label
        self.masks[label] |= bits(*self.pending)
        self.pending = []
        self.label = ""

    def _close_area(self) -> None:
        if self.in_area is None:
            return
        if "".join(self.in_area) in self.own:
            self.whole = True
        else:
            self.names.extend(word for word in self.in_area if len(word) > 1 and word not in v.STOPWORDS)
        self.in_area = None


def _one_form(text: str) -> str:
    if any(mark in text for mark in _UNTIL_MARKS):
        text = _UNTIL.sub(" - ", text)
    if "rt" in text and "rw" in text:
        text = _RW_RT.sub("rw", _RT_RW.sub("rt", text))
    return text


def _label_of(word: str) -> str:
    if word in v.RT_LABELS:
        return "rt"
    if word in v.RW_LABELS:
        return "rw"
    if word in v.DUSUN_LABELS:
        return "dusun"
    return "km" if word == "km" else ""


def _with_next(tokens: list[str]) -> Iterator[tuple[str, str]]:
    return zip(tokens, [*tokens[1:], ""], strict=False)
