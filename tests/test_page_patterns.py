"""The page patterns on real records and addresses: history, conflicts, long work, drafts, the frame."""

import json
import uuid

import pytest
from django import forms
from django.test import Client

from rangkai.domains.organisations.models import Organisation
from rangkai.domains.organisations.tests.factories import actors
from rangkai.kit.actions import recording
from rangkai.kit.models import Change, Job, JobState
from rangkai.kit.tests.places import here, request
from rangkai.kit.web import drafts, history, saved_views
from rangkai.kit.web.forms import FormPage, RecordForm, save_or_show
from rangkai.kit.web.history import FieldWord, history_rows
from rangkai.lib.errors import N_

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def cast():
    return actors()


def signed_in(name: str) -> Client:
    client = Client()
    assert client.login(username=name, password="rahasia-sekali")
    return client


@pytest.fixture
def citra(cast):
    return signed_in("citra.35.16")


class OfficeForm(RecordForm):
    name = forms.CharField()
    kind_of = forms.ChoiceField(choices=[("dinas", "Dinas"), ("badan", "Badan")])
    note = forms.CharField(required=False)


def save(cast, **typed):
    """Save an office that Citra opened at version 1."""
    office = Organisation.objects.get(pk=cast.dinkes.pk)
    posted = request("/35.16/perangkat-daerah/", post={"version": "1", **typed})
    posted.here = here(actor=cast.citra)
    form = OfficeForm(posted.POST)

    def do():
        with recording("test.edit", cast.citra) as act:
            return act.update(office, version=form.read_version, **form.values())

    page = FormPage(N_("Ubah"), N_("Isi lalu simpan."), back="/35.16/")
    return save_or_show(posted, form, page, do=do, then=lambda _: "/selesai/")


def others_change(cast, **values):
    with recording("test.edit", cast.dewi) as act:
        act.update(Organisation.objects.get(pk=cast.dinkes.pk), version=1, **values)


def test_it_saves_when_nobody_saved_meanwhile(cast):
    assert save(cast, name="Dinkes", kind_of="dinas")["Location"] == "/selesai/"


def test_it_merges_what_only_one_of_the_two_changed(cast):
    others_change(cast, note="dari orang lain")
    assert save(cast, name="Dari saya", kind_of="dinas", note="").status_code == 302
    office = Organisation.objects.get(pk=cast.dinkes.pk)
    assert (office.name, office.note) == ("Dari saya", "dari orang lain")


def test_it_shows_both_texts_of_what_both_changed_and_saves_nothing(cast):
    others_change(cast, name="Dari mereka", kind_of="badan", note="catatan mereka")
    response = save(cast, name="Dari saya", kind_of="dinas", note="")
    html = response.content.decode()
    assert response.status_code == 409
    assert "Dari saya" in html
    assert "Dari mereka" in html
    assert Organisation.objects.get(pk=cast.dinkes.pk).name == "Dari mereka"
    assert '<input type="hidden" name="note" value="catatan mereka">' in html


def test_it_saves_the_text_that_was_picked(cast):
    others_change(cast, name="Dari mereka")
    picked = {"pick-name": "theirs", "theirs-name": "Dari mereka", "version": "2"}
    assert save(cast, name="Dari saya", kind_of="dinas", note="baru", **picked).status_code == 302
    office = Organisation.objects.get(pk=cast.dinkes.pk)
    assert (office.name, office.note) == ("Dari mereka", "baru")


def test_it_tells_history_in_words_and_names_people(cast):
    others_change(cast, kind_of="badan")
    asked = request()
    asked.here = here(actor=cast.citra)
    row = history_rows(asked, Organisation.objects.get(pk=cast.dinkes.pk))[0]
    assert (row.who, row.fields[0].before, row.fields[0].after) == ("Dewi", "Dinas", "Badan")
    assert row.can_undo


WORDS = {
    "name": FieldWord(N_("Nama")),
    "note": FieldWord(N_("Jumlah"), money=True),
    "kind_of": FieldWord(N_("Jenis")),
    "parent_id": FieldWord(N_("Induk")),
    "is_example": FieldWord(N_("Contoh")),
}


