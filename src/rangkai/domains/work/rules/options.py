"""What a person chose on the way of an import; kept on its session as JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from rangkai.domains.work.rules.terms import RowChoice
from rangkai.lib.text import fold


@dataclass(frozen=True)
class Chosen:
    """A decision on one row; `ref` names the record for SAME."""

    choice: RowChoice
    ref: str = ""


@dataclass(frozen=True)
class ImportOptions:
    """Every choice of one import.

    `replace` is field → key of the value as written → value to take instead. `rows` decides single rows, `alike` all
    rows that are only alike. `create` lets the import make what the sheet names and nobody knows, by kind.
    `defaults` is field → value where the sheet says nothing.
    """

    replace: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    rows: Mapping[int, Chosen] = field(default_factory=dict)
    alike: RowChoice | None = None
    create: frozenset[str] = frozenset()
    skip_problems: bool = False
    defaults: Mapping[str, str] = field(default_factory=dict)

    def instead(self, field_name: str, text: str, *, key: str = "") -> str:
        """The value to take for `text`: another one where the person chose so."""
        chosen = self.replace.get(field_name)
        return chosen.get(key or fold(text), text) if chosen else text


def to_json(options: ImportOptions) -> dict[str, Any]:
    return {
        "replace": {name: dict(values) for name, values in options.replace.items()},
        "rows": {str(row): [chosen.choice.value, chosen.ref] for row, chosen in options.rows.items()},
        "alike": options.alike.value if options.alike else "",
        "create": sorted(options.create),
        "skip_problems": options.skip_problems,
        "defaults": dict(options.defaults),
    }


def from_json(data: Mapping[str, Any]) -> ImportOptions:
    alike = data.get("alike")
    return ImportOptions(
        replace=data.get("replace", {}),
        rows={
            int(row): Chosen(RowChoice(choice), ref) for row, (choice, ref) in data.get("rows", {}).items()
        },
        alike=RowChoice(alike) if alike else None,
        create=frozenset(data.get("create", ())),
        skip_problems=bool(data.get("skip_problems")),
        defaults=data.get("defaults", {}),
    )


def with_replacement(options: ImportOptions, *, field_name: str, key: str, value: str) -> ImportOptions:
    """Take `value` wherever the sheet has the value of `key`; an empty value takes the choice back."""
    chosen = {name: dict(values) for name, values in options.replace.items()}
    if value:
        chosen.setdefault(field_name, {})[key] = value
    else:
        chosen.get(field_name, {}).pop(key, None)
    return replace(options, replace=chosen)


def with_row(options: ImportOptions, *, row: int, chosen: Chosen | None) -> ImportOptions:
    """Decide one row, or take the decision back."""
    rows = {number: given for number, given in options.rows.items() if number != row}
    return replace(options, rows={**rows, row: chosen} if chosen else rows)
