"""Services come in from sheets: all or nothing, and what was exported comes back unchanged."""

from dataclasses import replace

import pytest

from rangkai.domains.architecture.models import Service
from rangkai.domains.architecture.queries.sheets import services_workbook
from rangkai.domains.architecture.tests.factories import TODAY, service
from rangkai.domains.architecture.tests.sheets import HEADINGS, csv_bytes, row
from rangkai.domains.organisations.tests.factories import Actors, actors
from rangkai.domains.work.actions.imports.direct import Direct, import_directly, preview_directly
from rangkai.domains.work.actions.imports.preview import make_preview
from rangkai.domains.work.actions.imports.save import save_import
from rangkai.domains.work.actions.imports.upload import Upload, start_import
from rangkai.domains.work.rules.options import ImportOptions
from rangkai.domains.work.rules.terms import Outcome
from rangkai.kit.models import Change
from rangkai.lib.errors import Conflict, Forbidden

pytestmark = pytest.mark.django_db
ROWS = [row(), row(name="Imunisasi", users="800", hindrances=""), row(name="Bank sampah", office="DLH")]


@pytest.fixture
def cast() -> Actors:
    people = actors()
    people.dlh.aliases = "DLH"
    people.dlh.save()
    return people


def file(*rows: tuple[str, ...]) -> Direct:
    return Direct("services", Upload("layanan.csv", csv_bytes([HEADINGS, *rows])), ImportOptions())


def test_it_saves_every_row_with_its_history(cast: Actors) -> None:
    assert import_directly(cast.citra, wanted=file(*ROWS), today=TODAY).committed
    assert Service.objects.live().count() == 3
    assert Change.objects.filter(kind="architecture.service", action="services.import").count() == 3


def test_it_writes_nothing_before_saving(cast: Actors) -> None:
    preview_directly(cast.citra, wanted=file(*ROWS), today=TODAY)
    assert not Service.objects.exists()


def test_it_changes_nothing_for_the_same_file_again(cast: Actors) -> None:
    import_directly(cast.citra, wanted=file(*ROWS), today=TODAY)
    again = import_directly(cast.citra, wanted=file(*ROWS), today=TODAY)
    assert again.plan.counts[Outcome.UNCHANGED] == 3


def test_it_brings_an_export_back_unchanged(cast: Actors) -> None:
    import_directly(cast.citra, wanted=file(*ROWS), today=TODAY)
    content = services_workbook(cast.citra, rows=Service.objects.live().order_by("id"))
    wanted = replace(file(), upload=Upload("layanan.xlsx", content))
    assert import_directly(cast.citra, wanted=wanted, today=TODAY).plan.counts[Outcome.UNCHANGED] == 3


def test_it_changes_what_the_sheet_changes(cast: Actors) -> None:
    found = service(cast.dinkes, users=5)
    import_directly(cast.ani, wanted=file(row()), today=TODAY)
    found.refresh_from_db()
    assert (found.users, found.digitalisation, found.lacks_people) == (12_500, "manual", True)


def test_it_enters_nothing_of_another_office_for_an_operator(cast: Actors) -> None:
    answer = preview_directly(cast.ani, wanted=file(*ROWS), today=TODAY)
    assert [found.outcome for found in answer.plan.rows] == [Outcome.NEW, Outcome.NEW, Outcome.PROBLEM]


def test_it_is_closed_to_readers(cast: Actors) -> None:
    with pytest.raises(Forbidden):
        preview_directly(cast.lina, wanted=file(*ROWS), today=TODAY)


@pytest.mark.parametrize("gone", [False, True], ids=["changed", "deleted"])
def test_it_saves_nothing_when_a_service_changed_after_the_preview(cast: Actors, gone: bool) -> None:
    found = service(cast.dinkes, users=5)
    upload = Upload("layanan.csv", csv_bytes([HEADINGS, *ROWS]))
    session = start_import(cast.citra, noun="services", upload=upload)
    make_preview(cast.citra, session=session, today=TODAY)
    Service.objects.filter(pk=found.pk).update(version=2, deleted_at="2026-11-24T00:00Z" if gone else None)
    with pytest.raises(Conflict, match="diubah orang lain"):
        save_import(cast.citra, session=session, today=TODAY)
    assert Service.objects.count() == 1