@pytest.mark.parametrize(
    ("column", "before", "after", "shown"),
    [
        pytest.param("note", 1_000_000, 2_500_000, ("Rp 1.000.000", "Rp 2.500.000"), id="money in full"),
        pytest.param(
            "kind_of", "dinas", None, ("Dinas", ""), id="the word of a choice, and nothing for empty"
        ),
        pytest.param("is_example", False, True, ("tidak", "ya"), id="yes and no"),
        pytest.param("name", "A", "B", ("A", "B"), id="text as it is"),
    ],
)
def test_it_shows_a_change_as_people_read_it(cast, monkeypatch, column, before, after, shown):
    monkeypatch.setattr(history, "_words", {"organisations.organisation": WORDS})
    Change.objects.create(
        action="x", region_id=cast.place.pk, kind="organisations.organisation", object_id=cast.dinkes.pk,
        version=2, before={column: before}, after={column: after}, batch=uuid.uuid4(),
    )  # fmt: skip
    asked = request()
    row = history_rows(asked, cast.dinkes)[0]
    assert (row.who, row.fields[0].before, row.fields[0].after) == ("Rangkai", *shown)


def test_it_names_the_record_that_a_change_points_at(cast, monkeypatch):
    monkeypatch.setattr(history, "_words", {"organisations.organisation": WORDS})
    others_change(cast, parent_id=cast.dlh.pk)
    row = history_rows(request(), Organisation.objects.get(pk=cast.dinkes.pk))[0]
    assert row.fields[0].after == str(cast.dlh)


def test_it_names_records_as_the_noun_says(cast, monkeypatch):
    words = {"parent_id": FieldWord(N_("Induk"), names=lambda ids: {pk: f"PD nomor {pk}" for pk in ids})}
    monkeypatch.setattr(history, "_words", {"organisations.organisation": words})
    others_change(cast, parent_id=cast.dlh.pk, note="tidak ditampilkan")
    row = history_rows(request(), Organisation.objects.get(pk=cast.dinkes.pk))[0]
    assert [field.after for field in row.fields] == [f"PD nomor {cast.dlh.pk}"]


def test_it_takes_a_change_back_from_the_page(cast, citra):
    others_change(cast, name="Salah")
    batch = Change.objects.get().batch
    answer = citra.post(f"/35.16/perubahan/{batch}/batalkan/", {"next": "/35.16/tugas/"})
    assert answer["Location"] == "/35.16/tugas/"
    assert Organisation.objects.get(pk=cast.dinkes.pk).name == "Dinas Kesehatan"


def test_it_does_not_follow_next_to_another_site(cast, citra):
    others_change(cast, name="Salah")
    batch = Change.objects.get().batch
    answer = citra.post(f"/35.16/perubahan/{batch}/batalkan/", {"next": "https://contoh.test/"})
    assert answer["Location"] == "/"


@pytest.fixture
def job(cast):
    return Job.objects.create(
        name="test.long",
        region_id=cast.place.pk,
        actor_id=cast.citra.user_id,
        state=JobState.RUNNING,
        progress=0.42,
    )


def test_it_shows_how_far_long_work_is(citra, job):
    html = citra.get(f"/35.16/proses/{job.pk}/").content.decode()
    assert 'value="42"' in html
    assert 'hx-trigger="every 1s"' in html


def test_it_renews_the_state_alone(citra, job):
    html = citra.get(f"/35.16/proses/{job.pk}/keadaan/", headers=HTMX).content.decode()
    assert html.lstrip().startswith("<section")


def test_it_goes_on_to_the_result_when_done(citra, job):
    Job.objects.update(state=JobState.DONE, result={"url": "/35.16/hasil/"})
    assert citra.get(f"/35.16/proses/{job.pk}/")["Location"] == "/35.16/hasil/"
    assert citra.get(f"/35.16/proses/{job.pk}/keadaan/")["HX-Redirect"] == "/35.16/hasil/"


def test_it_stays_and_says_so_when_work_ended_without_a_page(citra, job):
    Job.objects.update(state=JobState.DONE, result={})
    assert "Pekerjaan selesai" in citra.get(f"/35.16/proses/{job.pk}/").content.decode()


def test_it_stops_renewing_once_work_has_failed_and_says_why(citra, job):
    Job.objects.update(state=JobState.FAILED, error="Berkas tidak terbaca.")
    html = citra.get(f"/35.16/proses/{job.pk}/keadaan/").content.decode()
    assert "Berkas tidak terbaca." in html
    assert "hx-trigger" not in html


def test_it_asks_long_work_to_stop(citra, job):
    citra.post(f"/35.16/proses/{job.pk}/batalkan/")
    job.refresh_from_db()
    assert job.cancel_asked


def test_it_hides_the_work_of_others(cast, job):
    answer = signed_in("budi.35.16").get(f"/35.16/proses/{job.pk}/")
    assert answer.status_code == 404
    assert "dimulai oleh orang lain" in answer.content.decode()


