"""One form field as markup: label, control, help, and what is wrong, tied together for screen readers."""

from collections.abc import Mapping

from django.forms import BoundField, Widget, widgets
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from rangkai.kit.web import marks

GROUPS = (widgets.RadioSelect, widgets.CheckboxSelectMultiple)


def css_of(widget: Widget) -> str:
    """Tabler's class for a control."""
    if isinstance(widget, (widgets.CheckboxInput, *GROUPS)):
        return "form-check-input"
    return "form-select" if isinstance(widget, widgets.Select) else "form-control"


def field_markup(bound: BoundField, attrs: Mapping[str, str]) -> SafeString:
    """The whole field. Extra `attrs` go to the control; `class` is added to Tabler's."""
    if bound.is_hidden:
        return bound.as_widget()
    widget = bound.field.widget
    own: dict[str, str | bool] = {name.replace("_", "-"): value for name, value in attrs.items()}
    css = " ".join(
        filter(None, (css_of(widget), str(widget.attrs.get("class", "")), str(own.pop("class", ""))))
    )
    own["class"] = f"{css} is-invalid" if bound.errors else css
    if described := described_by(bound):
        own["aria-describedby"] = described
    if isinstance(widget, GROUPS):
        return _group(bound, own)
    control = bound.as_widget(attrs=own)
    if isinstance(widget, widgets.CheckboxInput):
        return _check(bound, control)
    return format_html(
        '<div class="mb-3 field"><label class="form-label{}" for="{}">{}</label>{}{}{}</div>',
        " required" if bound.field.required else "",
        bound.id_for_label,
        bound.label,
        control,
        _errors(bound),
        _help(bound),
    )


def described_by(bound: BoundField) -> str:
    """Ids of what explains the field: first what is wrong, then the help."""
    ids = [f"{bound.auto_id}_error"] if bound.errors else []
    if bound.help_text:
        ids.append(f"{bound.auto_id}_helptext")
    return " ".join(ids)


def _check(bound: BoundField, control: str) -> SafeString:
    return format_html(
        '<div class="mb-3 field"><label class="form-check">{}<span class="form-check-label">{}</span></label>'
        "{}{}</div>",
        control,
        bound.label,
        _errors(bound),
        _help(bound),
    )


def _group(bound: BoundField, attrs: Mapping[str, str | bool]) -> SafeString:
    # The widget is the form's own copy, so what is set here stays in this form.
    bound.field.widget.attrs.update(
        {name: value for name, value in attrs.items() if name != "aria-describedby"}
    )
    choices = format_html_join(
        "",
        '<label class="form-check form-check-inline">{}<span class="form-check-label">{}</span></label>',
        ((part.tag(), part.choice_label) for part in bound.subwidgets),
    )
    return format_html(
        '<fieldset class="mb-3 field"{}><legend class="form-label{}">{}</legend>{}{}{}</fieldset>',
        format_html(' aria-describedby="{}"', described) if (described := described_by(bound)) else "",
        " required" if bound.field.required else "",
        bound.label,
        choices,
        _errors(bound),
        _help(bound),
    )


def _errors(bound: BoundField) -> SafeString | str:
    if not bound.errors:
        return ""
    lines = format_html_join(" ", "{}", ((error,) for error in bound.errors))
    return format_html(
        '<div class="invalid-feedback d-block" id="{}_error">{} <span class="visually-hidden">{}</span>{}</div>',
        bound.auto_id,
        marks.icon("alert-circle"),
        gettext("Salah:"),
        lines,
    )


def _help(bound: BoundField) -> SafeString | str:
    if not bound.help_text:
        return ""
    return format_html('<div class="form-hint" id="{}_helptext">{}</div>', bound.auto_id, bound.help_text)
