"""What is set on many needs at once, and their way out of the office."""

import pytest

from rangkai.domains.masterplans.tests.factories import dimension, subdimension
from rangkai.domains.needs.actions import (
    NewIssue,
    assign_issue,
    create_issue,
    delete_issue,
    edit_issue,
    move_needs,
    set_dimension,
    set_usg,
)
from rangkai.domains.needs.models import Need, StrategicIssue
from rangkai.domains.needs.rules.status import Step
from rangkai.domains.needs.rules.terms import NeedStatus
from rangkai.domains.needs.tests.factories import TODAY, issue, need
from rangkai.domains.organisations.tests.factories import Actors, actors
from rangkai.kit import history
from rangkai.kit.models import Change
from rangkai.lib.errors import Forbidden, Invalid, Missing

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Actors:
    return actors()


def refs(*rows: Need) -> list[str]:
    return [row.ref for row in rows]


def test_it_sets_the_dimension_of_many_and_undoes_it(cast: Actors) -> None:
    rows = [need(cast.dinkes), need(cast.dlh)]
    living = dimension()
    assert set_dimension(cast.citra, refs=refs(*rows), dimension_id=living.pk) == 2
    history.undo(cast.citra, batch=Change.objects.latest("id").batch)
    assert Need.objects.filter(dimension__isnull=True).count() == 2


def test_it_refuses_a_subdimension_of_another_dimension(cast: Actors) -> None:
    row = need(cast.dinkes)
    health = subdimension()
    other = dimension("environment")
    with pytest.raises(Invalid) as refused:
        set_dimension(cast.citra, refs=refs(row), dimension_id=other.pk, subdimension_id=health.pk)
    assert refused.value.problems[0].field == "subdimension"


def test_it_scores_many_and_ranks_them(cast: Actors) -> None:
    row = need(cast.dinkes, growth=2)
    set_usg(cast.ani, refs=refs(row), scores={"urgency": 5, "seriousness": 5})
    row.refresh_from_db()
    assert row.priority == 12


def test_it_refuses_a_score_of_six(cast: Actors) -> None:
    row = need(cast.dinkes)
    with pytest.raises(Invalid, match="1 sampai 5"):
        set_usg(cast.ani, refs=refs(row), scores={"urgency": 6})


def test_it_moves_needs_into_an_issue_and_out(cast: Actors) -> None:
    row, sanitation = need(cast.dinkes), issue(cast.dinkes)
    assign_issue(cast.citra, refs=refs(row), issue=sanitation)
    row.refresh_from_db()
    assert row.issue_id == sanitation.pk
    assign_issue(cast.citra, refs=refs(row), issue=None)
    row.refresh_from_db()
    assert row.issue_id is None


def test_it_leaves_grouping_to_those_who_consolidate(cast: Actors) -> None:
    row, sanitation = need(cast.dinkes), issue(cast.dinkes)
    with pytest.raises(Forbidden):
        assign_issue(cast.ani, refs=refs(row), issue=sanitation)


def test_it_takes_a_need_from_operator_over_planner_to_head(cast: Actors) -> None:
    row = need(cast.dinkes)
    move_needs(cast.ani, refs=refs(row), step=Step.SUBMIT)
    move_needs(cast.hadi, refs=refs(row), step=Step.CHECK)
    move_needs(cast.budi, refs=refs(row), step=Step.APPROVE)
    row.refresh_from_db()
    assert row.status == NeedStatus.APPROVED


def test_it_returns_with_the_reason_and_clears_it_when_submitted_again(cast: Actors) -> None:
    row = need(cast.dinkes, status=NeedStatus.SUBMITTED)
    move_needs(cast.budi, refs=refs(row), step=Step.RETURN, reason="volume belum ada")
    row.refresh_from_db()
    assert (row.status, row.status_reason) == (NeedStatus.RETURNED, "volume belum ada")
    move_needs(cast.ani, refs=refs(row), step=Step.SUBMIT)
    row.refresh_from_db()
    assert row.status_reason == ""


@pytest.mark.parametrize(
    ("who", "step"),
    [("ani", Step.APPROVE), ("ani", Step.CHECK), ("hadi", Step.APPROVE), ("citra", Step.APPROVE)],
)
def test_it_keeps_the_signature_with_the_one_who_holds_it(cast: Actors, who: str, step: Step) -> None:
    row = need(cast.dinkes, status=NeedStatus.SUBMITTED)
    with pytest.raises(Missing, match=row.ref):
        move_needs(getattr(cast, who), refs=refs(row), step=step)


def test_it_moves_all_or_none(cast: Actors) -> None:
    ready, not_yet = need(cast.dinkes, status=NeedStatus.CHECKED), need(cast.dinkes, place="RT 2")
    with pytest.raises(Invalid, match=not_yet.ref):
        move_needs(cast.budi, refs=refs(ready, not_yet), step=Step.APPROVE)
    ready.refresh_from_db()
    assert ready.status == NeedStatus.CHECKED


def test_it_changes_five_hundred_needs_with_few_statements(
    cast: Actors, django_assert_max_num_queries: object
) -> None:
    rows = [need(cast.dinkes, place=f"RT {n}") for n in range(500)]
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        set_usg(cast.citra, refs=refs(*rows), scores={"urgency": 3, "seriousness": 3, "growth": 3})


def test_it_numbers_issues_and_keeps_names_to_one_line(cast: Actors) -> None:
    row = create_issue(cast.citra, issue=NewIssue(" Sanitasi \n layak "), today=TODAY)
    assert (row.ref, row.name) == ("I-2026-00001", "Sanitasi layak")


@pytest.mark.parametrize("name", ["  ", "x" * 201])
def test_it_refuses_a_bad_name_of_an_issue(cast: Actors, name: str) -> None:
    row = issue(cast.dinkes)
    with pytest.raises(Invalid) as refused:
        edit_issue(cast.citra, issue=row, version=1, values={"name": name})
    assert refused.value.problems[0].field == "name"


def test_it_renames_an_issue(cast: Actors) -> None:
    assert edit_issue(cast.citra, issue=issue(cast.dinkes), version=1, values={"name": "Air"}).name == "Air"


def test_it_dissolves_an_issue_and_keeps_its_needs(cast: Actors) -> None:
    sanitation = issue(cast.dinkes)
    row = need(cast.dinkes, issue=sanitation)
    delete_issue(cast.citra, issue=sanitation, version=1)
    row.refresh_from_db()
    assert (row.issue_id, StrategicIssue.objects.live().count()) == (None, 0)


def test_it_leaves_issues_of_another_region_alone(cast: Actors) -> None:
    with pytest.raises(Missing):
        edit_issue(cast.fajar, issue=issue(cast.dinkes), version=1, values={"name": "x"})
