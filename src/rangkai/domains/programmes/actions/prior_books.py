"""A book of the old plan comes in: kept, read in the background, looked over, saved all or none."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from django.utils import timezone

from rangkai.domains.programmes.models import PriorBook, PriorProgramme
from rangkai.domains.programmes.policies import PRIOR
from rangkai.domains.programmes.queries.prior import (
    draft_of,
    known_names,
    office_book,
    prior_books,
)
from rangkai.domains.programmes.rules.prior.lines import (
    OldLine,
    Read,
    changed,
    dump_all,
    line_of,
    line_problems,
    read_to_json,
)
from rangkai.domains.programmes.rules.prior.matching import KnownLine, Outcome, match
from rangkai.domains.programmes.rules.terms import PriorDecision
from rangkai.engines.dossier import find_programmes, read_document, require_docx
from rangkai.gateways import files
from rangkai.kit import jobs
from rangkai.kit.actions import Recorder, recording
from rangkai.kit.models import Job
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Invalid, Problem
from rangkai.lib.text import squeeze

FOLDER = "rencana-lama"
LONGEST_FILENAME = 200
YEARS = range(2000, 2101)
WRITTEN = ("name", "details", "dimension_id", "office_id", "office_text", "first_year", "last_year", "cost")
WRITTEN_TOO = ("fund", "output", "quick_win", "page", "heading")


@dataclass(frozen=True)
class BookUpload:
    """A file as it came. `book_id` is the book that it corrects; None for a new one of that title and period."""

    filename: str
    content: bytes
    title: str = ""
    first_year: int = 0
    last_year: int = 0
    book_id: int | None = None


@dataclass(frozen=True)
class Started:
    """Either the job that reads the file, or the book that came from the very same file."""

    job: Job | None = None
    same: PriorBook | None = None


def upload_book(actor: Actor, *, upload: BookUpload) -> Started:
    """Keep the file and read it in the background; the same file again starts nothing. Raises Invalid for a bad one."""
    PRIOR.require(actor, "create")
    require_docx(upload.content, upload.filename)
    digest = files.fingerprint(upload.content)
    same = prior_books(region_id=actor.region_id).filter(sha256=digest, draft="").first()
    if same is not None:
        return Started(same=same)
    if upload.book_id is None:
        _check_new(actor, upload)
    name = files.keep(upload.content, folder=FOLDER, suffix=".docx")
    args = {
        "filename": PurePath(upload.filename).name[-LONGEST_FILENAME:],
        "file": name,
        "sha256": digest,
        "title": squeeze(upload.title),
        "first_year": upload.first_year,
        "last_year": upload.last_year,
        "book_id": upload.book_id,
    }
    with recording("programmes.read_prior", actor):
        return Started(job=jobs.start("programmes.prior.read", actor, **args))


def _check_new(actor: Actor, upload: BookUpload) -> None:
    problems = []
    title = squeeze(upload.title)
    if not title:
        problems.append(Problem(N_("Nama buku belum diisi."), field="title"))
    if prior_books(region_id=actor.region_id).filter(title=title).exists():
        message = N_(
            "Buku “%(title)s” sudah ada. Buka buku itu untuk mengunggah berkas perbaikannya.", title=title
        )
        problems.append(Problem(message, field="title"))
    if not (upload.first_year in YEARS and upload.last_year in YEARS):
        problems.append(Problem(N_("Tahun harus antara 2000 dan 2100."), field="first_year"))
    elif upload.first_year > upload.last_year:
        problems.append(Problem(N_("Tahun terakhir mendahului tahun pertama."), field="last_year"))
    if problems:
        raise Invalid(N_("Buku belum dapat dibaca. Perbaiki isian yang ditandai."), problems)


def read_book(actor: Actor, *, given: Mapping[str, Any]) -> PriorBook:
    """What the job does: find the programmes, and keep what was found beside the book until someone saves it.

    Raises Invalid, leaving nothing, where the file holds no list of programmes.
    """
    PRIOR.require(actor, "create")
    document = read_document(files.fetch(given["file"]), given["filename"])
    dossier = find_programmes(document, known_names())
    offices = office_book(region_id=actor.region_id)
    read = Read(
        lines=tuple(line_of(found, offices) for found in dossier.programmes),
        basis=document.basis.value,
        pages=document.pages,
        notes=document.notes,
        tables=tuple((t.title, t.page, t.programmes, t.reason) for t in dossier.tables),
    )
    draft = {
        "draft": _kept(read),
        "draft_filename": given["filename"],
        "draft_file": given["file"],
        "draft_sha256": given["sha256"],
    }
    with recording("programmes.read_prior", actor) as act:
        rows = prior_books(region_id=actor.region_id)
        known = rows.filter(pk=given["book_id"]) if given["book_id"] else rows.filter(title=given["title"])
        book = known.select_for_update().first()
        if book is not None:
            return act.update(book, version=book.version, **draft)
        years = {name: given[name] for name in ("title", "first_year", "last_year")}
        return act.create(PriorBook(region_id=actor.region_id, **years, **draft))


def _kept(read: Read) -> str:
    text = json.dumps(read_to_json(read), ensure_ascii=False, separators=(",", ":"))
    return files.keep(text.encode(), folder=FOLDER, suffix=".json")


def edit_found_line(
    actor: Actor, *, book: PriorBook, version: int, place: int, values: Mapping[str, object]
) -> PriorBook:
    """Mend one line of what was found, or leave it out; nothing is saved to the worklist yet."""
    PRIOR.require(actor, "edit", book)
    read = draft_of(book)
    if not 0 <= place < len(read.lines):
        raise Invalid(N_("Baris ini tidak ada lagi. Muat ulang halaman hasil baca."))
    lines = list(read.lines)
    lines[place] = changed(lines[place], values)
    with recording("programmes.edit_prior", actor) as act:
        return act.update(book, version=version, draft=_kept(replace(read, lines=tuple(lines))))


def drop_draft(actor: Actor, *, book: PriorBook, version: int) -> PriorBook:
    """Throw away what was read; a book that was never saved goes with it."""
    PRIOR.require(actor, "edit", book)
    values: dict[str, object] = dict.fromkeys(("draft", "draft_filename", "draft_file", "draft_sha256"), "")
    if not book.sha256:
        values["deleted_at"] = timezone.now()
    with recording("programmes.drop_prior", actor) as act:
        return act.update(book, version=version, **values)


@dataclass(frozen=True)
class SavedBook:
    """How many lines are new, renewed, left as decided, and gone from the file."""

    new: int
    renewed: int
    kept: int
    gone: int


def save_book(actor: Actor, *, book: PriorBook, version: int) -> SavedBook:
    """Write what was found, all or none. Lines that are decided stay as they are, whatever the corrected file says."""
    PRIOR.require(actor, "edit", book)
    read = draft_of(book)
    _check_lines(read)
    with recording("programmes.save_prior", actor) as act:
        rows = PriorProgramme.objects.live().filter(region_id=actor.region_id, book=book)
        known = {row.pk: row for row in rows.select_for_update().order_by("order", "id")}
        lines = [KnownLine(pk, row.name, row.decision != PriorDecision.OPEN) for pk, row in known.items()]
        outcome = match(read.lines, lines)
        renewed = _write(act, book=book, read=read, known=known, outcome=outcome)
        act.update(
            book,
            version=version,
            filename=book.draft_filename,
            file=book.draft_file,
            sha256=book.draft_sha256,
            **dict.fromkeys(("draft", "draft_filename", "draft_file", "draft_sha256"), ""),
        )
    return SavedBook(len(outcome.new), renewed, len(outcome.kept), len(outcome.gone))


def _check_lines(read: Read) -> None:
    taken = [(place, line) for place, line in enumerate(read.lines, 1) if line.is_taken]
    if not taken:
        raise Invalid(N_("Semua baris dilewati. Ambil sekurang-kurangnya satu, atau buang hasil baca ini."))
    for place, line in taken:
        for problem in line_problems(line):
            raise Invalid(
                N_(
                    "Baris %(place)s: %(problem)s Belum ada yang disimpan.",
                    place=place,
                    problem=problem.message,
                )
            )


def _write(
    act: Recorder,
    *,
    book: PriorBook,
    read: Read,
    known: Mapping[int, PriorProgramme],
    outcome: Outcome,
) -> int:
    now = timezone.now()
    act.create_all(
        [
            PriorProgramme(region_id=book.region_id, book=book, **_columns(place, read.lines[place]))
            for place in outcome.new
        ]
    )
    renewed = act.update_all(
        [(known[pk], _columns(place, read.lines[place])) for place, pk in outcome.renewed.items()]
    )
    act.update_all([(known[pk], {"deleted_at": now}) for pk in outcome.gone])
    return renewed


def _columns(place: int, line: OldLine) -> dict[str, Any]:
    return {
        **{name: getattr(line, name) for name in (*WRITTEN, *WRITTEN_TOO)},
        "order": place + 1,
        "original": [list(pair) for pair in line.original],
        "remarks": dump_all(line.remarks),
    }
