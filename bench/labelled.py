"""How well labelled pairs are told apart, beside TF-IDF of words, MinHash and rapidfuzz over all pairs."""

import csv
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from bench import minhash
from rangkai.engines.similarity import corpus
from rangkai.engines.similarity.pairs import similar_pairs
from rangkai.engines.similarity.scoring import compare
from rangkai.engines.similarity.statements import Statement, read_all

type Scores = npt.NDArray[np.float64]

PLACE_LABELS = frozenset(
    ("kp", "kampung", "dusun", "rt", "rw", "desa", "kec", "jalan", "jl", "jln", "ruas", "dan", "s", "d")
)
STAGES = (
    "sukabumi_2019_3_musrenbang_desa.csv",
    "sukabumi_2019_4_musrenbang_kecamatan_part1.csv",
    "sukabumi_2019_2_pokir_dprd.csv",
)


@dataclass(frozen=True)
class Labelled:
    """Distinct statements and pairs of them; `same` is the label, `reworded` the pairs of one activity that differ in
    words and share a place word, or where one leaves the place empty."""

    texts: list[str]
    left: npt.NDArray[np.int64]
    right: npt.NDArray[np.int64]
    same: npt.NDArray[np.bool_]
    identical: npt.NDArray[np.bool_]
    reworded: npt.NDArray[np.bool_]


def quality(folder: Path) -> dict[str, Any]:
    known = _labelled(folder / "sukabumi_pairs.csv")
    seconds: dict[str, float] = {}
    scores: dict[str, Scores] = {}
    everything: dict[str, list[tuple[float, int, int]]] = {}
    for name, peer in (
        ("rangkai", _ours),
        ("TF-IDF words", _tfidf),
        ("MinHash", _minhash),
        ("rapidfuzz", _rapidfuzz),
    ):
        start = time.perf_counter()
        scores[name], everything[name] = peer(known)
        seconds[name] = time.perf_counter() - start
    figures: dict[str, Any] = {"peer_seconds": seconds}
    figures |= _told_apart(known, scores)
    figures |= _shown(known, everything)
    return figures | _held_out(folder)


def _labelled(path: Path) -> Labelled:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    text_of = {row[f"id_{side}"]: row[f"teks_{side}"] for row in rows for side in "ab"}
    position = {id_: index for index, id_ in enumerate(text_of)}
    same = np.array([row["label_sama"] == "1" for row in rows])
    identical = np.array([row["teks_a"] == row["teks_b"] for row in rows])
    related = np.array([_one_activity_and_place(row["teks_a"], row["teks_b"]) for row in rows])
    return Labelled(
        list(text_of.values()),
        np.array([position[row["id_a"]] for row in rows]),
        np.array([position[row["id_b"]] for row in rows]),
        same,
        identical & same,
        related & same & ~identical,
    )


def _one_activity_and_place(left: str, right: str) -> bool:
    (activity, place), (other_activity, other_place) = _parts(left), _parts(right)
    words, other_words = (set(re.findall(r"[a-z0-9]+", text)) - PLACE_LABELS for text in (place, other_place))
    return activity == other_activity and (not words or not other_words or bool(words & other_words))


def _parts(text: str) -> tuple[str, str]:
    activity, _, place = text.lower().partition(" - ")
    return activity, place.rpartition(", desa ")[0]


def _ours(known: Labelled) -> tuple[Scores, list[tuple[float, int, int]]]:
    statements = [Statement(str(n), text) for n, text in enumerate(known.texts)]
    shown = [(pair.score, int(pair.a), int(pair.b)) for pair in similar_pairs(statements)]
    return compare(corpus.build(read_all(statements)), known.left, known.right), shown


def _tfidf(known: Labelled) -> tuple[Scores, list[tuple[float, int, int]]]:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.metrics.pairwise import linear_kernel

    rows = TfidfVectorizer().fit_transform(known.texts)
    return _from_matrix(known, lambda start, stop: linear_kernel(rows[start:stop], rows))


def _rapidfuzz(known: Labelled) -> tuple[Scores, list[tuple[float, int, int]]]:
    from rapidfuzz.fuzz import token_set_ratio
    from rapidfuzz.process import cdist

    lower = [text.lower() for text in known.texts]
    return _from_matrix(
        known, lambda start, stop: cdist(lower[start:stop], lower, scorer=token_set_ratio) / 100
    )


def _minhash(known: Labelled) -> tuple[Scores, list[tuple[float, int, int]]]:
    rows = minhash.signatures(known.texts)
    left, right = minhash.colliding(rows)
    values = minhash.likeness(rows, left, right)
    best = np.argsort(-values, kind="stable")
    shown = list(zip(values[best].tolist(), left[best].tolist(), right[best].tolist(), strict=True))
    return minhash.likeness(rows, known.left, known.right), shown


