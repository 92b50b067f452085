"""A plan as JSON and back: the preview is decided once, then looked at page by page and recorded as it was shown."""

from collections.abc import Mapping, Sequence
from typing import Any

from rangkai.domains.work.rules.plan import Candidate, CellChange, CellProblem, NewName, Plan, RowPlan
from rangkai.domains.work.rules.terms import Outcome
from rangkai.lib.errors import Message

type Data = dict[str, Any]


def plan_to_json(plan: Plan) -> Data:
    return {
        "sheet": plan.sheet,
        "heads": [message_to_json(head) for head in plan.heads],
        "new_names": [[new.kind, new.name, new.rows] for new in plan.new_names],
        "notes": [message_to_json(note) for note in plan.notes],
        "rows": [_row_to_json(row) for row in plan.rows],
    }


def plan_from_json(data: Mapping[str, Any]) -> Plan:
    return Plan(
        sheet=data["sheet"],
        heads=tuple(message_from_json(head) for head in data["heads"]),
        new_names=tuple(NewName(*new) for new in data["new_names"]),
        notes=tuple(message_from_json(note) for note in data["notes"]),
        rows=tuple(_row_from_json(row) for row in data["rows"]),
    )


def message_to_json(message: Message) -> list[Any]:
    params = {
        name: {"message": message_to_json(value)} if isinstance(value, Message) else _plain(value)
        for name, value in message.params.items()
    }
    return [message.text, params]


def message_from_json(data: Sequence[Any]) -> Message:
    text, params = data
    return Message(
        text,
        {
            name: message_from_json(value["message"]) if isinstance(value, dict) else value
            for name, value in params.items()
        },
    )


def _plain(value: object) -> object:
    return value if isinstance(value, int | float | bool) or value is None else str(value)


def _row_to_json(row: RowPlan) -> Data:
    return {
        "row": row.row,
        "outcome": row.outcome.value,
        "label": row.label,
        "cell": row.cell,
        "values": dict(row.values),
        "target": _candidate_to_json(row.target) if row.target else None,
        "candidates": [_candidate_to_json(candidate) for candidate in row.candidates],
        "problems": [_problem_to_json(problem) for problem in row.problems],
        "shown": list(row.shown),
    }


def _row_from_json(data: Mapping[str, Any]) -> RowPlan:
    return RowPlan(
        row=data["row"],
        outcome=Outcome(data["outcome"]),
        label=data["label"],
        cell=data["cell"],
        values=data["values"],
        target=_candidate_from_json(data["target"]) if data["target"] else None,
        candidates=tuple(_candidate_from_json(candidate) for candidate in data["candidates"]),
        problems=tuple(_problem_from_json(problem) for problem in data["problems"]),
        shown=tuple(data["shown"]),
    )


def _candidate_to_json(candidate: Candidate) -> Data:
    return {
        "id": candidate.id,
        "ref": candidate.ref,
        "version": candidate.version,
        "label": candidate.label,
        "score": candidate.score,
        "values": dict(candidate.values),
        "changes": [[c.field, message_to_json(c.label), c.before, c.after] for c in candidate.changes],
    }


def _candidate_from_json(data: Mapping[str, Any]) -> Candidate:
    changes = tuple(
        CellChange(name, message_from_json(label), before, after)
        for name, label, before, after in data["changes"]
    )
    return Candidate(**{**data, "changes": changes})


def _problem_to_json(problem: CellProblem) -> Data:
    return {
        "message": message_to_json(problem.message),
        "row": problem.row,
        "cell": problem.cell,
        "column": problem.column,
        "field": problem.field,
        "value": problem.value,
        "suggestions": list(problem.suggestions),
        "blocks": problem.blocks,
        "key": problem.key,
    }


def _problem_from_json(data: Mapping[str, Any]) -> CellProblem:
    return CellProblem(
        **{
            **data,
            "message": message_from_json(data["message"]),
            "suggestions": tuple(data["suggestions"]),
        }
    )
