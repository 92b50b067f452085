"""How sure it is that two statements are one proposal: evidence is added up in log-odds (Fellegi and Sunter, 1969).

Every comparison of `docs/algorithms/similarity.md` adds its points or takes them off; the score is the logistic of the
sum. The points were set by hand with labelled pairs in view: they are policy, not fitted numbers. The bench checks them
on links that were kept out of sight.
"""

from __future__ import annotations

import numpy as np

from rangkai.engines.similarity.arrays import Flags, Floats, Ints, overlap, row_products, share
from rangkai.engines.similarity.corpus import Corpus

CHUNK = 200_000
"""Pairs compared at a time; holds memory below 400 MB."""
DECIMALS = 4
HIGHEST = 0.99
"""Only the same sentence scores 1."""

START = -1.0
OBJECT_DIFFERS = -6.0
SAME_DESA, OTHER_DESA, OTHER_KECAMATAN = 1.5, -4.5, -4.0
NAMES, NAMES_ASKED = 5.0, -2.6
ADDRESS_AGREES, ADDRESS_DIFFERS = 1.6, -3.6
DUSUN_AGREES, DUSUN_DIFFERS = 1.4, -1.8
ORDINAL_AGREES, ORDINAL_DIFFERS, ORDINAL_ON_ONE_SIDE = 0.4, -5.0, -0.3
BOTH_WHOLE, ONE_WHOLE, ONE_EMPTY = 2.0, -2.5, -0.35
BOTH_EMPTY, NO_PLACE_ANYWHERE = 0.8, 3.0
PLACES_OF_TWO_KINDS = -1.5
SAME_OFFICE, OTHER_OFFICE = 0.3, -0.5

CLEAR_NAME = 0.5
"""A weight of names from which they speak in full: one rare name, or several common ones."""


def compare(corpus: Corpus, left: Ints, right: Ints) -> Floats:
    """Scores of pairs, 0 to 1, rounded so that every machine orders them alike."""
    parts = [
        _compare(corpus, left[start : start + CHUNK], right[start : start + CHUNK])
        for start in range(0, len(left), CHUNK)
    ]
    return np.concatenate(parts) if parts else np.zeros(0)


def _compare(corpus: Corpus, left: Ints, right: Ints) -> Floats:
    points = START + OBJECT_DIFFERS * (1.0 - _objects(corpus, left, right))
    points += _area(corpus, left, right) + _spot(corpus, left, right)
    points += _agreement(corpus.office, left, right, SAME_OFFICE, OTHER_OFFICE)
    score = np.minimum(1.0 / (1.0 + np.exp(-points)), HIGHEST)
    same = (corpus.wording[left] == corpus.wording[right]) & (corpus.activity[left] > 0)
    return np.round(np.where(same, 1.0, score), DECIMALS)


def _objects(corpus: Corpus, left: Ints, right: Ints) -> Floats:
    """Share of the weight of what both ask for that the other one says too."""
    told = row_products(corpus.objects[left], corpus.heard[right])
    told += row_products(corpus.objects[right], corpus.heard[left])
    return share(told, corpus.object_total[left] + corpus.object_total[right])


def _area(corpus: Corpus, left: Ints, right: Ints) -> Floats:
    points = _agreement(corpus.desa, left, right, SAME_DESA, OTHER_DESA)
    return points + _agreement(corpus.kecamatan, left, right, 0.0, OTHER_KECAMATAN)


def _agreement(values: Ints, left: Ints, right: Ints, same: float, other: float) -> Floats:
    known = (values[left] > 0) & (values[right] > 0)
    return np.where(known, np.where(values[left] == values[right], same, other), 0.0)


