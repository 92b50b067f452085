"""The old plan from file to worklist to decision."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from rangkai.domains.accounts.models import User
from rangkai.domains.goals.tests.factories import goal, rpjmd
from rangkai.domains.masterplans.tests.factories import dimension
from rangkai.domains.organisations.tests.factories import Actors, actors
from rangkai.domains.programmes.actions import edit_programme
from rangkai.domains.programmes.actions.prior_books import (
    BookUpload,
    edit_found_line,
    read_book,
    save_book,
    upload_book,
)
from rangkai.domains.programmes.actions.prior_deciding import continue_lines, reopen_lines, stop_lines
from rangkai.domains.programmes.models import PriorBook, PriorProgramme, Programme
from rangkai.domains.programmes.queries.prior import draft_of, prior_counts, prior_facts
from rangkai.domains.programmes.rules.terms import PriorDecision
from rangkai.domains.programmes.tests.factories import TODAY, programme
from rangkai.engines.dossier.tests.documents import docx, p, plan, table
from rangkai.kit.jobs import run_job
from rangkai.kit.models import Job, JobState
from rangkai.kit.policies import Actor
from rangkai.lib.errors import Forbidden, Invalid, Missing

pytestmark = pytest.mark.django_db
HOME = "/35.16/program/rencana-lama/"
PERIOD = {"title": "Buku 2", "first_year": 2022, "last_year": 2026}


@pytest.fixture
def cast(settings, tmp_path) -> Actors:
    settings.MEDIA_ROOT = tmp_path
    dimension("governance")
    dimension("living")
    found = actors()
    goal(rpjmd(found.place), "S1", "Meningkatnya layanan kesehatan yang mudah dijangkau warga")
    return found


def as_(who: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=who.user_id))
    return client


def text(response) -> str:
    return response.content.decode()


def read(actor: Actor, content: bytes = b"", **given: object) -> PriorBook:
    """Upload and read, as the job does."""
    started = upload_book(actor, upload=BookUpload("lama.docx", content or plan(), **{**PERIOD, **given}))
    return read_book(actor, given=started.job.args)


def saved(actor: Actor) -> list[PriorProgramme]:
    book = read(actor)
    save_book(actor, book=book, version=book.version)
    return list(PriorProgramme.objects.live().order_by("order"))


def test_it_reads_a_book_in_the_background(cast: Actors) -> None:
    file = SimpleUploadedFile("lama.docx", plan())
    answer = as_(cast.citra).post(f"{HOME}unggah/", {**PERIOD, "file": file})
    job = Job.objects.get()
    assert answer.url.endswith(f"/{job.pk}/")
    run_job.func(job.pk)
    job.refresh_from_db()
    book = PriorBook.objects.get()
    assert job.state == JobState.DONE
    assert job.result["url"] == f"{HOME}buku/{book.pk}/"
    assert len(draft_of(book).lines) == 4
    assert not PriorProgramme.objects.exists()


def test_it_leaves_nothing_of_a_file_without_programmes(cast: Actors) -> None:
    job = upload_book(cast.citra, upload=BookUpload("a.docx", docx(p("BAB II Analisis", "H1")), **PERIOD)).job
    run_job.func(job.pk)
    job.refresh_from_db()
    assert job.state == JobState.FAILED
    assert "BAB II Analisis" in job.error
    assert not PriorBook.objects.exists()


def test_it_says_at_once_that_a_file_is_none_of_word(cast: Actors) -> None:
    file = SimpleUploadedFile("lama.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    answer = as_(cast.citra).post(f"{HOME}unggah/", {**PERIOD, "file": file})
    assert answer.status_code == 422
    assert "Word lama" in text(answer)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"title": " "}, "title"),
        ({"first_year": 1900}, "first_year"),
        ({"first_year": 2030}, "last_year"),
    ],
)
def test_it_refuses_a_book_without_name_or_period(cast: Actors, given: dict, field: str) -> None:
    with pytest.raises(Invalid) as caught:
        read(cast.citra, **given)
    assert [problem.field for problem in caught.value.problems] == [field]


def test_it_refuses_a_second_book_of_one_name(cast: Actors) -> None:
    read(cast.citra)
    with pytest.raises(Invalid, match="yang ditandai"):
        read(cast.citra, docx(p("x")))


def test_it_shows_what_it_found_with_page_and_original_text(cast: Actors) -> None:
    book = read(cast.citra)
    page = text(as_(cast.citra).get(f"{HOME}buku/{book.pk}/"))
    assert "Simpan 4 program" in page
    assert "Sistem arsip daring" in page
    assert "hal. 3" in page
    assert "1.250" in page


def test_it_mends_a_line_before_saving(cast: Actors) -> None:
    book = read(cast.citra)
    client = as_(cast.citra)
    address = f"{HOME}buku/{book.pk}/3/"
    assert "Jaringan kamera jalan" in text(client.get(address))
    given = {"version": book.version, "is_taken": "on", "name": "Kamera jalan", "office_id": cast.dlh.pk}
    answer = client.post(address, given)
    assert answer.url == f"{HOME}buku/{book.pk}/#baris-4"
    book.refresh_from_db()
    line = draft_of(book).lines[3]
    assert (line.name, line.office_id) == ("Kamera jalan", cast.dlh.pk)


def test_it_knows_no_line_beyond_the_last(cast: Actors) -> None:
    book = read(cast.citra)
    assert as_(cast.citra).get(f"{HOME}buku/{book.pk}/9/").status_code == 404
    with pytest.raises(Invalid, match="tidak ada lagi"):
        edit_found_line(cast.citra, book=book, version=book.version, place=9, values={})


def test_it_saves_what_was_taken(cast: Actors) -> None:
    book = read(cast.citra)
    book = edit_found_line(cast.citra, book=book, version=book.version, place=0, values={"is_taken": False})
    answer = as_(cast.citra).post(f"{HOME}buku/{book.pk}/simpan/")
    assert answer.url == HOME
    assert PriorProgramme.objects.count() == 3


def test_it_saves_nothing_when_every_line_is_left_out(cast: Actors) -> None:
    book = read(cast.citra, docx(table(("Program", "OPD"), ("Arsip", "Dinas Kesehatan"))))
    book = edit_found_line(cast.citra, book=book, version=book.version, place=0, values={"is_taken": False})
    with pytest.raises(Invalid, match="Semua baris dilewati"):
        save_book(cast.citra, book=book, version=book.version)


def test_it_recognises_offices_and_dimensions(cast: Actors) -> None:
    first, _, third, fourth = saved(cast.citra)
    assert (first.office, first.dimension.code) == (cast.diskominfo, "governance")
    assert (third.office, third.page, third.cost) == (cast.dinkes, 2, 500_000_000)
    assert (fourth.office, fourth.office_text) == (None, "Dinas Perhubungan")


def test_it_changes_nothing_for_the_same_file_again(cast: Actors) -> None:
    saved(cast.citra)
    file = SimpleUploadedFile("nama lain.docx", plan())
    book = PriorBook.objects.get()
    answer = as_(cast.citra).post(f"{HOME}buku/{book.pk}/perbaikan/", {"file": file}, follow=True)
    assert "tidak ada yang berubah" in text(answer)
    assert not Job.objects.exclude(args__sha256=book.sha256).exists()


def test_it_renews_only_what_is_undecided_from_a_corrected_file(cast: Actors) -> None:
    first, second, *_ = saved(cast.citra)
    stop_lines(cast.citra, ids=[first.pk], reason="Sudah selesai")
    head = ("No", "Program", "OPD", "Tahun", "Anggaran")
    corrected = docx(
        p("Smart Governance", "H2"),
        table(
            head,
            ("1", "Layanan publik satu pintu", "Dinas Kesehatan", "2023", "1"),
            ("2", "Sistem arsip daring", "Dinas Kesehatan", "2025", "9.000"),
            ("3", "Pusat kendali", "Dinas Kesehatan", "2025", "5"),
        ),
    )
    book = read(cast.citra, corrected, book_id=PriorBook.objects.get().pk)
    done = save_book(cast.citra, book=book, version=book.version)
    assert (done.new, done.renewed, done.kept, done.gone) == (1, 1, 1, 2)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.first_year, first.decision) == (2022, PriorDecision.STOP)
    assert (second.first_year, second.cost) == (2025, 9_000)


def test_it_throws_away_what_was_read(cast: Actors) -> None:
    book = read(cast.citra)
    as_(cast.citra).post(f"{HOME}buku/{book.pk}/buang/")
    assert not PriorBook.objects.live().exists()


def test_it_shows_the_worklist_with_what_is_left(cast: Actors) -> None:
    first, *_ = saved(cast.citra)
    stop_lines(cast.citra, ids=[first.pk], reason="Sudah selesai")
    page = text(as_(cast.citra).get(HOME))
    assert "1 dari 4 program lama sudah diputuskan" in page
    assert "Buku 2, hal. 1" in page


@pytest.mark.parametrize(
    ("query", "count"),
    [("keputusan=open", 4), ("keputusan=stop", 0), ("dimensi=living", 2), ("pd=-", 1), ("quickwin=1", 0)],
)
def test_it_narrows_the_worklist(cast: Actors, query: str, count: int) -> None:
    saved(cast.citra)
    assert text(as_(cast.citra).get(f"{HOME}?{query}")).count("row-link") == count


def test_it_lists_in_few_queries(cast: Actors, django_assert_max_num_queries) -> None:
    saved(cast.citra)
    client = as_(cast.citra)
    client.get(HOME)
    with django_assert_max_num_queries(14):
        client.get(HOME)


def test_it_exports_what_it_shows(cast: Actors) -> None:
    saved(cast.citra)
    sheet = as_(cast.citra).get(f"{HOME}?unduh=csv").content.decode("utf-8-sig")
    assert "Sistem arsip daring" in sheet


def test_it_suggests_the_sasaran_with_the_reason(cast: Actors) -> None:
    line = saved(cast.citra)[2]
    page = text(as_(cast.citra).get(f"{HOME}{line.pk}/"))
    assert "Kata yang sama: " in page
    assert "dijangkau" in page


def wanted(line: PriorProgramme, **given: object) -> dict[str, object]:
    return {
        "do": "continue",
        "name": line.name,
        "dimension": line.dimension_id,
        "kind_of": "service",
        "office": line.office_id,
        **given,
    }


def test_it_continues_a_programme_that_knows_its_origin(cast: Actors) -> None:
    line = saved(cast.citra)[2]
    answer = as_(cast.citra).post(f"{HOME}{line.pk}/", wanted(line))
    made = Programme.objects.get()
    line.refresh_from_db()
    assert (line.decision, line.programme) == (PriorDecision.CONTINUE, made)
    assert (made.status, made.office, made.source) == ("draft", cast.dinkes, "Buku 2, hal. 2")
    assert made.owner.title == "Kepala PD Budi"
    assert answer.url != f"{HOME}{line.pk}/"
    assert "Asal dalam rencana lama" in text(as_(cast.citra).get(f"/35.16/program/{made.ref}/"))


def test_it_ties_the_programme_to_the_sasaran_it_serves_now(cast: Actors) -> None:
    line = saved(cast.citra)[2]
    target = goal(rpjmd(cast.place), "S1", "")
    as_(cast.citra).post(f"{HOME}{line.pk}/", wanted(line, goal=target.pk))
    line.refresh_from_db()
    assert line.goal == target
    assert Programme.objects.get().goals.get().goal == target


def test_it_asks_what_was_changed(cast: Actors) -> None:
    line = saved(cast.citra)[2]
    client = as_(cast.citra)
    answer = client.post(f"{HOME}{line.pk}/", wanted(line, do="change", name="Puskesmas dekat"))
    assert answer.status_code == 422
    assert "Tuliskan apa yang diubah" in text(answer)
    client.post(
        f"{HOME}{line.pk}/", wanted(line, do="change", name="Puskesmas dekat", reason="Cakupan diperluas")
    )
    line.refresh_from_db()
    assert (line.decision, line.programme.name) == (PriorDecision.CHANGE, "Puskesmas dekat")


def test_it_refuses_another_name_for_what_goes_on_as_it_was(cast: Actors) -> None:
    line = saved(cast.citra)[2]
    answer = as_(cast.citra).post(f"{HOME}{line.pk}/", wanted(line, name="Lain"))
    assert "Namanya berubah" in text(answer)
    assert not Programme.objects.exists()


def test_it_asks_for_an_owner_office(cast: Actors) -> None:
    line = saved(cast.citra)[3]
    answer = as_(cast.citra).post(f"{HOME}{line.pk}/", wanted(line, office=""))
    assert answer.status_code == 422
    assert not Programme.objects.exists()


def test_it_merges_into_a_programme_that_is_there(cast: Actors) -> None:
    line = saved(cast.citra)[1]
    other = programme(cast.dinkes)
    client = as_(cast.citra)
    assert client.post(f"{HOME}{line.pk}/", {"do": "merge"}).status_code == 422
    client.post(f"{HOME}{line.pk}/", {"do": "merge", "programme": other.pk})
    line.refresh_from_db()
    assert (line.decision, line.programme) == (PriorDecision.MERGE, other)


def test_it_stops_only_with_a_reason(cast: Actors) -> None:
    line = saved(cast.citra)[0]
    client = as_(cast.citra)
    assert client.post(f"{HOME}{line.pk}/", {"do": "stop", "reason": " "}).status_code == 422
    client.post(f"{HOME}{line.pk}/", {"do": "stop", "reason": "Aplikasi mati"})
    line.refresh_from_db()
    assert (line.decision, line.decision_reason) == (PriorDecision.STOP, "Aplikasi mati")


def test_it_refuses_to_decide_twice(cast: Actors) -> None:
    line = saved(cast.citra)[0]
    stop_lines(cast.citra, ids=[line.pk], reason="Selesai")
    with pytest.raises(Invalid, match="sudah diputuskan"):
        stop_lines(cast.citra, ids=[line.pk], reason="Lagi")


def test_it_continues_many_at_once(cast: Actors) -> None:
    lines = saved(cast.citra)
    address = f"{HOME}massal/lanjut/"
    as_(cast.citra).post(address, {"id": [line.pk for line in lines[1:3]]})
    assert Programme.objects.count() == 2
    assert prior_counts(region_id=cast.place.pk)[PriorDecision.CONTINUE] == 2


def test_it_continues_none_when_one_lacks_its_office(cast: Actors) -> None:
    ids = [line.pk for line in saved(cast.citra)]
    with pytest.raises(Invalid, match="“Layanan publik satu pintu”; “Jaringan kamera jalan”"):
        continue_lines(cast.citra, ids=ids, today=TODAY)
    assert not Programme.objects.exists()


def test_it_stops_many_for_the_chosen_reason(cast: Actors) -> None:
    ids = [line.pk for line in saved(cast.citra)]
    given = {"id": ids, "value-name": "value-2", "value-2": "Tidak tersedia anggaran"}
    as_(cast.citra).post(f"{HOME}massal/henti/", given)
    assert {fact.reason for fact in prior_facts(region_id=cast.place.pk)} == {"Tidak tersedia anggaran"}


def test_it_takes_a_decision_back_with_the_programme_it_made(cast: Actors) -> None:
    line = saved(cast.citra)[2]
    continue_lines(cast.citra, ids=[line.pk], today=TODAY)
    as_(cast.citra).post(f"{HOME}{line.pk}/batal/")
    line.refresh_from_db()
    assert (line.decision, line.programme) == (PriorDecision.OPEN, None)
    assert not Programme.objects.live().exists()


def test_it_keeps_a_programme_that_someone_has_worked_on(cast: Actors) -> None:
    line = saved(cast.citra)[2]
    continue_lines(cast.citra, ids=[line.pk], today=TODAY)
    made = Programme.objects.get()
    edit_programme(cast.citra, programme=made, version=1, values={"value": 80})
    assert reopen_lines(cast.citra, ids=[line.pk]).staying == (made.ref,)
    assert Programme.objects.live().exists()


def test_it_takes_many_decisions_back(cast: Actors) -> None:
    ids = [line.pk for line in saved(cast.citra)]
    stop_lines(cast.citra, ids=ids, reason="Selesai")
    as_(cast.citra).post(f"{HOME}massal/batal/", {"id": ids})
    assert prior_counts(region_id=cast.place.pk)[PriorDecision.OPEN] == 4


def test_it_says_when_all_is_decided(cast: Actors) -> None:
    first, *rest = saved(cast.citra)
    stop_lines(cast.citra, ids=[line.pk for line in rest], reason="Selesai")
    answer = as_(cast.citra).post(f"{HOME}{first.pk}/", {"do": "stop", "reason": "Selesai"})
    assert answer.url == HOME


def test_it_asks_the_secretariat_for_what_is_undecided(cast: Actors) -> None:
    saved(cast.citra)
    assert "4 program dalam rencana lama belum diputuskan" in text(as_(cast.citra).get("/35.16/"))


def test_it_lets_an_office_read_and_not_decide(cast: Actors) -> None:
    line = saved(cast.citra)[0]
    client = as_(cast.ani)
    assert 'name="do"' not in text(client.get(f"{HOME}{line.pk}/"))
    assert client.post(f"{HOME}{line.pk}/", {"do": "stop", "reason": "x"}).status_code == 403
    with pytest.raises(Forbidden):
        stop_lines(cast.ani, ids=[line.pk], reason="x")


def test_it_shows_an_outsider_nothing(cast: Actors) -> None:
    line = saved(cast.citra)[0]
    assert as_(cast.fajar).get(f"{HOME}{line.pk}/").status_code == 404
    assert as_(cast.fajar).get(f"/35.15/program/rencana-lama/{line.pk}/").status_code == 404
    with pytest.raises((Missing, Invalid)):
        stop_lines(cast.fajar, ids=[line.pk], reason="x")
