"""`rangkai needs import FILE --region 35.16`: shows what a sheet would change; writes only with --commit."""

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rangkai.cli import django_setup
from rangkai.cli.output import REFUSED, WRONG_USE, add_json_option, emit, refuse, table_lines
from rangkai.lib.errors import N_, Invalid, Message, Refusal

if TYPE_CHECKING:
    from rangkai.domains.work.actions.imports.direct import Answer, Direct
    from rangkai.kit.policies import Actor

SHOWN_PROBLEMS = 40
UNREADY = N_("Kode daerah belum dimuat. Jalankan `rangkai demo` sekali, lalu ulangi.")


def register(commands: Any) -> None:
    """Add `needs import`."""
    command = commands.add_parser("import", help="impor kebutuhan dari lembar kerja")
    command.add_argument("file", metavar="BERKAS", help="xlsx, xls, ods, atau csv")
    command.add_argument("--region", required=True, metavar="KODE", help="kode daerah, misalnya 35.16")
    command.add_argument("--sheet", default="", metavar="LEMBAR", help="nama lembar, bila ada beberapa")
    command.add_argument(
        "--source", default="", metavar="NAMA", help="nama sumber berkas, misalnya e-RKPD 2027"
    )
    command.add_argument("--office", default="", metavar="KODE", help="perangkat daerah bila tidak tertulis")
    command.add_argument(
        "--create-offices",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="buat perangkat daerah yang belum dikenal (baku: hanya bila daerah belum punya satu pun)",
    )
    command.add_argument(
        "--alike", choices=["new", "same"], help="baris yang hanya mirip: baru, atau perubahan"
    )
    command.add_argument("--skip-problems", action="store_true", help="lewati baris bermasalah")
    command.add_argument("--as", dest="username", default="", metavar="AKUN", help="atas nama akun ini")
    command.add_argument("--commit", action="store_true", help="simpan; tanpa ini tidak ada yang ditulis")
    add_json_option(command)
    command.set_defaults(handler=run)


def run(args: argparse.Namespace) -> int:
    """Exit status 1 when rows are bad or undecided; then nothing was written."""
    try:
        content = Path(args.file).read_bytes()
    except OSError as error:
        print(f"Berkas {args.file} tidak dapat dibaca: {error.strerror}.", file=sys.stderr)
        return WRONG_USE
    django_setup.set_up()
    try:
        answer = _answer(args, content)
    except Refusal as refusal:
        if args.json is not None:
            emit(_refused(refusal), args, ())
        return refuse(refusal)
    status = emit(_payload(answer), args, _lines(answer, commit=args.commit))
    return status or (REFUSED if answer.plan.open_questions() else status)


def _answer(args: argparse.Namespace, content: bytes) -> "Answer":
    from rangkai.domains.work.actions.imports.direct import import_directly, preview_directly

    actor, today = _actor(args)
    wanted = _wanted(args, content)
    if args.commit:
        return import_directly(
            actor, wanted=wanted, today=today, tell=_bar if sys.stderr.isatty() else _quiet
        )
    return preview_directly(actor, wanted=wanted, today=today)


def _actor(args: argparse.Namespace) -> "tuple[Actor, date]":
    """The product itself, unless an account is named; raises Invalid before the codes are loaded."""
    from django.db import DatabaseError

    from rangkai.domains.organisations.here import local_now
    from rangkai.domains.organisations.queries import actor_for
    from rangkai.domains.regions.queries import region_by_code, regions_are_loaded
    from rangkai.kit.policies import Actor

    try:
        if not regions_are_loaded():
            raise Invalid(UNREADY)
    except DatabaseError:
        raise Invalid(UNREADY) from None
    region = region_by_code(args.region)
    today = local_now(region.timezone).date()
    if args.username:
        return actor_for(username=args.username, region_id=region.id, today=today), today
    return Actor.system(region.id), today


def _wanted(args: argparse.Namespace, content: bytes) -> "Direct":
    from rangkai.domains.needs.rules.importing.cells import OFFICE
    from rangkai.domains.work.actions.imports.direct import Direct
    from rangkai.domains.work.actions.imports.upload import Upload
    from rangkai.domains.work.rules.options import ImportOptions
    from rangkai.domains.work.rules.terms import RowChoice

    options = ImportOptions(
        alike=RowChoice(args.alike) if args.alike else None,
        skip_problems=args.skip_problems,
        defaults={OFFICE: args.office} if args.office else {},
    )
    create = None if args.create_offices is None else frozenset({OFFICE} if args.create_offices else ())
    upload = Upload(Path(args.file).name, content, source=args.source, sheet=args.sheet)
    return Direct("needs", upload, options, create)


