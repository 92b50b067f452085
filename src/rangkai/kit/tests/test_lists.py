"""The list: filters, sorting, columns, ticked rows and export, all of it in the address. Jobs stand for rows."""

import re

import pytest
from django.db.models import Q
from django.utils.html import strip_tags

from rangkai.kit import search
from rangkai.kit.models import Job, JobState
from rangkai.kit.search import Entry
from rangkai.kit.tests.places import request
from rangkai.kit.web import saved_views
from rangkai.kit.web.columns import Column, Kind
from rangkai.kit.web.filters import Filter, FilterKind
from rangkai.kit.web.links import link
from rangkai.kit.web.lists import Bulk, Button, Empty, ListPage, bulk_value
from rangkai.kit.web.saved_views import SavedViewFact
from rangkai.lib.errors import N_, Invalid, Missing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bare_kit")]

JOBS = ListPage(
    name="pekerjaan",
    title=N_("Pekerjaan"),
    purpose=N_("Apa yang sedang dikerjakan."),
    rows=lambda here: Job.objects.filter(region_id=here.region.id),
    columns=(
        Column("nama", N_("Nama"), lambda j: j.name, sort=("name",)),
        Column("keadaan", N_("Keadaan"), lambda j: JobState(j.state), Kind.STATE),
        Column("usaha", N_("Usaha"), lambda j: j.attempts, Kind.NUMBER, sort=("attempts",)),
        Column("mulai", N_("Mulai"), lambda j: j.started_at, Kind.INSTANT, sort=("started_at",), shown=False),
    ),
    filters=(
        Filter("keadaan", N_("Keadaan"), FilterKind.MANY, "state", lambda here: JobState.choices),
        Filter(
            "antrean",
            N_("Antrean"),
            FilterKind.ONE,
            "queue",
            lambda here: [("quick", "cepat"), ("long", "lama")],
        ),
        Filter("berhenti", N_("Diminta berhenti"), FilterKind.YES_NO, "cancel_asked"),
        Filter(
            "pelaku",
            N_("Pelaku"),
            FilterKind.MANY,
            "actor_id",
            lambda here: [("9", "Ani")],
            empty=N_("tanpa pelaku"),
        ),
        Filter(
            "ulang", N_("Diulang"), FilterKind.YES_NO, lambda yes: Q(attempts__gt=0) if yes else Q(attempts=0)
        ),
        Filter(
            "awal",
            N_("Huruf awal"),
            FilterKind.ONE,
            lambda v: Q(name__startswith=v[0]),
            lambda h: [("a", "A")],
        ),
    ),
    row_url=lambda here, job: link(here, "kit:job", job_id=job.pk),
    row_key=lambda job: f"J-{job.pk}",
    empty=Empty(N_("Belum ada pekerjaan"), N_("Pekerjaan panjang muncul di sini.")),
    order=("id",),
    search_kind="kit.job",
    buttons=(
        Button(N_("Mulai"), "kit:counts"),
        Button(N_("Rahasia"), "kit:counts", allowed=lambda actor: actor.superuser),
    ),
    bulk=(
        Bulk(N_("Pindahkan"), "kit:save-view", "tag", choices=lambda here: [("long", "lama")]),
        Bulk(N_("Hapus semua"), "kit:save-view", "trash", allowed=lambda actor: actor.superuser),
    ),
)


def jobs(count=3, **values):
    return [Job.objects.create(region_id=1, name=f"kerja {n:02d}", **values) for n in range(count)]


def shown(path="/35.16/proses/", **headers):
    return JOBS.respond(request(path, **headers)).content.decode()


def names(path):
    links = re.findall(r'class="row-link"[^>]*>(.*?)</a>', shown(path))
    return [strip_tags(link) for link in links]


def test_it_shows_a_whole_page_with_one_heading_and_the_rows():
    jobs()
    html = shown()
    assert html.count("<h1") == 1
    assert "kerja 02" in html
    assert "3 baris" in html


