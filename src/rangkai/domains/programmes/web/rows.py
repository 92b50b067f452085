"""A table of rows as one form: funding lines, outputs, risks. Works without JavaScript, which only adds rows.

Fields are named `baris-<n>-<column>`, so drafts, refusals and conflicts of the kit reach every cell.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rangkai.kit.actions import EditConflict, plain
from rangkai.kit.web.conflicts import NEVER, PICK, THEIRS, BothTexts, Settled, as_sent, in_words
from rangkai.kit.web.forms import RecordForm, Undecided
from rangkai.lib.errors import Invalid, Message, Problem

HEAD = "baris"
NAME = re.compile(rf"{HEAD}-(\d{{1,4}})-")
MOST = 300
BLANK = 3
"""Empty rows offered below those that are there."""


@dataclass(frozen=True)
class Cells:
    """One column: its heading, its field, whether a row needs it, and its width class."""

    label: str | Promise
    make: Callable[[], forms.Field]
    required: bool = False
    css: str = ""


@dataclass(frozen=True)
class EnteredRow:
    """A row that says something; `at` is its place on the page, from 0."""

    at: int
    id: int | None
    values: Mapping[str, Any]


@dataclass
class ShownRow:
    """A row as the template shows it."""

    number: int
    id: BoundField
    removed: BoundField
    cells: Sequence[tuple[str | Promise, str, BoundField]]
    is_known: bool
    errors: list[str] = field(default_factory=list)


class RowsForm(RecordForm):
    """`rows` are the values of the rows that are there (column → value, with `id`)."""

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        columns: Mapping[str, Cells],
        rows: Sequence[Mapping[str, Any]] = (),
        version: int = 0,
        draft: Mapping[str, Sequence[str]] | None = None,
        **kwargs: Any,
    ) -> None:
        initial = {"version": version}
        for at, row in enumerate(rows):
            initial |= {cell_name(at, name): value for name, value in row.items()}
        super().__init__(data, initial=initial, **kwargs)
        self.columns = columns
        names = data if data is not None else (draft or {})
        self.count = min(MOST, max(len(rows) + BLANK, places(names)))
        for at in range(self.count):
            self._add_row(at)

    def _add_row(self, at: int) -> None:
        self.fields[cell_name(at, "id")] = forms.IntegerField(widget=forms.HiddenInput, required=False)
        removed = forms.BooleanField(label=_("Hapus baris"), required=False)
        self.fields[cell_name(at, "removed")] = removed
        for name, cells in self.columns.items():
            made = cells.make()
            made.required = False
            made.label = str(cells.label)
            self.fields[cell_name(at, name)] = made

    def shown_rows(self) -> Iterator[ShownRow]:
        """For the template."""
        for at in range(self.count):
            yield self._shown(at, at + 1, is_known=bool(self[cell_name(at, "id")].value()))

    def _shown(self, at: int, number: int, *, is_known: bool) -> ShownRow:
        cells = [(c.label, c.css, self[cell_name(at, name)]) for name, c in self.columns.items()]
        return ShownRow(number, self[cell_name(at, "id")], self[cell_name(at, "removed")], cells, is_known)

    def blank_row(self) -> ShownRow:
        """What the script copies for another row; `count` stands where the number goes."""
        blank = type(self)(columns=self.columns)
        return blank._shown(0, 0, is_known=False)

    def clean(self) -> dict[str, Any]:
        """A row that says something must say all that it needs."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for row in self._entered(cleaned):
            for name, cells in self.columns.items():
                key = cell_name(row.at, name)
                if cells.required and row.values[name] in (None, "") and key not in self.errors:
                    self.add_error(key, _("Wajib diisi."))
        return cleaned

    def _entered(self, cleaned: Mapping[str, Any]) -> Iterator[EnteredRow]:
        for at in range(self.count):
            values = {name: cleaned.get(cell_name(at, name)) for name in self.columns}
            pk = cleaned.get(cell_name(at, "id"))
            removed = cleaned.get(cell_name(at, "removed"))
            if not removed and (pk or any(self._says(at, name, value) for name, value in values.items())):
                yield EnteredRow(at, pk, values)

    def _says(self, at: int, name: str, value: object) -> bool:
        """A cell that was typed into; one that still holds what a new row begins with says nothing."""
        made = self.fields[cell_name(at, name)]
        return value not in (None, "") and value != made.initial

    def entered(self) -> list[EnteredRow]:
        """The rows to keep, in the order of the page; call on a valid form."""
        return list(self._entered(self.cleaned_data))

    def removed(self) -> list[int]:
        """Ids of known rows that were crossed out."""
        ids = [
            self.cleaned_data.get(cell_name(at, "id"))
            for at in range(self.count)
            if self.cleaned_data.get(cell_name(at, "removed"))
        ]
        return [pk for pk in ids if pk]


