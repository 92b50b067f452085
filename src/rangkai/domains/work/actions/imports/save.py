"""Saving an import: prepared outside, then one transaction; a crash in the middle leaves nothing of it."""

from collections.abc import Iterable
from datetime import date
from itertools import batched

from rangkai.domains.work.actions.imports.nouns import ImportContext, import_noun
from rangkai.domains.work.actions.imports.preview import Tell, counts_of, quiet
from rangkai.domains.work.actions.imports.upload import require_import
from rangkai.domains.work.models import ImportMapping, ImportSession
from rangkai.domains.work.queries.imports import any_mapping, chosen_table, plan_of
from rangkai.domains.work.rules.options import from_json
from rangkai.domains.work.rules.plan import Plan
from rangkai.domains.work.rules.terms import ImportState, Outcome
from rangkai.engines.similarity.words import stems
from rangkai.engines.tabular import fingerprint
from rangkai.kit import jobs
from rangkai.kit.actions import recording
from rangkai.kit.models import Job
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Conflict, Invalid

CHUNK = 500


def start_save(actor: Actor, *, session: ImportSession, version: int, url: str, today: date) -> Job:
    """Save in the background; the job leads to `url`. Refuses while questions are open."""
    noun = import_noun(session.noun)
    require_import(actor, noun=noun)
    require_savable(session=session)
    with recording("work.start_save", actor) as act:
        job = jobs.start(
            f"{session.noun}.import.save", actor, session_id=session.pk, url=url, today=today.isoformat()
        )
        act.update(session, version=version, job_id=job.pk)
    return job


def require_savable(*, session: ImportSession) -> None:
    """Raises what stands in the way of saving: no preview, open questions, or that it is done."""
    if session.state == ImportState.SAVED:
        raise Conflict(N_("Impor ini sudah disimpan; tidak ada yang disimpan dua kali."))
    if session.state != ImportState.PREVIEWED:
        raise Conflict(N_("Pilihan berubah sejak pratinjau. Buat pratinjau sekali lagi, lalu simpan."))
    refuse_open(count=int(session.summary.get("open", 0)))


def refuse_open(*, count: int) -> None:
    if count:
        raise Invalid(
            N_(
                "Masih ada %(count)s baris bermasalah atau belum diputuskan. Belum ada yang disimpan: perbaiki di "
                "berkas lalu unggah lagi, putuskan satu per satu, atau lewati baris bermasalah.",
                count=count,
            )
        )


def save_import(actor: Actor, *, session: ImportSession, today: date, tell: Tell = quiet) -> Plan:
    """Record the plan as it was shown, and remember how the columns were mapped. All or nothing."""
    noun = import_noun(session.noun)
    require_import(actor, noun=noun)
    require_savable(session=session)
    plan = plan_of(session=session)
    context = ImportContext(actor, today, session.source, from_json(session.options), session.columns)
    save_plan(actor, session=session, plan=plan, context=context, tell=tell)
    return plan


def save_plan(
    actor: Actor, *, session: ImportSession, plan: Plan, context: ImportContext, tell: Tell = quiet
) -> None:
    """Words first, then everything in one transaction; a session that is not in the database yet is put in."""
    noun = import_noun(session.noun)
    refuse_open(count=plan.open_questions())
    warm_words(noun.words(plan), total=plan.counts[Outcome.NEW] + plan.counts[Outcome.CHANGED], tell=tell)
    tell(0.6, N_("Menyimpan semua baris sekaligus …"))
    with recording(f"{session.noun}.import", actor, reason=session.filename) as act:
        noun.record(act, plan, context)
        summary = {**session.summary, **counts_of(plan=plan), "batch": str(act.batch)}
        if session.pk is None:
            session.state, session.summary = ImportState.SAVED.value, summary
            act.create(session)
        else:
            act.update(session, version=session.version, state=ImportState.SAVED.value, summary=summary)
        _remember(actor, session)


def warm_words(texts: Iterable[str], *, total: int, tell: Tell) -> None:
    """Bring the words to their roots before the transaction, so that it stays short."""
    done = 0
    for part in batched(texts, CHUNK):
        for text in part:
            stems(text)
        done += len(part)
        tell(0.1 + 0.5 * done / max(total, 1), N_("Menyiapkan pencarian: %(done)s baris", done=done))


def _remember(actor: Actor, session: ImportSession) -> None:
    """Next time a sheet of these headings comes, it is mapped like this one."""
    table = chosen_table(session=session)
    shape = fingerprint(table)
    known = any_mapping(
        region_id=session.region_id, noun=session.noun, fingerprint=shape, source=session.source
    )
    with recording("work.remember_mapping", actor) as act:
        if known is None:
            act.create(
                ImportMapping(
                    region_id=session.region_id,
                    noun=session.noun,
                    source=session.source,
                    fingerprint=shape,
                    columns=session.columns,
                )
            )
        else:
            act.update(known, version=known.version, columns=session.columns, deleted_at=None)
