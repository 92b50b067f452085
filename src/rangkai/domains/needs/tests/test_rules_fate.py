"""What a fate asks for, and what is kept of it."""

import pytest

from rangkai.domains.needs.rules.fate import (
    BY_HAND,
    LONGEST_REASON,
    REASONS,
    Decision,
    Ended,
    refuse_against_tie,
    reopened,
)
from rangkai.domains.needs.rules.terms import Fate, FateOwner
from rangkai.lib.errors import Invalid


@pytest.mark.parametrize(
    ("decision", "fields"),
    [
        pytest.param(Decision(Fate.OPEN), [], id="open asks nothing"),
        pytest.param(Decision(Fate.REFUSED, " "), ["fate_reason"], id="a reason"),
        pytest.param(Decision(Fate.REFUSED, "ada"), [], id="a reason is enough"),
        pytest.param(Decision(Fate.POSTPONED, "pagu"), ["fate_year"], id="until when"),
        pytest.param(Decision(Fate.POSTPONED, "pagu", 20290), ["fate_year"], id="a year that is none"),
        pytest.param(Decision(Fate.POSTPONED, "pagu", 2029), [], id="postponed to a year"),
        pytest.param(Decision(Fate.OTHER_AUTHORITY, "jalan provinsi"), ["fate_owner"], id="whose it is"),
        pytest.param(Decision(Fate.OTHER_AUTHORITY, "x", owner=FateOwner.VILLAGE), [], id="a desa's"),
    ],
)
def test_it_asks_what_the_fate_needs(decision: Decision, fields: list[str]) -> None:
    assert [problem.field for problem in decision.problems()] == fields


def test_it_keeps_only_what_the_fate_asks_for() -> None:
    columns = Decision(Fate.REFUSED, " ganda ", 2029, FateOwner.VILLAGE).columns()
    assert columns == {"fate": Fate.REFUSED, "fate_reason": "ganda", "fate_year": None, "fate_owner": ""}


@pytest.mark.parametrize(("fate", "tied"), [(Fate.PROGRAMME, False), (Fate.REFUSED, True), (Fate.OPEN, True)])
def test_it_keeps_the_fate_with_the_tie(fate: Fate, tied: bool) -> None:
    with pytest.raises(Invalid, match="K-2026-00001"):
        refuse_against_tie(fate, ref="K-2026-00001", tied=tied)


@pytest.mark.parametrize(("fate", "tied"), [(Fate.PROGRAMME, True), (Fate.REFUSED, False)])
def test_it_lets_a_fate_stand_that_agrees_with_the_tie(fate: Fate, tied: bool) -> None:
    refuse_against_tie(fate, ref="K-2026-00001", tied=tied)


def test_it_says_which_programme_a_need_was_in() -> None:
    said = reopened("P-2026-00001 Antrean daring", Ended.STOPPED)
    assert said == "Dibuka kembali: semula masuk program P-2026-00001 Antrean daring, yang dihentikan."


def test_it_shortens_a_long_name_and_not_the_end() -> None:
    said = reopened("P-1 " + "x" * 400, Ended.DELETED)
    assert (len(said), said[-9:]) == (LONGEST_REASON, ", yang dihapus."[-9:])


def test_it_offers_sentences_that_fit_for_every_fate_that_is_decided_by_hand() -> None:
    assert set(REASONS) == set(BY_HAND) - {Fate.OPEN}
    assert max(len(sentence) for sentences in REASONS.values() for sentence in sentences) <= LONGEST_REASON
