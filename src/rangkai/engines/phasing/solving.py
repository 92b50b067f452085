"""One door to every solver: validate, presolve, solve, polish, check in whole rupiah, explain."""

from collections.abc import Callable
from typing import Any

from rangkai.engines.phasing.check import violations
from rangkai.engines.phasing.clash import clash_of
from rangkai.engines.phasing.explain import why
from rangkai.engines.phasing.ledger import Ledger
from rangkai.engines.phasing.objective import Objective
from rangkai.engines.phasing.polish import polish
from rangkai.engines.phasing.problem import Problem
from rangkai.engines.phasing.solution import Clash, Solution, Status
from rangkai.engines.phasing.solvers.base import Outcome, Task
from rangkai.engines.phasing.solvers.registry import solver_named
from rangkai.engines.phasing.validation import validate
from rangkai.engines.phasing.watch import Progress, Watch
from rangkai.engines.phasing.windows import windows_of
from rangkai.lib.errors import N_, Message, Unavailable


def solve(  # noqa: PLR0913
    problem: Problem,
    *,
    seconds: float,
    solver: str = "default",
    work: int | None = None,
    seed: int = 0,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Solution:
    """The best plan found in `seconds`, with a bound and reasons.

    `work` (a Solution's own) replays that run to the same answer and lets the clock be. `progress(value, bound, gap,
    share)` is told a few times a second; `cancelled` is asked at each step and ends the run with the best plan so far.
    Raises Invalid for a problem out of order, Unavailable where time ended before any plan was found.
    """
    validate(problem)
    chosen = solver_named(solver)
    watch = Watch(seconds, work=work, progress=progress, cancelled=cancelled)
    task = Task(problem, windows_of(problem), Objective(problem), watch, seed)
    outcome = chosen.run(task)
    if outcome.status is Status.INFEASIBLE:
        return _answer(task, outcome, chosen.name, clash_of(problem, watch))
    if outcome.start is None and outcome.status is not Status.CANCELLED:
        raise Unavailable(
            N_(
                "Belum ditemukan rencana yang memenuhi semua syarat dalam %(seconds)s detik. "
                "Tidak ada yang berubah; beri waktu lebih lama atau longgarkan syaratnya.",
                seconds=seconds,
            )
        )
    return _answer(task, outcome, chosen.name, None)


def _answer(task: Task, outcome: Outcome, solver: str, clash: Clash | None) -> Solution:
    problem, objective = task.problem, task.objective
    start: dict[str, int | None] = {programme.id: None for programme in problem.programmes}
    reasons: dict[str, Message] = {}
    value = worth = None
    if outcome.start is not None:
        ledger = Ledger(problem, task.windows, outcome.start)
        polish(ledger, objective)
        start = ledger.start
        faults = violations(problem, start)
        if faults:
            raise AssertionError(str(faults[0]))
        reasons = why(problem, task.windows, start)
        value, worth = objective.of(start), objective.value(start)
    bound = outcome.bound
    if value is not None and bound is not None:
        bound = max(bound, value)
    return Solution(
        status=outcome.status,
        objective=value,
        value=worth,
        bound=bound,
        seconds=task.watch.elapsed(),
        solver=solver,
        start=start,
        why=reasons,
        work=task.watch.done,
        seed=task.seed,
        clash=clash,
        notes=problem.notes,
    )


def to_payload(solution: Solution) -> dict[str, Any]:
    """The answer as the format writes it; every sentence as text."""
    payload: dict[str, Any] = {
        "status": solution.status.value,
        "objective": solution.objective,
        "bound": solution.bound,
        "gap": solution.gap,
        "seconds": round(solution.seconds, 3),
        "solver": solution.solver,
        "start": dict(solution.start),
        "why": {name: str(reason) for name, reason in solution.why.items()},
        "value": solution.value,
        "work": solution.work,
        "seed": solution.seed,
        "notes": [str(note) for note in solution.notes],
    }
    if solution.clash is not None:
        payload["clash"] = {
            "constraints": [str(constraint) for constraint in solution.clash.constraints],
            "irreducible": solution.clash.irreducible,
            "mend": [
                {
                    "kind": mend.kind,
                    "changes": [
                        {"subject": change.subject, "year": change.year, "amount": change.amount}
                        for change in mend.changes
                    ],
                    "message": str(mend.message),
                    "least": mend.least,
                }
                for mend in solution.clash.mend
            ],
        }
    return payload
