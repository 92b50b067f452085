"""Sign-in by any of three names."""

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.hashers import make_password

from rangkai.domains.accounts.actions import change_password, create_user
from rangkai.domains.accounts.models import User
from rangkai.domains.organisations.tests.factories import actors
from rangkai.kit.models import Change
from rangkai.kit.policies import Actor
from rangkai.lib.errors import Forbidden, Invalid

pytestmark = pytest.mark.django_db
PASSWORD = "melati-di-taman-77"


@pytest.fixture
def sari():
    system = Actor.system(0)
    return create_user(
        system,
        username="sari",
        password_hash=make_password(PASSWORD),
        email="sari@contoh.example",
        nip="990000000000000001",
    )


@pytest.mark.parametrize(
    "name", ["sari", "SARI", "sari@contoh.example", "990000000000000001", "99000000 000000 0 001"]
)
def test_it_signs_in_by_any_of_the_three_names(sari, name):
    assert authenticate(username=name, password=PASSWORD) == sari


@pytest.mark.parametrize("name", ["", "budi", "sari@lain.example"])
def test_it_refuses_an_unknown_name(sari, name):
    assert authenticate(username=name, password=PASSWORD) is None


def test_it_refuses_a_wrong_password(sari):
    assert authenticate(username="sari", password="salah") is None


def test_it_keeps_no_password_in_the_history(sari):
    actor = Actor(sari.pk, "Sari", 0)
    change_password(actor, user=sari, old=PASSWORD, new="kenanga-di-taman-88")
    assert "password" not in str([(c.before, c.after) for c in Change.objects.all()])
    assert authenticate(username="sari", password="kenanga-di-taman-88") == sari


def test_it_refuses_a_wrong_old_password(sari):
    with pytest.raises(Invalid):
        change_password(Actor(sari.pk, "Sari", 0), user=sari, old="salah", new="kenanga-di-taman-88")


def test_it_refuses_a_weak_new_password(sari):
    with pytest.raises(Invalid):
        change_password(Actor(sari.pk, "Sari", 0), user=sari, old=PASSWORD, new="12345")


def test_it_lets_nobody_change_anothers_password(sari):
    with pytest.raises(Forbidden):
        change_password(Actor(999, "Lain", 0), user=sari, old=PASSWORD, new="kenanga-di-taman-88")


def test_it_lets_only_the_product_make_users():
    with pytest.raises(Forbidden):
        create_user(actors().citra, username="x", password_hash="!")


def test_it_refuses_a_name_that_is_taken(sari):
    with pytest.raises(Invalid, match="sudah dipakai"):
        create_user(Actor.system(0), username="Sari", password_hash="!")


def test_it_shows_the_sign_in_page(client):
    assert "NIP" in client.get("/masuk/").content.decode()


def test_it_goes_to_the_region_after_signing_in(client):
    actors()
    response = client.post("/masuk/", {"username": "ani.35.16", "password": "rahasia-sekali"}, follow=True)
    assert response.redirect_chain[-1][0] == "/35.16/"


def test_it_tells_a_user_without_a_post_what_to_do(client, sari):
    client.force_login(User.objects.get(pk=sari.pk))
    response = client.get("/")
    assert (response.status_code, "jabatan" in response.content.decode()) == (403, True)


def test_it_remembers_the_language_that_was_chosen(client):
    client.post("/bahasa/", {"language": "en", "next": "/masuk/"})
    assert client.get("/masuk/").headers["Content-Language"] == "en"


def test_it_ignores_what_the_browser_prefers(client):
    assert client.get("/masuk/", headers={"accept-language": "en"}).headers["Content-Language"] == "id"


def test_it_does_not_redirect_to_another_site(client):
    assert client.post("/bahasa/", {"language": "en", "next": "https://evil.example/"}).url == "/"
