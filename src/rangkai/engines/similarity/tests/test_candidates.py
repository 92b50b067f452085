import numpy as np

from rangkai.engines.similarity import corpus
from rangkai.engines.similarity.candidates import COMMON, TOP, WINDOW, candidate_pairs
from rangkai.engines.similarity.statements import Statement, read_all


def pairs_of(texts):
    built = corpus.build(read_all(Statement(str(n), text) for n, text in enumerate(texts)))
    left, right = candidate_pairs(built)
    return set(zip(left.tolist(), right.tolist(), strict=True))


def test_it_compares_all_of_a_small_block():
    assert pairs_of([f"Drainase - RT {n:02d}, Desa Wates" for n in range(1, 5)]) == {
        (a, b) for a in range(4) for b in range(a + 1, 4)
    }


def test_it_compares_neighbours_only_in_a_large_block():
    """The number of pairs grows with the statements, not with their square."""
    texts = [f"Drainase - RT {n % 30:02d} RW {n // 30:02d}, Desa Wates" for n in range(COMMON + 60)]
    assert len(pairs_of(texts)) <= len(texts) * (WINDOW + TOP)


def test_it_brings_together_rare_words_of_two_activities():
    texts = [
        "Perbaikan rumah - Kp. Wonolelo, Desa Wates",
        "Bantuan rumah - Kp. Wonolelo, Desa Sooko",
        "Jalan - , Desa Sooko",
    ]
    assert (0, 1) in pairs_of(texts)


def test_it_leaves_words_of_everyone_out():
    """Words that stand everywhere bring nobody together: 600 villages with one activity give no pairs."""
    texts = [f"Drainase - RT 01, Desa Wates {chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(COMMON * 2)]
    assert pairs_of(texts) == set()


def test_it_finds_nothing_in_nothing():
    assert pairs_of([]) == set()


def test_it_gives_positions_in_ascending_order():
    built = corpus.build(read_all(Statement(str(n), "Drainase - RT 01, Desa Wates") for n in range(9)))
    left, right = candidate_pairs(built)
    assert (left < right).all()
    assert (np.diff(left * 9 + right) > 0).all()
