"""Whether a problem is in order: every name known, every list as long as the years, no circle of predecessors.

What is in order may still be impossible; that is for the solver and `clash` to say.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from rangkai.engines.phasing.problem import Goal, Problem, Programme
from rangkai.lib.errors import N_, Invalid, Message
from rangkai.lib.errors import Problem as Wrong

GOALS = ("keep_previous",)


def problems_of(problem: Problem) -> tuple[Wrong, ...]:
    """Everything that is wrong with it, in the order of the format."""
    return tuple(
        Wrong(message, field)
        for field, message in (
            *_years(problem),
            *_yearly(problem.funds, problem.horizon, "funds"),
            *_yearly(problem.capacity, problem.horizon, "capacity"),
            *_discount(problem),
            *_doubles(problem),
            *(found for programme in problem.programmes for found in _programme(problem, programme)),
            *_cycles(problem),
            *_pins(problem),
            *(found for place, goal in enumerate(problem.goals) for found in _goal(place, goal)),
        )
    )


def validate(problem: Problem) -> None:
    """Raise Invalid with every Problem found. Solvers may rely on a validated problem."""
    found = problems_of(problem)
    if found:
        raise Invalid(refusal(len(found)), found)


def refusal(count: int) -> Message:
    return N_(
        "Masalah pentahapan ditolak: %(count)s hal perlu dibetulkan. Tidak ada yang dihitung.", count=count
    )


type Found = Iterator[tuple[str, Message]]


def _years(problem: Problem) -> Found:
    if not problem.years:
        yield "years", N_("Tahun rencana kosong; isi paling sedikit satu tahun.")
    elif problem.years != tuple(range(problem.years[0], problem.years[0] + problem.horizon)):
        yield "years", N_("Tahun rencana harus berurutan tanpa celah, misalnya 2027, 2028, 2029.")
    ends = [phase.until for phase in problem.phases]
    if ends != sorted(set(ends)):
        yield "phases", N_("Akhir setiap jangka (until) harus makin besar dari jangka sebelumnya.")


def _yearly(table: Mapping[str, Sequence[int]], horizon: int, what: str) -> Found:
    for name, amounts in table.items():
        if len(amounts) != horizon:
            yield (
                f"{what}.{name}",
                N_(
                    "%(what)s %(name)s berisi %(found)s angka, padahal rencana memuat %(years)s tahun.",
                    what={"funds": "Pagu dana", "capacity": "Kapasitas"}[what],
                    name=name,
                    found=len(amounts),
                    years=horizon,
                ),
            )
        for place, amount in enumerate(amounts):
            if amount < 0:
                yield f"{what}.{name}[{place}]", N_("Angka %(amount)s negatif.", amount=amount)


def _discount(problem: Problem) -> Found:
    if not 0 <= problem.discount < 1:
        yield (
            "discount",
            N_(
                "Potongan nilai per tahun (discount) harus dari 0 sampai kurang dari 1, bukan %(value)s.",
                value=problem.discount,
            ),
        )


def _doubles(problem: Problem) -> Found:
    for name, count in Counter(programme.id for programme in problem.programmes).items():
        if count > 1:
            yield (
                f"programmes.{name}.id",
                N_(
                    "Kode program %(id)s dipakai %(count)s kali; setiap program punya kode sendiri.",
                    id=name,
                    count=count,
                ),
            )


def _programme(problem: Problem, programme: Programme) -> Found:
    where = f"programmes.{programme.id}"
    if programme.owner not in problem.capacity:
        yield (
            f"{where}.owner",
            N_(
                "Program %(id)s: perangkat daerah %(owner)s tidak ada dalam daftar kapasitas.",
                id=programme.id,
                owner=programme.owner,
            ),
        )
    if not 0 <= programme.value < float("inf"):
        yield f"{where}.value", N_("Program %(id)s: nilai harus angka nol atau lebih.", id=programme.id)
    yield from _costs(problem, programme, where)
    yield from _links(problem, programme, where, "after", programme.after)
    yield from _links(problem, programme, where, "excludes", programme.excludes)


def _costs(problem: Problem, programme: Programme, where: str) -> Found:
    for fund, amounts in programme.costs.items():
        if fund not in problem.funds:
            yield (
                f"{where}.costs.{fund}",
                N_(
                    "Program %(id)s: sumber dana %(fund)s tidak ada dalam daftar pagu.",
                    id=programme.id,
                    fund=fund,
                ),
            )
        for place, amount in enumerate(amounts):
            if amount < 0:
                yield (
                    f"{where}.costs.{fund}[{place}]",
                    N_(
                        "Program %(id)s: biaya %(fund)s tahun ke-%(place)s negatif.",
                        id=programme.id,
                        fund=fund,
                        place=place + 1,
                    ),
                )


def _links(problem: Problem, programme: Programme, where: str, what: str, others: Iterable[str]) -> Found:
    named = {"after": "pendahulu", "excludes": "pengecualian"}[what]
    for other in others:
        if other == programme.id:
            yield (
                f"{where}.{what}",
                N_("Program %(id)s: %(named)s menunjuk dirinya sendiri.", id=programme.id, named=named),
            )
        elif other not in problem.by_id:
            yield (
                f"{where}.{what}",
                N_(
                    "Program %(id)s: %(named)s %(other)s tidak dikenal.",
                    id=programme.id,
                    named=named,
                    other=other,
                ),
            )


def _cycles(problem: Problem) -> Found:
    known = problem.by_id
    graph = {
        name: tuple(other for other in programme.after if other in known and other != name)
        for name, programme in known.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as circle:
        names = " → ".join(circle.args[1])
        yield (
            f"programmes.{circle.args[1][0]}.after",
            N_("Pendahulu melingkar: %(names)s. Lepaskan salah satu hubungan.", names=names),
        )


def _pins(problem: Problem) -> Found:
    for name in problem.pins:
        if name not in problem.by_id:
            yield f"pins.{name}", N_("Kuncian menunjuk program %(id)s yang tidak dikenal.", id=name)


def _goal(place: int, goal: Goal) -> Found:
    if goal.kind not in GOALS:
        yield (
            f"goals[{place}].kind",
            N_(
                "Sasaran lunak %(kind)s belum didukung; yang ada: %(known)s.",
                kind=goal.kind,
                known=", ".join(GOALS),
            ),
        )
    if not 0 <= goal.weight < float("inf"):
        yield (
            f"goals[{place}].weight",
            N_("Bobot sasaran lunak %(kind)s harus angka nol atau lebih.", kind=goal.kind),
        )
