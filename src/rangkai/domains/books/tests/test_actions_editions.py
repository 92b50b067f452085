"""An edition is printed, frozen, and holds exactly what the records held."""

import io
import re

import pytest
from docx import Document as open_docx
from pypdf import PdfReader

from rangkai.domains.books.actions import (
    ask_to_build,
    build_edition,
    content_of,
    print_content,
    record_edition,
)
from rangkai.domains.books.models import Edition
from rangkai.domains.books.queries import drift_since, edition_rows, frozen_content
from rangkai.domains.books.rules.frozen import from_json
from rangkai.domains.books.rules.terms import BookNumber
from rangkai.domains.books.tests.factories import NOW, adopt, ready
from rangkai.domains.masterplans.tests.factories import masterplan
from rangkai.domains.needs.rules.terms import NeedStatus
from rangkai.domains.needs.tests.factories import need
from rangkai.domains.organisations.tests.factories import actors
from rangkai.domains.programmes.models import Programme
from rangkai.gateways.files import fetch
from rangkai.kit.models import Change, Job, JobState
from rangkai.kit.snapshots import body_of
from rangkai.lib.errors import Conflict, Forbidden, Invalid, Missing
from rangkai.lib.numbers import format_number

pytestmark = pytest.mark.django_db
TWO = BookNumber.TWO


@pytest.fixture
def world():
    return ready()


def pdf_words(content):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


def docx_words(content):
    file = open_docx(io.BytesIO(content))
    cells = (cell.text for table in file.tables for row in table.rows for cell in row.cells)
    return " ".join([*(one.text for one in file.paragraphs), *cells])


def test_it_prints_every_ref_and_the_sums_of_the_records(world):
    adopt(world)
    edition = build_edition(world.cast.citra, plan=world.small.plan, book=TWO, at=NOW)
    facts = frozen_content(edition=edition).facts
    total = format_number(sum(one.total for one in facts.programmes))
    used = format_number(sum(one.used for one in facts.money))
    wanted = [one.ref for one in (*facts.needs, *facts.programmes)] + [total, used, "KEP-2026-00001"]
    for words in (pdf_words(fetch(edition.pdf)), docx_words(fetch(edition.docx))):
        assert [one for one in wanted if one not in words] == []
        assert "Masih disusun" not in words


def test_it_freezes_what_it_printed_and_prints_the_fingerprint(world):
    edition = build_edition(world.cast.citra, plan=world.small.plan, book=TWO, at=NOW)
    words = pdf_words(fetch(edition.pdf)).replace(" ", "")
    assert edition.snapshot.sha256 in words
    assert from_json(body_of(edition.snapshot)).number == edition.number == 1


def test_it_keeps_an_edition_while_the_records_move_on(world):
    edition = build_edition(world.cast.citra, plan=world.small.plan, book=TWO, at=NOW)
    Programme.objects.filter(pk=world.small.queue.pk).update(name="Nama baru", version=9)
    added = need(world.cast.dinkes, "Kebutuhan baru", status=NeedStatus.APPROVED)
    content = frozen_content(edition=edition)
    found = drift_since(edition=edition, content=content)
    assert (found.programmes.changed, found.needs.added) == ((world.small.queue.ref,), (added.ref,))
    assert "Nama baru" not in str(content)


def test_it_numbers_editions_and_says_who_printed_them(world):
    plan = world.small.plan
    for _ in range(2):
        build_edition(world.cast.citra, plan=plan, book=BookNumber.ONE, at=NOW)
    rows = edition_rows(region_id=plan.region_id, book=BookNumber.ONE, most=5)
    assert [(row.ref, row.number, row.by) for row in rows] == [
        ("B-2026-00002", 2, "Citra"),
        ("B-2026-00001", 1, "Citra"),
    ]
    assert Change.objects.filter(action="books.print_edition").count() == 4


def test_it_refuses_a_number_that_was_taken_meanwhile(world):
    plan = world.small.plan
    content = content_of(plan=plan, book=BookNumber.ONE, at=NOW, number=1)
    printed = print_content(content=content)
    record_edition(world.cast.citra, plan=plan, printed=printed)
    with pytest.raises(Conflict, match="Edisi lain"):
        record_edition(world.cast.dewi, plan=plan, printed=printed)


def test_it_marks_an_edition_of_examples(world):
    Programme.objects.update(is_example=True)
    edition = build_edition(world.cast.citra, plan=world.small.plan, book=BookNumber.THREE, at=NOW)
    words = pdf_words(fetch(edition.pdf))
    assert edition.is_example
    assert "CONTOH: buku ini memuat 0 kebutuhan dan 3 program" in words
    assert len(re.findall("memuat data contoh", words)) >= edition.pages - 1


def test_it_prints_in_the_background_and_leads_to_the_edition(world, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        job = ask_to_build(world.cast.lina, plan=world.small.plan, book=BookNumber.THREE, at=NOW)
    job.refresh_from_db()
    edition = Edition.objects.get()
    assert (job.state, job.result["url"]) == (JobState.DONE, f"/35.16/dokumen/edisi/{edition.ref}/")
    assert (edition.job_id, edition.snapshot.actor_id) == (job.pk, world.cast.lina.user_id)


def test_it_prints_nothing_twice_for_a_job_that_was_put_back(world):
    plan = world.small.plan
    job = Job.objects.create(name="books.build", region_id=plan.region_id)
    first = build_edition(world.cast.citra, plan=plan, book=BookNumber.THREE, at=NOW, job=job)
    assert build_edition(world.cast.citra, plan=plan, book=BookNumber.THREE, at=NOW, job=job) == first


def test_it_refuses_to_print_without_a_roadmap_and_starts_nothing():
    cast = actors()
    with pytest.raises(Invalid, match="Belum ada program") as refused:
        ask_to_build(cast.citra, plan=masterplan(cast.place), book=TWO, at=NOW)
    assert "Peta Jalan" in str(refused.value.problems[0].message)
    assert not Job.objects.exists()


@pytest.mark.parametrize("name", ["ani", "budi"])
def test_it_lets_only_its_printers_print(world, name):
    with pytest.raises(Forbidden):
        build_edition(getattr(world.cast, name), plan=world.small.plan, book=TWO, at=NOW)


def test_it_prints_nothing_for_another_region(world):
    with pytest.raises(Missing):
        build_edition(world.cast.fajar, plan=world.small.plan, book=TWO, at=NOW)
