"""Forms: they check shape only; the action's rules check meaning, and what they refuse lands beside the field."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Model
from django.forms import BoundField
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rangkai.kit.actions import EditConflict
from rangkai.kit.messages import render as sentence
from rangkai.kit.web import drafts
from rangkai.kit.web.conflicts import Settled, picked, settle
from rangkai.kit.web.context import PlacedRequest
from rangkai.lib.dates import parse_date
from rangkai.lib.errors import N_, Invalid, Message
from rangkai.lib.money import format_rupiah, parse_rupiah

SAVE, SAVED = N_("Simpan"), N_("Tersimpan.")


class DayField(forms.DateField):
    """A day; understands "6 Juli 2022" and "6/7/2022" besides what the date control sends."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    default_error_messages = {"invalid": _("Tanggal ini tidak ada. Tulis seperti 6 Juli 2022.")}

    def to_python(self, value: Any) -> date | None:
        text = value.strip() if isinstance(value, str) else value
        if not text or not isinstance(text, str):
            return super().to_python(value)
        found = parse_date(text)
        if found is None:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return found


class RupiahField(forms.CharField):
    """Whole rupiah; understands "1.250.000.000", "Rp 1,25 miliar", "500 jt"."""

    default_error_messages = {
        "invalid": _("Jumlah ini tidak terbaca. Tulis seperti 1.250.000.000 atau 1,25 miliar."),
        "negative": _("Jumlah tidak boleh kurang dari nol."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.widget.attrs.update(inputmode="decimal", autocomplete="off")

    def prepare_value(self, value: Any) -> Any:
        return format_rupiah(value).removeprefix("Rp ") if isinstance(value, int) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        amount = parse_rupiah(text)
        if amount is None:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        if amount < 0:
            raise forms.ValidationError(self.error_messages["negative"], code="negative")
        return amount


class RecordForm(forms.Form):
    """A form of one record. It carries the version it read; with picks of a conflict page it takes the chosen texts."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: QueryDict | None = None, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("use_required_attribute", True)
        super().__init__(picked(data) if data is not None else None, *args, **kwargs)
        for shape in self.fields.values():
            shape.error_messages["required"] = gettext("Belum diisi.")

    @property
    def read_version(self) -> int:
        """The version that the person saw; 0 for a new record."""
        return self.cleaned_data.get("version") or 0

    def values(self) -> dict[str, Any]:
        """What was entered, without the version."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}

    @classmethod
    def initial_of(cls, row: Model) -> dict[str, object]:
        """Values of the fields that bear a column's name, and the version; no query."""
        columns = {f.name: f.attname for f in row._meta.concrete_fields}
        known = {name: getattr(row, columns[name]) for name in cls.base_fields if name in columns}
        return {**known, "version": row.version}  # type: ignore[attr-defined]


def add_problems(form: forms.BaseForm, invalid: Invalid) -> None:
    """Put each problem beside its field; what names no field of the form goes on top."""
    placed = False
    for problem in invalid.problems:
        name = problem.field if problem.field in form.fields else None
        text = sentence(problem.message)
        if problem.suggestion:
            text += " " + sentence(N_("Mungkin maksud Anda: %(word)s?", word=problem.suggestion))
        if name is None and problem.field:
            text = f"{problem.field}: {text}"
        form.add_error(name, text)
        placed = True
    if not placed:
        form.add_error(None, sentence(invalid.message))


@dataclass(frozen=True)
class FormPage:
    """The words around a form. `sections` puts fields under headings: (heading, names)."""

    title: Message
    purpose: Message
    back: str
    button: Message = SAVE
    saved: Message = SAVED
    template: str = "kit/form.html"
    sections: tuple[tuple[Message | None, tuple[str, ...]], ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)


class Undecided(Exception):
    """Both changed the same field: a person has to choose."""

    def __init__(self, conflict: EditConflict, settled: Settled) -> None:
        self.conflict = conflict
        self.settled = settled
        super().__init__(str(conflict))


def _done(request: PlacedRequest, form: forms.BaseForm, do: Callable[[], Any]) -> Any:
    """Do the action; where another saved meanwhile, merge and do it once more, or raise Undecided."""
    try:
        return do()
    except EditConflict as conflict:
        settled = settle(form, conflict)
        if settled.clashes:
            raise Undecided(conflict, settled) from conflict
    try:
        result = do()
    except EditConflict as conflict:
        raise Undecided(conflict, settle(form, conflict)) from conflict
    messages.info(request, gettext("Perubahan orang lain pada bagian lain data ini tetap ada."))
    return result


def save_or_show(
    request: PlacedRequest,
    form: forms.BaseForm,
    page: FormPage,
    *,
    do: Callable[[], Any],
    then: Callable[[Any], str],
) -> HttpResponse:
    """Show the form, or do the action and go on to `then(result)`. A refusal shows the form again, nothing lost.

    `form` is bound exactly when the request is a POST. `do` must read the form when it is called: if someone else saved
    meanwhile, what only one of the two changed is merged and `do` is called once more; of what both changed, both texts
    are shown.
    """
    if form.is_bound and form.is_valid():
        try:
            result = _done(request, form, do)
        except Undecided as undecided:
            return show_conflict(request, page, undecided.conflict, undecided.settled)
        except Invalid as invalid:
            add_problems(form, invalid)
        else:
            drafts.forget(request)
            messages.success(request, sentence(page.saved))
            return redirect(then(result))
    return render(request, page.template, shown(request, form, page), status=422 if form.is_bound else 200)


def shown(request: PlacedRequest, form: forms.BaseForm, page: FormPage) -> dict[str, object]:
    """What the form's template reads; an unsaved draft is put into a form that was just opened. One query."""
    draft = None
    if not form.is_bound and (draft := drafts.read(request)) is not None:
        for name, values in draft.data.items():
            if name in form.fields:
                form.initial[name] = values if _takes_many(form[name]) else (values[-1] if values else "")
    return {
        "form": form,
        "form_page": page,
        "sections": sections(form, page),
        "draft": draft,
        "drafts_kept": drafts.available(),
        "multipart": form.is_multipart(),
        **page.extra,
    }


def _takes_many(bound: BoundField) -> bool:
    return isinstance(bound.field, forms.MultipleChoiceField | forms.ModelMultipleChoiceField)


def sections(form: forms.BaseForm, page: FormPage) -> list[tuple[str, list[BoundField]]]:
    """The visible fields under their headings; without sections, all under none."""
    if not page.sections:
        return [("", form.visible_fields())]
    return [(sentence(head) if head else "", [form[name] for name in names]) for head, names in page.sections]


def show_conflict(
    request: PlacedRequest, page: FormPage, conflict: EditConflict, settled: Settled
) -> HttpResponse:
    """Both texts of every field that both changed, to choose from; nothing was saved."""
    context = {
        "form_page": page,
        "message": sentence(conflict.message),
        "settled": settled,
        "version": conflict.current.version,
    }
    return render(request, "kit/conflict.html", context, status=409)
