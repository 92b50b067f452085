"""Why two statements, or a group of them, are alike: sentences that a planner reads beside the score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from rangkai.engines.similarity import vocabulary as v
from rangkai.engines.similarity.places import Area
from rangkai.engines.similarity.statements import Reading
from rangkai.engines.similarity.twins import SHORTEST as SHORTEST_TWIN
from rangkai.engines.similarity.words import is_abbreviation
from rangkai.lib.errors import N_, Message

MOST_WORDS = 6
NEARLY = 90
"""Sentences that differ in a tenth of their letters (rapidfuzz ratio)."""

SAME_SENTENCE = N_("kalimat sama")
NEARLY_SAME_SENTENCE = N_("kalimat hampir sama")
SAME_ADDRESS = N_("RT/RW sama")
SAME_DUSUN = N_("nomor dusun sama")
NO_SPOT_ON_ONE_SIDE = N_("tempat rinci di salah satunya tidak diisi")
SAME_OFFICE = N_("perangkat daerah sama")


class Written:
    """How people write a root: its commonest form, asked for again and again."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._forms: dict[str, Counter[str]] = {}
        for (said, objects), times in Counter(
            (reading.said, reading.objects) for reading in readings
        ).items():
            for word, root in zip(said, objects, strict=True):
                self._forms.setdefault(root, Counter())[word] += times
        self._shared: dict[tuple[tuple[str, ...], tuple[str, ...]], Message | None] = {}

    def form(self, root: str) -> str:
        """The commonest written form, the first in the alphabet among equals; the root where nobody wrote it."""
        forms = self._forms.get(root, {root: 1})
        word = min(forms, key=lambda form: (-forms[form], form))
        return word.upper() if is_abbreviation(word) else word

    def phrase(self, roots: Iterable[str]) -> str:
        """A few roots as people write them, in their order."""
        return " ".join(self.form(root) for root in list(roots)[:MOST_WORDS])

    def same_objects(self, left: tuple[str, ...], right: tuple[str, ...]) -> Message | None:
        key = (left, right)
        if key not in self._shared:
            both = [root for root in dict.fromkeys(left) if root in right and names_an_object(root)]
            self._shared[key] = N_("objek sama: %(words)s", words=self.phrase(both)) if both else None
        return self._shared[key]


def names_an_object(root: str) -> bool:
    """Whether a root says what is asked for, rather than what is done to it or what fits everything."""
    return root not in v.ACTIONS and root not in v.GENERIC


def of_pair(written: Written, left: Reading, right: Reading) -> tuple[Message, ...]:
    """The evidence for one pair: object, place, wording, office."""
    if left.wording == right.wording:
        return (SAME_SENTENCE,)
    reasons = [written.same_objects(left.objects, right.objects), _same_place(left, right)]
    if _numbers_agree(left, right):
        reasons.append(SAME_ADDRESS)
    if left.place.dusun & right.place.dusun:
        reasons.append(SAME_DUSUN)
    if left.place.empty != right.place.empty:
        reasons.append(NO_SPOT_ON_ONE_SIDE)
    if fuzz.ratio(left.wording, right.wording) >= NEARLY:
        reasons.append(NEARLY_SAME_SENTENCE)
    if left.office and left.office == right.office:
        reasons.append(SAME_OFFICE)
    return tuple(reason for reason in reasons if reason is not None)


def same_words(left: Reading, right: Reading) -> Message:
    """Where no object and no place is shared: the plain words that are, or begin alike, as the right writes them."""
    begun = tuple(left.wording.split())
    both = dict.fromkeys(word for word in right.wording.split() if word.startswith(begun))
    return N_("kata sama: %(words)s", words=" ".join(list(both)[:MOST_WORDS]))


def of_places(areas: Sequence[Area]) -> Message | None:
    """Where the statements of a group lie: one village, or how many."""
    known = {area for area in areas if area.desa or area.kecamatan}
    if not known:
        return None
    if len(known) == 1:
        return N_("tempat sama: %(place)s", place=area_name(*known))
    kecamatan = {area.kecamatan for area in known if area.kecamatan}
    desa = {area for area in known if area.desa}
    if not desa:
        return N_("tersebar di %(kecamatan)d kecamatan", kecamatan=len(kecamatan))
    if not kecamatan:
        return N_("tersebar di %(desa)d desa/kelurahan", desa=len(desa))
    return N_(
        "tersebar di %(desa)d desa/kelurahan, %(kecamatan)d kecamatan",
        desa=len(desa),
        kecamatan=len(kecamatan),
    )


def area_name(area: Area) -> str:
    """The village, else the district, as a label: "Desa Kembangringgit"."""
    return f"Desa {area.desa.title()}" if area.desa else f"Kec. {area.kecamatan.title()}"


def _same_place(left: Reading, right: Reading) -> Message | None:
    names = [_as_name(name) for name in _common_names(left.place.names, right.place.names)]
    if left.area.desa and left.area.desa == right.area.desa:
        names.append(area_name(left.area))
    elif left.area.kecamatan and left.area.kecamatan == right.area.kecamatan:
        names.append(area_name(Area("", left.area.kecamatan)))
    return N_("tempat sama: %(place)s", place=", ".join(names)) if names else None


def _common_names(left: tuple[str, ...], right: tuple[str, ...]) -> list[str]:
    """Names of both, misspelt ones too, as the left writes them; "talaga tengah" stays one name."""
    runs: list[list[str]] = []
    open_run = False
    for name in left:
        shared = name in right or any(_twin(name, other) for other in right)
        if shared and open_run:
            runs[-1].append(name)
        elif shared:
            runs.append([name])
        open_run = shared
    return list(dict.fromkeys(" ".join(run[:MOST_WORDS]) for run in runs))


def _as_name(words: str) -> str:
    return " ".join(word.upper() if is_abbreviation(word) else word.title() for word in words.split())


def _twin(name: str, other: str) -> bool:
    return len(name) >= SHORTEST_TWIN and OSA.distance(name, other, score_cutoff=1) == 1


def _numbers_agree(left: Reading, right: Reading) -> bool:
    one, two = left.place, right.place
    straight = bool(one.rt & two.rt) and bool(one.rw & two.rw)
    crossed = (one.either or two.either) and bool(one.rt & two.rw) and bool(one.rw & two.rt)
    return straight or crossed
