"""An edition is printed from the records of one moment and frozen with them."""

from datetime import datetime

from rangkai.domains.books.actions.printing import Printed, Tell, content_of, print_content, quiet
from rangkai.domains.books.models import Edition
from rangkai.domains.books.policies import BOOK
from rangkai.domains.books.queries import edition_of_job, next_number
from rangkai.domains.books.rules.frozen import SCHEMA, to_json
from rangkai.domains.books.rules.terms import BookNumber
from rangkai.domains.masterplans.models import Masterplan
from rangkai.domains.roadmap.queries import scenario_by_ref
from rangkai.gateways import files
from rangkai.kit import jobs
from rangkai.kit.actions import recording
from rangkai.kit.locks import lock
from rangkai.kit.models import Job
from rangkai.kit.policies import Actor
from rangkai.kit.refs import take_refs
from rangkai.kit.snapshots import freeze
from rangkai.lib.errors import N_, Conflict


def ask_to_build(actor: Actor, *, plan: Masterplan, book: BookNumber, at: datetime) -> Job:
    """Print a new edition in the background; what stands in the way is refused at once."""
    BOOK.require(actor, "build", plan)
    content_of(plan=plan, book=book, at=at, number=None)
    with recording("books.ask_to_build", actor):
        return jobs.start("books.build", actor, plan_id=plan.pk, book=book.value)


def build_edition(
    actor: Actor,
    *,
    plan: Masterplan,
    book: BookNumber,
    at: datetime,
    tell: Tell = quiet,
    job: Job | None = None,
) -> Edition:
    """Gather, print, record. A job that has printed already gives its edition again."""
    BOOK.require(actor, "build", plan)
    if job is not None:
        printed_before = edition_of_job(region_id=plan.region_id, job_id=job.pk)
        if printed_before is not None:
            return printed_before
    content = content_of(plan=plan, book=book, at=at, number=next_number(plan=plan, book=book))
    printed = print_content(content=content, tell=tell)
    tell(0.95, N_("Menyimpan edisi …"))
    return record_edition(actor, plan=plan, printed=printed, job=job)


def record_edition(actor: Actor, *, plan: Masterplan, printed: Printed, job: Job | None = None) -> Edition:
    """Keep the files and the facts. Raises Conflict when another edition took the number meanwhile."""
    content, facts = printed.content, printed.content.facts
    book = BookNumber(content.book)
    folder = f"{facts.place.code}/buku"
    docx = files.keep(printed.docx, folder=folder, suffix=".docx")
    pdf = files.keep(printed.pdf, folder=folder, suffix=".pdf")
    scenario = scenario_by_ref(region_id=plan.region_id, ref=facts.scenario.ref) if facts.scenario else None
    with recording("books.print_edition", actor) as act:
        lock("books.editions", plan.region_id)
        if next_number(plan=plan, book=book) != content.number:
            raise Conflict(N_("Edisi lain baru saja dicetak. Cetak sekali lagi agar nomornya tidak kembar."))
        year = facts.as_of.year
        edition = act.create(
            Edition(
                region_id=plan.region_id,
                ref=take_refs(Edition, region_id=plan.region_id, prefix="B", year=year)[0],
                plan=plan,
                book=book.value,
                number=content.number,
                scenario=scenario,
                docx=docx,
                pdf=pdf,
                pages=printed.pages,
                as_of=facts.as_of,
                job=job,
                is_example=sum(facts.examples) > 0,
            )
        )
        body = to_json(content)
        snapshot = freeze(actor, kind=Edition.kind(), object_id=edition.pk, body=body, schema=SCHEMA)
        return act.update(edition, version=edition.version, snapshot=snapshot)
