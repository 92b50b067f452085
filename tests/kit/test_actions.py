"""Every write keeps its history, names the version it read, and can be taken back."""

import pytest

from rangkai.domains.organisations.models import Organisation
from rangkai.domains.organisations.tests.factories import actors
from rangkai.kit.actions import EditConflict, recording
from rangkai.kit.history import history_of, undo
from rangkai.kit.models import Change
from rangkai.lib.errors import Conflict

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return actors()


def rename(cast, name, version=1):
    with recording("test.rename", cast.citra) as act:
        act.update(cast.dinkes, version=version, name=name)
    return Change.objects.latest("id")


def test_it_keeps_before_and_after_of_the_changed_fields_only(cast):
    change = rename(cast, "Dinas Kesehatan Kabupaten")
    assert (change.before, change.after) == (
        {"name": "Dinas Kesehatan"},
        {"name": "Dinas Kesehatan Kabupaten"},
    )


def test_it_raises_the_version_by_one(cast):
    rename(cast, "Dinkes")
    assert Organisation.objects.get(pk=cast.dinkes.pk).version == 2


def test_it_writes_nothing_when_nothing_changed(cast):
    with recording("test.rename", cast.citra) as act:
        act.update(cast.dinkes, version=1, name=cast.dinkes.name)
    assert not Change.objects.exists()


def test_it_shows_both_texts_when_someone_saved_before(cast):
    rename(cast, "Nama mereka")
    stale = Organisation.objects.get(pk=cast.dinkes.pk)
    with pytest.raises(EditConflict) as caught, recording("test.rename", cast.citra) as act:
        act.update(stale, version=1, name="Nama saya")
    clash = caught.value.clashes[0]
    assert (clash.field, clash.mine, clash.theirs) == ("name", "Nama saya", "Nama mereka")


def test_it_leaves_nothing_behind_when_the_action_fails(cast):
    with pytest.raises(RuntimeError), recording("test.make", cast.citra) as act:  # noqa: PT012 (what fails is the middle)
        act.create(Organisation(region=cast.place, code="x", name="X", kind_of="dinas"))
        raise RuntimeError
    assert not Organisation.objects.filter(code="x").exists()
    assert not Change.objects.exists()


def test_it_deletes_softly_and_restores(cast):
    with recording("test.delete", cast.citra) as act:
        act.delete(cast.dlh, version=1)
    gone = Organisation.objects.live().filter(pk=cast.dlh.pk).exists()
    with recording("test.restore", cast.citra) as act:
        act.restore(cast.dlh, version=2)
    assert (gone, Organisation.objects.live().filter(pk=cast.dlh.pk).exists()) == (False, True)


def test_it_updates_many_with_one_change_each(cast):
    with recording("test.note", cast.citra) as act:
        count = act.update_all([(office, {"note": "dicek"}) for office in (cast.dinkes, cast.dlh)])
    assert (count, Change.objects.filter(after={"note": "dicek"}).count()) == (2, 2)


def test_it_takes_an_edit_back(cast):
    change = rename(cast, "Keliru")
    undo(cast.citra, batch=change.batch)
    assert Organisation.objects.get(pk=cast.dinkes.pk).name == "Dinas Kesehatan"


def test_it_takes_a_creation_back_by_deleting_softly(cast):
    with recording("test.make", cast.citra) as act:
        made = act.create(Organisation(region=cast.place, code="baru", name="Baru", kind_of="dinas"))
    undo(cast.citra, batch=act.batch)
    assert Organisation.objects.get(pk=made.pk).deleted_at is not None


def test_it_refuses_to_take_back_what_was_changed_again(cast):
    first = rename(cast, "Pertama")
    rename(cast, "Kedua", version=2)
    with pytest.raises(Conflict):
        undo(cast.citra, batch=first.batch)


def test_it_shows_the_history_newest_first(cast):
    rename(cast, "Pertama")
    rename(cast, "Kedua", version=2)
    assert [c.after["name"] for c in history_of(cast.dinkes)] == ["Kedua", "Pertama"]
