"""Returned workbooks dropped in together: kept, answered, and saved all at once or not at all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from rangkai.domains.work.actions.imports.nouns import ImportContext
from rangkai.domains.work.actions.imports.preview import Tell, quiet
from rangkai.domains.work.actions.imports.save import warm_words
from rangkai.domains.work.actions.sheets.making import FOLDER, keep_values, require_sheets
from rangkai.domains.work.actions.sheets.nouns import sheet_noun
from rangkai.domains.work.models import Gathering, OfficeSheet
from rangkai.domains.work.policies import SHEETS
from rangkai.domains.work.queries.sheets import base_of, files_of, sheets_by_id
from rangkai.domains.work.rules.merging import ReturnedFile, Settled, Values, settle
from rangkai.domains.work.rules.options import ImportOptions
from rangkai.domains.work.rules.plan import Json, Plan
from rangkai.domains.work.rules.terms import GatheringState, Outcome, SheetState
from rangkai.gateways import files
from rangkai.kit import jobs
from rangkai.kit.actions import recording
from rangkai.kit.models import Job
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Conflict, Invalid

MOST_FILES = 100
LONGEST_NAME = 200


@dataclass(frozen=True)
class Dropped:
    """A file as it came."""

    name: str
    content: bytes


def start_gathering(actor: Actor, *, dropped: Sequence[Dropped], today: date) -> Gathering:
    """Keep the files and begin to read them. Raises Invalid for none or too many."""
    SHEETS.require(actor, "create")
    if not dropped:
        raise Invalid(N_("Pilih paling sedikit satu berkas."))
    if len(dropped) > MOST_FILES:
        raise Invalid(N_("Paling banyak %(most)s berkas sekaligus.", most=MOST_FILES))
    kept = [
        {
            "name": file.name[-LONGEST_NAME:],
            "file": files.keep(file.content, folder=FOLDER, suffix=".dat"),
            "sha256": files.fingerprint(file.content),
        }
        for file in dropped
    ]
    with recording("work.start_gathering", actor) as act:
        found = act.create(Gathering(region_id=actor.region_id, user_id=actor.user_id, files=kept))
    start_reading(actor, gathering=found, today=today)
    return found


def start_reading(actor: Actor, *, gathering: Gathering, today: date) -> Job:
    """Read the files of a pile (again) in the background."""
    SHEETS.require(actor, "edit")
    _require_open(gathering)
    with recording("work.start_reading", actor) as act:
        job = jobs.start("work.sheets.read", actor, gathering_id=gathering.pk, today=today.isoformat())
        act.update(gathering, version=gathering.version, job_id=job.pk)
    return job


def answer(actor: Actor, *, gathering: Gathering, answers: Mapping[str, Any]) -> Gathering:
    """Keep the choices that were made; those on rows and values hold when the files are read again."""
    SHEETS.require(actor, "edit")
    _require_open(gathering)
    with recording("work.answer_gathering", actor) as act:
        return act.update(gathering, version=gathering.version, answers=dict(answers))


def drop_gathering(actor: Actor, *, gathering: Gathering) -> None:
    """Throw a pile away; its workbooks count as not returned."""
    SHEETS.require(actor, "delete")
    _require_open(gathering)
    sheets = sheets_by_id(
        actor, ids=[file.sheet_id for file in files_of(gathering=gathering)] if gathering.read else []
    )
    waiting = {"state": SheetState.WAITING.value}
    with recording("work.drop_gathering", actor) as act:
        act.update_all([(s, waiting) for s in sheets.values() if s.state == SheetState.TROUBLED])
        act.update(gathering, version=gathering.version, state=GatheringState.DROPPED.value)


def _require_open(gathering: Gathering) -> None:
    if gathering.state in {GatheringState.SAVED, GatheringState.DROPPED}:
        raise Conflict(N_("Kumpulan berkas ini sudah disimpan atau dibuang."))


def settled_of(*, gathering: Gathering) -> Settled:
    """What saving would write, with the answers given so far; no query."""
    return settle(files_of(gathering=gathering), gathering.answers.get("cells", {}))


def start_saving(actor: Actor, *, gathering: Gathering, today: date) -> Job:
    """Save in the background; refuses while questions are open."""
    SHEETS.require(actor, "edit")
    _settled_wholly(gathering)
    with recording("work.start_gather", actor) as act:
        job = jobs.start("work.sheets.save", actor, gathering_id=gathering.pk, today=today.isoformat())
        act.update(gathering, version=gathering.version, job_id=job.pk)
    return job


def _settled_wholly(gathering: Gathering) -> Settled:
    """Raises Conflict for a pile that has ended, Invalid while questions are open."""
    _require_open(gathering)
    settled = settled_of(gathering=gathering)
    if settled.open_questions:
        raise Invalid(
            N_(
                "Masih ada %(count)s pertanyaan yang belum dijawab. Belum ada yang disimpan.",
                count=settled.open_questions,
            )
        )
    return settled


def save_gathering(actor: Actor, *, gathering: Gathering, today: date, tell: Tell = quiet) -> Settled:
    """Write what was settled: all files in one transaction, or nothing. Raises Invalid while questions are open."""
    SHEETS.require(actor, "edit")
    settled = _settled_wholly(gathering)
    pile = files_of(gathering=gathering)
    sheets = sheets_by_id(actor, ids=settled.rows)
    plans = _by_round(sheets, settled)
    writing = len(settled.of(Outcome.NEW, Outcome.CHANGED))
    for (name, _), plan in plans.items():
        require_sheets(actor, noun=sheet_noun(name))
        warm_words(sheet_noun(name).imported.words(plan), total=writing, tell=tell)
    tell(0.6, N_("Menyimpan semua berkas sekaligus …"))
    states = list(_states(sheets, pile, settled, timezone.now()))
    with recording("work.gather", actor, reason=str(gathering)[:200]) as act:
        for (name, title), plan in plans.items():
            context = ImportContext(actor, today, title, ImportOptions(), {})
            sheet_noun(name).imported.record(act, plan, context)
        act.update_all(states)
        act.update(
            gathering,
            version=gathering.version,
            state=GatheringState.SAVED.value,
            summary={"counts": counts_of(settled=settled, pile=pile), "batch": str(act.batch)},
        )
    return settled


def _by_round(sheets: Mapping[int, OfficeSheet], settled: Settled) -> dict[tuple[str, str], Plan]:
    """The plan of each round, by noun and title."""
    rows: dict[tuple[str, str], list[Any]] = {}
    for sheet_id, found in settled.rows.items():
        of = sheets[sheet_id].round
        rows.setdefault((of.noun, of.title), []).extend(row.plan for row in found)
    return {key: Plan("", tuple(found)) for key, found in rows.items()}


def counts_of(*, settled: Settled, pile: Sequence[ReturnedFile]) -> dict[str, int]:
    """The figures over a pile; no query."""
    return {
        "files": len(pile),
        "new": len(settled.of(Outcome.NEW)),
        "changed": len(settled.of(Outcome.CHANGED)),
        "unchanged": len(settled.of(Outcome.UNCHANGED)),
        "skipped": len(settled.of(Outcome.SKIPPED)),
        "kept": settled.kept,
        "conflicts": len(settled.conflicts),
        "troubled": sum(file.trouble is not None for file in pile),
        "repeated": sum(file.repeated for file in pile),
    }


def _states(
    sheets: Mapping[int, OfficeSheet], pile: Sequence[ReturnedFile], settled: Settled, at: datetime
) -> Iterator[tuple[OfficeSheet, dict[str, object]]]:
    """Each workbook that came back: what it said is what the next one is compared with."""
    for pk, sheet in sheets.items():
        own = [file for file in pile if file.sheet_id == pk and file.plan is not None and not file.repeated]
        skipped = any(row.plan.outcome is Outcome.SKIPPED for row in settled.rows[pk])
        part = skipped or any(file.gone for file in own)
        came = [{"name": file.name, "sha256": file.sha256, "at": at.isoformat()} for file in own]
        yield (
            sheet,
            {
                "state": (SheetState.PARTLY if part else SheetState.BACK).value,
                "returned": [*sheet.returned, *came],
                "returned_at": at,
                "base": keep_values(values=_heard(base_of(sheet=sheet), own)),
            },
        )


def _heard(base: Mapping[str, Values], own: Sequence[ReturnedFile]) -> dict[str, Values]:
    """What was sent, with what the office has said since."""
    found: dict[str, dict[str, Json]] = {ref: dict(values) for ref, values in base.items()}
    for file in own:
        for row in file.plan.rows if file.plan else ():
            if row.target is not None and row.values:
                found.setdefault(row.target.ref, {}).update(row.values)
    return dict(found)
