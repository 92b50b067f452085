"""Which sasaran of the present RPJMD a programme of the old plan may serve, and what kind of programme it is.

A suggestion is made of the words that both say, brought to their roots; a word weighs the more the fewer sasaran say
it. A person decides; without two words in common nothing is suggested.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from rangkai.domains.programmes.rules.terms import ProgrammeKind
from rangkai.engines.similarity.words import stem, tokens
from rangkai.lib.errors import N_, Message

LEAST = 0.2
"""Least share of a sasaran's weight that the programme must say."""
SHOWN = 3
_EMPTY = frozenset(
    {
        *(
            "yang",
            "dan",
            "di",
            "ke",
            "dari",
            "untuk",
            "dengan",
            "pada",
            "serta",
            "atau",
            "oleh",
            "dalam",
            "bagi",
        ),
        *(
            "secara",
            "melalui",
            "tingkat",
            "program",
            "kegiatan",
            "giat",
            "smart",
            "city",
            "kabupaten",
            "daerah",
        ),
        *("wujud", "laksana", "kelola", "bangun", "kembang"),
    }
)
_KINDS: Sequence[tuple[ProgrammeKind, frozenset[str]]] = (
    (
        ProgrammeKind.POLICY,
        frozenset({"peraturan", "perbup", "perda", "kebijakan", "regulasi", "sop", "masterplan"}),
    ),
    (
        ProgrammeKind.PEOPLE,
        frozenset({"pelatihan", "bimtek", "literasi", "sdm", "sosialisasi", "kompetensi", "pendampingan"}),
    ),
    (
        ProgrammeKind.APPLICATION,
        frozenset(
            {"aplikasi", "sistem", "website", "portal", "app", "dashboard", "elektronik", "online", "daring"}
        ),
    ),
    (
        ProgrammeKind.INFRASTRUCTURE,
        frozenset(
            {"pembangunan", "jaringan", "cctv", "pengadaan", "infrastruktur", "wifi", "gedung", "fiber"}
        ),
    ),
    (ProgrammeKind.DATA, frozenset({"data", "statistik"})),
)


@dataclass(frozen=True, slots=True)
class Target:
    """A sasaran (or a programme) that may be meant."""

    id: int
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`score` 0..1; `reason` names the words in common."""

    id: int
    label: str
    score: float
    reason: Message


def suggest(text: str, targets: Sequence[Target]) -> tuple[Suggestion, ...]:
    """The likest targets, best first, at most three."""
    said = _words(text)
    spoken = {target.id: _words(target.text) for target in targets}
    counts = Counter(root for roots in spoken.values() for root in roots)
    found = []
    for target in targets:
        roots = spoken[target.id]
        common = [root for root in roots if root in said]
        if len(common) < 2:
            continue
        weights = {root: 1.0 + log(len(targets) / counts[root]) for root in roots}
        score = sum(weights[root] for root in common) / sum(weights.values())
        if score >= LEAST:
            words = ", ".join(said[root] for root in sorted(common, key=lambda root: (-weights[root], root)))
            reason = N_("Kata yang sama: %(words)s.", words=words)
            found.append(Suggestion(target.id, target.label, round(score, 3), reason))
    found.sort(key=lambda entry: (-entry.score, entry.id))
    return tuple(found[:SHOWN])


def kind_of(name: str, details: str) -> ProgrammeKind:
    """A first guess for the form, by the words of the name, then of the details; a service where none tells."""
    for text in (name, details):
        said = set(tokens(text))
        for kind, telling in _KINDS:
            if said & telling:
                return kind
    return ProgrammeKind.SERVICE


def _words(text: str) -> dict[str, str]:
    """Root → the word as written, in the order of the text; without words that say nothing."""
    found: dict[str, str] = {}
    for word in tokens(text):
        root = stem(word)
        if len(word) > 2 and not word.isdigit() and root not in _EMPTY and word not in _EMPTY:
            found.setdefault(root, word)
    return found
