"""Programmes come in from sheets: all or nothing, and the same file twice changes nothing."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client
from django.utils import translation

from rangkai.domains.accounts.models import User
from rangkai.domains.goals.tests.factories import small_cascade
from rangkai.domains.indicators.tests.factories import indicator
from rangkai.domains.masterplans.tests.factories import dimension, masterplan, subdimension
from rangkai.domains.needs.models import Need
from rangkai.domains.needs.rules.terms import Fate
from rangkai.domains.needs.tests.factories import need
from rangkai.domains.organisations.tests.factories import Actors, actors
from rangkai.domains.programmes.models import FundingLine, Nomenclature, Programme
from rangkai.domains.programmes.queries import programme_facts
from rangkai.domains.programmes.queries.sheets import programmes_template, programmes_workbook
from rangkai.domains.programmes.rules.importing.fields import NAME
from rangkai.domains.programmes.rules.terms import ProgrammeStatus
from rangkai.domains.programmes.tests.factories import TODAY, fund, nomenclature
from rangkai.domains.programmes.tests.sheets import csv_bytes, sheet
from rangkai.domains.work.actions.imports.direct import Answer, Direct, import_directly, preview_directly
from rangkai.domains.work.actions.imports.preview import make_preview
from rangkai.domains.work.actions.imports.save import save_import
from rangkai.domains.work.actions.imports.upload import Upload, start_import
from rangkai.domains.work.rules.options import Chosen, ImportOptions
from rangkai.domains.work.rules.terms import Outcome, RowChoice
from rangkai.engines.tabular import read_workbook, tables_of
from rangkai.kit.models import Change, SearchRow
from rangkai.kit.policies import Actor
from rangkai.lib.errors import Conflict, Forbidden

pytestmark = pytest.mark.django_db
ROW = {"Program": "Antrean daring", "Dimensi": "Smart Living", "OPD": "Dinas Kesehatan"}
WIDE = [
    {**ROW, "Tahun 2027 / PAD": "5.000.000", "Tahun 2028 / PAD": "6.000.000"},
    {**ROW, "Program": "Ambulans cepat", "Tahun 2027 / PAD": "", "Tahun 2028 / PAD": "1,5 miliar"},
]


@pytest.fixture
def cast() -> Actors:
    people = actors()
    masterplan(people.place, 2027)
    dimension()
    fund(people.place)
    return people


def file(*rows: dict[str, str], name: str = "program.csv") -> Direct:
    return Direct("programmes", Upload(name, csv_bytes(sheet(*rows))), ImportOptions())


def save(actor: Actor, wanted: Direct) -> Answer:
    return import_directly(actor, wanted=wanted, today=TODAY)


def facts(cast: Actors) -> dict[str, tuple[object, ...]]:
    return {
        fact.name: tuple((line.year, line.fund, line.amount) for line in fact.funding)
        for fact in programme_facts(region_id=cast.place.pk, today=TODAY)
    }


def test_it_writes_nothing_before_saving(cast: Actors) -> None:
    answer = preview_directly(cast.citra, wanted=file(*WIDE), today=TODAY)
    assert (answer.plan.counts[Outcome.NEW], answer.committed) == (2, False)
    assert not Programme.objects.exists()


def test_it_saves_programmes_with_money_by_year_and_fund(cast: Actors) -> None:
    assert save(cast.citra, file(*WIDE)).committed
    assert facts(cast) == {
        "Antrean daring": ((2027, "PAD", 5_000_000), (2028, "PAD", 6_000_000)),
        "Ambulans cepat": ((2028, "PAD", 1_500_000_000),),
    }
    assert SearchRow.objects.filter(kind="programmes.programme").count() == 2


def test_it_gives_every_programme_an_owner(cast: Actors) -> None:
    save(cast.citra, file(*WIDE))
    assert {row.owner.title for row in Programme.objects.all()} == {"Kepala PD Budi"}


def test_it_changes_nothing_for_the_same_file_again(cast: Actors) -> None:
    save(cast.citra, file(*WIDE))
    before = Change.objects.filter(kind__startswith="programmes.").count()
    plan = save(cast.citra, file(*WIDE, name="salinan.csv")).plan
    assert (plan.counts[Outcome.UNCHANGED], plan.counts[Outcome.NEW]) == (2, 0)
    assert Change.objects.filter(kind__startswith="programmes.").count() == before


def test_it_updates_from_a_corrected_file(cast: Actors) -> None:
    save(cast.citra, file(*WIDE))
    save(cast.citra, file({**WIDE[0], "Tahun 2027 / PAD": "7.000.000"}, WIDE[1]))
    assert facts(cast)["Antrean daring"][0] == (2027, "PAD", 7_000_000)
    assert (FundingLine.objects.count(), Programme.objects.get(name="Antrean daring").version) == (3, 2)


def test_it_saves_nothing_while_one_row_is_wrong(cast: Actors) -> None:
    answer = save(cast.citra, file(*WIDE, {**ROW, "Program": "Lain", "Tahun 2027 / PAD": "-1"}))
    assert (answer.committed, answer.plan.open_questions()) == (False, 1)
    assert not Programme.objects.exists()


def test_it_decides_the_fate_of_the_needs_it_names(cast: Actors) -> None:
    wanted = need(cast.dinkes)
    save(cast.citra, file({**ROW, "Kebutuhan yang dijawab": wanted.ref}))
    assert Need.objects.get().fate == Fate.PROGRAMME


def test_it_adds_needs_and_outputs_to_a_known_programme(cast: Actors) -> None:
    wanted = need(cast.dinkes)
    save(cast.citra, file(ROW))
    save(cast.citra, file({**ROW, "Kebutuhan yang dijawab": wanted.ref, "Keluaran": "Aplikasi"}))
    (fact,) = programme_facts(region_id=cast.place.pk, today=TODAY)
    assert (fact.need_refs, [output.text for output in fact.outputs]) == ((wanted.ref,), ["Aplikasi"])
    assert (Need.objects.get().fate, fact.version) == (Fate.PROGRAMME, 2)


def test_it_renames_by_our_number(cast: Actors) -> None:
    save(cast.citra, file(ROW))
    save(cast.citra, file({**ROW, "Nomor": "P-2026-00001", "Program": "Antrean daring terpadu"}))
    assert Programme.objects.get().name == "Antrean daring terpadu"


def test_it_lets_an_operator_enter_for_the_own_office_only(cast: Actors) -> None:
    answer = save(cast.ani, file(*WIDE, {**ROW, "Program": "Bank sampah", "OPD": "Dinas Lingkungan Hidup"}))
    assert not answer.committed
    assert "bukan perangkat daerah Anda" in str(answer.plan.problems[0].message)


def test_it_takes_the_own_office_where_the_sheet_names_none(cast: Actors) -> None:
    save(cast.ani, file({"Program": "Antrean", "Dimensi": "Smart Living"}))
    assert Programme.objects.get().office == cast.dinkes


@pytest.mark.parametrize("who", ["lina", "fajar"])
def test_it_is_not_open_to(cast: Actors, who: str) -> None:
    actor = replace(getattr(cast, who), region_id=cast.place.pk)
    with pytest.raises(Forbidden):
        preview_directly(actor, wanted=file(*WIDE), today=TODAY)


def test_it_saves_nothing_when_a_programme_was_changed_after_the_preview(cast: Actors) -> None:
    save(cast.citra, file(*WIDE))
    corrected = {**WIDE[0], "Tahun 2027 / PAD": "7.000.000"}
    upload = Upload("program.csv", csv_bytes(sheet(corrected, WIDE[1])))
    session = start_import(cast.citra, noun="programmes", upload=upload)
    make_preview(cast.citra, session=session, today=TODAY)
    Programme.objects.filter(name="Antrean daring").update(version=5)
    with pytest.raises(Conflict, match="P-2026-00001"):
        save_import(cast.citra, session=session, today=TODAY)
    assert facts(cast)["Antrean daring"][0] == (2027, "PAD", 5_000_000)


def workbook(cast: Actors) -> bytes:
    ids = list(Programme.objects.values_list("pk", flat=True))
    return programmes_workbook(cast.citra, ids=ids, today=TODAY)


@pytest.fixture
def full(cast: Actors) -> Actors:
    """One programme that says everything, from a sheet with one row for each funding line."""
    aim, figure = small_cascade(cast.place)["sasaran"], indicator(cast.place)
    code, part, wanted = nomenclature(), subdimension(), need(cast.dinkes)
    said = {
        **ROW,
        "Uraian": "=BUKAN(RUMUS)",
        "Jenis": "Aplikasi",
        "Subdimensi": part.name,
        "PD pendukung": "Dinas Lingkungan Hidup; Dinas Komunikasi dan Informatika",
        "Bobot manfaat (1–100)": "80",
        "Mulai paling awal": "2027",
        "Quick win": "ya",
        "Sasaran": aim.code,
        "Indikator kinerja": figure.code,
        "Kebutuhan yang dijawab": wanted.ref,
    }
    money = [
        {"Tahun anggaran": "2027", "Sumber dana": "PAD", "Pagu": "5.000.000", "Keluaran": "Aplikasi"},
        {"Tahun anggaran": "2027", "Sumber dana": "PAD", "Pagu": "2.000.000", "Subkegiatan": code.code},
        {"Tahun anggaran": "2028", "Sumber dana": "PAD", "Pagu": "9.000.000", "Dokumen sumber": "RKPD"},
    ]
    answer = save(cast.citra, file(*({**said, **line} for line in money)))
    assert answer.committed
    return cast


@pytest.mark.parametrize("language", ["id", "en"])
def test_it_reads_its_own_export_as_unchanged(full: Actors, language: str) -> None:
    with translation.override(language):
        content = workbook(full)
    answer = preview_directly(
        full.citra,
        wanted=Direct("programmes", Upload("program.xlsx", content), ImportOptions()),
        today=TODAY,
    )
    assert [(row.outcome, list(row.problems)) for row in answer.plan.rows] == [(Outcome.UNCHANGED, [])]


def test_it_exports_a_row_for_each_line(full: Actors) -> None:
    (found,) = tables_of(read_workbook(workbook(full), "program.xlsx"))
    amounts = [row.cells[found.column("Pagu") or 0].value for row in found.data]
    assert amounts == [5_000_000, 2_000_000, 9_000_000]


def test_it_exports_no_formula(full: Actors) -> None:
    (found,) = tables_of(read_workbook(workbook(full), "program.xlsx"))
    assert found.data[0].cells[found.column("Uraian") or 0].raw == "=BUKAN(RUMUS)"


def test_it_offers_a_template_of_the_same_columns(cast: Actors) -> None:
    book = read_workbook(programmes_template(cast.ani), "templat.xlsx")
    assert book.sheets[0].grid[0][1] == NAME


def as_(who: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=who.user_id))
    return client


def test_it_hands_out_template_and_export(full: Actors) -> None:
    client = as_(full.citra)
    assert client.get("/35.16/program/templat/").content[:2] == b"PK"
    answer = client.post("/35.16/program/massal/ekspor/", {"all": "1"})
    assert answer["Content-Disposition"].startswith('attachment; filename="program-35.16-')


def test_it_walks_the_pages_of_an_import(cast: Actors) -> None:
    client = as_(cast.citra)
    start = client.get("/35.16/program/impor/", follow=True)
    assert start.status_code == 200
    assert "/35.16/program/templat/" in start.content.decode()


def test_it_enters_as_submitted_on_demand(cast: Actors) -> None:
    wanted = replace(file(ROW), options=ImportOptions(defaults={"status": "submitted"}))
    save(cast.citra, wanted)
    assert Programme.objects.get().status == ProgrammeStatus.SUBMITTED


def test_it_takes_office_and_fund_for_the_whole_file(cast: Actors) -> None:
    options = ImportOptions(defaults={"office": "dinkes", "fund": "PAD"})
    save(
        cast.citra, replace(file({"Program": "A", "Dimensi": "Living", "2027": "5.000.000"}), options=options)
    )
    assert facts(cast) == {"A": ((2027, "PAD", 5_000_000),)}


CODES = [{"tingkat": "urusan", "kode": "1", "nomenklatur": "URUSAN WAJIB"}]
CODES.append(
    {"tingkat": "sub", "kode": "1.02.02.02.02.0001", "nomenklatur": "Pengelolaan Pelayanan Kesehatan"}
)


def codes(rows: list[dict[str, str]], since: str = "2026") -> Direct:
    upload = Upload("nomenklatur.csv", csv_bytes(sheet(*rows)), source="Kepmendagri contoh")
    return Direct("nomenclature", upload, ImportOptions(defaults={"since": since}))


def test_it_loads_the_nomenclature_from_a_sheet(cast: Actors) -> None:
    assert save(cast.dewi, codes(CODES)).committed
    rows = Nomenclature.objects.order_by("code").values_list("code", "level", "source")
    assert list(rows) == [
        ("1", "urusan", "Kepmendagri contoh"),
        ("1.02.02.2.02.0001", "subkegiatan", "Kepmendagri contoh"),
    ]


def test_it_leaves_the_nomenclature_for_the_same_sheet_again(cast: Actors) -> None:
    save(cast.dewi, codes(CODES))
    assert save(cast.dewi, codes(CODES)).plan.counts[Outcome.UNCHANGED] == 2


def test_it_shows_and_keeps_the_former_name_of_a_code(cast: Actors) -> None:
    save(cast.dewi, codes(CODES))
    renamed = [{**CODES[0], "nomenklatur": "URUSAN PELAYANAN DASAR"}, CODES[1]]
    (row, _) = save(cast.dewi, codes(renamed, since="2027")).plan.rows
    assert row.target is not None
    assert (row.outcome, row.target.label) == (Outcome.CHANGED, "URUSAN WAJIB")
    assert Nomenclature.objects.filter(code="1").count() == 2


@pytest.mark.parametrize(
    ("skip", "outcome", "committed"), [(False, Outcome.PROBLEM, False), (True, Outcome.SKIPPED, True)]
)
def test_it_names_the_row_whose_code_is_none(
    cast: Actors, skip: bool, outcome: Outcome, committed: bool
) -> None:
    wanted = codes([*CODES, {"tingkat": "", "kode": "satu", "nomenklatur": "Nama"}])
    options = replace(wanted.options, skip_problems=skip)
    answer = save(cast.dewi, replace(wanted, options=options))
    assert (answer.plan.rows[2].outcome, answer.committed) == (outcome, committed)


def test_it_skips_a_code_that_the_person_leaves_out(cast: Actors) -> None:
    wanted = codes(CODES)
    options = replace(wanted.options, rows={2: Chosen(RowChoice.SKIP)})
    save(cast.dewi, replace(wanted, options=options))
    assert Nomenclature.objects.get().code == "1.02.02.2.02.0001"


def test_it_opens_the_import_of_the_nomenclature_to_its_keepers(cast: Actors) -> None:
    assert as_(cast.dewi).get("/35.16/program/nomenklatur/impor/", follow=True).status_code == 200
    assert as_(cast.ani).get("/35.16/program/nomenklatur/impor/", follow=True).status_code == 403


@pytest.mark.real
def test_it_reads_every_code_of_a_real_sheet(cast: Actors, real_data: Path) -> None:
    content = (real_data / "programmes/nomenklatur_permendagri90_bappeda.csv").read_bytes()
    wanted = replace(codes(CODES), upload=Upload("nomenklatur.csv", content))
    plan = preview_directly(cast.dewi, wanted=wanted, today=TODAY).plan
    assert (plan.counts[Outcome.NEW], plan.open_questions()) == (2_548, 0)
