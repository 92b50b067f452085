"""Services are entered, changed, deleted and restored; an office keeps its own, the secretariat the region's."""

import pytest

from rangkai.domains.architecture.actions import (
    NewService,
    create_service,
    create_services,
    delete_services,
    edit_service,
    restore_service,
)
from rangkai.domains.architecture.models import Service
from rangkai.domains.architecture.tests.factories import TODAY, service
from rangkai.domains.organisations.models import Organisation
from rangkai.domains.organisations.tests.factories import Actors, actors
from rangkai.kit.history import undo
from rangkai.kit.models import Change, SearchRow
from rangkai.lib.errors import Forbidden, Invalid, Missing

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Actors:
    return actors()


def wish(cast: Actors, name: str = "Pendaftaran pasien", **given: object) -> NewService:
    return NewService(name, cast.dinkes.pk, **given)  # type: ignore[arg-type]


def test_it_enters_a_service_with_number_history_and_search_words(cast: Actors) -> None:
    made = create_service(cast.ani, service=wish(cast, lacks_network=True), today=TODAY)
    assert made.ref == "L-2026-00001"
    assert (
        Change.objects.filter(kind="architecture.service", action="architecture.create_service").count() == 1
    )
    assert SearchRow.objects.filter(kind="architecture.service").count() == 1


def test_it_refuses_a_service_without_a_name(cast: Actors) -> None:
    with pytest.raises(Invalid) as refusal:
        create_service(cast.ani, service=wish(cast, " "), today=TODAY)
    assert [problem.field for problem in refusal.value.problems] == ["name"]


def test_it_refuses_a_service_that_the_office_has(cast: Actors) -> None:
    service(cast.dinkes)
    with pytest.raises(Invalid, match="sudah tercatat sebagai L-2026-00001"):
        create_service(cast.ani, service=wish(cast, "pendaftaran PASIEN"), today=TODAY)


def test_it_refuses_one_service_twice_at_once(cast: Actors) -> None:
    with pytest.raises(Invalid, match="tertulis dua kali"):
        create_services(cast.ani, services=[wish(cast), wish(cast)], today=TODAY)
    assert not Service.objects.exists()


def test_it_lets_no_office_enter_for_another(cast: Actors) -> None:
    with pytest.raises(Forbidden):
        create_service(cast.eko, service=wish(cast), today=TODAY)


def test_it_refuses_an_office_of_another_region(cast: Actors) -> None:
    theirs = Organisation.objects.get(region=cast.elsewhere, code="dinkes")
    with pytest.raises(Invalid, match="tidak ada di daerah ini"):
        create_service(cast.citra, service=NewService("KTP", theirs.pk), today=TODAY)


def test_it_changes_the_given_fields(cast: Actors) -> None:
    found = service(cast.dinkes, users=5)
    edit_service(cast.ani, service=found, version=1, values={"digitalisation": "manual"})
    found.refresh_from_db()
    assert (found.digitalisation, found.users, found.version) == ("manual", 5, 2)


def test_it_refuses_a_change_that_a_service_cannot_hold(cast: Actors) -> None:
    with pytest.raises(Invalid):
        edit_service(cast.ani, service=service(cast.dinkes), version=1, values={"users": -1})


def test_it_refuses_the_name_of_another_service(cast: Actors) -> None:
    service(cast.dinkes, "Imunisasi")
    with pytest.raises(Invalid, match="Imunisasi"):
        edit_service(cast.ani, service=service(cast.dinkes), version=1, values={"name": "Imunisasi"})


def test_it_lets_a_service_be_spelt_better(cast: Actors) -> None:
    found = edit_service(
        cast.ani, service=service(cast.dinkes), version=1, values={"name": "PENDAFTARAN PASIEN"}
    )
    assert found.name == "PENDAFTARAN PASIEN"


def test_it_lets_no_office_give_its_service_away(cast: Actors) -> None:
    with pytest.raises(Forbidden):
        edit_service(cast.ani, service=service(cast.dinkes), version=1, values={"office_id": cast.dlh.pk})


def test_it_lets_the_secretariat_move_a_service(cast: Actors) -> None:
    found = service(cast.dinkes)
    edit_service(cast.citra, service=found, version=1, values={"office_id": cast.dlh.pk})
    assert Service.objects.get().office == cast.dlh


def test_it_lets_no_other_office_change_a_service(cast: Actors) -> None:
    with pytest.raises(Forbidden):
        edit_service(cast.eko, service=service(cast.dinkes), version=1, values={"users": 1})


def test_it_hides_a_service_from_another_region(cast: Actors) -> None:
    with pytest.raises(Missing):
        edit_service(cast.fajar, service=service(cast.dinkes), version=1, values={"users": 1})


def test_it_deletes_and_restores(cast: Actors) -> None:
    found = service(cast.dinkes)
    assert delete_services(cast.ani, refs=[found.ref]) == 1
    found.refresh_from_db()
    restore_service(cast.ani, service=found, version=found.version)
    assert Service.objects.live().count() == 1


def test_it_deletes_nothing_when_one_is_not_ones_own(cast: Actors) -> None:
    own, other = service(cast.dinkes), service(cast.dlh, "Bank sampah")
    with pytest.raises(Missing, match=other.ref):
        delete_services(cast.ani, refs=[own.ref, other.ref])
    assert Service.objects.live().count() == 2


def test_it_refuses_to_restore_what_was_entered_anew(cast: Actors) -> None:
    found = service(cast.dinkes)
    delete_services(cast.ani, refs=[found.ref])
    service(cast.dinkes)
    found.refresh_from_db()
    with pytest.raises(Invalid, match="L-2026-00002"):
        restore_service(cast.ani, service=found, version=found.version)


def test_it_can_be_taken_back(cast: Actors) -> None:
    found = service(cast.dinkes)
    edit_service(cast.ani, service=found, version=1, values={"users": 9})
    undo(cast.ani, batch=Change.objects.latest("id").batch)
    assert Service.objects.get().users is None
