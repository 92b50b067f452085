import csv
import re

import pytest

from rangkai.engines.similarity.pairs import similar_pairs
from rangkai.engines.similarity.statements import Statement

pytestmark = pytest.mark.real

LABELS = frozenset(
    {"kp", "kampung", "dusun", "rt", "rw", "desa", "kec", "jalan", "jl", "jln", "ruas", "dan", "s", "d"}
)


@pytest.fixture
def rows(real_data):
    with (real_data / "needs" / "sukabumi_pairs.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def shown(rows):
    texts = {row[f"id_{side}"]: row[f"teks_{side}"] for row in rows for side in "ab"}
    return {
        frozenset((pair.a, pair.b))
        for pair in similar_pairs([Statement(id_, text) for id_, text in texts.items()])
    }


def found(rows, shown):
    return sum(frozenset((row["id_a"], row["id_b"])) in shown for row in rows) / len(rows)


def is_reworded(row):
    """One activity, other words; a place word in common, or no place on one side."""
    (activity, place), (other_activity, other_place) = (
        row[column].lower().partition(" - ")[::2] for column in ("teks_a", "teks_b")
    )
    words, others = (
        set(re.findall(r"[a-z0-9]+", text.rpartition(", desa ")[0])) - LABELS for text in (place, other_place)
    )
    related = not words or not others or bool(words & others)
    return (
        row["label_sama"] == "1" and row["teks_a"] != row["teks_b"] and activity == other_activity and related
    )


def test_it_finds_every_identical_pair(rows, shown):
    assert (
        found([row for row in rows if row["label_sama"] == "1" and row["teks_a"] == row["teks_b"]], shown)
        == 1
    )


def test_it_finds_reworded_pairs_of_one_activity_and_place(rows, shown):
    assert found([row for row in rows if is_reworded(row)], shown) >= 0.85


def test_it_shows_few_pairs_of_different_proposals(rows, shown):
    assert found([row for row in rows if row["label_sama"] == "0"], shown) <= 0.03


def test_it_shows_at_most_two_pairs_for_each_true_one(rows, shown):
    assert len(shown) <= 2 * sum(row["label_sama"] == "1" for row in rows)