def cell_name(at: int, column: str) -> str:
    return f"{HEAD}-{at}-{column}"


def places(names: Mapping[str, Any]) -> int:
    """How many rows the names of a form speak of."""
    found = [int(match[1]) for name in names if (match := NAME.match(name))]
    return max(found, default=-1) + 1


@dataclass(frozen=True)
class Merge:
    """What merging needs to know: `then` is row id → columns that others changed since the page was opened, with their
    values then; `shown(row id, column, value)` is a saved value as the form shows it."""

    then: Callable[[int], Mapping[int, Mapping[str, object]]]
    shown: Callable[[int, str, object], object] = lambda row, column, value: value


def placed(form: RowsForm, merge: Merge, do: Callable[[Sequence[EnteredRow]], object]) -> object:
    """Do the action with the rows entered; what it refuses by "row.column" is said of the cells of the page.

    Where others saved meanwhile, what only one of the two changed is merged and the action is done once more; of what
    both changed, both texts are shown (Undecided).
    """
    try:
        return _named(form.entered(), do)
    except EditConflict as conflict:
        settled = _settle(form, merge, conflict)
        if settled.clashes:
            raise Undecided(conflict, settled) from conflict
    return _named(form.entered(), do)


def _named(rows: Sequence[EnteredRow], do: Callable[[Sequence[EnteredRow]], object]) -> object:
    try:
        return do(rows)
    except Invalid as invalid:
        raise Invalid(invalid.message, [_moved(rows, problem) for problem in invalid.problems]) from invalid


def _moved(rows: Sequence[EnteredRow], problem: Problem) -> Problem:
    """The problem at its cell, naming the row by its number on the page."""
    at, _, column = problem.field.partition(".")
    if not at.isdigit():
        return problem
    message = Message(problem.message.text, {**problem.message.params, "row": rows[int(at)].at + 1})
    return Problem(message, cell_name(rows[int(at)].at, column), problem.suggestion)


def _settle(form: RowsForm, merge: Merge, conflict: EditConflict) -> Settled:
    then = merge.then(form.read_version)
    rows = form.entered()
    data = cast(QueryDict, form.data)
    sent = {
        name: list(values)
        for name, values in data.lists()
        if name not in NEVER and not name.startswith((PICK, THEIRS))
    }
    clashes = []
    for clash in conflict.clashes:
        at, _, column = clash.field.partition(".")
        row = rows[int(at)]
        changed = then.get(row.id or 0, {})
        attname = column if column in changed else f"{column}_id"
        if attname not in changed:
            continue
        bound = form[cell_name(row.at, column)]
        theirs = merge.shown(row.id or 0, column, clash.theirs)
        texts = as_sent(bound, theirs)
        if plain(clash.mine) == changed[attname]:
            sent[bound.name] = list(texts)
            form.cleaned_data[bound.name] = bound.field.clean(texts[0] if texts else "")
        else:
            label = gettext("%(label)s, baris %(number)s") % {"label": bound.label, "number": row.at + 1}
            mine = in_words(bound, form.cleaned_data[bound.name])
            clashes.append(BothTexts(bound.name, label, mine, in_words(bound, theirs), texts))
    form.cleaned_data["version"] = conflict.current.version
    return Settled(clashes, [(name, value) for name, values in sent.items() for value in values])
