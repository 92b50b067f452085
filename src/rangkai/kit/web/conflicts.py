"""Two people edited one record: what only one of them changed is merged, what both changed is shown in both texts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict

from rangkai.kit.actions import EditConflict, plain
from rangkai.kit.history import values_at

PICK, THEIRS = "pick-", "theirs-"
NEVER = frozenset({"csrfmiddlewaretoken", "version"})


@dataclass(frozen=True)
class BothTexts:
    """A field that both changed. `theirs_values` are what the form would send for the text of the other."""

    name: str
    label: str
    mine: str
    theirs: str
    theirs_values: tuple[str, ...]


@dataclass(frozen=True)
class Settled:
    """What is left to decide, and everything entered (with what the other alone changed taken over) to send again."""

    clashes: Sequence[BothTexts]
    kept: Sequence[tuple[str, str]]


def settle(form: forms.BaseForm, conflict: EditConflict) -> Settled:
    """Merge into the form's cleaned values, and name the version that stands now. One query.

    Columns that the form does not show (the action works them out) are left to the action.
    """
    then = values_at(conflict.current, form.cleaned_data.get("version") or 0)
    entered = _entered(form.data)
    clashes = []
    for clash in conflict.clashes:
        name = clash.field if clash.field in form.fields else clash.field.removesuffix("_id")
        column = getattr(conflict.current._meta.get_field(clash.field), "attname", clash.field)
        if name not in form.fields or column not in then:
            continue
        theirs = as_sent(form[name], clash.theirs)
        if plain(clash.mine) == then[column] and _take_over(form, name, theirs):
            entered[name] = list(theirs)
            continue
        clashes.append(
            BothTexts(
                name=name,
                label=str(form[name].label),
                mine=in_words(form[name], form.cleaned_data.get(name)),
                theirs=in_words(form[name], clash.theirs),
                theirs_values=theirs,
            )
        )
    form.cleaned_data["version"] = conflict.current.version
    return Settled(clashes, [(name, value) for name, values in entered.items() for value in values])


def picked(data: QueryDict) -> QueryDict:
    """Put the text of the other into every field where a conflict page's choice was "theirs"."""
    picks = [name for name in data if name.startswith(PICK)]
    if not picks:
        return data
    merged = data.copy()
    for pick in picks:
        name = pick.removeprefix(PICK)
        if data[pick] == "theirs":
            merged.setlist(name, data.getlist(THEIRS + name))
    return merged


def in_words(bound: BoundField, value: Any) -> str:
    """A value as people read it: the choice's own word, never its code."""
    if value is None or value == "":
        return ""
    choices = getattr(bound.field, "choices", None)
    if choices is None:
        return str(bound.field.prepare_value(value))
    words = {str(getattr(key, "value", key)): str(word) for key, word in choices}
    return ", ".join(words.get(code, code) for code in as_sent(bound, value))


def as_sent(bound: BoundField, value: Any) -> tuple[str, ...]:
    """What the control would send for a value."""
    prepared = bound.field.prepare_value(getattr(value, "pk", value))
    shown = bound.field.widget.format_value(prepared)
    if shown is None or shown is False:
        return ()
    return tuple(str(part) for part in shown) if isinstance(shown, list | tuple | set) else (str(shown),)


def _take_over(form: forms.BaseForm, name: str, theirs: Sequence[str]) -> bool:
    """Whether the text of the other passes the form's own check."""
    field = form.fields[name]
    data = QueryDict(mutable=True)
    data.setlist(name, list(theirs))
    try:
        form.cleaned_data[name] = field.clean(field.widget.value_from_datadict(data, {}, name))
    except forms.ValidationError:
        return False
    return True


def _entered(data: Mapping[str, Any]) -> dict[str, list[str]]:
    lists = data.lists() if isinstance(data, QueryDict) else ((name, [value]) for name, value in data.items())
    return {
        name: list(values)
        for name, values in lists
        if name not in NEVER and not name.startswith((PICK, THEIRS))
    }
