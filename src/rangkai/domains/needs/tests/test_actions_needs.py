"""Writing needs down, changing them, and who may."""

from dataclasses import replace

import pytest

from rangkai.domains.needs.actions import (
    NewNeed,
    create_need,
    create_needs,
    delete_needs,
    edit_need,
    restore_need,
)
from rangkai.domains.needs.models import Need
from rangkai.domains.needs.rules.terms import NeedStatus
from rangkai.domains.needs.tests.factories import TODAY, need
from rangkai.domains.organisations.tests.factories import Actors, actors
from rangkai.kit.actions import EditConflict
from rangkai.kit.models import Change
from rangkai.lib.errors import Forbidden, Invalid, Missing

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Actors:
    return actors()


def wanted(cast: Actors) -> NewNeed:
    return NewNeed(
        statement="Pembangunan MCK",
        office_id=cast.dinkes.pk,
        place="RT 1",
        urgency=5,
        seriousness=4,
        growth=3,
    )


def test_it_gives_a_new_need_a_number_and_a_priority(cast: Actors) -> None:
    row = create_need(cast.ani, need=wanted(cast), today=TODAY)
    assert (row.ref, row.priority, row.status) == ("K-2026-00001", 12, NeedStatus.DRAFT)


def test_it_counts_numbers_on(cast: Actors) -> None:
    rows = create_needs(cast.ani, needs=[wanted(cast), replace(wanted(cast), place="RT 2")], today=TODAY)
    assert [row.ref for row in rows] == ["K-2026-00001", "K-2026-00002"]


def test_it_keeps_who_wrote_what(cast: Actors) -> None:
    row = create_need(cast.ani, need=wanted(cast), today=TODAY)
    change = Change.objects.get(kind="needs.need", object_id=row.pk)
    assert (change.action, change.actor_id, change.after["statement"]) == (
        "needs.create",
        cast.ani.user_id,
        "Pembangunan MCK",
    )


def test_it_refuses_a_negative_cost_and_writes_nothing(cast: Actors) -> None:
    good, bad = wanted(cast), replace(wanted(cast), place="RT 2", estimate=-5)
    with pytest.raises(Invalid) as refused:
        create_needs(cast.ani, needs=[good, bad], today=TODAY)
    assert [p.field for p in refused.value.problems] == ["estimate"]
    assert not Need.objects.exists()


def test_it_names_the_need_that_is_already_known(cast: Actors) -> None:
    create_need(cast.ani, need=wanted(cast), today=TODAY)
    with pytest.raises(Invalid, match="K-2026-00001"):
        create_need(cast.ani, need=replace(wanted(cast), statement="PEMBANGUNAN  MCK."), today=TODAY)


def test_it_lets_no_operator_write_for_another_office(cast: Actors) -> None:
    with pytest.raises(Missing):
        create_need(cast.eko, need=wanted(cast), today=TODAY)


def test_it_lets_no_operator_write_a_need_as_approved(cast: Actors) -> None:
    with pytest.raises(Forbidden):
        create_need(cast.ani, need=replace(wanted(cast), status=NeedStatus.APPROVED), today=TODAY)


def test_it_saves_the_named_fields_and_what_follows(cast: Actors) -> None:
    row = need(cast.dinkes, urgency=1, seriousness=1, growth=1, priority=3)
    edit_need(cast.ani, need=row, version=1, values={"urgency": 5, "detail": "dua pintu"})
    row.refresh_from_db()
    assert (row.priority, row.detail, row.version) == (7, "dua pintu", 2)


def test_it_shows_both_texts_when_someone_saved_before(cast: Actors) -> None:
    row = need(cast.dinkes)
    stale = Need.objects.get(pk=row.pk)
    edit_need(cast.ani, need=row, version=1, values={"detail": "satu"})
    with pytest.raises(EditConflict) as refused:
        edit_need(cast.hadi, need=stale, version=1, values={"detail": "dua"})
    assert [(c.field, c.mine, c.theirs) for c in refused.value.clashes] == [("detail", "dua", "satu")]


def test_it_refuses_an_edit_that_makes_two_needs_one(cast: Actors) -> None:
    need(cast.dinkes, "Pembangunan MCK", place="RT 1")
    other = need(cast.dinkes, "Pembangunan MCK", place="RT 2")
    with pytest.raises(Invalid, match="K-2026-00001"):
        edit_need(cast.ani, need=other, version=1, values={"place": "Rt. 01"})
    other.refresh_from_db()
    assert other.place == "RT 2"


@pytest.mark.parametrize("status", [NeedStatus.CHECKED, NeedStatus.APPROVED])
def test_it_keeps_an_office_from_changing_what_it_signed(cast: Actors, status: NeedStatus) -> None:
    row = need(cast.dinkes, status=status)
    with pytest.raises(Invalid, match="sudah diparaf atau disetujui"):
        edit_need(cast.ani, need=row, version=1, values={"detail": "x"})


def test_it_lets_the_secretariat_mend_words_of_an_approved_need(cast: Actors) -> None:
    row = need(cast.dinkes, status=NeedStatus.APPROVED)
    assert edit_need(cast.citra, need=row, version=1, values={"detail": "x"}).version == 2


@pytest.mark.parametrize("who", ["eko", "fajar", "gita"])
def test_it_shows_nothing_to_outsiders(cast: Actors, who: str) -> None:
    row = need(cast.dinkes)
    with pytest.raises(Missing):
        edit_need(getattr(cast, who), need=row, version=1, values={"detail": "x"})


def test_it_deletes_into_a_bin_and_restores(cast: Actors) -> None:
    row = need(cast.dinkes)
    assert delete_needs(cast.ani, refs=[row.ref], reason="ganda") == 1
    row.refresh_from_db()
    restore_need(cast.ani, need=row, version=row.version)
    assert Need.objects.live().get().version == 3


def test_it_does_not_restore_what_was_entered_anew(cast: Actors) -> None:
    row = need(cast.dinkes, place="RT 1")
    delete_needs(cast.ani, refs=[row.ref])
    create_need(cast.ani, need=wanted(cast), today=TODAY)
    row.refresh_from_db()
    with pytest.raises(Invalid, match="K-2026-00002"):
        restore_need(cast.ani, need=row, version=row.version)


def test_it_deletes_all_or_none(cast: Actors) -> None:
    mine, theirs = need(cast.dinkes), need(cast.dlh)
    with pytest.raises(Missing, match=theirs.ref):
        delete_needs(cast.ani, refs=[mine.ref, theirs.ref])
    assert Need.objects.live().count() == 2
