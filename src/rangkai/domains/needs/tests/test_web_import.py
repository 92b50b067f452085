"""The pages of an import, from the file to saved."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from rangkai.domains.accounts.models import User
from rangkai.domains.needs.models import Need
from rangkai.domains.needs.tests.factories import need
from rangkai.domains.needs.tests.sheets import HEADINGS, csv_bytes, row
from rangkai.domains.organisations.tests.factories import Actors, actors, area
from rangkai.domains.work.models import ImportSession
from rangkai.engines.tabular.tests.workbooks import xlsx
from rangkai.kit.models import Change
from rangkai.kit.policies import Actor

pytestmark = pytest.mark.django_db
START = "/35.16/pekerjaan/impor/needs/"


@pytest.fixture
def cast() -> Actors:
    people = actors()
    puri = area(people.place, "35.16.10", "Puri")
    area(people.place, "35.16.10.2001", "Kebonagung", puri)
    return people


def client_of(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def upload(client: Client, *rows: Any, name: str = "usulan.csv", content: bytes = b"") -> Any:
    file = SimpleUploadedFile(name, content or csv_bytes([HEADINGS, *rows]))
    return client.post(START, {"file": file, "source": "e-RKPD"})


def to_preview(client: Client, *rows: Any) -> ImportSession:
    """Upload, take the proposed columns, and stand at the preview."""
    upload(client, *rows)
    session = ImportSession.objects.latest("id")
    columns = {f"column-{place}": session.columns.get(name, "") for place, name in enumerate(HEADINGS)}
    client.post(address(session, "columns"), {**columns, "source": "e-RKPD"})
    session.refresh_from_db()
    return session


def address(session: ImportSession, page: str) -> str:
    return reverse(f"work:import-{page}", kwargs={"region_code": "35.16", "session_id": session.pk})


def text(response: Any) -> str:
    assert response.status_code == 200, response.content.decode()[:2000]
    return str(response.content.decode())


def test_it_walks_from_the_file_to_saved(cast: Actors) -> None:
    client = client_of(cast.citra)
    assert "Impor Kebutuhan" in text(client.get(START))
    response = upload(client, row(), row(Lokasi="RT 2"))
    session = ImportSession.objects.get()
    assert response.url == address(session, "table")
    assert "A1:I3" in text(client.get(response.url))
    assert "Perangkat daerah" in text(client.get(address(session, "columns")))
    session = to_preview(client, row(), row(Lokasi="RT 2"))
    assert "Simpan 2 baris" in text(client.get(address(session, "preview")))
    assert not Need.objects.exists()
    response = client.post(address(session, "save"))
    assert "Impor tersimpan" in text(client.get(response.url))
    assert Need.objects.count() == 2


def test_it_writes_only_to_the_session_before_saving(cast: Actors) -> None:
    to_preview(client_of(cast.citra), row())
    assert set(Change.objects.values_list("kind", flat=True)) == {"work.importsession"}


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("foto.xlsx", b"\xff\xd8\xff\xe0", "gambar JPEG"),
        ("kosong.csv", b" ", "kosong.csv kosong"),
        ("catatan.csv", b"Selamat pagi", "Tidak ada tabel"),
    ],
)
def test_it_says_beside_the_file_what_is_wrong_with_it(
    cast: Actors, name: str, content: bytes, words: str
) -> None:
    response = upload(client_of(cast.citra), name=name, content=content)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not ImportSession.objects.exists()


def test_it_mends_an_unknown_name_with_one_press(cast: Actors) -> None:
    client = client_of(cast.citra)
    session = to_preview(client, row(OPD="Dinas Kesehatn"), row(OPD="Dinas Kesehatn", Lokasi="RT 2"))
    assert "Pakai Dinas Kesehatan" in text(client.get(address(session, "preview")))
    client.post(address(session, "choose"), {"value:office:dinas kesehatn": "Dinas Kesehatan"})
    assert "Simpan 2 baris" in text(client.get(address(session, "preview")))


def test_it_leaves_faulty_rows_out_when_told(cast: Actors) -> None:
    client = client_of(cast.citra)
    session = to_preview(client, row(), row(Lokasi="RT 2", Biaya="-1"))
    client.post(address(session, "choose"), {"part": "file", "skip_problems": "1"})
    assert "Simpan 1 baris" in text(client.get(address(session, "preview")))


def test_it_lets_a_person_decide_on_a_row_that_is_only_alike(cast: Actors) -> None:
    client = client_of(cast.citra)
    session = to_preview(client, row())
    client.post(address(session, "save"))
    session = to_preview(client, row(Lokasi="RT 1 RW 2"))
    assert "perubahan dari K-2026-00001" in text(client.get(address(session, "preview")))
    client.post(address(session, "choose"), {"row:2": "same:K-2026-00001"})
    client.post(address(session, "save"))
    assert Need.objects.get().place == "RT 1 RW 2"


def test_it_refuses_to_save_with_an_open_question(cast: Actors) -> None:
    client = client_of(cast.citra)
    session = to_preview(client, row(OPD="Entah"))
    response = client.post(address(session, "save"))
    assert response.status_code == 422
    assert not Need.objects.exists()


def test_it_names_a_required_column_that_is_missing(cast: Actors) -> None:
    client = client_of(cast.citra)
    upload(client, row())
    session = ImportSession.objects.get()
    response = client.post(address(session, "columns"), {"column-4": "office", "source": ""})
    assert response.status_code == 422
    assert "Kebutuhan" in response.content.decode()


def test_it_gives_a_report_with_the_faulty_cell_commented(cast: Actors) -> None:
    client = client_of(cast.citra)
    session = to_preview(client, row(), row(Lokasi="RT 2", Biaya="-1"))
    response = client.get(address(session, "report"))
    sheet = load_workbook(BytesIO(response.content))["usulan"]
    assert "tidak boleh kurang dari nol" in sheet["H3"].comment.text


def test_it_saves_a_long_list_in_the_background(
    cast: Actors, django_capture_on_commit_callbacks: Any
) -> None:
    client = client_of(cast.citra)
    session = to_preview(client, *(row(Lokasi=f"Dusun {n}") for n in range(320)))
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(address(session, "save"))
    assert "/proses/" in response.url
    assert client.get(response.url).url == address(session, "preview")
    assert Need.objects.count() == 320


def test_it_costs_few_queries_to_look_at_a_long_preview(
    cast: Actors, django_assert_max_num_queries: Any
) -> None:
    client = client_of(cast.citra)
    session = to_preview(client, *(row(Lokasi=f"Dusun {n}") for n in range(200)))
    with django_assert_max_num_queries(12):
        text(client.get(address(session, "preview")))


def test_it_throws_an_import_away(cast: Actors) -> None:
    client = client_of(cast.citra)
    session = to_preview(client, row())
    client.post(address(session, "drop"))
    assert "Belum selesai" not in text(client.get(START))


@pytest.mark.parametrize("who", ["ani", "eko", "fajar"])
@pytest.mark.parametrize("page", ["table", "columns", "preview", "report"])
def test_it_shows_an_import_to_nobody_else(cast: Actors, who: str, page: str) -> None:
    session = to_preview(client_of(cast.citra), row())
    assert client_of(getattr(cast, who)).get(address(session, page)).status_code == 404


def test_it_offers_a_template_that_comes_back_empty_and_filled(cast: Actors) -> None:
    client = client_of(cast.ani)
    book = load_workbook(BytesIO(client.get("/35.16/kebutuhan/templat/").content))
    sheet = book["Kebutuhan"]
    headings = [cell.value for cell in sheet[1]]
    sheet.cell(2, headings.index("Kebutuhan") + 1, "Posyandu keliling")
    sheet.cell(2, headings.index("Perangkat daerah") + 1, "Dinas Kesehatan")
    filled = BytesIO()
    book.save(filled)
    upload(client, name="templat.xlsx", content=filled.getvalue())
    session = ImportSession.objects.get()
    columns = {f"column-{place}": session.columns.get(name, "") for place, name in enumerate(headings)}
    client.post(address(session, "columns"), {**columns, "source": ""})
    client.post(address(session, "save"))
    assert Need.objects.get().statement == "Posyandu keliling"


def test_it_changes_only_what_was_edited_in_an_export(cast: Actors) -> None:
    client = client_of(cast.citra)
    first = need(
        cast.dinkes, "Pembangunan MCK", place="RT 1", estimate=5_000_000, unit="unit", quantity="2.50"
    )
    second = need(cast.dlh, "=Bank sampah", detail="-tiga", urgency=5, seriousness=4, growth=3, priority=12)
    export = client.post("/35.16/kebutuhan/unduh/", {"id": [first.pk, second.pk]})
    book = load_workbook(BytesIO(export.content))
    sheet = book["Kebutuhan"]
    headings = [cell.value for cell in sheet[1]]
    sheet.cell(2, headings.index("Tempat") + 1, "RT 7")
    edited = BytesIO()
    book.save(edited)
    upload(client, name="kebutuhan.xlsx", content=edited.getvalue())
    session = ImportSession.objects.get()
    columns = {f"column-{place}": session.columns.get(name, "") for place, name in enumerate(headings)}
    client.post(address(session, "columns"), {**columns, "source": ""})
    session.refresh_from_db()
    assert session.summary["counts"] == {
        "new": 0,
        "changed": 1,
        "unchanged": 1,
        "alike": 0,
        "problem": 0,
        "skipped": 0,
    }
    client.post(address(session, "save"))
    assert set(Need.objects.values_list("place", "version")) == {("RT 7", 2), ("", 1)}


def test_it_exports_no_cell_that_begins_a_formula(cast: Actors) -> None:
    row_ = need(cast.dinkes, "=1+1", detail="@SUM(A1)")
    export = client_of(cast.citra).post("/35.16/kebutuhan/unduh/", {"id": [row_.pk]})
    sheet = load_workbook(BytesIO(export.content))["Kebutuhan"]
    assert {sheet["B2"].data_type, sheet["C2"].data_type} == {"s"}


def test_it_makes_the_preview_of_a_long_list_in_the_background(
    cast: Actors, django_capture_on_commit_callbacks: Any
) -> None:
    client = client_of(cast.ani)
    upload(client, *(row(Lokasi=f"Dusun {n}") for n in range(1_600)))
    session = ImportSession.objects.get()
    columns = {f"column-{place}": session.columns.get(name, "") for place, name in enumerate(HEADINGS)}
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(address(session, "columns"), {**columns, "source": ""})
    assert "/proses/" in response.url
    assert client.get(response.url).url == address(session, "preview")
    page = text(client.get(f"{address(session, 'preview')}?lihat=new&page=32"))
    assert "Halaman 32 dari 32" in page


def test_it_lets_the_person_choose_among_the_tables_of_a_file(cast: Actors) -> None:
    client = client_of(cast.citra)
    other = [("Warna", "Bentuk"), ("merah", "bulat"), ("biru", "kotak")]
    content = xlsx({"Usulan": [HEADINGS, row(), row(Lokasi="RT 2")], "Lain": other})
    upload(client, name="dua.xlsx", content=content)
    session = ImportSession.objects.get()
    assert "2 tabel di berkas ini" in text(client.get(address(session, "table")))
    client.post(address(session, "table"), {"place": "1"})
    session.refresh_from_db()
    assert (session.table, session.columns) == (1, {})
    client.post(address(session, "table"), {"place": "0"})
    assert "Usulan" in text(client.get(address(session, "table")))


def test_it_refuses_one_field_for_two_columns(cast: Actors) -> None:
    client = client_of(cast.citra)
    upload(client, row())
    session = ImportSession.objects.get()
    data = {"column-0": "statement", "column-3": "place", "column-6": "place", "column-4": "office"}
    response = client.post(address(session, "columns"), {**data, "source": ""})
    assert response.status_code == 422
    assert "dipilih untuk dua kolom: Lokasi dan Satuan" in response.content.decode()


def test_it_goes_on_where_the_person_stopped(cast: Actors) -> None:
    client = client_of(cast.citra)
    upload(client, row())
    session = ImportSession.objects.get()
    assert client.get(address(session, "preview")).url == address(session, "columns")
    assert client.get(reverse("work:import", args=["35.16", session.pk])).url == address(session, "table")
    session = to_preview(client, row())
    assert client.get(reverse("work:import", args=["35.16", session.pk])).url == address(session, "preview")


def test_it_changes_nothing_of_an_import_that_has_ended(cast: Actors) -> None:
    client = client_of(cast.citra)
    session = to_preview(client, row())
    client.post(address(session, "save"))
    for page in ("save", "choose", "drop"):
        assert client.post(address(session, page)).status_code == 409
    assert Need.objects.count() == 1


def test_it_leads_from_a_dropped_import_to_a_new_one(cast: Actors) -> None:
    client = client_of(cast.citra)
    session = to_preview(client, row())
    client.post(address(session, "drop"))
    assert client.get(address(session, "preview")).url == START


def test_it_leaves_saving_alone_until_the_preview_fits_the_choices(cast: Actors) -> None:
    client = client_of(cast.citra)
    upload(client, row())
    assert client.post(address(ImportSession.objects.get(), "save")).status_code == 409


def test_it_fills_the_columns_as_the_last_time(cast: Actors) -> None:
    client = client_of(cast.citra)
    upload(client, row())
    session = ImportSession.objects.get()
    columns = {"column-0": "statement", "column-4": "office", "column-3": "detail"}
    client.post(address(session, "columns"), {**columns, "source": "e-RKPD"})
    client.post(address(session, "save"))
    upload(client, row(Kebutuhan="Lain"))
    again = ImportSession.objects.latest("id")
    assert again.columns == {"Kebutuhan": "statement", "OPD": "office", "Lokasi": "detail"}
    assert "seperti impor terakhir" in text(client.get(address(again, "columns")))


@pytest.mark.parametrize("who", ["lina", "dewi"])
def test_it_opens_the_import_to_those_who_may_enter_needs(cast: Actors, who: str) -> None:
    assert client_of(getattr(cast, who)).get(START).status_code == 403


def test_it_knows_no_import_of_a_noun_that_has_none(cast: Actors) -> None:
    assert client_of(cast.citra).get("/35.16/pekerjaan/impor/gajah/").status_code == 404
