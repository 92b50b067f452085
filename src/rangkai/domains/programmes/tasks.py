"""Background work of programmes."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from rangkai.domains.programmes.actions.prior_books import read_book
from rangkai.domains.regions.queries import region_code_of
from rangkai.domains.work.tasks import actor_of, import_jobs
from rangkai.kit.jobs import Progress, handler
from rangkai.kit.models import Job
from rangkai.lib.errors import N_

import_jobs("programmes")
import_jobs("nomenclature")


@handler("programmes.prior.read", queue="quick")
def read_prior(progress: Progress, *, job: Job, **given: Any) -> dict[str, Any]:
    """Read a book of the old plan; goes on to what was found. Again for the same file, it finds the same."""
    progress(0.1, N_("Mencari tabel program di %(file)s.", file=given["filename"]))
    book = read_book(actor_of(job=job, today=timezone.localdate()), given=given)
    code = region_code_of(region_id=book.region_id)
    return {"url": reverse("programmes:prior-found", kwargs={"region_code": code, "book_id": book.pk})}
