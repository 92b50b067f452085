"""Who is here, by appointment and day."""

from datetime import date

import pytest
from django.test import RequestFactory

from rangkai.domains.accounts.models import User
from rangkai.domains.organisations.actions.offices import NewOffice, create_office, edit_office
from rangkai.domains.organisations.actions.people import Term, appoint, end_appointment
from rangkai.domains.organisations.here import first_region_code, resolve
from rangkai.domains.organisations.models import Appointment, Person, Post
from rangkai.domains.organisations.queries import actor_for, head_post_id, office_facts, post_facts
from rangkai.domains.organisations.rules import AppointmentKind, Role
from rangkai.domains.organisations.tests.factories import actors, holder, region
from rangkai.lib.errors import Forbidden, Invalid, Missing

pytestmark = pytest.mark.django_db
DAY = date(2026, 7, 6)


@pytest.fixture
def cast():
    return actors()


def request_of(actor, code="35.16"):
    request = RequestFactory().get(f"/{code}/")
    request.user = User.objects.get(pk=actor.user_id)
    return request


def test_it_gives_the_roles_of_the_posts_held_today(cast):
    assert resolve(request_of(cast.ani), "35.16").actor.roles() == {Role.OPERATOR}


def test_it_takes_the_roles_away_after_the_last_day(cast):
    held = Appointment.objects.get(person_id=cast.ani.person_id)
    end_appointment(cast.citra, appointment=held, version=1, last_day=date(2025, 6, 1), reason="pindah")
    with pytest.raises(Missing):
        resolve(request_of(cast.ani), "35.16")


def test_it_hides_a_region_where_no_post_is_held(cast):
    with pytest.raises(Missing):
        resolve(request_of(cast.ani), "35.15")


def test_it_lets_the_national_admin_look_into_a_region_with_a_strip(cast):
    nation = region("00", "Indonesia")
    admin = holder(nation, "Nina", Role.NATIONAL_ADMIN)
    assert resolve(request_of(admin), "35.16").strip == "other-region"


def test_it_names_an_acting_head_as_acting(cast):
    person = Person.objects.get(pk=cast.ani.person_id)
    post = Post.objects.get(pk=cast.budi.holdings[0].post_id)
    appoint(cast.citra, person=person, post=post, term=Term(AppointmentKind.PLT, date(2026, 1, 5)))
    assert "Plt. Kepala PD Budi" in resolve(request_of(cast.ani), "35.16").role_label


def test_it_refuses_a_term_that_ends_before_it_begins(cast):
    person = Person.objects.get(pk=cast.ani.person_id)
    post = Post.objects.get(pk=cast.budi.holdings[0].post_id)
    term = Term(AppointmentKind.PLH, date(2026, 1, 5), date(2026, 1, 1))
    with pytest.raises(Invalid):
        appoint(cast.citra, person=person, post=post, term=term)


def test_it_sends_a_user_to_the_region_of_the_first_post(cast):
    assert first_region_code(request_of(cast.fajar)) == "35.15"


def test_it_finds_the_actor_behind_an_account_name(cast):
    assert actor_for(username="ANI.35.16", region_id=cast.place.pk, today=DAY) == cast.ani


def test_it_refuses_an_account_without_a_post_in_the_region(cast):
    with pytest.raises(Missing):
        actor_for(username="fajar.35.15", region_id=cast.place.pk, today=DAY)


def test_it_finds_the_head_of_an_office(cast):
    found = head_post_id(region_id=cast.place.pk, office_id=cast.dinkes.pk)
    assert found == cast.budi.holdings[0].post_id


def test_it_has_no_head_where_the_post_is_missing(cast):
    assert head_post_id(region_id=cast.place.pk, office_id=cast.dlh.pk) is None


def test_it_lists_posts_with_their_holders(cast, django_assert_num_queries):
    with django_assert_num_queries(2):
        facts = post_facts(region_id=cast.place.pk, today=DAY)
    assert {f.holder for f in facts} == {"Ani", "Hadi", "Budi", "Citra", "Dewi", "Lina", "Eko"}


def test_it_remembers_what_an_office_was_called(cast):
    edit_office(cast.citra, office=cast.dlh, version=1, today=DAY, values={"name": "Dinas LH dan Kehutanan"})
    fact = next(f for f in office_facts(region_id=cast.place.pk) if f.code == "dlh")
    assert (fact.name, fact.aliases) == ("Dinas LH dan Kehutanan", ("Dinas Lingkungan Hidup",))


def test_it_refuses_a_code_that_is_taken(cast):
    with pytest.raises(Invalid, match="dinkes"):
        create_office(cast.citra, office=NewOffice("dinkes", "Dinas Kesehatan Dua"))


def test_it_lets_no_operator_make_offices(cast):
    with pytest.raises(Forbidden):
        create_office(cast.ani, office=NewOffice("baru", "Dinas Baru"))
