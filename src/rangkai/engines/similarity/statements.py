"""A statement of a need, and what the engine reads in it: what is asked for, where, and by whom."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from rangkai.engines.similarity import vocabulary as v
from rangkai.engines.similarity.places import Area, Place, read_area, read_place
from rangkai.engines.similarity.words import folded_tokens, stem, tokens
from rangkai.lib.text import fold

TAIL = 200
"""A village and district are looked for in so many last characters of a text."""

_NAMED = r"([a-z][a-z' ]{1,40}?)"
_DESA = r"\b(?:desa|ds|kelurahan|kel)\b[\s.:]*"
_KECAMATAN = r"\b(?:kecamatan|kec)\b[\s.:]*"
_KABUPATEN = re.compile(r"[\s,]+kab(?:upaten)?\b\.?\s+[a-z ]+\W*$")
_BOTH = re.compile(rf"[\s,;(]*{_DESA}{_NAMED}[\s,.;]*{_KECAMATAN}{_NAMED}[\s.)]*$")
_ONLY_KECAMATAN = re.compile(rf"[\s,;(]*{_KECAMATAN}{_NAMED}[\s.)]*$")
_ONLY_DESA = re.compile(rf"[\s,;(]*{_DESA}{_NAMED}[\s.)]*$")
_PLACE_BEFORE = re.compile(r"\bdi\b|\b(?:dusun|dsn|kp|kampung|jl|jalan|gang|blok|rt|rw|kantor|balai)\b")
_PLACE_STARTS = re.compile(r"\s(?:kp|kampung|dusun|dsn|kadus|rt|rw|jl|jln|gg|gang|blok|ruas|lokasi)\b")
_AT_STARTS = re.compile(r"\sdi\s")


@dataclass(frozen=True, slots=True)
class Statement:
    """One need as it was said.

    `text` may hold everything ("Pembangunan drainase - Kp. Cijolang RT 2, Desa Wangunreja, Kec. Nyalindung");
    where `place` (the spot) and `area` ("Desa …, Kec. …") are known apart, they are taken as given.
    """

    id: str
    text: str
    place: str = ""
    area: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a statement says. `objects` are roots in their order, repetitions kept, and `said` the same words as they
    were written, folded; `wording` is the folded whole."""

    id: str
    wording: str
    objects: tuple[str, ...]
    said: tuple[str, ...]
    place: Place
    area: Area
    office: str


def read(statement: Statement) -> Reading:
    """Take a statement apart. What is given in its own field is not looked for in the text."""
    text, area = _cut_area(fold(statement.text))
    if statement.area:
        area = read_area(statement.area)
    activity, spot = _cut_place(text, located=area != Area())
    given = fold(statement.place)
    place = read_place(f"{spot}, {given}" if given else spot, area)
    if not spot:
        place = replace(place, ordinal=place.ordinal | read_place(activity).ordinal)
    objects, said = _objects(activity)
    return Reading(
        id=statement.id,
        wording=" ".join(folded_tokens(f"{text} {given} {area.desa} {area.kecamatan}")),
        objects=objects,
        said=said,
        place=place,
        area=area,
        office=_office(statement.office),
    )


def read_all(statements: Iterable[Statement]) -> list[Reading]:
    return [read(statement) for statement in statements]


@lru_cache(maxsize=1 << 14)
def _objects(activity: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Roots of the words that mean something, and the words."""
    said = [word for word in folded_tokens(activity) if len(word) > 1 and not word.isdigit()]
    kept = [(stem(word), word) for word in said if stem(word) not in v.STOPWORDS]
    return tuple(root for root, _ in kept), tuple(word for _, word in kept)


@lru_cache(maxsize=1 << 12)
def _office(name: str) -> str:
    return " ".join(tokens(name))


def _cut_area(text: str) -> tuple[str, Area]:
    """Cut "…, Desa X, Kec. Y" from the end of a folded text."""
    start = max(0, len(text) - TAIL)
    head, tail = text[:start], text[start:]
    if "kab" in tail:
        tail = _KABUPATEN.sub("", tail)
    if found := _BOTH.search(tail):
        area = Area(_spelt(found[1]), _spelt(found[2]))
    elif found := _ONLY_KECAMATAN.search(tail):
        area = Area("", _spelt(found[1]))
    elif (found := _ONLY_DESA.search(tail)) and _says_a_place(text, found):
        area = Area(_spelt(found[1]), "")
    else:
        return head + tail, Area()
    return head + tail[: found.start()], area


def _says_a_place(text: str, found: re.Match[str]) -> bool:
    """ "Desa X" at the end is a village after a comma or among words of a place, not in "Pembangunan Desa Wisata"."""
    return found[0].startswith(",") or _PLACE_BEFORE.search(text) is not None


def _spelt(name: str) -> str:
    return " ".join(folded_tokens(name))


def _cut_place(text: str, *, located: bool) -> tuple[str, str]:
    """Part what is asked for from where: at the first " - ", else before the first word of a place.

    "di" begins a place only where a village or district is known: not in "antrean di puskesmas".
    """
    activity, dash, spot = text.partition(" - ")
    if dash:
        return activity, spot
    found = [
        match.start() for match in (_PLACE_STARTS.search(text), located and _AT_STARTS.search(text)) if match
    ]
    cut = min(found, default=len(text))
    return text[:cut], text[cut:]
