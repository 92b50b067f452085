"""The pages of books: who sees what, and what the buttons do."""

import pytest
from django.test import Client

from rangkai.domains.accounts.models import User
from rangkai.domains.books.actions import add_chapter, build_edition, edit_chapter
from rangkai.domains.books.models import Chapter, Edition
from rangkai.domains.books.queries import outline
from rangkai.domains.books.rules.content import Words
from rangkai.domains.books.rules.terms import BookNumber
from rangkai.domains.books.setup import asks, sees_room
from rangkai.domains.books.tests.factories import NOW, adopt, ready
from rangkai.domains.masterplans.tests.factories import masterplan
from rangkai.domains.organisations.tests.factories import actors
from rangkai.domains.roadmap.tests.factories import TODAY
from rangkai.kit.models import Job

pytestmark = pytest.mark.django_db
TWO = BookNumber.TWO
ROOM = "/35.16/dokumen/"


def visit(actor):
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


@pytest.fixture
def world():
    return ready()


@pytest.fixture
def cast():
    return actors()


@pytest.fixture
def edition(world):
    return build_edition(world.cast.citra, plan=world.small.plan, book=BookNumber.THREE, at=NOW)


def words(response):
    return response.content.decode()


def test_it_says_what_to_do_without_a_plan(cast):
    page = words(visit(cast.citra).get(ROOM))
    assert "Belum ada rencana induk" in page
    assert "/35.16/rencana-induk/" in page


def test_it_refuses_a_book_without_a_plan(cast):
    response = visit(cast.citra).get(f"{ROOM}buku/2/")
    assert (response.status_code, "Buat rencana induk dahulu" in words(response)) == (422, True)


def test_it_shows_the_three_books_with_few_queries(world, edition, django_assert_max_num_queries):
    client = visit(world.cast.citra)
    with django_assert_max_num_queries(14):
        page = words(client.get(ROOM))
    assert all(book.label in page for book in BookNumber)
    assert ("Edisi 1" in page, page.count("Belum pernah dicetak")) == (True, 2)


def test_it_says_that_a_fourth_book_does_not_exist(world):
    assert visit(world.cast.citra).get(f"{ROOM}buku/4/").status_code == 404


def test_it_offers_printing_and_says_what_to_know(world):
    page = words(visit(world.cast.citra).get(f"{ROOM}buku/2/"))
    assert "Cetak edisi baru" in page
    assert "Peta jalan yang dicetak belum ditetapkan pimpinan." in page
    assert "1 kebutuhan masih disusun perangkat daerahnya" in page


def test_it_says_what_stands_in_the_way_and_offers_no_printing(cast):
    masterplan(cast.place)
    page = words(visit(cast.citra).get(f"{ROOM}buku/2/"))
    assert "Buku ini belum dapat dicetak" in page
    assert "Cetak edisi baru" not in page


def test_it_refuses_a_print_that_was_posted_all_the_same(cast):
    masterplan(cast.place)
    response = visit(cast.citra).post(f"{ROOM}buku/2/cetak/")
    assert (response.status_code, Job.objects.count()) == (422, 0)


def test_it_shows_readers_no_buttons(world):
    page = words(visit(world.cast.budi).get(f"{ROOM}buku/2/"))
    assert ("Cetak edisi baru" in page, "Tambah bab" in page, "Peta Jalan" in page) == (False, False, True)


def test_it_lets_the_leader_print_and_not_write(world):
    page = words(visit(world.cast.lina).get(f"{ROOM}buku/2/"))
    assert ("Cetak edisi baru" in page, "Tambah bab" in page) == (True, False)


def test_it_prints_and_leads_to_the_job(world, django_capture_on_commit_callbacks):
    client = visit(world.cast.citra)
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(f"{ROOM}buku/3/cetak/")
    made = Edition.objects.get()
    assert client.get(response["Location"])["Location"] == f"{ROOM}edisi/{made.ref}/"
    assert client.get(f"{ROOM}edisi/{made.ref}/").status_code == 200


@pytest.mark.parametrize(
    "url", ["buku/2/", "buku/2/bab/visi/", "edisi/B-2026-00001/", "edisi/B-2026-00001/unduh/pdf/"]
)
@pytest.mark.parametrize("name", ["fajar", "gita"])
def test_it_shows_nothing_to_another_region(world, edition, url, name):
    assert visit(getattr(world.cast, name)).get(ROOM + url).status_code == 404


def test_it_asks_visitors_to_sign_in(world):
    assert Client().get(f"{ROOM}buku/2/").status_code == 302


@pytest.mark.parametrize(
    "action", ["cetak/", "bab/baru/", "bab/visi/geser/", "bab/visi/tampil/", "bab/visi/hapus/"]
)
def test_it_refuses_readers_who_post(world, action):
    response = visit(world.cast.ani).post(f"{ROOM}buku/2/{action}", {"title": "A", "place": "body"})
    assert (response.status_code, Chapter.objects.count(), Edition.objects.count()) == (403, 0, 0)


# Editions


def test_it_shows_what_an_edition_froze(world, edition, django_assert_max_num_queries):
    client = visit(world.cast.budi)
    with django_assert_max_num_queries(16):
        page = words(client.get(f"{ROOM}edisi/{edition.ref}/"))
    assert edition.snapshot.sha256 in page
    assert "Anda melihat edisi beku" in page
    assert "masih sama dengan edisi ini" in page


