"""`rangkai books build --region 35.16 --book 2 --out DIR`: a book as DOCX and PDF, from the records as they stand."""

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rangkai.cli import django_setup
from rangkai.cli.output import WRONG_USE, add_json_option, emit, refuse
from rangkai.lib.errors import N_, Invalid, Message, Refusal

if TYPE_CHECKING:
    from rangkai.domains.books.actions import Printed

UNREADY = N_("Kode daerah belum dimuat. Jalankan `rangkai demo` sekali, lalu ulangi.")


def register(subparsers: Any) -> None:
    """Add `books build`."""
    books = subparsers.add_parser("books", help="buku rencana induk").add_subparsers(
        dest="verb", required=True
    )
    build = books.add_parser("build", help="cetak satu buku sebagai DOCX dan PDF")
    build.add_argument("--region", required=True, metavar="KODE", help="kode daerah, misalnya 35.16")
    build.add_argument("--book", required=True, choices=["1", "2", "3"], help="nomor buku")
    build.add_argument("--out", required=True, metavar="FOLDER", help="folder tujuan; dibuat bila belum ada")
    build.add_argument(
        "--edition", action="store_true", help="simpan sebagai edisi baru; tanpa ini dicetak sebagai konsep"
    )
    add_json_option(build)
    build.set_defaults(handler=run)


def run(args: argparse.Namespace) -> int:
    """Exit status 1 when the book can't be printed yet; then no file was written."""
    folder = Path(args.out)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        print(f"Folder {args.out} tidak dapat dipakai: {error.strerror}.", file=sys.stderr)
        return WRONG_USE
    django_setup.set_up()
    started = time.perf_counter()
    try:
        printed = _printed(args)
    except Refusal as refusal:
        if args.json is not None:
            emit(_refused(refusal), args, ())
        return refuse(refusal)
    paths = _written(folder, args.book, printed)
    payload = {
        "files": [str(path) for path in paths],
        "pages": printed.pages,
        "seconds": round(time.perf_counter() - started, 3),
        "edition": printed.content.number,
        "fingerprint": printed.fingerprint,
    }
    return emit(payload, args, _lines(payload))


def _printed(args: argparse.Namespace) -> "Printed":
    from django.db import DatabaseError
    from django.utils import timezone

    from rangkai.domains.books.actions import content_of, print_content, record_edition
    from rangkai.domains.books.queries import next_number
    from rangkai.domains.books.rules.terms import BookNumber
    from rangkai.domains.masterplans.queries import current_plan
    from rangkai.domains.regions.queries import region_by_code
    from rangkai.kit.policies import Actor

    try:
        region = region_by_code(args.region)
    except DatabaseError as error:
        raise Invalid(UNREADY) from error
    plan = current_plan(region_id=region.id)
    if plan is None:
        raise Invalid(N_("%(name)s belum mempunyai rencana induk yang berlaku.", name=region.name))
    book = BookNumber(args.book)
    number = next_number(plan=plan, book=book) if args.edition else None
    content = content_of(plan=plan, book=book, at=timezone.now(), number=number)
    printed = print_content(content=content, tell=_bar if sys.stderr.isatty() else _quiet)
    if args.edition:
        record_edition(Actor.system(region.id), plan=plan, printed=printed)
    return printed


def _written(folder: Path, book: str, printed: "Printed") -> list[Path]:
    paths = []
    for suffix, content in ((".docx", printed.docx), (".pdf", printed.pdf)):
        path = folder / f"buku-{book}{suffix}"
        path.write_bytes(content)
        paths.append(path)
    return paths


def _bar(share: float, doing: Message) -> None:
    """One line that is written over, on a terminal alone."""
    filled = "█" * round(20 * share)
    sys.stderr.write(f"\r\033[K{filled:<20} {doing}")
    sys.stderr.flush()


def _quiet(share: float, doing: Message) -> None:
    """Nothing where nobody watches."""


def _lines(payload: dict[str, Any]) -> list[str]:
    if sys.stderr.isatty():
        sys.stderr.write("\r\033[K")
    edition = "konsep" if payload["edition"] is None else f"edisi {payload['edition']}"
    return [*payload["files"], f"{payload['pages']} halaman, {edition}, {payload['seconds']:.1f} s"]


def _refused(refusal: Refusal) -> dict[str, object]:
    return {
        "message": str(refusal.message),
        "problems": [
            {"field": problem.field, "message": str(problem.message), "suggestion": problem.suggestion}
            for problem in refusal.problems
        ],
    }
