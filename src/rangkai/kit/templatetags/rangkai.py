"""Tags and filters of every page; a builtin library, so no template loads it."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.forms import BoundField
from django.template.base import FilterExpression, Node, Parser, Token
from django.template.context import Context
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.urls import reverse
from django.utils import timezone
from django.utils.html import json_script
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from rangkai.kit.messages import render as sentence
from rangkai.kit.models import Record
from rangkai.kit.registries import panels_for
from rangkai.kit.web import frame, marks
from rangkai.kit.web.context import Here
from rangkai.kit.web.controls import field_markup
from rangkai.kit.web.links import changed_query
from rangkai.lib.dates import format_date, format_time
from rangkai.lib.errors import Message
from rangkai.lib.money import format_rupiah, format_rupiah_short
from rangkai.lib.numbers import Number, format_number

register = template.Library()

MINUTE, HOUR, DAY = 60, 3600, 86400
WEEK = 7 * DAY

register.simple_tag(marks.icon, name="icon")
register.simple_tag(marks.dimension, name="dimension")
register.simple_tag(marks.state, name="state")


@register.simple_tag
def render_message(message: Message | str) -> str:
    """A sentence of pure code in the reader's language."""
    return sentence(message) if isinstance(message, Message) else str(message)


@register.filter
def rupiah(amount: int | None) -> str:
    """Full: Rp 1.250.000.000; for tables."""
    return "–" if amount is None else format_rupiah(amount)


@register.filter
def rupiah_short(amount: int | None) -> str:
    """Short: Rp 1,25 miliar; for cards."""
    return "–" if amount is None else format_rupiah_short(amount)


@register.filter
def number(value: Number | None, decimals: int | None = None) -> str:
    """1.234.567,89; a decimal column's idle zeros are left out unless `decimals` asks for them."""
    if isinstance(value, Decimal) and decimals is None:
        value = value.normalize()
    return "–" if value is None else format_number(value, decimals)


@register.filter(expects_localtime=True)
def tanggal(day: date | None) -> str:
    """6 Juli 2022, in the region's time zone for an instant."""
    return "–" if day is None else format_date(day)


@register.filter(expects_localtime=True)
def jam(moment: datetime | None) -> str:
    """10.42."""
    return "–" if moment is None else format_time(moment)


@register.filter
def since(moment: datetime | None) -> str:
    """How long ago: "baru saja", "5 menit lalu", "kemarin"-ish counts, and the date after a week."""
    if moment is None:
        return "–"
    seconds = int((timezone.now() - moment).total_seconds())
    if seconds < MINUTE:
        return gettext("baru saja")
    if seconds < HOUR:
        count = seconds // MINUTE
        return ngettext("%(count)s menit lalu", "%(count)s menit lalu", count) % {"count": count}
    if seconds < DAY:
        count = seconds // HOUR
        return ngettext("%(count)s jam lalu", "%(count)s jam lalu", count) % {"count": count}
    if seconds < WEEK:
        count = seconds // DAY
        return ngettext("%(count)s hari lalu", "%(count)s hari lalu", count) % {"count": count}
    return format_date(timezone.localtime(moment))


@register.simple_tag(takes_context=True)
def to(context: Mapping[str, Any], name: str, **kwargs: Any) -> str:
    """`{% to "needs:need" ref=need.ref %}`: the address, with the region of the page."""
    return reverse(name, kwargs={"region_code": context["region_code"], **kwargs})


@register.simple_tag(takes_context=True)
def qs(context: Mapping[str, Any], **changes: object) -> str:
    """`{% qs page=2 %}`: the page's query with some parameters changed; None removes one."""
    return changed_query(context["request"].GET, **changes)


@register.simple_tag(takes_context=True)
def is_here(context: Mapping[str, Any], address: str) -> bool:
    """Whether the page lies under the address; the region's own root counts only for itself."""
    path: str = context["request"].path
    return path == address or (address.count("/") > 2 and path.startswith(address))


@register.simple_tag(takes_context=True)
def frame_link(context: Mapping[str, Any], place: str, region_code: str = "") -> str:
    """The address that an upper ring registered for a place of the frame, or ""."""
    return frame.frame_link(place, context.get("here"), region_code)


@register.simple_tag(takes_context=True)
def new_entries(context: Mapping[str, Any]) -> list[frame.NewEntry]:
    """The lines of "+ Baru" that the person may use."""
    here: Here = context["here"]
    return frame.new_entries(here.actor)


@register.filter
def chart_spec(spec: Mapping[str, Any]) -> SafeString:
    """A Vega-Lite spec as data for `chart.js`, safe inside a page."""
    return SafeString(json_script(spec).replace("<script ", "<script data-chart ", 1))


@register.simple_tag
def field(bound: BoundField, **attrs: str) -> SafeString:
    """Label, control, help and errors of one form field; `{% field form.name rows=3 %}` sets attributes."""
    return field_markup(bound, attrs)


@register.simple_tag(takes_context=True)
def panels(context: Context, record: Record) -> SafeString:
    """The boxes that other nouns registered for this kind of record; each states its own queries."""
    here: Here = context["here"]
    shown = []
    for panel in panels_for(record.kind()):
        gathered = panel.gather(here.actor, record)
        if gathered is None:
            continue
        with context.push(panel=panel, record=record, **gathered):
            body = context.template.engine.get_template(panel.template).render(context)  # type: ignore[union-attr]
        shown.append(marks.panel(panel.name, sentence(panel.title), body))
    return SafeString("".join(shown))


class AgainNode(Node):
    """Renders a block of the page a second time."""

    def __init__(self, name: str) -> None:
        self.name = name

    def render(self, context: Context) -> str:
        blocks = context.render_context.get(BLOCK_CONTEXT_KEY)
        block = blocks.get_block(self.name) if blocks else None
        return block.render(context) if block else ""


@register.tag
def again(parser: Parser, token: Token) -> AgainNode:
    """`{% again "title" %}`: what the page put into the block, here once more; nothing where it put nothing."""
    return AgainNode(FilterExpression(token.split_contents()[1], parser).resolve(Context()))