def _from_matrix(
    known: Labelled, rows: Callable[[int, int], npt.NDArray[Any]], most: int = 20_000
) -> tuple[Scores, list[tuple[float, int, int]]]:
    """Scores of the labelled pairs, and the `most` best of all pairs, surest first."""
    parts = [
        np.asarray(rows(start, start + 500), dtype=np.float32) for start in range(0, len(known.texts), 500)
    ]
    matrix = np.vstack(parts)
    left, right = np.triu_indices(len(matrix), 1)
    values = matrix[left, right]
    best = np.argsort(-values, kind="stable")[:most]
    everything = list(zip(values[best].tolist(), left[best].tolist(), right[best].tolist(), strict=True))
    return matrix[known.left, known.right].astype(np.float64), everything


def _told_apart(known: Labelled, scores: dict[str, Scores]) -> dict[str, Any]:
    """The threshold is chosen on one half of the labelled pairs (best F1) and measured on the other."""
    from sklearn.metrics import roc_auc_score

    half = np.arange(len(known.same)) % 2 == 0
    figures: dict[str, Any] = {}
    recall = 0.0
    print(
        f"labelled pairs      {'AUC':>7}{'precision':>11}{'recall':>8}{'F1':>7}{'precision at our recall':>25}"
    )
    for name, values in scores.items():
        level = max(
            np.unique(values[half]), key=lambda at: _measures(values[half] >= at, known.same[half])[2]
        )
        precision, found, f1 = _measures(values[~half] >= level, known.same[~half])
        recall = recall or found
        equal = _precision_at(values[~half], known.same[~half], recall)
        auc = float(roc_auc_score(known.same[~half], values[~half]))
        print(f"  {name:<18}{auc:>7.3f}{precision:>11.3f}{found:>8.3f}{f1:>7.3f}{equal:>25.3f}")
        figures[name] = {
            "threshold": float(level), "auc": auc, "precision": precision, "recall": found, "f1": f1,
            "precision_at_our_recall": equal,
        }  # fmt: skip
    return {"labelled": figures}


def _measures(shown: npt.NDArray[np.bool_], same: npt.NDArray[np.bool_]) -> tuple[float, float, float]:
    right = float((shown & same).sum())
    precision, recall = right / max(1.0, float(shown.sum())), right / float(same.sum())
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _precision_at(values: Scores, same: npt.NDArray[np.bool_], recall: float) -> float:
    """Precision at the highest threshold that reaches the recall."""
    for level in np.unique(values)[::-1]:
        precision, found, _ = _measures(values >= level, same)
        if found >= recall:
            return precision
    raise ValueError("no threshold reaches the recall")


def _shown(known: Labelled, everything: dict[str, list[tuple[float, int, int]]]) -> dict[str, Any]:
    """All texts against all: what a person would see, each peer showing as many pairs as we do."""
    count = len(everything["rangkai"])
    print(f"all pairs, {count} shown   identical  reworded  shown for each 1  shown of 0")
    figures = {}
    for name, pairs in everything.items():
        shown = {(min(a, b), max(a, b)) for _, a, b in pairs[:count]}
        is_shown = np.array(
            [(min(a, b), max(a, b)) in shown for a, b in zip(known.left, known.right, strict=True)]
        )
        figures[name] = measures = {
            "identical": float(is_shown[known.identical].mean()),
            "reworded": float(is_shown[known.reworded].mean()),
            "shown_per_same": len(shown) / int(known.same.sum()),
            "shown_of_different": float(is_shown[~known.same].mean()),
        }
        print(
            f"  {name:<22}{measures['identical']:>9.1%}{measures['reworded']:>10.1%}"
            f"{measures['shown_per_same']:>18.2f}{measures['shown_of_different']:>12.1%}"
        )
    print(
        f"  reworded pairs of one activity and place: {int(known.reworded.sum())}; to reach 100 %, 85 %, 2, 3 %"
    )
    return {"all_pairs": figures}


def _held_out(folder: Path) -> dict[str, Any]:
    """Links between the stages outside the file of labelled pairs: out of sight while the points were set."""
    rows: dict[str, dict[str, str]] = {}
    for name in STAGES:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            rows |= {row["usulan_id"]: row for row in csv.DictReader(file)}
    with (folder / "sukabumi_pairs.csv").open(encoding="utf-8", newline="") as file:
        seen = {frozenset((row["id_a"], row["id_b"])) for row in csv.DictReader(file)}
    text = {
        id_: f"{row['kegiatan']} - {row['rincian_lokasi']}, Desa {row['desa_kelurahan']}, Kec. {row['kecamatan']}"
        for id_, row in rows.items()
    }
    links = [
        frozenset((id_, row["induk_usulan_id"]))
        for id_, row in rows.items()
        if row["induk_usulan_id"] in rows
    ]
    fresh = [link for link in links if link not in seen]
    shown = {
        frozenset((pair.a, pair.b)) for pair in similar_pairs([Statement(id_, text[id_]) for id_ in rows])
    }
    same = [link for link in fresh if len({text[id_] for id_ in link}) == 1]
    other = [
        link
        for link in fresh
        if link not in same and _one_activity_and_place(*(text[id_] for id_ in sorted(link)))
    ]
    found_same, found_other = (sum(link in shown for link in some) for some in (same, other))
    print(f"held-out links: identical {found_same} of {len(same)}, reworded {found_other} of {len(other)}")
    return {"held_out": {"identical": [found_same, len(same)], "reworded": [found_other, len(other)]}}