def _payload(answer: "Answer") -> dict[str, object]:
    from rangkai.domains.work.rules.terms import Outcome

    plan = answer.plan
    counts = plan.counts
    return {
        "rows": len(plan.rows),
        "new": counts[Outcome.NEW],
        "changed": counts[Outcome.CHANGED],
        "unchanged": counts[Outcome.UNCHANGED],
        "alike": counts[Outcome.ALIKE],
        "skipped": counts[Outcome.SKIPPED],
        "problems": [*_problems(answer), *_undecided(answer)],
        "changes": _changes(answer),
        "new_offices": [new.name for new in plan.new_names],
        "sheet": plan.sheet,
        "range": answer.table.range,
        "notes": [str(note) for note in plan.notes],
        "committed": answer.committed,
    }


def _problems(answer: "Answer") -> Iterator[dict[str, object]]:
    for problem in answer.plan.problems:
        yield {
            "sheet": answer.plan.sheet,
            "cell": problem.cell,
            "row": problem.row,
            "column": problem.column,
            "value": problem.value,
            "message": str(problem.message),
            "suggestion": problem.suggestions[0] if problem.suggestions else "",
            "blocks": problem.blocks,
        }


def _undecided(answer: "Answer") -> Iterator[dict[str, object]]:
    """Rows that are only alike: a person says whether they are new or a change."""
    from rangkai.domains.work.rules.terms import Outcome

    for row in answer.plan.of(Outcome.ALIKE):
        best = row.candidates[0]
        message = N_("Mirip %(ref)s (%(label)s): baru, atau perubahannya?", ref=best.ref, label=best.label)
        yield {
            "sheet": answer.plan.sheet,
            "cell": row.cell,
            "row": row.row,
            "column": "",
            "value": row.label,
            "message": str(message),
            "suggestion": best.ref,
            "blocks": True,
        }


def _changes(answer: "Answer") -> list[dict[str, object]]:
    from rangkai.domains.work.rules.terms import Outcome

    return [
        {
            "row": row.row,
            "ref": row.target.ref,
            "field": change.field,
            "before": change.before,
            "after": change.after,
        }
        for row in answer.plan.of(Outcome.CHANGED)
        if row.target is not None
        for change in row.target.changes
    ]


def _refused(refusal: Refusal) -> dict[str, object]:
    """The file itself is refused: no row was read."""
    problems = [
        {"field": problem.field, "message": str(problem.message), "suggestion": problem.suggestion}
        for problem in refusal.problems
    ] or [{"field": "", "message": str(refusal.message), "suggestion": ""}]
    counts = dict.fromkeys(("rows", "new", "changed", "unchanged"), 0)
    return {**counts, "message": str(refusal.message), "problems": problems, "committed": False}


def _lines(answer: "Answer", *, commit: bool) -> Iterator[str]:
    payload: dict[str, Any] = _payload(answer)
    yield f"{answer.plan.sheet} {answer.table.range}: {payload['rows']} baris"
    for note in payload["notes"]:
        yield f"  {note}"
    yield (
        f"baru {payload['new']}, berubah {payload['changed']}, tetap {payload['unchanged']}, "
        f"perubahan? {payload['alike']}, dilewati {payload['skipped']}, masalah {len(payload['problems'])}"
    )
    if payload["new_offices"]:
        yield f"perangkat daerah baru: {', '.join(payload['new_offices'])}"
    shown = payload["problems"][:SHOWN_PROBLEMS]
    if shown:
        yield ""
        yield from table_lines(
            ("sel", "isi", "masalah", "mungkin"),
            [(p["cell"] or p["row"], p["value"][:40], p["message"], p["suggestion"]) for p in shown],
        )
        if len(payload["problems"]) > len(shown):
            yield f"… dan {len(payload['problems']) - len(shown)} lagi; lihat semuanya dengan --json"
    yield ""
    yield _verdict(answer, commit=commit)


def _verdict(answer: "Answer", *, commit: bool) -> str:
    if answer.committed:
        return "Tersimpan."
    if answer.plan.open_questions():
        return "Belum ada yang ditulis: perbaiki baris bermasalah, atau pakai --alike dan --skip-problems."
    return (
        "Belum ada yang ditulis. Tambahkan --commit untuk menyimpan."
        if not commit
        else "Belum ada yang ditulis."
    )


def _bar(share: float, doing: Message) -> None:
    """One line that is written over, on a terminal alone."""
    filled = "█" * round(20 * share)
    sys.stderr.write(f"\r{filled:<20} {share:4.0%} {doing!s:<50}")
    sys.stderr.write("\n" if share >= 1 else "")
    sys.stderr.flush()


def _quiet(share: float, doing: Message) -> None:
    """Nobody watches."""
