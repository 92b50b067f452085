"""Programmes are made, changed, moved, deleted and restored."""

from typing import Any

import pytest

from rangkai.domains.goals.tests.factories import small_cascade
from rangkai.domains.masterplans.tests.factories import dimension, subdimension
from rangkai.domains.needs.actions import set_fate
from rangkai.domains.needs.models import Need
from rangkai.domains.needs.rules.fate import Decision
from rangkai.domains.needs.rules.terms import Fate
from rangkai.domains.needs.tests.factories import issue, need
from rangkai.domains.organisations.tests.factories import Actors, actors
from rangkai.domains.programmes.actions import (
    NewProgramme,
    create_programme,
    create_programmes,
    delete_programmes,
    edit_programme,
    move_programmes,
    restore_programme,
    set_dimension,
    set_flags,
)
from rangkai.domains.programmes.actions.serving import serve
from rangkai.domains.programmes.models import Programme, ProgrammeNeed
from rangkai.domains.programmes.queries import programme_facts
from rangkai.domains.programmes.rules.parts import Line, Output, Risk, Ties
from rangkai.domains.programmes.rules.status import Step
from rangkai.domains.programmes.rules.terms import ProgrammeKind, ProgrammeStatus
from rangkai.domains.programmes.tests.factories import TODAY, fund, programme
from rangkai.kit.actions import EditConflict, recording
from rangkai.kit.history import history_of, undo
from rangkai.kit.policies import Actor
from rangkai.lib.errors import Forbidden, Invalid, Missing

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Actors:
    return actors()


def new(cast: Actors, name: str = "Antrean daring", **changed: Any) -> NewProgramme:
    given = {
        "kind": ProgrammeKind.SERVICE,
        "dimension_id": dimension().pk,
        "office_id": cast.dinkes.pk,
        **changed,
    }
    return NewProgramme(name=name, **given)


def made(cast: Actors, actor: Actor, **changed: Any) -> Programme:
    return create_programme(actor, programme=new(cast, **changed), today=TODAY)


def test_it_numbers_programmes_within_the_year(cast: Actors) -> None:
    refs = [made(cast, cast.ani, name=name).ref for name in ("Antrean", "Ambulans")]
    assert refs == ["P-2026-00001", "P-2026-00002"]


def test_it_gives_a_programme_to_the_head_of_its_office(cast: Actors) -> None:
    assert made(cast, cast.ani).owner.title == "Kepala PD Budi"


def test_it_asks_for_an_owner_where_the_office_has_no_head(cast: Actors) -> None:
    with pytest.raises(Invalid) as refused:
        made(cast, cast.eko, office_id=cast.dlh.pk)
    assert [problem.field for problem in refused.value.problems] == ["owner"]


def test_it_makes_a_programme_with_all_that_hangs_on_it(cast: Actors) -> None:
    made(
        cast,
        cast.ani,
        lines=(Line(2027, fund(cast.place).pk, 5_000_000, cast.dinkes.pk, document="RKPD 2027"),),
        outputs=(Output("Aplikasi"),),
        risks=(Risk("Jaringan putus", 2, 3),),
        ties=Ties(
            goals=frozenset({small_cascade(cast.place)["sasaran"].pk}), supporting=frozenset({cast.dlh.pk})
        ),
    )
    (fact,) = programme_facts(region_id=cast.place.pk, today=TODAY)
    assert (fact.total, fact.goal_codes, len(fact.outputs), len(fact.risks)) == (5_000_000, ("S1.1.1",), 1, 1)
    assert [office.code for office in fact.supporting] == ["dlh"]


def test_it_makes_all_or_none(cast: Actors) -> None:
    with pytest.raises(Invalid):
        create_programmes(cast.ani, programmes=[new(cast), new(cast, "")], today=TODAY)
    assert not Programme.objects.exists()


def test_it_names_the_row_of_a_negative_amount(cast: Actors) -> None:
    line = Line(2027, fund(cast.place).pk, -1, cast.dinkes.pk)
    with pytest.raises(Invalid) as refused:
        made(cast, cast.ani, lines=(line,))
    assert [problem.field for problem in refused.value.problems] == ["lines.0.amount"]


