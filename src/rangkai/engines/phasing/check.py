"""The independent checker: reads a plan against every constraint in whole rupiah, sharing nothing with the solvers.

It runs after every solve; a plan that it faults is never shown.
"""

from collections import Counter
from collections.abc import Iterator

from rangkai.engines.phasing.problem import Coverage, Problem, Programme, Start
from rangkai.lib.errors import N_, Message


def violations(problem: Problem, start: Start) -> tuple[Message, ...]:
    """What the plan breaks, in words; empty where it keeps everything."""
    return tuple(
        fault
        for look in (_known, _windows, _funds, _offices, _musts, _pins, _after, _excludes, _coverage)
        for fault in look(problem, start)
    )


def _known(problem: Problem, start: Start) -> Iterator[Message]:
    for name in start:
        if name not in problem.by_id:
            yield N_("Program %(id)s tidak ada dalam masalah.", id=name)
    for programme in problem.programmes:
        if programme.id not in start:
            yield N_("Program %(id)s tidak dijawab.", id=programme.id)


def _windows(problem: Problem, start: Start) -> Iterator[Message]:
    first, last = problem.years[0], problem.years[-1]
    for programme in problem.programmes:
        year = start.get(programme.id)
        if year is None:
            continue
        low = first if programme.earliest is None else max(first, programme.earliest)
        high = last if programme.latest is None else min(last, programme.latest)
        if not low <= year <= high or year + programme.duration - 1 > last:
            yield N_("Program %(id)s mulai %(year)s, di luar jendelanya.", id=programme.id, year=year)


def _funds(problem: Problem, start: Start) -> Iterator[Message]:
    spent: Counter[tuple[str, int]] = Counter()
    for programme in problem.programmes:
        year = start.get(programme.id)
        if year is None:
            continue
        for fund, amounts in programme.costs.items():
            for running, amount in enumerate(amounts):
                spent[fund, year + running] += amount
    for fund, ceilings in problem.funds.items():
        for year, ceiling in zip(problem.years, ceilings, strict=True):
            if spent[fund, year] > ceiling:
                yield N_(
                    "Pagu %(fund)s %(year)s terlampaui %(over)s rupiah.",
                    fund=fund,
                    year=year,
                    over=spent[fund, year] - ceiling,
                )


def _offices(problem: Problem, start: Start) -> Iterator[Message]:
    running: Counter[tuple[str, int]] = Counter()
    for programme in problem.programmes:
        year = start.get(programme.id)
        if year is not None:
            running.update((programme.owner, year + wait) for wait in range(programme.duration))
    for owner, seats in problem.capacity.items():
        for year, most in zip(problem.years, seats, strict=True):
            if running[owner, year] > most:
                yield N_(
                    "%(owner)s menjalankan %(count)s program pada %(year)s, kapasitasnya %(most)s.",
                    owner=owner,
                    count=running[owner, year],
                    year=year,
                    most=most,
                )


def _musts(problem: Problem, start: Start) -> Iterator[Message]:
    for programme in problem.programmes:
        if programme.must and start.get(programme.id) is None:
            yield N_("Program wajib %(id)s tidak masuk.", id=programme.id)


def _pins(problem: Problem, start: Start) -> Iterator[Message]:
    for name, year in problem.pins.items():
        if start.get(name) != year:
            yield N_("Program %(id)s tidak menurut kuncian %(year)s.", id=name, year=year or "keluar")


def _after(problem: Problem, start: Start) -> Iterator[Message]:
    for programme in problem.programmes:
        year = start.get(programme.id)
        if year is None:
            continue
        for other in programme.after:
            begun = start.get(other)
            if begun is None or begun + problem.by_id[other].duration > year:
                yield N_(
                    "Program %(id)s mulai %(year)s sebelum pendahulu %(other)s selesai.",
                    id=programme.id,
                    year=year,
                    other=other,
                )


def _excludes(problem: Problem, start: Start) -> Iterator[Message]:
    for programme in problem.programmes:
        for other in programme.excludes:
            if start.get(programme.id) is not None and start.get(other) is not None:
                yield N_("Program %(id)s dan %(other)s masuk bersama.", id=programme.id, other=other)


def _coverage(problem: Problem, start: Start) -> Iterator[Message]:
    for rule in problem.coverage:
        begun = sum(
            _counts(rule, programme) and (start.get(programme.id) or rule.by + 1) <= rule.by
            for programme in problem.programmes
        )
        if begun < rule.at_least:
            yield N_(
                "Baru %(count)s dari %(least)s program %(dimension)s mulai sampai %(by)s.",
                count=begun,
                least=rule.at_least,
                dimension=rule.dimension or "semua dimensi",
                by=rule.by,
            )


def _counts(rule: Coverage, programme: Programme) -> bool:
    return rule.dimension in (None, programme.dimension) and (programme.quick_win or not rule.quick_win)
