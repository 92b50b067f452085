"""One action takes the examples away and nothing else; it can be taken back."""

import pytest

from rangkai.domains.accounts.models import User
from rangkai.domains.needs.models import Need
from rangkai.domains.needs.tests.factories import need
from rangkai.domains.organisations.models import Organisation
from rangkai.domains.organisations.tests.factories import actors
from rangkai.kit.history import undo
from rangkai.kit.models import Change
from rangkai.lib.errors import Forbidden
from rangkai.surfaces.examples.emptying import empty_examples, strip

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    cast = actors()
    need(cast.dinkes, "Contoh", is_example=True)
    need(cast.dinkes, "Sungguhan")
    need(Organisation.objects.get(region=cast.elsewhere), "Contoh daerah lain", is_example=True)
    return cast


def test_it_takes_the_examples_of_the_region_away(cast):
    empty_examples(cast.citra)
    left = sorted(Need.objects.live().values_list("statement", flat=True))
    assert left == ["Contoh daerah lain", "Sungguhan"]


def test_it_can_be_taken_back(cast):
    empty_examples(cast.citra)
    undo(cast.citra, batch=Change.objects.latest("id").batch)
    assert Need.objects.live().count() == 3


def test_it_colours_the_frame_while_there_are_examples(cast):
    before = strip(cast.place.pk)
    empty_examples(cast.citra)
    assert (before, strip(cast.place.pk)) == ("example", "")


@pytest.mark.parametrize("who", ["ani", "dewi", "lina"])
def test_it_lets_only_the_secretariat_empty_them(cast, who):
    with pytest.raises(Forbidden):
        empty_examples(getattr(cast, who))


def test_it_does_it_by_one_button(cast, client):
    client.force_login(User.objects.get(pk=cast.citra.user_id))
    assert "1 kebutuhan" in client.get("/35.16/contoh/").content.decode()
    client.post("/35.16/contoh/kosongkan/")
    assert not Need.objects.live().filter(region=cast.place, is_example=True).exists()