def test_it_refuses_a_tie_to_another_region(cast: Actors) -> None:
    foreign = small_cascade(cast.elsewhere)["sasaran"]
    with pytest.raises(Invalid) as refused:
        made(cast, cast.ani, ties=Ties(goals=frozenset({foreign.pk})))
    assert [problem.field for problem in refused.value.problems] == ["goals"]


def test_it_refuses_the_same_programme_twice_and_names_the_first(cast: Actors) -> None:
    made(cast, cast.ani)
    with pytest.raises(Invalid, match="P-2026-00001"):
        made(cast, cast.ani, name="ANTREAN  daring")


@pytest.mark.parametrize(("who", "error"), [("eko", Missing), ("lina", Forbidden), ("fajar", Invalid)])
def test_it_is_not_made_by(cast: Actors, who: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        made(cast, getattr(cast, who))


def test_it_lets_bappeda_make_one_for_any_office(cast: Actors) -> None:
    assert made(cast, cast.dewi).office == cast.dinkes


def test_it_is_born_approved_only_by_the_head(cast: Actors) -> None:
    with pytest.raises(Forbidden):
        made(cast, cast.ani, status=ProgrammeStatus.APPROVED)
    assert made(cast, cast.budi, status=ProgrammeStatus.APPROVED).status == ProgrammeStatus.APPROVED


def test_it_saves_the_given_fields_only(cast: Actors) -> None:
    row = made(cast, cast.ani, description="Semula")
    edit_programme(cast.ani, programme=row, version=1, values={"value": 80})
    row.refresh_from_db()
    assert (row.value, row.description, row.version) == (80, "Semula", 2)


def test_it_shows_both_texts_of_a_conflict(cast: Actors) -> None:
    row = made(cast, cast.ani)
    edit_programme(cast.budi, programme=row, version=1, values={"description": "Budi"})
    stale = Programme.objects.get(pk=row.pk)
    with pytest.raises(EditConflict) as caught:
        edit_programme(cast.ani, programme=stale, version=1, values={"description": "Ani"})
    assert [(clash.mine, clash.theirs) for clash in caught.value.clashes] == [("Ani", "Budi")]


@pytest.mark.parametrize(
    ("values", "field"),
    [({"name": ""}, "name"), ({"latest": 2026}, "latest"), ({"subdimension_id": 0}, "subdimension")],
    ids=["no name", "latest before the earliest that was there", "no such sub-dimension"],
)
def test_it_refuses_a_wrong_change(cast: Actors, values: dict[str, object], field: str) -> None:
    row = made(cast, cast.ani, earliest=2028)
    with pytest.raises(Invalid) as refused:
        edit_programme(cast.ani, programme=row, version=1, values=values)
    assert [problem.field for problem in refused.value.problems] == [field]


def test_it_goes_to_the_head_of_its_new_office(cast: Actors) -> None:
    row = made(cast, cast.ani)
    with pytest.raises(Invalid, match="ditandai"):
        edit_programme(cast.citra, programme=row, version=1, values={"office_id": cast.dlh.pk})
    owner = cast.eko.holdings[0].post_id
    edit_programme(cast.citra, programme=row, version=1, values={"office_id": cast.dlh.pk, "owner_id": owner})
    assert Programme.objects.get(pk=row.pk).office == cast.dlh


def test_it_does_not_let_an_operator_push_it_to_another_office(cast: Actors) -> None:
    row = made(cast, cast.ani)
    owner = cast.eko.holdings[0].post_id
    with pytest.raises(Missing):
        edit_programme(
            cast.ani, programme=row, version=1, values={"office_id": cast.dlh.pk, "owner_id": owner}
        )


def test_it_refuses_a_name_that_another_programme_has(cast: Actors) -> None:
    made(cast, cast.ani)
    row = made(cast, cast.ani, name="Ambulans")
    with pytest.raises(Invalid, match="P-2026-00001"):
        edit_programme(cast.ani, programme=row, version=1, values={"name": "antrean daring"})


@pytest.mark.parametrize("who", ["ani", "hadi"])
def test_it_is_closed_to_its_office_once_approved(cast: Actors, who: str) -> None:
    row = programme(cast.dinkes, status=ProgrammeStatus.APPROVED)
    with pytest.raises(Invalid, match="sudah disetujui"):
        edit_programme(getattr(cast, who), programme=row, version=1, values={"value": 10})


@pytest.mark.parametrize("who", ["budi", "citra", "dewi"])
def test_it_may_be_mended_once_approved_by(cast: Actors, who: str) -> None:
    row = programme(cast.dinkes, status=ProgrammeStatus.APPROVED)
    edit_programme(getattr(cast, who), programme=row, version=1, values={"value": 10})
    assert Programme.objects.get(pk=row.pk).value == 10


def test_it_is_closed_to_all_while_stopped(cast: Actors) -> None:
    row = programme(cast.dinkes, status=ProgrammeStatus.STOPPED)
    with pytest.raises(Invalid, match="dihentikan"):
        edit_programme(cast.citra, programme=row, version=1, values={"value": 10})


def test_it_goes_from_draft_to_approved(cast: Actors) -> None:
    row = programme(cast.dinkes)
    move_programmes(cast.ani, refs=[row.ref], step=Step.SUBMIT)
    move_programmes(cast.budi, refs=[row.ref], step=Step.APPROVE)
    assert Programme.objects.get(pk=row.pk).status == ProgrammeStatus.APPROVED


def test_it_keeps_the_reason_of_a_return_until_it_is_submitted_again(cast: Actors) -> None:
    row = programme(cast.dinkes, status=ProgrammeStatus.SUBMITTED)
    move_programmes(cast.budi, refs=[row.ref], step=Step.RETURN, reason="Pagu 2028 belum ada")
    assert Programme.objects.get(pk=row.pk).status_reason == "Pagu 2028 belum ada"
    move_programmes(cast.ani, refs=[row.ref], step=Step.SUBMIT)
    assert Programme.objects.get(pk=row.pk).status_reason == ""


@pytest.mark.parametrize(("who", "error"), [("ani", Forbidden), ("citra", Forbidden), ("eko", Forbidden)])
def test_it_is_approved_by_nobody_but_the_head(cast: Actors, who: str, error: type[Exception]) -> None:
    row = programme(cast.dinkes, status=ProgrammeStatus.SUBMITTED)
    with pytest.raises(error):
        move_programmes(getattr(cast, who), refs=[row.ref], step=Step.APPROVE)


def test_it_is_not_moved_by_an_outsider(cast: Actors) -> None:
    row = programme(cast.dinkes)
    with pytest.raises(Missing, match=row.ref):
        move_programmes(cast.eko, refs=[row.ref], step=Step.SUBMIT)


def test_it_sets_flags_of_several(cast: Actors) -> None:
    rows = [programme(cast.dinkes, name) for name in ("A", "B")]
    assert set_flags(cast.ani, refs=[row.ref for row in rows], values={"quick_win": True}) == 2
    assert Programme.objects.filter(quick_win=True).count() == 2


def test_it_puts_several_into_a_dimension(cast: Actors) -> None:
    part = subdimension()
    row = programme(cast.dinkes, dimension=dimension("governance"))
    set_dimension(cast.dewi, refs=[row.ref], dimension_id=part.dimension_id, subdimension_id=part.pk)
    assert Programme.objects.get(pk=row.pk).subdimension == part


def test_it_refuses_a_foreign_subdimension(cast: Actors) -> None:
    row = programme(cast.dinkes)
    with pytest.raises(Invalid, match="bukan bagian"):
        set_dimension(
            cast.dewi,
            refs=[row.ref],
            dimension_id=dimension("governance").pk,
            subdimension_id=subdimension().pk,
        )


def fate_of(row: Need) -> tuple[str, str]:
    row.refresh_from_db()
    return row.fate, row.fate_reason


def test_it_takes_the_needs_it_serves_into_the_plan(cast: Actors) -> None:
    wanted = need(cast.dinkes, "Antre tanpa menunggu")
    made(cast, cast.ani, ties=Ties(needs=frozenset({wanted.pk})))
    assert fate_of(wanted) == (Fate.PROGRAMME, "P-2026-00001 Antrean daring")


def test_it_opens_their_fate_again_when_it_is_deleted(cast: Actors) -> None:
    wanted = need(cast.dinkes)
    row = made(cast, cast.ani, ties=Ties(needs=frozenset({wanted.pk})))
    delete_programmes(cast.ani, refs=[row.ref], reason="ganda")
    said = "Dibuka kembali: semula masuk program P-2026-00001 Antrean daring, yang dihapus."
    assert fate_of(wanted) == (Fate.OPEN, said)


def test_it_opens_their_fate_while_it_is_stopped_and_takes_them_in_again(cast: Actors) -> None:
    wanted = need(cast.dinkes)
    row = made(cast, cast.ani, ties=Ties(needs=frozenset({wanted.pk})))
    move_programmes(cast.citra, refs=[row.ref], step=Step.STOP, reason="dana dialihkan")
    assert fate_of(wanted)[0] == Fate.OPEN
    assert fate_of(wanted)[1].endswith("yang dihentikan.")
    move_programmes(cast.citra, refs=[row.ref], step=Step.RESUME)
    assert fate_of(wanted) == (Fate.PROGRAMME, "P-2026-00001 Antrean daring")


def test_it_ties_no_fate_to_a_stopped_programme(cast: Actors) -> None:
    wanted = need(cast.dinkes)
    row = made(cast, cast.citra)
    move_programmes(cast.citra, refs=[row.ref], step=Step.STOP, reason="dana dialihkan")
    row.refresh_from_db()
    with recording("programmes.set_ties", cast.citra) as act:
        serve(act, programme=row, needs=[wanted.pk])
    assert fate_of(wanted)[0] == Fate.OPEN


def test_it_refuses_another_fate_for_a_need_that_it_serves(cast: Actors) -> None:
    wanted = need(cast.dinkes)
    made(cast, cast.ani, ties=Ties(needs=frozenset({wanted.pk})))
    with pytest.raises(Invalid, match=wanted.ref):
        set_fate(cast.citra, refs=[wanted.ref], decision=Decision(Fate.REFUSED, "ganda"))


def test_it_leaves_their_fate_while_another_programme_serves_them(cast: Actors) -> None:
    wanted = need(cast.dinkes)
    row = made(cast, cast.ani, ties=Ties(needs=frozenset({wanted.pk})))
    ProgrammeNeed.objects.create(region=cast.place, programme=programme(cast.dinkes, "Kartu"), need=wanted)
    delete_programmes(cast.ani, refs=[row.ref])
    assert fate_of(wanted) == (Fate.PROGRAMME, "P-2026-00002 Kartu")


def test_it_comes_back_with_all_that_hung_on_it(cast: Actors) -> None:
    wanted = need(cast.dinkes)
    row = made(cast, cast.ani, ties=Ties(needs=frozenset({wanted.pk})))
    delete_programmes(cast.ani, refs=[row.ref])
    gone = Programme.objects.get(pk=row.pk)
    restore_programme(cast.ani, programme=gone, version=gone.version)
    (fact,) = programme_facts(region_id=cast.place.pk, today=TODAY)
    assert (fact.need_refs, fate_of(wanted)[0]) == ((wanted.ref,), Fate.PROGRAMME)


def test_it_does_not_come_back_beside_its_twin(cast: Actors) -> None:
    row = made(cast, cast.ani)
    delete_programmes(cast.ani, refs=[row.ref])
    made(cast, cast.ani)
    with pytest.raises(Invalid, match="P-2026-00002"):
        restore_programme(cast.ani, programme=row, version=2)


def test_it_is_taken_back_as_a_whole(cast: Actors) -> None:
    wanted = need(cast.dinkes, issue=issue(cast.dinkes))
    row = made(cast, cast.budi, ties=Ties(needs=frozenset({wanted.pk})))
    (change,) = history_of(row)
    cast_as_secretariat = cast.citra
    undo(cast_as_secretariat, batch=change.batch)
    assert programme_facts(region_id=cast.place.pk, today=TODAY) == ()
    assert fate_of(wanted)[0] == Fate.OPEN
