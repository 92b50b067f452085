"""Whether a cascade of goals holds together: every code once, every parent there and one level above."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rangkai.domains.goals.rules.terms import PARENT_LEVEL, GoalLevel
from rangkai.lib.errors import N_, Problem


@dataclass(frozen=True)
class GoalLine:
    """One goal of a sheet or a form; `place` names the row for a refusal ("baris 7")."""

    code: str
    level: GoalLevel
    text: str
    parent: str = ""
    place: str = ""


def cascade_problems(lines: Sequence[GoalLine]) -> tuple[Problem, ...]:
    """Everything that is wrong, in the order of the lines."""
    levels: dict[str, GoalLevel] = {}
    found: list[Problem] = []
    for line in lines:
        if not line.code.strip():
            found.append(Problem(N_("Kode belum diisi."), line.place))
        elif line.code in levels:
            found.append(Problem(N_("Kode %(code)s dipakai dua kali.", code=line.code), line.place))
        if not line.text.strip():
            found.append(Problem(N_("Uraian belum diisi."), line.place))
        levels.setdefault(line.code, line.level)
    found.extend(_parent_problems(lines, levels))
    return tuple(found)


def _parent_problems(lines: Iterable[GoalLine], levels: dict[str, GoalLevel]) -> Iterable[Problem]:
    for line in lines:
        above = PARENT_LEVEL.get(line.level)
        if above is None:
            continue
        if line.parent not in levels:
            yield Problem(
                N_("Induk %(parent)s dari %(code)s tidak ada.", parent=line.parent or "–", code=line.code),
                line.place,
            )
        elif levels[line.parent] is not above:
            yield Problem(
                N_(
                    "%(level)s %(code)s harus berinduk pada %(above)s, bukan pada %(parent)s.",
                    level=N_(line.level.label),
                    code=line.code,
                    above=N_(above.label),
                    parent=line.parent,
                ),
                line.place,
            )
