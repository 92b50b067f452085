"""Cells of a table that is a form, and marks of a programme."""

from django import template
from django.forms import BoundField
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from rangkai.domains.programmes.rules.risk import band
from rangkai.kit.web import marks
from rangkai.kit.web.controls import css_of, described_by

register = template.Library()


@register.simple_tag
def cell(bound: BoundField, label: str, number: int) -> SafeString:
    """The control of a cell, with its column and row for those who do not see the table, and what is wrong with it."""
    attrs: dict[str, str | bool] = {
        "class": css_of(bound.field.widget) + (" is-invalid" if bound.errors else ""),
        "aria-label": gettext("%(label)s, baris %(number)s") % {"label": label, "number": number},
    }
    if described := described_by(bound):
        attrs["aria-describedby"] = described
    control = bound.as_widget(attrs=attrs)
    if not bound.errors:
        return control
    lines = format_html_join(" ", "{}", ((error,) for error in bound.errors))
    return format_html(
        '{}<div class="invalid-feedback d-block" id="{}_error">{} {}</div>',
        control,
        bound.auto_id,
        marks.icon("alert-circle"),
        lines,
    )


@register.filter
def risk_band(risk: object) -> object:
    """The band of a risk fact, as a Term."""
    return band(risk.likelihood, risk.impact)  # type: ignore[attr-defined]