def test_it_makes_two_queries_however_many_rows(django_assert_num_queries):
    jobs(60)
    with django_assert_num_queries(2):
        shown("/35.16/proses/?keadaan=queued&urut=-usaha")


def test_it_shows_fifty_rows_a_page_and_the_way_on():
    jobs(51)
    assert len(names("/35.16/proses/")) == 50
    assert names("/35.16/proses/?page=2") == ["kerja 50"]


def test_it_shows_the_last_page_for_a_page_beyond_the_end():
    jobs(51)
    assert names("/35.16/proses/?page=99") == ["kerja 50"]
    assert len(names("/35.16/proses/?page=nol")) == 50


def test_it_shows_only_the_rows_of_the_region():
    jobs(1)
    Job.objects.create(region_id=2, name="daerah lain")
    assert names("/35.16/proses/") == ["kerja 00"]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("keadaan=running", 1),
        ("keadaan=running&keadaan=done", 2),
        ("antrean=long", 1),
        ("berhenti=1", 1),
        ("berhenti=0", 2),
        ("pelaku=-", 3),
        ("pelaku=9", 0),
        ("ulang=1", 1),
        ("ulang=0", 2),
        ("awal=a", 1),
        ("keadaan=tak-dikenal", 3),
        ("antrean=' OR 1=1", 3),
    ],
)
def test_it_filters_by_what_the_address_asks(query, count):
    Job.objects.create(region_id=1, name="a", state=JobState.RUNNING, queue="long")
    Job.objects.create(region_id=1, name="b", state=JobState.DONE, cancel_asked=True)
    Job.objects.create(region_id=1, name="c", attempts=1)
    assert len(names(f"/35.16/proses/?{query}")) == count


def test_it_says_how_many_of_all_the_filters_show():
    jobs(2)
    Job.objects.create(region_id=1, name="x", state=JobState.DONE)
    assert "1 dari 3" in shown("/35.16/proses/?keadaan=done")


def test_it_finds_rows_by_words_and_offers_to_lift_them():
    found, _ = jobs(2)
    entry = Entry(found.pk, "Impor kebutuhan puskesmas", "")
    search.index(region_id=1, kind="kit.job", entries=[entry])
    assert names("/35.16/proses/?q=puskesmas") == ["kerja 00"]
    assert "Cari: <strong>puskesmas" in shown("/35.16/proses/?q=puskesmas")
    assert len(names("/35.16/proses/?q=...")) == 2


def test_it_offers_to_lift_each_filter_and_keeps_the_others():
    jobs(1)
    html = shown("/35.16/proses/?keadaan=done&keadaan=queued&antrean=quick")
    assert 'href="?keadaan=queued&amp;antrean=quick"' in html


def test_it_sorts_down_with_empty_values_last():
    for name, started in (("tanpa", None), ("lama", "2026-01-01T00:00Z"), ("baru", "2026-02-01T00:00Z")):
        Job.objects.create(region_id=1, name=name, started_at=started)
    assert names("/35.16/proses/?urut=-mulai") == ["baru", "lama", "tanpa"]
    assert names("/35.16/proses/?urut=mulai") == ["lama", "baru", "tanpa"]


def test_it_tells_screen_readers_how_the_list_is_sorted():
    jobs(1)
    assert 'aria-sort="descending"' in shown("/35.16/proses/?urut=-nama")


def test_it_ignores_a_sort_that_is_not_offered():
    jobs(2)
    assert names("/35.16/proses/?urut=keadaan") == ["kerja 00", "kerja 01"]


def test_it_shows_the_chosen_columns_and_always_the_first():
    jobs(1)
    html = shown("/35.16/proses/?kolom=mulai")
    assert 'data-label="Mulai"' in html
    assert 'data-label="Nama"' in html
    assert 'data-label="Usaha"' not in html


def test_it_escapes_what_people_wrote():
    Job.objects.create(region_id=1, name="<script>alert(1)</script>")
    assert "<script>alert" not in shown()


