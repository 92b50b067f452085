"""The first page answers: what is asked of me now, and by when?"""

from datetime import date

import pytest

from rangkai.domains.accounts.models import User
from rangkai.domains.needs.rules.terms import NeedStatus
from rangkai.domains.needs.tests.factories import need
from rangkai.domains.organisations.tests.factories import actors
from rangkai.kit.actions import recording
from rangkai.surfaces.home.queries import PARTS, asks_of, changes_since

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


@pytest.fixture
def cast():
    return actors()


def page(client, actor, address="/35.16/"):
    client.force_login(User.objects.get(pk=actor.user_id))
    return client.get(address)


def test_it_says_what_waits_for_the_head_of_an_office(cast, client):
    need(cast.dinkes, status=NeedStatus.SUBMITTED)
    assert "1 kebutuhan menunggu persetujuan Anda" in page(client, cast.budi).content.decode()


def test_it_asks_nothing_of_the_head_of_another_office(cast):
    need(cast.dlh, status=NeedStatus.SUBMITTED)
    assert asks_of(cast.budi, TODAY) == []


def test_it_says_so_when_nothing_waits(cast, client):
    assert "Tidak ada yang menunggu Anda" in page(client, cast.ani).content.decode()


def test_it_shows_what_others_changed(cast):
    row = need(cast.dinkes)
    with recording("needs.edit", cast.citra) as act:
        act.update(row, version=1, place="Sooko")
    assert [c.title for c in changes_since(cast.ani, None)] == [str(row)]


def test_it_does_not_show_my_own_changes(cast):
    with recording("needs.edit", cast.ani) as act:
        act.update(need(cast.dinkes), version=1, place="Sooko")
    assert changes_since(cast.ani, None) == []


def test_it_hides_changes_of_another_office(cast):
    with recording("needs.edit", cast.citra) as act:
        act.update(need(cast.dlh), version=1, place="Sooko")
    assert changes_since(cast.ani, None) == []


def test_it_greets_at_every_hour():
    assert [next(str(g) for until, g in PARTS if hour < until) for hour in (5, 12, 17, 22)] == [
        "Selamat pagi",
        "Selamat siang",
        "Selamat sore",
        "Selamat malam",
    ]


def test_it_lists_the_same_asks_alone(cast, client):
    need(cast.dinkes, status=NeedStatus.SUBMITTED)
    assert "Periksa" in page(client, cast.budi, "/35.16/tugas/").content.decode()


def test_it_finds_what_the_person_may_see(cast, client):
    with recording("needs.create", cast.citra) as act:
        act.update(need(cast.dinkes, "Antrean puskesmas"), version=1, detail="lama")
        act.update(need(cast.dlh, "Antrean sampah"), version=1, detail="lama")
    found = page(client, cast.ani, "/35.16/cari/?q=antrean").content.decode()
    assert ("Antrean puskesmas" in found, "Antrean sampah" in found) == (True, False)


def test_it_keeps_the_number_of_queries(cast, client, django_assert_max_num_queries):
    page(client, cast.citra)
    with django_assert_max_num_queries(25):
        page(client, cast.citra)


def test_it_shows_each_the_lists_that_are_theirs_to_keep(cast, client):
    kept = {
        person.user_id: {s.url_name for s in page(client, person, "/35.16/pengaturan/").context["settings"]}
        for person in (cast.citra, cast.dewi)
    }
    assert kept == {
        cast.citra.user_id: {
            *("organisations:list", "organisations:posts", "organisations:teams", "regions:areas"),
            *("programmes:funds", "programmes:nomenclature", "examples:examples"),
        },
        cast.dewi.user_id: {"programmes:funds", "programmes:nomenclature"},
    }


def test_it_says_who_keeps_the_lists_where_one_keeps_none(cast, client):
    assert (
        "Sekretariat dan Bappeda memelihara" in page(client, cast.ani, "/35.16/pengaturan/").content.decode()
    )
