"""From the JSON of a phasing problem to `Problem`; what is wrong is refused together, each with its place."""

from collections.abc import Mapping
from typing import Any

from rangkai.engines.phasing.problem import Coverage, Goal, Phase, Problem, Programme
from rangkai.engines.phasing.reading import Reader
from rangkai.engines.phasing.validation import problems_of, refusal
from rangkai.lib.errors import N_, Invalid, Message

KEYS = (
    "years",
    "phases",
    "funds",
    "capacity",
    "discount",
    "programmes",
    "coverage",
    "pins",
    "previous",
    "goals",
)


def parse(payload: Mapping[str, Any]) -> Problem:
    """Read a phasing problem. Raises Invalid with every Problem found, never only the first."""
    reader = Reader()
    if not isinstance(payload, Mapping):
        raise Invalid(N_("Berkas masalah harus berisi satu objek JSON. Tidak ada yang dihitung."))
    problem = Problem(
        years=reader.each(payload.get("years"), "years", reader.integer),
        phases=tuple(_phase(reader, row, path) for path, row in reader.rows(payload.get("phases"), "phases")),
        funds=_yearly(reader, payload.get("funds"), "funds"),
        capacity=_yearly(reader, payload.get("capacity"), "capacity"),
        discount=reader.number(payload.get("discount") or 0, "discount"),
        programmes=_programmes(reader, payload.get("programmes")),
        coverage=_coverages(reader, payload),
        pins=_starts(reader, payload.get("pins"), "pins"),
        previous=_starts(reader, payload.get("previous"), "previous"),
        goals=tuple(_goal(reader, row, path) for path, row in reader.rows(payload.get("goals"), "goals")),
        notes=_unknown_keys(payload),
    )
    found = reader.problems or problems_of(problem)
    if found:
        raise Invalid(refusal(len(found)), found)
    return problem


def _unknown_keys(payload: Mapping[str, Any]) -> tuple[Message, ...]:
    return tuple(
        N_("Kunci %(key)s tidak dikenal dan diabaikan.", key=key)
        for key in sorted(map(str, payload))
        if key not in KEYS
    )


def _yearly(reader: Reader, value: Any, path: str) -> dict[str, tuple[int, ...]]:
    return {
        name: reader.each(amounts, f"{path}.{name}", reader.amount)
        for name, amounts in reader.table(value, path).items()
    }


def _starts(reader: Reader, value: Any, path: str) -> dict[str, int | None]:
    return {name: reader.year(year, f"{path}.{name}") for name, year in reader.table(value, path).items()}


def _phase(reader: Reader, row: Mapping[str, Any], path: str) -> Phase:
    return Phase(
        name=reader.text(row.get("name"), f"{path}.name", required=True),
        until=reader.integer(row.get("until"), f"{path}.until"),
    )


def _goal(reader: Reader, row: Mapping[str, Any], path: str) -> Goal:
    return Goal(
        kind=reader.text(row.get("kind"), f"{path}.kind", required=True),
        weight=reader.number(row.get("weight"), f"{path}.weight"),
    )


def _coverages(reader: Reader, payload: Mapping[str, Any]) -> tuple[Coverage, ...]:
    years = [year for year in reader.listing(payload.get("years"), "years") if isinstance(year, int)]
    return tuple(
        Coverage(
            dimension=reader.text(row.get("dimension"), f"{path}.dimension") or None,
            quick_win=reader.flag(row.get("quick_win"), f"{path}.quick_win"),
            at_least=reader.amount(row.get("at_least"), f"{path}.at_least"),
            by=reader.year(row.get("by"), f"{path}.by") or max(years, default=0),
        )
        for path, row in reader.rows(payload.get("coverage"), "coverage")
    )


def _programmes(reader: Reader, value: Any) -> tuple[Programme, ...]:
    rows = list(reader.rows(value, "programmes"))
    found = tuple(_programme(reader, row, path) for path, row in rows)
    reader.enter()
    return found


def _programme(reader: Reader, row: Mapping[str, Any], path: str) -> Programme:
    reader.enter()
    name = reader.text(row.get("id"), f"{path}.id", required=True)
    reader.enter(f"Program {name}" if name else path, f"programmes.{name}." if name else f"{path}.")
    return Programme(
        id=name,
        value=reader.number(row.get("value"), "value"),
        owner=reader.text(row.get("owner"), "owner", required=True),
        costs=_yearly(reader, row.get("costs"), "costs"),
        dimension=reader.text(row.get("dimension"), "dimension"),
        earliest=reader.year(row.get("earliest"), "earliest"),
        latest=reader.year(row.get("latest"), "latest"),
        must=reader.flag(row.get("must"), "must"),
        quick_win=reader.flag(row.get("quick_win"), "quick_win"),
        after=reader.each(row.get("after"), "after", lambda item, at: reader.text(item, at, required=True)),
        excludes=reader.each(
            row.get("excludes"), "excludes", lambda item, at: reader.text(item, at, required=True)
        ),
        areas=reader.each(row.get("areas"), "areas", reader.text),
    )