def test_it_says_what_belongs_here_when_there_is_nothing():
    html = shown()
    assert "Belum ada pekerjaan" in html
    assert "<table" not in html


def test_it_says_that_the_filters_hide_all_rows():
    jobs(1)
    assert "Tidak ada yang cocok" in shown("/35.16/proses/?keadaan=done")


def test_it_leaves_out_buttons_that_the_person_may_not_press():
    jobs(1)
    html = shown()
    assert "Pindahkan" in html
    assert "Rahasia" not in html
    assert "Hapus semua<" not in html


def test_it_answers_htmx_with_the_list_alone_and_a_clean_address():
    jobs(1)
    response = JOBS.respond(
        request("/35.16/proses/?q=&antrean=&keadaan=queued&page=1", **{"HX-Target": "div#list"})
    )
    assert b"<html" not in response.content
    assert b'id="list"' in response.content
    assert response["HX-Push-Url"] == "/35.16/proses/?keadaan=queued"


def test_it_cleans_the_address_that_a_form_without_javascript_sends():
    response = JOBS.respond(request("/35.16/proses/?q=&keadaan=queued&kolom=keadaan&kolom=usaha"))
    assert (response.status_code, response["Location"]) == (302, "/35.16/proses/?keadaan=queued")


def test_it_holds_the_record_open_that_the_address_names():
    job = jobs(1)[0]
    assert f'hx-get="/35.16/proses/{job.pk}/"' in shown(f"/35.16/proses/?panel=J-{job.pk}")
    assert "data-panel hx-get" not in shown("/35.16/proses/?panel=J-0")


def test_it_exports_what_is_shown_as_csv_without_formulas():
    Job.objects.create(region_id=1, name="=1+1")
    Job.objects.create(region_id=1, name="b", state=JobState.DONE)
    response = JOBS.respond(request("/35.16/proses/?unduh=csv&keadaan=queued"))
    assert response.content.decode("utf-8-sig").split() == [
        "Nama;Keadaan;Usaha",
        "'=1+1;menunggu",
        "giliran;0",
    ]
    assert 'filename="pekerjaan-35.16-2026-11-24.csv"' in response["Content-Disposition"]


def test_it_exports_a_workbook():
    jobs(2)
    assert JOBS.respond(request("/35.16/proses/?unduh=xlsx&kolom=mulai")).content[:2] == b"PK"


def test_it_refuses_a_kind_of_file_that_it_does_not_write():
    with pytest.raises(Missing):
        JOBS.respond(request("/35.16/proses/?unduh=exe"))


def test_it_gives_the_ticked_rows_of_this_region_only():
    first, second = jobs(2)
    other = Job.objects.create(region_id=2, name="daerah lain")
    posted = request(post={"id": [first.pk, other.pk, "x"]})
    assert list(JOBS.ticked(posted)) == [first]
    assert second not in JOBS.ticked(posted)


def test_it_gives_all_rows_that_the_filters_show_when_asked():
    jobs(60)
    Job.objects.create(region_id=1, name="selesai", state=JobState.DONE)
    assert JOBS.ticked(request("/35.16/proses/?keadaan=queued", post={"all": "1"})).count() == 60


def test_it_refuses_a_bulk_button_without_ticks():
    with pytest.raises(Invalid, match="dicentang"):
        JOBS.ticked(request(post={}))


def test_it_reads_what_was_chosen_beside_the_pressed_button():
    assert bulk_value(request(post={"value-1": "a", "value-2": "b", "value-name": "value-2"})) == "b"


class Views:
    """A store in memory."""

    def views(self, here, page):
        return [SavedViewFact(1, "Yang gagal", "?keadaan=failed", mine=True, shared=True)]


def test_it_offers_saved_views_and_to_save_the_present_one(monkeypatch):
    jobs(1)
    monkeypatch.setattr(saved_views, "_store", [Views()])
    html = shown("/35.16/proses/?keadaan=queued")
    assert 'href="/35.16/proses/?keadaan=failed"' in html
    assert 'name="query" value="?keadaan=queued"' in html
