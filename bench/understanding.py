"""How well the field of a need is told from its words: cross-validation on `bidang_urusan`, a stand-in for dimensions.

In the first table all statements of one activity stay in one fold, so that none is known beforehand; in the second they
are dealt out singly, as when a region goes on with what it has begun.
"""

import csv
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rangkai.engines.understanding.doubt import FOLDS, WANTED, Trial, calibrate, trials
from rangkai.engines.understanding.model import Example, asked_words, learn

NEEDS = Path(__file__).resolve().parents[2] / "shared" / "data" / "needs"
FILES = ("sukabumi_2019_3_musrenbang_desa.csv", "sukabumi_2019_4_musrenbang_kecamatan_part1.csv")


def run() -> dict[str, Any]:
    if not NEEDS.exists():
        print("The needs beside the project are absent; understanding was not measured.")
        return {"skipped": True}
    rows = [row for name in FILES for row in _rows(NEEDS / name)]
    texts, labels = [row["kegiatan"] for row in rows], [row["bidang_urusan"] for row in rows]
    begun, computed = time.perf_counter(), time.process_time()
    words = {text: asked_words(text) for text in set(texts)}
    examples = [
        Example(words[text], label, count)
        for (text, label), count in Counter(zip(texts, labels, strict=True)).items()
    ]
    unseen = trials(examples, {})
    wall, cpu = time.perf_counter() - begun, time.process_time() - computed
    print(
        f"{len(rows):,} statements, {len(examples)} wordings, {len(set(labels))} fields: {wall:.2f} s, cpu {cpu:.2f} s"
    )
    print(
        f"{'activity':10}{'method':28}{'right':>8}{'said aloud':>12}{'right of these':>16}   (wanted {WANTED:.0%})"
    )
    groups = [" ".join(words[text]) for text in texts]
    figures: dict[str, Any] = {"statements": len(rows), "seconds": wall, "cpu": cpu}
    figures["unseen"] = _show("unseen", {"rangkai": unseen, **_peers(texts, labels, groups)})
    singly = [str(n) for n in range(len(texts))]
    figures["seen"] = _show(
        "seen", {"rangkai": _singly(texts, labels, words), **_peers(texts, labels, singly)}
    )
    return figures


def _show(activity: str, by_method: dict[str, list[Trial]]) -> dict[str, Any]:
    figures = {}
    for method, found in by_method.items():
        every = sum(one.count for one in found)
        right = sum(one.count for one in found if one.right) / every
        doubt = calibrate(found)
        spoken, of_these = doubt.spoken or 0.0, doubt.right or 0.0
        figures[method] = {"right": right, "spoken": spoken, "right_of_spoken": of_these}
        print(f"{activity:10}{method:28}{right:>8.1%}{spoken:>12.1%}{of_these:>16.1%}")
    return figures


def _singly(texts: Sequence[str], labels: Sequence[str], words: dict[str, tuple[str, ...]]) -> list[Trial]:
    found = []
    for fold in range(FOLDS):
        known = Counter(
            (words[text], label)
            for n, (text, label) in enumerate(zip(texts, labels, strict=True))
            if n % FOLDS != fold
        )
        model = learn((Example(said, label, count) for (said, label), count in known.items()), {})
        for n in range(fold, len(texts), FOLDS):
            guess = model.guess(words[texts[n]])
            found.append(
                Trial(guess.share, guess.label == labels[n], 1) if guess else Trial(0.0, right=False, count=1)
            )
    return found


def _peers(texts: Sequence[str], labels: Sequence[str], groups: Sequence[str]) -> dict[str, list[Trial]]:
    """The commonest field; TF-IDF of words with logistic regression."""
    import numpy as np
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    kinds = {group: number % FOLDS for number, group in enumerate(sorted(set(groups)))}
    fold = np.array([kinds[group] for group in groups])
    said, field = np.array(texts), np.array(labels)
    common, regression = [], []
    for number in range(FOLDS):
        train, test = fold != number, fold == number
        top, count = Counter(field[train].tolist()).most_common(1)[0]
        common += [Trial(count / train.sum(), label == top, 1) for label in field[test]]
        model = make_pipeline(TfidfVectorizer(), LogisticRegression(max_iter=300)).fit(
            said[train], field[train]
        )
        chances = model.predict_proba(said[test])
        best = model.classes_[chances.argmax(axis=1)]
        regression += [
            Trial(float(share), bool(guess == label), 1)
            for share, guess, label in zip(chances.max(axis=1), best, field[test], strict=True)
        ]
    return {"the commonest field": common, "TF-IDF, logistic regression": regression}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
