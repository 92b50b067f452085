"""Background work: watched, cancelled, put back once when its worker is lost."""

from datetime import timedelta

import pytest
from django.utils import timezone

from rangkai.domains.organisations.tests.factories import actors
from rangkai.kit import jobs
from rangkai.kit.models import Job, JobState
from rangkai.lib.errors import N_, Invalid

pytestmark = pytest.mark.django_db


@jobs.handler("test.double", queue="quick")
def double(progress, *, job, number):
    progress(0.5, N_("Menghitung %(number)s …", number=number))
    return {"answer": number * 2}


@jobs.handler("test.refuse", queue="quick")
def refuse(progress, *, job):
    raise Invalid(N_("Kolom kegiatan kosong."))


@jobs.handler("test.break", queue="long")
def break_down(progress, *, job):
    raise RuntimeError("boom")


@pytest.fixture
def citra():
    return actors().citra


@pytest.fixture(autouse=True)
def commit_at_once(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        yield


def run(citra, name, **args):
    job = jobs.start(name, citra, **args)
    jobs.run_job.func(job.pk)
    job.refresh_from_db()
    return job


def test_it_keeps_the_result(citra):
    job = run(citra, "test.double", number=21)
    assert (job.state, job.result, job.progress) == (JobState.DONE, {"answer": 42}, 1.0)


def test_it_says_what_is_being_done(citra):
    assert run(citra, "test.double", number=21).doing == "Menghitung 21 …"


def test_it_keeps_a_refusal_in_words(citra):
    job = run(citra, "test.refuse")
    assert (job.state, job.error) == (JobState.FAILED, "Kolom kegiatan kosong.")


def test_it_does_not_run_a_cancelled_job(citra):
    job = jobs.start("test.double", citra, number=1)
    jobs.cancel(job)
    jobs.run_job.func(job.pk)
    job.refresh_from_db()
    assert (job.state, job.result) == (JobState.CANCELLED, None)


def test_it_stops_a_running_job_at_its_next_word(citra):
    job = jobs.start("test.double", citra, number=1)
    Job.objects.filter(pk=job.pk).update(cancel_asked=True)
    jobs.run_job.func(job.pk)
    job.refresh_from_db()
    assert job.state == JobState.CANCELLED


def lose(job, attempts=0):
    long_ago = timezone.now() - timedelta(hours=1)
    Job.objects.filter(pk=job.pk).update(state=JobState.RUNNING, heartbeat_at=long_ago, attempts=attempts)


def test_it_runs_a_lost_job_once_more(citra):
    job = jobs.start("test.double", citra, number=1)
    lose(job)
    assert jobs.put_back_lost(timezone.now()) == 1
    job.refresh_from_db()
    assert (job.attempts, job.state, job.result) == (1, JobState.DONE, {"answer": 2})


def test_it_gives_up_a_job_that_was_lost_twice(citra):
    job = jobs.start("test.double", citra, number=1)
    lose(job, attempts=1)
    assert jobs.put_back_lost(timezone.now()) == 0
    assert Job.objects.get(pk=job.pk).state == JobState.FAILED


def test_it_leaves_a_job_alone_whose_worker_lives(citra):
    job = jobs.start("test.double", citra, number=1)
    Job.objects.filter(pk=job.pk).update(state=JobState.RUNNING, heartbeat_at=timezone.now())
    assert jobs.put_back_lost(timezone.now()) == 0
