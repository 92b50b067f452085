"""What is asked of people about programmes, and where the region stands."""

from datetime import date

import pytest

from rangkai.domains.needs.tests.factories import issue, need
from rangkai.domains.organisations.models import Appointment
from rangkai.domains.organisations.tests.factories import Actors, actors
from rangkai.domains.programmes import setup
from rangkai.domains.programmes.models import ProgrammeGoal, ProgrammeIssue, ProgrammeNeed
from rangkai.domains.programmes.rules.terms import ProgrammeStatus
from rangkai.domains.programmes.tests.factories import TODAY, funding, programme

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Actors:
    return actors()


def asked(cast: Actors, who: str, today: date = TODAY) -> list[str]:
    return [str(ask.title) for ask in setup.asks(getattr(cast, who), today)]


def whole(cast: Actors, **values: object):
    """A programme that lacks nothing that is asked for."""
    from rangkai.domains.goals.tests.factories import small_cascade

    row = programme(cast.dinkes, **values)
    funding(row)
    ProgrammeGoal.objects.create(region=cast.place, programme=row, goal=small_cascade(cast.place)["sasaran"])
    return row


def test_it_asks_the_head_to_approve(cast: Actors) -> None:
    whole(cast, status=ProgrammeStatus.SUBMITTED)
    assert asked(cast, "budi") == ["1 program menunggu persetujuan Anda"]
    assert asked(cast, "ani") == []


def test_it_asks_the_office_to_mend_what_came_back(cast: Actors) -> None:
    whole(cast, status=ProgrammeStatus.RETURNED)
    assert asked(cast, "ani") == ["1 program dikembalikan untuk diperbaiki"]
    assert asked(cast, "eko") == []


def test_it_asks_for_money_and_goals(cast: Actors) -> None:
    programme(cast.dinkes)
    assert asked(cast, "hadi") == [
        "1 program belum mempunyai pendanaan",
        "1 program belum dikaitkan dengan sasaran",
    ]


def test_it_asks_for_a_holder_of_the_owner_post(cast: Actors) -> None:
    row = whole(cast)
    Appointment.objects.filter(post=row.owner).update(valid_to=date(2026, 1, 1))
    assert asked(cast, "hadi") == ["1 program tanpa pemegang jabatan penanggung jawab"]


@pytest.mark.parametrize("who", ["lina", "fajar"])
def test_it_asks_nothing_of(cast: Actors, who: str) -> None:
    programme(cast.dinkes, status=ProgrammeStatus.SUBMITTED)
    assert asked(cast, who) == []


def test_it_asks_nothing_about_stopped_programmes(cast: Actors) -> None:
    programme(cast.dinkes, status=ProgrammeStatus.STOPPED)
    assert asked(cast, "ani") == []


def test_it_asks_in_two_queries(cast: Actors, django_assert_num_queries) -> None:
    programme(cast.dinkes)
    with django_assert_num_queries(2):
        setup.asks(cast.budi, TODAY)


def test_it_says_where_the_region_stands(cast: Actors) -> None:
    funding(programme(cast.dinkes), amount=1_250_000_000)
    programme(cast.dinkes, "Berhenti", status=ProgrammeStatus.STOPPED)
    (figure,) = setup.figures(cast.lina)
    assert (figure.value, str(figure.note)) == ("1", "pagu Rp 1,25 miliar")


def test_it_tells_a_need_and_an_issue_who_answers(cast: Actors) -> None:
    row, subject = programme(cast.dinkes), issue(cast.dinkes)
    wanted = need(cast.dinkes)
    ProgrammeNeed.objects.create(region=cast.place, programme=row, need=wanted)
    ProgrammeIssue.objects.create(region=cast.place, programme=row, issue=subject)
    assert list(setup.need_panel(cast.ani, wanted)["programmes"]) == [row]
    assert list(setup.issue_panel(cast.ani, subject)["programmes"]) == [row]
    assert list(setup.issue_panel(cast.eko, subject)["programmes"]) == []
