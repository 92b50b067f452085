"""The plan in force, its phases and strategies."""

from datetime import date

import pytest

from rangkai.domains.accounts.models import User
from rangkai.domains.masterplans.actions import (
    NewDimension,
    NewMasterplan,
    close_plan,
    create_plan,
    edit_plan,
    load_dimensions,
    reopen_plan,
    set_phases,
    write_strategy,
)
from rangkai.domains.masterplans.models import Masterplan
from rangkai.domains.masterplans.queries import current_plan, dimensions, plan_facts
from rangkai.domains.masterplans.rules import PhaseFact, PhaseKind, phase_of, phase_problems, usual_phases
from rangkai.domains.masterplans.tests.factories import masterplan, subdimension
from rangkai.domains.organisations.tests.factories import actors
from rangkai.kit.policies import Actor
from rangkai.lib.errors import Forbidden, Invalid, Missing

TODAY = date(2026, 11, 24)
PENDEK, MENENGAH, PANJANG = PhaseKind


@pytest.mark.parametrize(
    ("rpjmd_end", "ends"),
    [
        pytest.param(None, [2027, 2031, 2036], id="1, 5 and 10 years"),
        pytest.param(2029, [2027, 2029, 2036], id="menengah follows the RPJMD"),
        pytest.param(2027, [2027, 2031, 2036], id="an RPJMD that ends with pendek"),
        pytest.param(2040, [2027, 2031, 2036], id="an RPJMD beyond the plan"),
    ],
)
def test_it_proposes_the_usual_phases(rpjmd_end, ends):
    assert [p.until for p in usual_phases(2027, rpjmd_last_year=rpjmd_end)] == ends


@pytest.mark.parametrize(("year", "kind"), [(2027, PENDEK), (2028, MENENGAH), (2036, PANJANG), (2037, None)])
def test_it_knows_the_phase_of_a_year(year, kind):
    found = phase_of(year, usual_phases(2027))
    assert (found.kind if found else None) is kind


@pytest.mark.parametrize(
    ("ends", "fields"),
    [
        pytest.param((2027, 2031, 2036), [], id="in order"),
        pytest.param((2027, 2027, 2036), ["menengah"], id="a phase without a year"),
        pytest.param((2026, 2031, 2036), ["pendek"], id="before the plan begins"),
        pytest.param((2027, 2031, 2035), ["panjang"], id="ends before the plan does"),
    ],
)
def test_it_names_the_phase_that_is_wrong(ends, fields):
    phases = [PhaseFact(kind, end) for kind, end in zip(PhaseKind, ends, strict=True)]
    assert [p.field for p in phase_problems(phases, 2027, 2036)] == fields


def test_it_asks_for_at_least_one_phase():
    assert [p.field for p in phase_problems([], 2027, 2036)] == ["panjang"]


@pytest.fixture
def cast(db):
    return actors()


def ending(*years):
    return [PhaseFact(kind, year) for kind, year in zip(PhaseKind, years, strict=True)]


def plan(cast, first=2027):
    phases = usual_phases(first)
    wish = NewMasterplan("Rencana Induk", first, phases[-1].until, phases)
    return create_plan(cast.dewi, plan=wish, today=TODAY)


def test_it_begins_a_plan_with_its_phases(cast):
    plan(cast)
    assert [p.until for p in plan_facts(region_id=cast.place.pk).phases] == [2027, 2031, 2036]


def test_it_keeps_one_plan_in_force(cast):
    plan(cast)
    second = plan(cast, 2028)
    assert (current_plan(region_id=cast.place.pk), Masterplan.objects.count()) == (second, 2)


def test_it_moves_the_end_of_menengah(cast):
    row = plan(cast)
    set_phases(
        cast.dewi,
        plan=row,
        phases=ending(2027, 2029, 2036),
    )
    assert [p.until for p in plan_facts(region_id=cast.place.pk).phases] == [2027, 2029, 2036]


def test_it_refuses_phases_out_of_order(cast):
    row = plan(cast)
    with pytest.raises(Invalid):
        set_phases(
            cast.dewi,
            plan=row,
            phases=ending(2030, 2029, 2036),
        )


def test_it_writes_and_rewrites_a_strategy(cast):
    row, part = plan(cast), subdimension()
    write_strategy(cast.dewi, plan=row, subdimension_id=part.pk, version=0, text="Satu")
    write_strategy(cast.dewi, plan=row, subdimension_id=part.pk, version=1, text="Dua")
    assert plan_facts(region_id=cast.place.pk).strategies == {part.pk: "Dua"}


def test_it_refuses_a_plan_without_a_name(cast):
    with pytest.raises(Invalid):
        edit_plan(cast.dewi, plan=plan(cast), version=1, values={"name": " "})


@pytest.mark.parametrize(("who", "error"), [("ani", Forbidden), ("fajar", Missing)])
def test_it_lets_no_outsider_edit_the_plan(cast, who, error):
    with pytest.raises(error):
        edit_plan(getattr(cast, who), plan=plan(cast), version=1, values={"name": "X"})


def test_it_loads_the_frame_once(db):
    frame = [
        NewDimension(
            "governance", "Smart Governance", "Smart Governance", 1, colour="#0072B2", icon="building-bank"
        ),
        NewDimension("public_service", "Layanan Publik", "Public Service", 1, parent="governance"),
    ]
    load_dimensions(Actor.system(0), frame=frame, source="laporan evaluasi 2023")
    load_dimensions(Actor.system(0), frame=frame, source="laporan evaluasi 2023")
    assert [(d.code, len(d.subdimensions)) for d in dimensions()] == [("governance", 1)]


def test_it_lets_nobody_else_load_the_frame(cast):
    with pytest.raises(Forbidden):
        load_dimensions(cast.citra, frame=[], source="")


@pytest.mark.parametrize(
    "address", ["rencana-induk/", "rencana-induk/jangka/", "rencana-induk/ubah/", "tujuan/"]
)
def test_it_shows_the_pages_of_the_plan(cast, client, address):
    plan(cast)
    client.force_login(User.objects.get(pk=cast.dewi.user_id))
    assert client.get(f"/35.16/{address}").status_code == 200


@pytest.mark.django_db
def test_it_does_not_edit_a_closed_plan() -> None:
    cast = actors()
    plan = masterplan(cast.place)
    close_plan(cast.dewi, plan=plan, version=1, today=TODAY)
    with pytest.raises(Invalid, match="sudah ditutup"):
        edit_plan(cast.dewi, plan=plan, version=2, values={"name": "Lain"})
    with pytest.raises(Invalid, match="sudah ditutup"):
        close_plan(cast.dewi, plan=plan, version=2, today=TODAY)


@pytest.mark.django_db
def test_it_asks_why_a_plan_is_opened_again() -> None:
    cast = actors()
    plan = masterplan(cast.place)
    close_plan(cast.dewi, plan=plan, version=1, today=TODAY)
    with pytest.raises(Invalid) as refused:
        reopen_plan(cast.dewi, plan=plan, version=2, reason=" ")
    assert refused.value.problems[0].field == "reason"
    assert reopen_plan(cast.dewi, plan=plan, version=2, reason="usulan susulan").closed_on is None


@pytest.mark.django_db
def test_it_leaves_closing_to_those_who_keep_the_plan() -> None:
    cast = actors()
    plan = masterplan(cast.place)
    with pytest.raises(Forbidden):
        close_plan(cast.ani, plan=plan, version=1, today=TODAY)
