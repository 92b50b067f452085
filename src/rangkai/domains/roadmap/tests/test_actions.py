"""A scenario is set up, solved, and adopted."""

from datetime import date

import pytest

from rangkai.domains.programmes.tests.factories import fund, programme
from rangkai.domains.roadmap.actions import (
    ScenarioWish,
    adopt_scenario,
    ask_to_solve,
    copy_scenario,
    create_scenario,
    delete_scenario,
    edit_scenario,
    pin_programme,
    set_ceilings,
    set_coverage,
    solve_now,
)
from rangkai.domains.roadmap.models import Capacity, Ceiling, Decision, Pin, Scenario
from rangkai.domains.roadmap.queries import adopted_scenario, facts_of, roadmap_of, suggested_ceilings
from rangkai.domains.roadmap.rules.terms import ScenarioState
from rangkai.domains.roadmap.tests.factories import BILLION, TODAY, small
from rangkai.kit.models import Change, Job, JobState, Snapshot
from rangkai.kit.snapshots import body_of
from rangkai.lib.errors import Forbidden, Invalid, Missing

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return small()


def solved(world):
    solve_now(world.cast.dewi, scenario=world.scenario, today=TODAY)
    world.scenario.refresh_from_db()
    return roadmap_of(scenario=world.scenario, facts=facts_of(scenario=world.scenario, today=TODAY))


def test_it_places_what_is_worth_most_under_the_ceiling(world):
    assert [bar.ref for bar in solved(world).bars] == [world.queue.ref]


def test_it_gives_a_reason_for_every_programme_left_out(world):
    assert all(out.reason for out in solved(world).left_out)


def test_it_keeps_the_gap_and_the_solver_of_the_answer(world):
    solved(world)
    assert (world.scenario.result["status"], world.scenario.state) == ("optimal", ScenarioState.SOLVED)


def test_it_places_more_after_the_ceiling_was_raised(world):
    pad = fund(world.cast.place).pk
    set_ceilings(
        world.cast.dewi, scenario=world.scenario, amounts={(pad, 2027): 4 * BILLION, (pad, 2028): BILLION}
    )
    assert len(solved(world).bars) == 3


def test_it_refuses_a_negative_ceiling(world):
    with pytest.raises(Invalid):
        set_ceilings(world.cast.dewi, scenario=world.scenario, amounts={(1, 2027): -1})


def test_it_forgets_a_ceiling_that_was_emptied(world):
    set_ceilings(world.cast.dewi, scenario=world.scenario, amounts={})
    assert not Ceiling.objects.live().exists()


def test_it_keeps_the_former_plan_when_the_must_do_programmes_are_impossible(world):
    solved(world)
    world.bins.must = True
    world.bins.save()
    world.queue.must = True
    world.queue.save()
    solve_now(world.cast.dewi, scenario=world.scenario, today=TODAY)
    world.scenario.refresh_from_db()
    assert (world.scenario.result["status"], world.scenario.placements.count()) == ("infeasible", 3)
    assert world.scenario.result["clash"]["mend"]


def test_it_refuses_to_solve_without_programmes():
    world = small()
    for row in (world.queue, world.screens, world.bins):
        row.deleted_at = "2026-01-01T00:00Z"
        row.save()
    with pytest.raises(Invalid):
        solve_now(world.cast.dewi, scenario=world.scenario, today=TODAY)


def test_it_pins_a_programme_and_lets_it_go(world):
    pin_programme(world.cast.dewi, scenario=world.scenario, programme=world.queue, pinned=True, year=None)
    assert world.queue.ref in [out.ref for out in solved(world).left_out]
    pin_programme(world.cast.dewi, scenario=world.scenario, programme=world.queue, pinned=True, year=2027)
    pin_programme(world.cast.dewi, scenario=world.scenario, programme=world.queue, pinned=False)
    assert not Pin.objects.live().exists()


def test_it_refuses_a_pin_outside_the_plan(world):
    with pytest.raises(Invalid, match="2050"):
        pin_programme(world.cast.dewi, scenario=world.scenario, programme=world.queue, pinned=True, year=2050)


def test_it_copies_a_scenario_with_all_its_settings(world):
    set_coverage(
        world.cast.dewi, scenario=world.scenario, wishes=[(world.queue.dimension_id, False, 1, 2030)]
    )
    copy = copy_scenario(world.cast.dewi, scenario=world.scenario, name="Transfer dipotong", today=TODAY)
    assert (copy.ceilings.count(), copy.capacities.count(), copy.coverages.count()) == (1, 1, 1)
    assert suggested_ceilings(scenario=copy) == {"PAD": {2027: 2 * BILLION}}


