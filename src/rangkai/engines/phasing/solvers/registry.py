"""The solvers by name. A new one: a module beside this, a line here, and the conformance suite must pass."""

from rangkai.engines.phasing.solvers.base import Outcome, Solver, Task
from rangkai.engines.phasing.solvers.greedy import run as greedy
from rangkai.engines.phasing.solvers.highs import run as highs
from rangkai.lib.errors import N_, Invalid


def combined(task: Task) -> Outcome:
    """The solver of `combined`, loaded with NumPy when it is first asked: pages that only read a plan do without."""
    from rangkai.engines.phasing.solvers.combined import run  # noqa: PLC0415

    return run(task)


SOLVERS = {
    solver.name: solver
    for solver in (
        Solver("greedy", greedy, proves=False),
        Solver("highs", highs, proves=True),
        Solver("combined", combined, proves=True),
    )
}
DEFAULT = "combined"
NAMES = ("default", *SOLVERS)


def solver_named(name: str) -> Solver:
    """Raises Invalid for a name that is not in NAMES."""
    if name not in NAMES:
        raise Invalid(
            N_("Pemecah %(name)s tidak dikenal; yang ada: %(known)s.", name=name, known=", ".join(NAMES))
        )
    return SOLVERS[DEFAULT if name == "default" else name]
