"""The worklist of fates in a browser's eyes."""

import pytest
from django.test import Client

from rangkai.domains.accounts.models import User
from rangkai.domains.masterplans.models import Masterplan
from rangkai.domains.masterplans.tests.factories import masterplan
from rangkai.domains.needs.models import Need
from rangkai.domains.needs.rules.terms import Fate
from rangkai.domains.needs.tests.factories import issue, need
from rangkai.domains.organisations.tests.factories import Actors, actors
from rangkai.kit.models import Change
from rangkai.kit.policies import Actor

pytestmark = pytest.mark.django_db
FATES = "/35.16/kebutuhan/nasib/"


@pytest.fixture
def cast() -> Actors:
    return actors()


def signed_in(actor: Actor) -> Client:
    client = Client()
    user = User.objects.get(pk=actor.user_id)
    client.force_login(user, backend="rangkai.domains.accounts.backends.AnyNameBackend")
    return client


def test_it_counts_by_fate_and_puts_what_is_open_first(cast: Actors) -> None:
    need(cast.dinkes, "Sudah ada", fate=Fate.REFUSED, fate_reason="sudah terpenuhi", priority=15)
    need(cast.dinkes, "Belum diputuskan ini", issue=issue(cast.dinkes))
    page = signed_in(cast.citra).get(FATES).content.decode()
    assert page.index("Belum diputuskan ini") < page.index("Sudah ada") < page.index("sudah terpenuhi")


def test_it_reads_a_long_worklist_with_few_statements(
    cast: Actors, django_assert_max_num_queries: object
) -> None:
    for number in range(60):
        need(cast.dinkes, f"Kebutuhan {number}")
    client = signed_in(cast.citra)
    client.get(FATES)
    with django_assert_max_num_queries(17):  # type: ignore[operator]
        assert client.get(FATES).status_code == 200


def test_it_decides_what_was_ticked_and_offers_to_take_it_back(cast: Actors) -> None:
    rows = [need(cast.dinkes), need(cast.dlh)]
    client = signed_in(cast.citra)
    form = client.post(f"{FATES}putuskan/", {"id": [row.pk for row in rows]})
    assert "Contoh alasan" in form.content.decode()
    data = {"refs": ",".join(row.ref for row in rows), "fate": "refused", "fate_reason": "ganda"}
    shown = client.post(f"{FATES}putuskan/", {**data, "next": f"{FATES}?nasib=open"}, follow=True)
    assert shown.redirect_chain[0][0] == f"{FATES}?nasib=open"
    batch = Change.objects.filter(action="needs.set_fate").latest("id").batch
    assert f"/batal/{batch}/" in shown.content.decode() or str(batch) in shown.content.decode()
    assert set(Need.objects.values_list("fate", flat=True)) == {"refused"}


def test_it_says_beside_the_field_what_is_missing(cast: Actors) -> None:
    row = need(cast.dinkes)
    data = {"refs": row.ref, "fate": "postponed", "fate_reason": "pagu habis"}
    answer = signed_in(cast.citra).post(f"{FATES}putuskan/", data)
    assert (answer.status_code, "ditunda sampai kapan" in answer.content.decode()) == (422, True)


def test_it_shows_an_office_the_fate_of_its_own_needs_and_no_button(cast: Actors) -> None:
    need(cast.dinkes, "Milik sendiri", fate=Fate.REFUSED, fate_reason="alasan yang terbaca")
    need(cast.dlh, "Milik kantor lain")
    page = signed_in(cast.ani).get(FATES).content.decode()
    assert "alasan yang terbaca" in page
    assert "Milik kantor lain" not in page
    assert "Putuskan nasib" not in page


def test_it_names_what_is_left_instead_of_closing_the_plan(cast: Actors) -> None:
    need(cast.dinkes)
    plan = masterplan(cast.place)
    answer = signed_in(cast.citra).post("/35.16/rencana-induk/tutup/", {"version": plan.version})
    assert answer.status_code == 422
    assert f"{FATES}?nasib=open" in answer.content.decode()
    assert Masterplan.objects.get().closed_on is None


def test_it_closes_and_opens_the_plan_again(cast: Actors) -> None:
    plan = masterplan(cast.place)
    client = signed_in(cast.dewi)
    client.post("/35.16/rencana-induk/tutup/", {"version": plan.version})
    shown = client.get("/35.16/rencana-induk/").content.decode()
    assert ("Ditutup pada" in shown, "Ubah jangka" in shown) == (True, False)
    client.post("/35.16/rencana-induk/buka-kembali/", {"version": 2, "reason": "ada usulan susulan"})
    assert Masterplan.objects.get().closed_on is None