def test_it_shows_what_changed_since(world, edition):
    world.small.queue.version = 7
    world.small.queue.save()
    page = words(visit(world.cast.citra).get(f"{ROOM}edisi/{edition.ref}/"))
    assert ("1 berubah" in page, world.small.queue.ref in page) == (True, True)


def test_it_sends_the_pdf_to_be_read_under_a_good_name(world, edition):
    response = visit(world.cast.budi).get(f"{ROOM}edisi/{edition.ref}/unduh/pdf/")
    name = "Buku 3 Ringkasan Eksekutif Masterplan Smart City Kabupaten Mojokerto - edisi 1.pdf"
    assert response["Content-Disposition"] == f'inline; filename="{name}"'
    assert (response["Content-Type"], response.content[:5]) == ("application/pdf", b"%PDF-")


def test_it_sends_files_to_be_kept(world, edition):
    client = visit(world.cast.budi)
    saved = client.get(f"{ROOM}edisi/{edition.ref}/unduh/pdf/?simpan=ya")
    word = client.get(f"{ROOM}edisi/{edition.ref}/unduh/docx/")
    assert saved["Content-Disposition"].startswith("attachment")
    assert word["Content-Disposition"].startswith("attachment")
    assert word.content[:2] == b"PK"


def test_it_knows_no_other_kind_of_file(world, edition):
    assert visit(world.cast.budi).get(f"{ROOM}edisi/{edition.ref}/unduh/exe/").status_code == 404


# Chapters


def test_it_shows_a_chapter_with_its_fill_in_words(world):
    page = words(visit(world.cast.citra).get(f"{ROOM}buku/2/bab/penutup/"))
    assert ("{jumlah_program}" in page, "Cara menulis" in page) == (True, True)


def test_it_saves_a_chapter_and_shows_its_history(world):
    client = visit(world.cast.citra)
    data = {"title": "Penutup", "body": "Selesai {tanggal_data}.", "version": "1"}
    response = client.post(f"{ROOM}buku/2/bab/penutup/", data)
    assert response["Location"] == f"{ROOM}buku/2/"
    assert "mengubah bab" in words(client.get(f"{ROOM}buku/2/bab/penutup/"))


def test_it_keeps_what_was_typed_when_a_word_is_unknown(world):
    data = {"title": "Penutup", "body": "Ada {entah}.", "version": "1"}
    response = visit(world.cast.citra).post(f"{ROOM}buku/2/bab/penutup/", data)
    assert response.status_code == 422
    assert "Kata isian {entah} tidak dikenal" in words(response)
    assert "Ada {entah}." in words(response)


def test_it_shows_both_texts_of_a_chapter(world):
    plan = world.small.plan
    edit_chapter(
        world.cast.dewi, plan=plan, book=TWO, key="penutup", version=1, words=Words("Penutup", "Dewi")
    )
    data = {"title": "Penutup", "body": "Citra", "version": "1"}
    response = visit(world.cast.citra).post(f"{ROOM}buku/2/bab/penutup/", data)
    assert (response.status_code, "Dewi" in words(response), "Citra" in words(response)) == (409, True, True)


def test_it_adds_moves_hides_and_deletes_a_chapter(world):
    client = visit(world.cast.citra)
    address = client.post(f"{ROOM}buku/2/bab/baru/", {"title": "Kelembagaan", "place": "body"})["Location"]
    key = address.rstrip("/").rsplit("/", 1)[1]
    assert client.post(f"{address}geser/", {"arah": "naik"})["Location"] == f"{ROOM}buku/2/#bab-{key}"
    assert client.post(f"{address}tampil/", {"sembunyi": "ya"}).status_code == 302
    page = words(client.get(f"{ROOM}buku/2/"))
    assert ("Kelembagaan" in page, "disembunyikan" in page) == (True, True)
    client.post(f"{address}hapus/")
    assert key not in [one.key for one in outline(plan=world.small.plan, book=TWO)]


def test_it_asks_for_a_title_of_a_new_chapter(world):
    client = visit(world.cast.citra)
    response = client.post(f"{ROOM}buku/2/bab/baru/", {"title": "", "place": "body"}, follow=True)
    assert "Tulis judul bab dahulu." in words(response)


def test_it_offers_deleting_only_what_was_added(world):
    add_chapter(world.cast.citra, plan=world.small.plan, book=TWO, title="Tambahan")
    assert words(visit(world.cast.citra).get(f"{ROOM}buku/2/")).count("Hapus bab ini?") == 1


# What is asked, and the rail


def test_it_asks_to_print_after_the_roadmap_was_adopted(world):
    assert asks(world.cast.citra, TODAY) == ()
    adopt(world)
    found = asks(world.cast.citra, TODAY)
    assert [(str(one.title), one.url) for one in found] == [
        ("Buku 2 belum dicetak sejak peta jalan ditetapkan", f"{ROOM}buku/2/")
    ]
    assert asks(world.cast.ani, TODAY) == ()


def test_it_asks_nothing_where_there_is_no_plan(cast):
    assert asks(cast.citra, TODAY) == ()


def test_it_stands_in_the_rail_of_those_who_read_books(cast):
    assert [sees_room(one) for one in (cast.citra, cast.budi, cast.lina, cast.ani)] == [
        True,
        True,
        True,
        False,
    ]