def test_it_begins_a_scenario_only_with_a_plan(world):
    world.plan.is_current = False
    world.plan.save()
    with pytest.raises(Invalid, match="rencana induk"):
        create_scenario(world.cast.dewi, wish=ScenarioWish("Kedua"), today=TODAY)


@pytest.mark.parametrize(
    "wish",
    [
        pytest.param(ScenarioWish(" "), id="no name"),
        pytest.param(ScenarioWish("A", discount=900), id="too much lost a year"),
        pytest.param(ScenarioWish("A", seconds=0), id="no time"),
    ],
)
def test_it_names_what_is_wrong_with_a_scenario(world, wish):
    with pytest.raises(Invalid) as caught:
        edit_scenario(world.cast.dewi, scenario=world.scenario, version=1, wish=wish)
    assert len(caught.value.problems) == 1


def test_it_edits_name_and_time(world):
    edit_scenario(world.cast.dewi, scenario=world.scenario, version=1, wish=ScenarioWish("Hemat", seconds=20))
    assert Scenario.objects.get(pk=world.scenario.pk).name == "Hemat"


def adopt(world, text="Sesuai kemampuan keuangan daerah."):
    return adopt_scenario(
        world.cast.lina, scenario=world.scenario, version=world.scenario.version, text=text, today=TODAY
    )


def test_it_freezes_what_the_leader_decided(world):
    solved(world)
    decision = adopt(world)
    assert body_of(Snapshot.objects.get(pk=decision.snapshot_id))["bars"][0]["ref"] == world.queue.ref
    assert adopted_scenario(region_id=world.cast.place.pk) == world.scenario


def test_it_lets_the_former_plan_step_back(world):
    solved(world)
    adopt(world)
    second = copy_scenario(world.cast.dewi, scenario=world.scenario, name="Kedua", today=TODAY)
    solve_now(world.cast.dewi, scenario=second, today=TODAY)
    second.refresh_from_db()
    adopt_scenario(world.cast.lina, scenario=second, version=second.version, text="Lebih baik.", today=TODAY)
    assert Scenario.objects.get(pk=world.scenario.pk).state == ScenarioState.SOLVED
    assert Decision.objects.count() == 2


def test_it_refuses_to_adopt_what_was_not_solved(world):
    with pytest.raises(Invalid, match="belum dihitung"):
        adopt(world)


def test_it_refuses_to_adopt_without_a_reason(world):
    solved(world)
    with pytest.raises(Invalid, match="alasan"):
        adopt(world, " ")


def test_it_refuses_to_adopt_a_stale_plan(world):
    solved(world)
    programme(world.cast.dlh, "Program baru")
    with pytest.raises(Invalid, match="Hitung ulang"):
        adopt(world)


def test_it_lets_only_the_leader_decide(world):
    solved(world)
    with pytest.raises(Forbidden):
        adopt_scenario(world.cast.dewi, scenario=world.scenario, version=2, text="x", today=TODAY)


def test_it_keeps_the_adopted_scenario_from_the_bin(world):
    solved(world)
    adopt(world)
    with pytest.raises(Invalid):
        delete_scenario(world.cast.dewi, scenario=world.scenario, version=world.scenario.version)


def test_it_puts_another_scenario_into_the_bin(world):
    delete_scenario(world.cast.dewi, scenario=world.scenario, version=1)
    assert not Scenario.objects.live().exists()


@pytest.mark.parametrize(("who", "error"), [("ani", Forbidden), ("fajar", Missing)])
def test_it_lets_no_outsider_change_a_ceiling(world, who, error):
    with pytest.raises(error):
        set_ceilings(getattr(world.cast, who), scenario=world.scenario, amounts={})


def test_it_solves_in_the_background_and_keeps_the_job(world, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        job = ask_to_solve(world.cast.dewi, scenario=world.scenario)
    assert (Job.objects.get(pk=job.pk).state, Scenario.objects.get().job_id) == (JobState.DONE, job.pk)


def test_it_gathers_everything_in_a_constant_number_of_queries(world, django_assert_max_num_queries):
    for n in range(12):
        programme(world.cast.dlh, f"Program {n}")
    with django_assert_max_num_queries(20):
        facts_of(scenario=world.scenario, today=date(2026, 11, 24))


def test_it_writes_history_for_every_setting(world):
    actions = set(Change.objects.values_list("action", flat=True))
    assert {"roadmap.create_scenario", "roadmap.set_ceilings", "roadmap.set_capacities"} <= actions
    assert Capacity.objects.count() == 1
