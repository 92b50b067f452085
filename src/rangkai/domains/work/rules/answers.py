"""The form of the preview, read: which choices it changes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rangkai.domains.work.rules.options import Chosen, ImportOptions, with_replacement, with_row
from rangkai.domains.work.rules.terms import RowChoice

VALUE, ROW, DEFAULT = "value", "row", "default"
PARTED = ":"


def answered(options: ImportOptions, form: Mapping[str, Sequence[str]]) -> ImportOptions:
    """`value:<field>:<key>` takes another value, `row:<number>` decides a row ("new", "skip", "same:<ref>" or empty).

    With `part=file` the choices for the whole file are taken as they stand in the form: `create`, `skip_problems`,
    `default:<name>`; `alike` decides all rows that are only alike.
    """
    changed = options
    for name, values in form.items():
        kind, _, rest = name.partition(PARTED)
        said = values[-1].strip() if values else ""
        if kind == VALUE and said:
            field_name, _, key = rest.partition(PARTED)
            changed = with_replacement(changed, field_name=field_name, key=key, value=said)
        elif kind == ROW and rest.isdigit():
            changed = with_row(changed, row=int(rest), chosen=_chosen(said))
    if "alike" in form:
        alike = form["alike"][-1]
        changed = replace(
            changed, alike=RowChoice(alike) if alike in {RowChoice.NEW, RowChoice.SAME} else None
        )
    return _for_the_file(changed, form) if form.get("part", [""])[-1] == "file" else changed


def _chosen(text: str) -> Chosen | None:
    choice, _, ref = text.partition(PARTED)
    return Chosen(RowChoice(choice), ref) if choice in set(RowChoice) else None


def _for_the_file(options: ImportOptions, form: Mapping[str, Sequence[str]]) -> ImportOptions:
    defaults = {
        name.removeprefix(f"{DEFAULT}{PARTED}"): values[-1]
        for name, values in form.items()
        if name.startswith(f"{DEFAULT}{PARTED}") and values and values[-1]
    }
    return replace(
        options,
        create=frozenset(form.get("create", ())),
        skip_problems=form.get("skip_problems", [""])[-1] == "1",
        defaults=defaults,
    )