def _spot(corpus: Corpus, left: Ints, right: Ints) -> Floats:
    """Evidence of the place inside the area."""
    names, asked = _names(corpus, left, right)
    address, asked_address = _address(corpus, left, right)
    points = names + address
    asked |= asked_address
    for numbers, agrees, differs in (
        (corpus.dusun, DUSUN_AGREES, DUSUN_DIFFERS),
        (corpus.ordinal, ORDINAL_AGREES, ORDINAL_DIFFERS),
    ):
        known = (numbers[left] > 0) & (numbers[right] > 0)
        common = overlap(numbers[left], numbers[right])
        points += np.where(known, np.where(common > 0, agrees * common, differs), 0.0)
        asked |= known
    points += np.where((corpus.ordinal[left] > 0) ^ (corpus.ordinal[right] > 0), ORDINAL_ON_ONE_SIDE, 0.0)
    return points + _silence(corpus, left, right, asked)


def _silence(corpus: Corpus, left: Ints, right: Ints, asked: Flags) -> Floats:
    """What it means that one or both say no spot, or all of the village."""
    whole = corpus.whole[left].astype(np.int64) + corpus.whole[right]
    empty = corpus.empty[left].astype(np.int64) + corpus.empty[right]
    nowhere = (empty == 2) & (corpus.desa[left] == 0) & (corpus.desa[right] == 0)
    points = np.where(whole == 2, BOTH_WHOLE, np.where(whole == 1, ONE_WHOLE, 0.0))
    points += np.where((empty == 1) & (whole == 0), ONE_EMPTY, 0.0)
    points += np.where(nowhere, NO_PLACE_ANYWHERE, np.where(empty == 2, BOTH_EMPTY, 0.0))
    return points + np.where(~asked & (whole == 0) & (empty == 0), PLACES_OF_TWO_KINDS, 0.0)


def _names(corpus: Corpus, left: Ints, right: Ints) -> tuple[Floats, Flags]:
    """Names that both say, against those that only one says; a place within a list of places counts as said."""
    left_total, right_total = corpus.name_total[left], corpus.name_total[right]
    left_told = row_products(corpus.names[left], corpus.heard[right])
    right_told = row_products(corpus.names[right], corpus.heard[left])
    common = (left_told + right_told) / 2
    left_over, right_over = left_total - left_told, right_total - right_told
    contained = share(common, common + np.minimum(left_over, right_over))
    alike = share(common, common + left_over + right_over)
    clear = np.minimum(common / CLEAR_NAME, 1.0)
    asked = np.minimum(np.minimum(left_total, right_total) / CLEAR_NAME, 1.0)
    points = NAMES * clear * (0.75 * contained**2 + 0.25 * alike) + NAMES_ASKED * asked
    both = (left_total > 0) & (right_total > 0)
    return np.where(both, points, 0.0), both


def _address(corpus: Corpus, left: Ints, right: Ints) -> tuple[Floats, Flags]:
    """RT and RW: both must agree where both are known; an unlabelled "17/05" may be read either way."""
    rt, rw = corpus.rt, corpus.rw
    both_rt, both_rw = (rt[left] > 0) & (rt[right] > 0), (rw[left] > 0) & (rw[right] > 0)
    same_rt, same_rw = overlap(rt[left], rt[right]), overlap(rw[left], rw[right])
    swapped_rt, swapped_rw = overlap(rt[left], rw[right]), overlap(rw[left], rt[right])
    straight = np.where((same_rt > 0) & (same_rw > 0), (same_rt + same_rw) / 2, 0.0)
    either = (corpus.either[left] | corpus.either[right]) & (swapped_rt > 0) & (swapped_rw > 0)
    crossed = np.where(either, (swapped_rt + swapped_rw) / 2, 0.0)
    partly = 0.6 * np.where(both_rw, same_rw, same_rt)
    agreed = np.where(both_rt & both_rw, np.maximum(straight, crossed), partly)
    asked = both_rt | both_rw
    return np.where(asked, np.where(agreed > 0, ADDRESS_AGREES * agreed, ADDRESS_DIFFERS), 0.0), asked
