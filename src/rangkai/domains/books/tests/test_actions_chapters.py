"""Chapters are written, added, moved, hidden and deleted."""

import pytest

from rangkai.domains.books.actions import (
    add_chapter,
    delete_chapter,
    edit_chapter,
    hide_chapter,
    move_chapter,
    start_book,
)
from rangkai.domains.books.models import Chapter
from rangkai.domains.books.queries import chapter_by_key, outline, printable_chapters
from rangkai.domains.books.rules.content import Words
from rangkai.domains.books.rules.terms import BookNumber, Place
from rangkai.domains.masterplans.tests.factories import masterplan
from rangkai.domains.organisations.tests.factories import actors
from rangkai.kit.actions import EditConflict
from rangkai.kit.models import Change
from rangkai.lib.errors import Forbidden, Invalid, Missing

pytestmark = pytest.mark.django_db
TWO = BookNumber.TWO


@pytest.fixture
def cast():
    return actors()


@pytest.fixture
def plan(cast):
    return masterplan(cast.place)


def edit(cast, plan, key="penutup", version=1, title="Penutup", body="Selesai."):
    return edit_chapter(cast.citra, plan=plan, book=TWO, key=key, version=version, words=Words(title, body))


def keys(plan):
    return [one.key for one in outline(plan=plan, book=TWO)]


def test_it_saves_the_frame_once(cast, plan):
    first = start_book(cast.citra, plan=plan, book=TWO)
    assert [row.pk for row in start_book(cast.dewi, plan=plan, book=TWO)] == [row.pk for row in first]


def test_it_saves_the_frame_with_the_first_change(cast, plan):
    before = keys(plan)
    edit(cast, plan)
    assert (keys(plan), Chapter.objects.count()) == (before, len(before))
    assert chapter_by_key(plan=plan, book=TWO, key="penutup").body == "Selesai."


def test_it_records_who_changed_a_chapter(cast, plan):
    row = edit(cast, plan)
    change = Change.objects.filter(kind="books.chapter", object_id=row.pk).latest("id")
    assert (change.action, change.actor_id, change.after["body"]) == (
        "books.edit_chapter",
        cast.citra.user_id,
        "Selesai.",
    )


def test_it_shows_both_texts_when_someone_saved_before(cast, plan):
    edit(cast, plan)
    with pytest.raises(EditConflict) as conflict:
        edit(cast, plan, body="Lain.")
    assert [(clash.mine, clash.theirs) for clash in conflict.value.clashes] == [("Lain.", "Selesai.")]


def test_it_lets_two_people_begin_on_different_chapters(cast, plan):
    edit(cast, plan)
    assert edit(cast, plan, key="visi", title="Visi", body="Arah.").version == 2


def test_it_refuses_an_unknown_fill_in_word(cast, plan):
    with pytest.raises(Invalid) as refused:
        edit(cast, plan, body="Ada {entah}")
    assert [problem.field for problem in refused.value.problems] == ["body"]
    assert not Chapter.objects.exists()


def test_it_knows_no_chapter_that_is_not_there(cast, plan):
    with pytest.raises(Missing):
        edit(cast, plan, key="entah")
    with pytest.raises(Missing):
        chapter_by_key(plan=plan, book=TWO, key="entah")


def test_it_adds_a_chapter_in_its_place(cast, plan):
    add_chapter(cast.citra, plan=plan, book=TWO, title=" Sambutan ", place=Place.FRONT)
    rows = outline(plan=plan, book=TWO)
    assert [one.title for one in rows if one.place is Place.FRONT] == ["Kata Pengantar", "Sambutan"]


def test_it_refuses_a_chapter_without_a_title(cast, plan):
    with pytest.raises(Invalid):
        add_chapter(cast.citra, plan=plan, book=TWO, title=" ")


def test_it_moves_a_chapter_up_and_down(cast, plan):
    move_chapter(cast.citra, plan=plan, book=TWO, key="quick-win", up=True)
    order = keys(plan)
    assert order.index("quick-win") == order.index("peta-jalan") - 1
    move_chapter(cast.citra, plan=plan, book=TWO, key="quick-win", up=False)
    assert keys(plan).index("quick-win") == order.index("peta-jalan")


def test_it_hides_a_chapter_and_shows_it_again(cast, plan):
    hide_chapter(cast.citra, plan=plan, book=TWO, key="penutup", hidden=True)
    assert "penutup" not in [one.key for one in printable_chapters(plan=plan, book=TWO)]
    hide_chapter(cast.citra, plan=plan, book=TWO, key="penutup", hidden=False)
    assert "penutup" in [one.key for one in printable_chapters(plan=plan, book=TWO)]


def test_it_deletes_what_was_added_and_nothing_of_the_frame(cast, plan):
    row = add_chapter(cast.citra, plan=plan, book=TWO, title="Tambahan")
    delete_chapter(cast.citra, plan=plan, book=TWO, key=row.key, version=row.version)
    assert row.key not in keys(plan)
    with pytest.raises(Invalid, match="Sembunyikan"):
        delete_chapter(cast.citra, plan=plan, book=TWO, key="penutup", version=1)


def test_it_gives_a_new_key_after_a_chapter_was_deleted(cast, plan):
    first = add_chapter(cast.citra, plan=plan, book=TWO, title="Satu")
    delete_chapter(cast.citra, plan=plan, book=TWO, key=first.key, version=first.version)
    assert add_chapter(cast.citra, plan=plan, book=TWO, title="Dua").key != first.key


@pytest.mark.parametrize("name", ["ani", "budi", "lina"])
def test_it_lets_only_its_writers_change_a_chapter(cast, plan, name):
    with pytest.raises(Forbidden):
        edit_chapter(
            getattr(cast, name), plan=plan, book=TWO, key="visi", version=1, words=Words("Visi", "Ubah")
        )


def test_it_hides_the_books_of_another_region(cast, plan):
    with pytest.raises(Missing):
        edit_chapter(cast.fajar, plan=plan, book=TWO, key="visi", version=1, words=Words("Visi", "Ubah"))
