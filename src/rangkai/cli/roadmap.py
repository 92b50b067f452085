"""`rangkai roadmap solve PROBLEM.json --seconds S`: the phasing engine alone, no database."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rangkai.cli.output import REFUSED, add_json_option, emit, refuse, table_lines
from rangkai.engines.phasing import Problem, Solution, Status, parse, solve, to_payload
from rangkai.lib.errors import N_, Invalid, Refusal


def register(subparsers: Any) -> None:
    """Add `roadmap solve`."""
    roadmap = subparsers.add_parser("roadmap", help="peta jalan").add_subparsers(dest="verb", required=True)
    command = roadmap.add_parser("solve", help="susun rencana terbaik dari berkas masalah pentahapan")
    command.add_argument("problem", metavar="PROBLEM.json", help="berkas masalah; - untuk masukan baku")
    command.add_argument("--seconds", type=_seconds, required=True, help="lama menghitung")
    command.add_argument(
        "--work", type=_count, default=None, help="ulangi persis sebuah hitungan, dari `work` jawabannya"
    )
    command.add_argument("--seed", type=int, default=0, help="benih acak")
    command.add_argument("--solver", default="default", help="pemecah: default (combined), greedy, highs")
    add_json_option(command)
    command.set_defaults(handler=run)


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 < seconds < float("inf"):
        raise argparse.ArgumentTypeError("harus lebih dari 0")
    return seconds


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise argparse.ArgumentTypeError("harus 1 atau lebih")
    return count


def run(args: argparse.Namespace) -> int:
    """Exit status 1 for a refused or an impossible problem; the JSON then holds `problems` or `clash`."""
    try:
        problem = parse(_read(args.problem))
        solution = solve(
            problem,
            seconds=args.seconds,
            solver=args.solver,
            work=args.work,
            seed=args.seed,
            progress=_bar if sys.stderr.isatty() else None,
        )
    except Refusal as refusal:
        if args.json is not None:
            emit(_refused(refusal), args, ())
        return refuse(refusal)
    status = emit(to_payload(solution), args, _lines(problem, solution))
    return status or (REFUSED if solution.status is Status.INFEASIBLE else status)


def _read(name: str) -> Any:
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8-sig")
        return json.loads(text)
    except OSError as error:
        raise Invalid(
            N_("Berkas %(name)s tidak dapat dibaca: %(reason)s.", name=name, reason=error.strerror)
        ) from error
    except UnicodeDecodeError as error:
        raise Invalid(N_("Berkas %(name)s bukan teks UTF-8.", name=name)) from error
    except json.JSONDecodeError as error:
        raise Invalid(
            N_(
                "Berkas %(name)s bukan JSON yang benar: baris %(line)s, kolom %(column)s.",
                name=name,
                line=error.lineno,
                column=error.colno,
            )
        ) from error


def _refused(refusal: Refusal) -> dict[str, object]:
    return {
        "message": str(refusal.message),
        "problems": [
            {"field": problem.field, "message": str(problem.message), "suggestion": problem.suggestion}
            for problem in refusal.problems
        ],
    }


def _bar(value: float | None, bound: float | None, gap: float | None, share: float) -> None:
    """One line that is written over, on a terminal alone."""
    filled = "█" * round(20 * share)
    shown = "" if value is None else f" nilai {value:,.1f}"
    proven = "" if gap is None else f" selisih ≤ {100 * gap:.2f} %"
    sys.stderr.write(f"\r{filled:<20}{shown}{proven} ")
    sys.stderr.flush()


STATUS = {
    Status.OPTIMAL: "Terbaik, terbukti.",
    Status.FEASIBLE: "Rencana baik; belum terbukti terbaik.",
    Status.INFEASIBLE: "Tidak mungkin: syarat-syarat ini tidak dapat dipenuhi bersama.",
    Status.CANCELLED: "Dihentikan.",
}


def _lines(problem: Problem, solution: Solution) -> Iterator[str]:
    if sys.stderr.isatty():
        sys.stderr.write("\r\033[K")
    yield STATUS[solution.status]
    yield from map(str, solution.notes)
    if solution.clash is not None:
        yield from (f"- {constraint}" for constraint in solution.clash.constraints)
        yield "Jalan keluar:"
        yield from (f"- {mend.message}" for mend in solution.clash.mend)
        return
    if solution.objective is not None:
        gap = "" if solution.gap is None else f", selisih paling besar {100 * solution.gap:.2f} %"
        yield f"Nilai {solution.objective:,.1f}{gap}; {solution.seconds:.1f} s; work {solution.work}"
    placed = sorted(
        (programme for programme in problem.programmes if solution.start[programme.id] is not None),
        key=lambda programme: (solution.start[programme.id], programme.id),
    )
    yield from table_lines(
        ("Mulai", "Program", "PD", "Alasan"),
        [
            (solution.start[programme.id], programme.id, programme.owner, solution.why.get(programme.id, ""))
            for programme in placed
        ]
        + [
            ("-", programme.id, programme.owner, solution.why.get(programme.id, ""))
            for programme in problem.programmes
            if solution.start[programme.id] is None
        ],
    )
