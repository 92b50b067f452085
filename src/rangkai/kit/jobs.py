"""Background work by name: `start("needs.import", …)` writes a Job row in the caller's transaction, queued on commit.

A domain's `tasks.py` registers the handler. Handlers are idempotent: a lost job is put back once.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.tasks import task
from django.utils import timezone

from rangkai.kit.messages import render
from rangkai.kit.models import Job, JobState
from rangkai.kit.policies import Actor
from rangkai.lib.errors import Message, Refusal

log = logging.getLogger(__name__)
LOST_AFTER = timedelta(seconds=90)
MAX_ATTEMPTS = 2


class JobCancelled(Exception):
    """Raised inside a handler when a person asked to stop; the handler's transaction rolls back."""


@dataclass(frozen=True)
class Handler:
    """`run(progress, **args)` does the work and returns a JSON-able result."""

    name: str
    queue: str
    run: Callable[..., dict[str, Any]]


_handlers: dict[str, Handler] = {}


def handler(name: str, *, queue: str = "quick") -> Callable[[Callable[..., dict[str, Any]]], Any]:
    """Register the decorated function under `name`."""

    def register(run: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
        _handlers[name] = Handler(name, queue, run)
        return run

    return register


def handlers() -> dict[str, Handler]:
    return dict(_handlers)


def start(name: str, actor: Actor, **args: Any) -> Job:
    """Write the job in the caller's transaction; it begins after the commit. One insert."""
    found = _handlers[name]
    job = Job.objects.create(
        name=name, queue=found.queue, region_id=actor.region_id, actor_id=actor.user_id, args=args
    )
    transaction.on_commit(lambda: _enqueue(job.pk, found.queue))
    return job


def _enqueue(job_id: int, queue: str) -> None:
    run_job.using(queue_name=queue).enqueue(job_id)


@dataclass
class Progress:
    """What a handler tells of its work. Each call is one short write, outside the handler's own transaction."""

    job_id: int

    def __call__(
        self, share: float, doing: Message | str = "", detail: Mapping[str, object] | None = None
    ) -> None:
        """`share` 0..1; raises JobCancelled when a person asked to stop."""
        self.show(share, doing, detail)
        if self.cancel_asked():
            raise JobCancelled

    def show(
        self, share: float, doing: Message | str = "", detail: Mapping[str, object] | None = None
    ) -> None:
        """The same without asking whether to stop, for work that keeps its best answer when cancelled."""
        values: dict[str, Any] = {"progress": min(max(share, 0.0), 1.0), "heartbeat_at": timezone.now()}
        if doing:
            values["doing"] = (render(doing) if isinstance(doing, Message) else doing)[:200]
        if detail is not None:
            values["detail"] = dict(detail)
        Job.objects.filter(pk=self.job_id).update(**values)

    def cancel_asked(self) -> bool:
        return Job.objects.filter(pk=self.job_id, cancel_asked=True).exists()


@task(queue_name="quick")
def run_job(job_id: int) -> None:
    """Run one job once; a job that another worker holds, or that has ended, is left alone."""
    now = timezone.now()
    claimed = Job.objects.filter(pk=job_id, state=JobState.QUEUED).update(
        state=JobState.RUNNING, started_at=now, heartbeat_at=now
    )
    if not claimed:
        return
    job = Job.objects.get(pk=job_id)
    try:
        result = _handlers[job.name].run(Progress(job_id), job=job, **job.args)
    except JobCancelled:
        _finish(job_id, state=JobState.CANCELLED)
    except Refusal as refusal:
        _finish(job_id, state=JobState.FAILED, error=render(refusal.message))
    except BaseException:
        log.exception("job %s (%s) failed", job_id, job.name)
        _finish(job_id, state=JobState.FAILED, error=UNEXPECTED)
        raise
    else:
        _finish(job_id, state=JobState.DONE, result=result, progress=1.0)


UNEXPECTED = "Terjadi kesalahan yang tidak terduga. Tidak ada data yang berubah; coba sekali lagi."


def _finish(job_id: int, **values: Any) -> None:
    Job.objects.filter(pk=job_id).update(finished_at=timezone.now(), **values)


def cancel(job: Job) -> None:
    """Ask a job to stop; one that has not begun is stopped at once."""
    Job.objects.filter(pk=job.pk).update(cancel_asked=True)
    Job.objects.filter(pk=job.pk, state=JobState.QUEUED).update(
        state=JobState.CANCELLED, finished_at=timezone.now()
    )


def beat_queue(queue: str) -> None:
    """Say that the worker of a queue is alive. On SQLite a long write may hold this back: LOST_AFTER allows for it."""
    Job.objects.filter(queue=queue, state=JobState.RUNNING).update(heartbeat_at=timezone.now())


def put_back_lost(now: datetime) -> int:
    """Queue again, once, the jobs whose worker went silent; a second loss is a failure. Returns how many."""
    silent = Q(heartbeat_at__lt=now - LOST_AFTER, state=JobState.RUNNING)
    back = 0
    for job in Job.objects.filter(silent):
        if job.attempts + 1 >= MAX_ATTEMPTS:
            _finish(job.pk, state=JobState.FAILED, error=UNEXPECTED)
            continue
        Job.objects.filter(pk=job.pk).update(state=JobState.QUEUED, attempts=job.attempts + 1)
        _enqueue(job.pk, job.queue)
        back += 1
    return back
