"""Needs come in from sheets: all or nothing, and the same file twice changes nothing."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.utils import translation

from rangkai.domains.needs.models import Need
from rangkai.domains.needs.queries.sheets import needs_workbook
from rangkai.domains.needs.rules.terms import NeedSource, NeedStatus
from rangkai.domains.needs.tests.factories import TODAY, need
from rangkai.domains.needs.tests.sheets import HEADINGS, csv_bytes, row
from rangkai.domains.organisations.models import Organisation
from rangkai.domains.organisations.tests.factories import Actors, actors, area, region
from rangkai.domains.work.actions.imports.choose import set_options
from rangkai.domains.work.actions.imports.direct import Answer, Direct, import_directly, preview_directly
from rangkai.domains.work.actions.imports.preview import make_preview
from rangkai.domains.work.actions.imports.save import save_import
from rangkai.domains.work.actions.imports.upload import Upload, start_import
from rangkai.domains.work.models import ImportMapping, ImportSession
from rangkai.domains.work.rules.options import ImportOptions
from rangkai.domains.work.rules.terms import Outcome, RowChoice
from rangkai.kit import history
from rangkai.kit.models import Change, SearchRow
from rangkai.kit.policies import Actor
from rangkai.lib.errors import Conflict, Forbidden, Invalid

pytestmark = pytest.mark.django_db

ROWS = [row(), row(Lokasi="RT 2", Volume="3,5"), row(OPD="Dinas Lingkungan Hidup", Kebutuhan="Bank sampah")]


@pytest.fixture
def cast() -> Actors:
    people = actors()
    puri = area(people.place, "35.16.10", "Puri")
    area(people.place, "35.16.10.2001", "Kebonagung", puri)
    return people


def file(*rows: tuple[str, ...], name: str = "usulan.csv", source: str = "") -> Direct:
    content = csv_bytes([HEADINGS, *rows])
    return Direct("needs", Upload(name, content, source=source), ImportOptions())


def save(actor: Actor, wanted: Direct) -> Answer:
    return import_directly(actor, wanted=wanted, today=TODAY)


def test_it_writes_nothing_before_saving(cast: Actors) -> None:
    answer = preview_directly(cast.citra, wanted=file(*ROWS), today=TODAY)
    assert (answer.plan.counts[Outcome.NEW], answer.committed) == (3, False)
    assert not Need.objects.exists()
    assert not Change.objects.exists()


def test_it_saves_every_row_with_number_history_and_search_words(cast: Actors) -> None:
    assert save(cast.citra, file(*ROWS)).committed
    assert list(Need.objects.order_by("id").values_list("ref", flat=True)) == [
        "K-2026-00001",
        "K-2026-00002",
        "K-2026-00003",
    ]
    assert Change.objects.filter(kind="needs.need", action="needs.import").count() == 3
    assert SearchRow.objects.filter(kind="needs.need").count() == 3


def test_it_changes_nothing_for_the_same_file_again(cast: Actors) -> None:
    save(cast.citra, file(*ROWS))
    before = Change.objects.filter(kind="needs.need").count()
    plan = save(cast.citra, file(*ROWS, name="salinan.csv")).plan
    assert (plan.counts[Outcome.UNCHANGED], plan.counts[Outcome.NEW]) == (3, 0)
    assert Change.objects.filter(kind="needs.need").count() == before


def test_it_updates_from_a_corrected_file(cast: Actors) -> None:
    save(cast.citra, file(*ROWS))
    save(cast.citra, file(row(Biaya="75 juta"), *ROWS[1:], name="perbaikan.csv"))
    first = Need.objects.get(ref="K-2026-00001")
    assert (first.estimate, first.version, Need.objects.count()) == (75_000_000, 2, 3)


def test_it_saves_nothing_while_a_row_is_bad(cast: Actors) -> None:
    answer = save(cast.citra, file(*ROWS, row(Lokasi="RT 9", Biaya="-1")))
    assert not answer.committed
    assert answer.plan.problems[0].cell == "H5"
    assert not Need.objects.exists()
    assert not ImportSession.objects.exists()


def test_it_saves_nothing_while_a_row_is_only_alike(cast: Actors) -> None:
    save(cast.citra, file(*ROWS))
    other = file(row(Lokasi="RT 1 RW 2"), *ROWS[1:])
    assert not save(cast.citra, other).committed
    assert save(cast.citra, replace(other, options=ImportOptions(alike=RowChoice.SAME))).committed
    assert Need.objects.get(ref="K-2026-00001").place == "RT 1 RW 2"


def test_it_leaves_nothing_of_an_import_that_broke_in_the_middle(cast: Actors) -> None:
    """The first row changes, a second one is new, and a third was changed by someone since the preview."""
    save(cast.citra, file(*ROWS))
    wanted = Upload(
        "b.csv", csv_bytes([HEADINGS, row(Biaya="1"), row(Lokasi="Pasar"), (*ROWS[2][:5], "9", *ROWS[2][6:])])
    )
    session = start_import(cast.citra, noun="needs", upload=wanted)
    make_preview(cast.citra, session=session, today=TODAY)
    Need.objects.filter(ref="K-2026-00003").update(version=9)
    with pytest.raises(Conflict, match="K-2026-00003"):
        save_import(cast.citra, session=session, today=TODAY)
    assert Need.objects.count() == 3
    assert Need.objects.get(ref="K-2026-00001").estimate == 50_000_000


def test_it_takes_back_what_it_had_written_when_a_later_row_fails(cast: Actors) -> None:
    """The changed row and a new office are written first; then the new row turns out to be taken."""
    save(cast.citra, file(*ROWS))
    wanted = Upload(
        "b.csv", csv_bytes([HEADINGS, row(Biaya="1"), row(Lokasi="Pasar"), row(OPD="Dinas Baru")])
    )
    session = start_import(cast.citra, noun="needs", upload=wanted)
    options = ImportOptions(create=frozenset({"office"}))
    session = set_options(cast.citra, session=session, version=session.version, options=options)
    make_preview(cast.citra, session=session, today=TODAY)
    save(cast.citra, file(row(Lokasi="Pasar"), name="lain.csv"))
    with pytest.raises(Invalid, match="K-2026-00004"):
        save_import(cast.citra, session=session, today=TODAY)
    assert Need.objects.get(ref="K-2026-00001").estimate == 50_000_000
    assert not Organisation.objects.filter(name="Dinas Baru").exists()


def test_it_takes_a_whole_import_back(cast: Actors) -> None:
    save(cast.citra, file(*ROWS))
    batch = ImportSession.objects.get().summary["batch"]
    history.undo(cast.citra, batch=batch)
    assert Need.objects.live().count() == 0


def test_it_remembers_which_column_was_which(cast: Actors) -> None:
    save(cast.citra, file(*ROWS, source="e-RKPD"))
    mapping = ImportMapping.objects.get()
    assert (mapping.source, mapping.columns["OPD"]) == ("e-RKPD", "office")


def test_it_begins_a_region_without_offices_with_those_of_the_sheet(cast: Actors) -> None:
    empty = region("35.99", "Kabupaten Contoh")
    area(empty, "35.99.01", "Puri")
    actor = Actor.system(empty.pk)
    wanted = file(row(Desa="", OPD="DINAS PEKERJAAN UMUM"), row(Desa="", OPD="RSUD PURI", Lokasi="RT 2"))
    assert save(actor, wanted).committed
    offices = Organisation.objects.filter(region=empty).order_by("name").values_list("name", "kind_of")
    assert list(offices) == [("Dinas Pekerjaan Umum", "dinas"), ("RSUD Puri", "rsud")]


def test_it_makes_no_office_in_a_region_that_has_some_unless_asked(cast: Actors) -> None:
    wanted = file(row(OPD="Dinas Baru"), *ROWS)
    assert not save(cast.citra, wanted).committed
    assert save(cast.citra, replace(wanted, create=frozenset({"office"}))).committed
    assert Need.objects.get(office__name="Dinas Baru").statement == "Pembangunan MCK"


def test_it_lets_an_operator_import_for_the_own_office_alone(cast: Actors) -> None:
    answer = save(cast.ani, file(*ROWS))
    assert [p.message.params for p in answer.plan.problems] == [{"office": "Dinas Lingkungan Hidup"}]
    assert save(cast.ani, file(*ROWS[:2])).committed
    assert set(Need.objects.values_list("office__code", "status")) == {("dinkes", NeedStatus.DRAFT)}


@pytest.mark.parametrize("who", ["lina", "dewi"])
def test_it_lets_nobody_import_who_may_not_enter(cast: Actors, who: str) -> None:
    with pytest.raises(Forbidden):
        save(getattr(cast, who), file(*ROWS))


def test_it_knows_nothing_of_another_region(cast: Actors) -> None:
    save(cast.citra, file(*ROWS))
    plan = preview_directly(cast.fajar, wanted=file(row(Kecamatan="", Desa="")), today=TODAY).plan
    assert plan.counts[Outcome.NEW] == 1


def test_it_costs_the_same_number_of_statements_for_any_number_of_rows(
    cast: Actors, django_assert_max_num_queries: object
) -> None:
    rows = [row(Lokasi=f"Dusun {n}") for n in range(450)]
    save(cast.citra, file(row()))
    with django_assert_max_num_queries(70):  # type: ignore[operator]
        save(cast.citra, file(*rows))


@pytest.mark.real
def test_it_previews_a_real_list_of_six_thousand(real_data: Path, cast: Actors) -> None:
    """In a region without these places every row is named, and nothing is written."""
    path = real_data / "needs" / "sukabumi_2019_3_musrenbang_desa.csv"
    wanted = Direct("needs", Upload(path.name, path.read_bytes()), ImportOptions())
    answer = save(cast.citra, wanted)
    assert (len(answer.plan.rows), answer.committed) == (6021, False)
    assert {problem.field for problem in answer.plan.problems} == {"kecamatan", "office"}
    assert not Need.objects.exists()


@pytest.mark.parametrize("kind", list(NeedSource))
def test_it_reads_an_export_made_in_english_as_unchanged(cast: Actors, kind: NeedSource) -> None:
    need(cast.dinkes, "Posyandu keliling", source_kind=kind.value)
    with translation.override("en"):
        content = needs_workbook(cast.citra, rows=Need.objects.all())
    answer = preview_directly(
        cast.citra, wanted=Direct("needs", Upload("kebutuhan.xlsx", content), ImportOptions()), today=TODAY
    )
    assert [(row.outcome, list(row.problems)) for row in answer.plan.rows] == [(Outcome.UNCHANGED, [])]
