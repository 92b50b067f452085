"""Like needs are proposed as groups, decided by a person, and taken back."""

from datetime import date

import pytest

from rangkai.domains.needs.actions.groups import accept_group, ask_for_groups, propose, reject_group
from rangkai.domains.needs.models import GroupProposal, Need, RejectedPair, StrategicIssue
from rangkai.domains.needs.queries.groups import member_ids, proposal_by_id, proposals, ungrouped_count
from rangkai.domains.needs.rules.grouping import comes_back, majority, pairs_to_reject
from rangkai.domains.needs.rules.terms import ProposalState
from rangkai.domains.needs.tests.factories import need
from rangkai.domains.organisations.tests.factories import actors
from rangkai.kit.history import undo
from rangkai.kit.models import Job, JobState
from rangkai.lib.errors import Forbidden, Invalid, Missing

TODAY = date(2026, 11, 24)
DRAINS = ("Perbaikan saluran drainase", "Normalisasi saluran drainase", "Peningkatan saluran drainase desa")


@pytest.mark.parametrize(
    ("values", "winner"),
    [
        pytest.param([1, 1, 2], 1, id="more than half"),
        pytest.param([1, 2], None, id="a tie decides nothing"),
        pytest.param([None, 3], 3, id="what is not known does not vote"),
        pytest.param([], None, id="nobody votes"),
    ],
)
def test_it_takes_the_dimension_of_the_majority(values, winner):
    assert majority(values) == winner


def test_it_forbids_every_pair_of_a_small_group():
    assert pairs_to_reject([3, 1, 2]) == [(1, 2), (1, 3), (2, 3)]


def test_it_forbids_first_and_neighbours_of_a_large_group():
    assert len(pairs_to_reject(range(100))) == 99 + 98


@pytest.mark.parametrize(
    ("ids", "back"),
    [
        pytest.param([1, 2, 3, 4], True, id="a part of it"),
        pytest.param([1, 2, 3, 4, 99], True, id="mostly it"),
        pytest.param([1, 2, 98, 99], False, id="half of it"),
        pytest.param([98, 99], False, id="others"),
    ],
)
def test_it_knows_a_rejected_group_that_comes_back(ids, back):
    assert comes_back(ids, [frozenset(range(1, 11)), frozenset({50})]) is back


@pytest.fixture
def cast(db):
    return actors()


@pytest.fixture
def drains(cast):
    rows = [need(cast.dinkes, statement) for statement in DRAINS]
    need(cast.dlh, "Pelatihan bidan desa")
    propose(cast.citra)
    return rows


def first(cast):
    return proposals(cast.citra).first()


def accept(cast, keep):
    return accept_group(
        cast.citra, proposal=first(cast), keep=[n.pk for n in keep], name="Drainase", today=TODAY
    )


def test_it_proposes_like_needs_as_one_group(cast, drains):
    assert member_ids(proposal=first(cast)) == {n.pk for n in drains}


def test_it_gives_score_and_reason(cast, drains):
    found = first(cast)
    assert found.score > 0.5
    assert found.reasons[0]["text"]


def test_it_makes_an_issue_of_an_accepted_group(cast, drains):
    done = accept(cast, drains)
    assert set(Need.objects.filter(issue=done.issue)) == set(drains)
    assert not proposals(cast.citra).exists()


def test_it_splits_off_what_was_not_ticked(cast, drains):
    accept(cast, drains[:2])
    assert Need.objects.get(pk=drains[2].pk).issue_id is None
    assert ungrouped_count(region_id=cast.place.pk) == 2


def test_it_takes_the_whole_decision_back_at_once(cast, drains):
    done = accept(cast, drains)
    undo(cast.citra, batch=done.batch)
    assert (Need.objects.filter(issue__isnull=True).count(), proposals(cast.citra).count()) == (4, 1)
    assert not StrategicIssue.objects.live().exists()


def test_it_does_not_bring_a_rejected_group_back(cast, drains):
    reject_group(cast.citra, proposal=first(cast))
    propose(cast.citra)
    assert (proposals(cast.citra).count(), RejectedPair.objects.count()) == (0, 3)


def test_it_brings_it_back_after_the_rejection_was_taken_back(cast, drains):
    undo(cast.citra, batch=reject_group(cast.citra, proposal=first(cast)))
    propose(cast.citra)
    assert proposals(cast.citra).count() == 1


def test_it_refuses_an_empty_group(cast, drains):
    with pytest.raises(Invalid):
        accept(cast, [])


def test_it_decides_a_group_only_once(cast, drains):
    pk = first(cast).pk
    accept(cast, drains)
    with pytest.raises(Missing):
        proposal_by_id(cast.citra, proposal_id=pk)
    assert GroupProposal.objects.get(pk=pk).state == ProposalState.ACCEPTED


def test_it_replaces_only_what_still_waits(cast, drains):
    accept(cast, drains)
    propose(cast.citra)
    assert GroupProposal.objects.live().filter(state=ProposalState.ACCEPTED).count() == 1


def test_it_looks_for_groups_in_the_background(cast, drains, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        job = ask_for_groups(cast.citra)
    job = Job.objects.get(pk=job.pk)
    assert (job.state, job.result["url"]) == (JobState.DONE, "/35.16/kebutuhan/kelompok/")


@pytest.mark.parametrize("who", ["ani", "budi", "lina"])
def test_it_lets_only_the_consolidators_group(cast, who):
    with pytest.raises(Forbidden):
        ask_for_groups(getattr(cast, who))


def test_it_shows_no_group_of_another_region(cast, drains):
    with pytest.raises(Missing):
        proposal_by_id(cast.fajar, proposal_id=first(cast).pk)


def test_it_keeps_the_number_of_queries_of_the_worklist(cast, drains, client, django_assert_max_num_queries):
    from rangkai.domains.accounts.models import User

    client.force_login(User.objects.get(pk=cast.citra.user_id))
    client.get("/35.16/kebutuhan/kelompok/")
    with django_assert_max_num_queries(16):
        response = client.get("/35.16/kebutuhan/kelompok/")
    assert DRAINS[0] in response.content.decode()


def test_it_proposes_a_large_rejected_group_no_more(cast):
    for n in range(60):
        need(cast.dinkes, "Perbaikan saluran drainase", place=f"Dusun {n}")
    propose(cast.citra)
    reject_group(cast.citra, proposal=first(cast))
    assert propose(cast.citra) == 0
