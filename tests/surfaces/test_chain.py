"""The chain shows its broken ends."""

from datetime import date

import pytest

from rangkai.domains.accounts.models import User
from rangkai.domains.goals.tests.factories import small_cascade
from rangkai.domains.needs.rules.terms import Fate
from rangkai.domains.needs.tests.factories import need
from rangkai.domains.organisations.tests.factories import actors
from rangkai.domains.programmes.tests.factories import funding, programme
from rangkai.surfaces.chain.queries import broken_ends

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


@pytest.fixture
def cast():
    return actors()


def counts(actor):
    return {str(end.title): (end.count, end.every) for end in broken_ends(actor, today=TODAY)}


def test_it_counts_needs_without_a_fate(cast):
    need(cast.dinkes, "Satu")
    need(cast.dinkes, "Dua", fate=Fate.REFUSED)
    assert counts(cast.citra)["Kebutuhan tanpa tindak lanjut"] == (1, 2)


def test_it_counts_what_a_programme_lacks(cast):
    funding(programme(cast.dinkes))
    found = counts(cast.citra)
    assert (found["Program tanpa pendanaan"], found["Program tanpa sasaran"]) == ((0, 1), (1, 1))


def test_it_counts_goals_that_no_programme_serves(cast):
    small_cascade(cast.place)
    assert counts(cast.citra)["Sasaran tanpa program"] == (1, 1)


def test_it_counts_for_an_office_only_its_own(cast):
    need(cast.dinkes, "Satu")
    need(cast.dlh, "Dua")
    assert counts(cast.ani)["Kebutuhan tanpa tindak lanjut"] == (1, 1)


def test_it_says_how_to_begin_where_nothing_is_there(cast, client):
    client.force_login(User.objects.get(pk=cast.citra.user_id))
    assert "Rangkaian belum dimulai" in client.get("/35.16/rangkaian/").content.decode()


def test_it_leads_to_what_is_broken(cast, client):
    need(cast.dinkes, "Satu")
    client.force_login(User.objects.get(pk=cast.citra.user_id))
    assert "/35.16/kebutuhan/?nasib=open" in client.get("/35.16/rangkaian/").content.decode()