class Drafts:
    """A store in memory."""

    def __init__(self):
        self.kept = {}

    def keep(self, here, page, data):
        self.kept[page] = data

    def drop(self, here, page):
        self.kept.pop(page, None)


@pytest.fixture
def store(monkeypatch):
    made = Drafts()
    monkeypatch.setattr(drafts, "_store", [made])
    return made


def test_it_keeps_what_is_typed_and_says_when(citra, store):
    data = json.dumps({"name": ["Ani"], "version": ["3"], "csrfmiddlewaretoken": ["x"]})
    answer = citra.post("/35.16/draf/", {"page": "/35.16/kebutuhan/baru/", "data": data})
    assert store.kept == {"/35.16/kebutuhan/baru/": {"name": ["Ani"], "version": ["3"]}}
    assert answer.json()["saved_at"].count(".") == 1


@pytest.mark.parametrize(
    ("page", "data"),
    [
        pytest.param("/35.15/kebutuhan/baru/", "{}", id="another region"),
        pytest.param("/35.16/x/", "{", id="not JSON"),
        pytest.param("/35.16/x/", '{"a": 1}', id="not lists"),
        pytest.param("/35.16/x/", "[]", id="not an object"),
        pytest.param("/35.16/x/", '{"a": ["' + "x" * 200_000 + '"]}', id="too large"),
    ],
)
def test_it_refuses_a_draft_that_no_form_sends(citra, store, page, data):
    assert citra.post("/35.16/draf/", {"page": page, "data": data}).status_code == 422
    assert store.kept == {}


def test_it_throws_a_draft_away_when_asked(citra, store):
    store.kept["/35.16/x/"] = {}
    assert citra.post("/35.16/draf/buang/", {"page": "/35.16/x/", "next": "/35.16/tugas/"}).status_code == 302
    assert store.kept == {}


class Views:
    """A store in memory."""

    def __init__(self):
        self.kept = []

    def save(self, here, page, *, name, query, shared):
        self.kept.append((page, name, query, shared))

    def drop(self, here, view_id):
        self.kept.pop(view_id)


@pytest.fixture
def views(monkeypatch):
    made = Views()
    monkeypatch.setattr(saved_views, "_store", [made])
    return made


def test_it_keeps_a_view_under_a_name(citra, views):
    sent = {"page": "kebutuhan", "name": " Yang mendesak ", "query": "?urut=-usg", "shared": "1"}
    citra.post("/35.16/tampilan/", sent)
    assert views.kept == [("kebutuhan", "Yang mendesak", "?urut=-usg", True)]


def test_it_refuses_a_view_without_a_name(citra, views):
    assert citra.post("/35.16/tampilan/", {"page": "kebutuhan", "name": " "}).status_code == 422


def test_it_drops_a_view_and_says_that_data_stay(citra, views):
    views.kept.append("x")
    answer = citra.post("/35.16/tampilan/0/hapus/", {"next": "/35.16/tugas/"}, follow=True)
    assert views.kept == []
    assert "Data di dalamnya tidak berubah." in answer.content.decode()


def test_it_says_so_where_views_cannot_be_kept(citra, monkeypatch):
    monkeypatch.setattr(saved_views, "_store", [])
    assert citra.post("/35.16/tampilan/", {"page": "kebutuhan", "name": "x"}).status_code == 503


def test_it_shows_the_frame_with_region_person_and_way_out(citra):
    html = citra.get("/35.16/").content.decode()
    for part in (
        "Kabupaten Mojokerto",
        "Citra",
        'href="#main"',
        'action="/keluar/"',
        'aria-current="page"',
        "English",
    ):
        assert part in html


def test_it_counts_what_waits_after_the_page(citra):
    answer = citra.get("/35.16/jumlah/")
    assert 'id="count-home"' in answer.content.decode()
    assert "max-age=15" in answer["Cache-Control"]


def test_it_refuses_in_whole_sentences_and_never_by_a_code_alone(citra):
    answer = citra.get("/35.15/")
    html = answer.content.decode()
    assert answer.status_code == 404
    assert "Tidak ada data yang hilang." in html
    assert "<h1" in html


def test_it_says_that_an_address_does_not_exist(citra):
    assert "Alamat ini tidak ada." in citra.get("/tidak-ada/").content.decode()


def test_it_asks_to_send_again_when_the_form_was_too_old():
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/bahasa/", {"language": "en"})
    assert answer.status_code == 403
    assert "muat ulang" in answer.content.decode()
