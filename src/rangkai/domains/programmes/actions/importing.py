"""Programmes of a sheet are recorded as the preview showed them, or not at all."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from rangkai.domains.programmes.actions.enter import (
    IDENTIFYING,
    NewProgramme,
    add_programmes,
    new_row,
    require_birth,
)
from rangkai.domains.programmes.actions.judging import identity, refuse_known
from rangkai.domains.programmes.actions.serving import serve
from rangkai.domains.programmes.actions.settle import add_ties
from rangkai.domains.programmes.models import FundingLine, Programme, ProgrammeOutput
from rangkai.domains.programmes.policies import PROGRAMME
from rangkai.domains.programmes.queries.known import known
from rangkai.domains.programmes.rules.parts import Line, Output, Ties
from rangkai.domains.programmes.rules.terms import ProgrammeKind, ProgrammeStatus
from rangkai.domains.work.rules.plan import Json, Plan, RowPlan
from rangkai.domains.work.rules.terms import Outcome
from rangkai.kit.actions import Recorder
from rangkai.lib.errors import N_, Conflict, Invalid, Problem

HUNG = frozenset({"lines", "ties", "outputs"})
"""Values of a plan that are no columns: JSON texts of what hangs on the programme."""


def record_import(act: Recorder, *, plan: Plan, today: date) -> None:
    """Changed programmes, then new ones. Raises Conflict when a programme was changed after the preview.

    About twenty statements, and one for each programme of which only money or links change.
    """
    _record_changed(act, plan.of(Outcome.CHANGED))
    fresh = plan.of(Outcome.NEW)
    if not fresh:
        return
    about = known(region_id=act.actor.region_id)
    news = [new_programme(row.values) for row in fresh]
    rows = [new_row(new, region_id=act.actor.region_id, about=about) for new in news]
    for row in rows:
        require_birth(act.actor, row=row)
    add_programmes(act, rows=rows, news=news, today=today)


def words_of(*, plan: Plan) -> Iterable[str]:
    """The texts that the search index will hold of new and changed programmes; no query."""
    for row in plan.of(Outcome.NEW, Outcome.CHANGED):
        yield " ".join(str(row.values.get(name) or "") for name in ("name", "description", "source"))


def new_programme(values: Mapping[str, Json]) -> NewProgramme:
    """A plan's values as a programme to make; no query."""
    given: dict[str, Any] = {name: value for name, value in values.items() if name not in HUNG}
    return NewProgramme(
        kind=ProgrammeKind(given.pop("kind_of")),
        status=ProgrammeStatus(given.pop("status")),
        lines=tuple(Line(**line) for line in _loaded(values, "lines").get("add", ())),
        outputs=tuple(Output(text) for text in _loaded(values, "outputs")),
        ties=Ties(**{kind: frozenset(ids) for kind, ids in _loaded(values, "ties").items()}),
        **given,
    )


def _loaded(values: Mapping[str, Json], name: str) -> Any:
    text = values.get(name)
    return json.loads(str(text)) if text else {}


def _record_changed(act: Recorder, plans: Sequence[RowPlan]) -> None:
    found = _locked(act, plans)
    columns = [(programme, _columns(programme, row.values)) for programme, row in found]
    _refuse_twins(act.actor.region_id, columns)
    for (programme, row), (_, given) in zip(found, columns, strict=True):
        if not given and HUNG & set(row.values):
            act.touch(programme, version=programme.version)
    act.update_all([(programme, given) for programme, given in columns if given])
    _record_lines(act, found)
    outputs = [
        ProgrammeOutput(region_id=programme.region_id, programme=programme, text=text)
        for programme, row in found
        for text in _loaded(row.values, "outputs")
    ]
    act.create_all(outputs)
    for programme, row in found:
        added = {kind: frozenset(ids) for kind, ids in _loaded(row.values, "ties").items()}
        if added:
            add_ties(act, programme=programme, ties=Ties(**added))
            serve(act, programme=programme, needs=added.get("needs", frozenset()))


def _locked(act: Recorder, plans: Sequence[RowPlan]) -> list[tuple[Programme, RowPlan]]:
    """Known programmes, locked, in their order; raises Conflict for one that is not what the preview saw."""
    by_id = {row.target.id: row for row in plans if row.target is not None}
    rows = Programme.objects.live().filter(region_id=act.actor.region_id, pk__in=by_id)
    found = []
    for programme in rows.select_for_update().order_by("id"):
        row = by_id.pop(programme.pk)
        PROGRAMME.require(act.actor, "edit", programme)
        if row.target is None or programme.version != row.target.version:
            raise _stale(programme.ref)
        found.append((programme, row))
    if by_id:
        gone = next(iter(by_id.values())).target
        raise _stale(gone.ref if gone else "")
    return found


def _stale(ref: str) -> Conflict:
    return Conflict(
        N_(
            "%(ref)s diubah orang lain sesudah pratinjau dibuat. Tidak ada yang disimpan; buat pratinjau sekali lagi.",
            ref=ref,
        )
    )


def _columns(programme: Programme, values: Mapping[str, Json]) -> dict[str, Any]:
    """Columns to write, with the identity that follows from them."""
    given: dict[str, Any] = {name: value for name, value in values.items() if name not in HUNG}
    if IDENTIFYING & set(given):
        columns = {c.attname: getattr(programme, c.attname) for c in programme._meta.concrete_fields}
        given["identity"] = identity(Programme(**{**columns, **given}))
    return given


def _refuse_twins(region_id: int, changed: Sequence[tuple[Programme, Mapping[str, Any]]]) -> None:
    """Two rows must not become one programme, nor a row become one that the file does not know."""
    owner: dict[str, int | None] = {}
    for programme, values in changed:
        wanted = str(values.get("identity", programme.identity))
        if wanted in owner:
            message = N_(
                "%(ref)s menjadi sama dengan program lain di berkas ini. Bedakan namanya.", ref=programme.ref
            )
            raise Invalid(message, [Problem(message)])
        owner[wanted] = programme.pk
    refuse_known(region_id=region_id, wanted=owner)


def _record_lines(act: Recorder, found: Sequence[tuple[Programme, RowPlan]]) -> None:
    """New lines, and amounts and documents of known ones; three statements."""
    created = []
    wanted: dict[int, dict[str, Any]] = {}
    for programme, row in found:
        change = _loaded(row.values, "lines")
        wanted |= {int(pk): columns for pk, columns in change.get("update", {}).items()}
        created += [
            FundingLine(region_id=programme.region_id, programme=programme, **line)
            for line in change.get("add", ())
        ]
    lines = FundingLine.objects.live().filter(region_id=act.actor.region_id, pk__in=wanted)
    act.update_all([(line, wanted[line.pk]) for line in lines.select_for_update()])
    act.create_all(created)
