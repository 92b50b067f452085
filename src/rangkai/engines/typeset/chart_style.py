"""What every chart shares: its looks, its numbers, and how it is drawn for print."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from rangkai.engines.typeset.document import Figure, Source, Table
from rangkai.engines.typeset.pictures import PRINT_PPI, raster
from rangkai.lib.numbers import format_number

Spec = dict[str, Any]
Width = int | Literal["container"]

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
PRINT_WIDTH = 560
PRINT_FONT = "Libertinus Serif, Liberation Sans, sans-serif"
LOCALE = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["Rp ", ""], "minus": "-"}
INK, MUTED, HAIR = "#1d2733", "#5b6770", "#e3e8ee"
_UNITS = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"))


@dataclass(frozen=True)
class Chart:
    """The spec for vega-embed, `to_svg` and `to_png`; the text for who can't see it; the table behind it."""

    spec: Spec
    alt: str
    table: Table


def to_svg(spec: Spec) -> str:
    """Text stays text; the fonts it names are those that Typst and vl-convert bring along."""
    import vl_convert

    svg: str = vl_convert.vegalite_to_svg(_for_print(spec), format_locale=LOCALE)
    return svg


def to_png(spec: Spec, ppi: float = PRINT_PPI) -> bytes:
    return raster(to_svg(spec).encode(), ppi)


def to_figure(chart: Chart, caption: str, source: Source | None = None, key: str = "") -> Figure:
    """The chart as a figure of a book, drawn for both files."""
    svg = to_svg(chart.spec)
    return Figure(caption, chart.alt, svg, raster(svg.encode()), source, key)


def to_sketch(chart: Chart, caption: str, source: Source | None = None, key: str = "") -> Figure:
    """The chart as a figure that `render.drawn` will draw, together with all others of its book."""
    spec = json.dumps(_for_print(chart.spec))
    return Figure(caption, chart.alt, source=source, key=key, spec=spec)


def _for_print(spec: Spec) -> Spec:
    printed = {**spec, "config": {**spec["config"], "font": PRINT_FONT}}
    return {**printed, "width": PRINT_WIDTH} if spec["width"] == "container" else printed


def finish(layers: Sequence[Spec], title: str, said: str, width: Width, height: int) -> Spec:
    """The whole spec, with title, alt text and looks; `usermeta` tells vega-embed how numbers are written."""
    return {
        "$schema": SCHEMA,
        "title": {"text": title, "anchor": "start", "fontSize": 14, "color": INK, "offset": 14},
        "description": said,
        "width": width,
        "height": height,
        "layer": list(layers),
        "config": _CONFIG,
        "usermeta": {"embedOptions": {"formatLocale": LOCALE}},
    }


def layer(rows: Sequence[Spec], mark: Spec, **channels: Spec | list[Spec]) -> Spec:
    """One layer over data of its own."""
    return {"data": {"values": list(rows)}, "mark": mark, "encoding": channels}


def years() -> Spec:
    return {"field": "tahun", "type": "ordinal", "title": None, "axis": {"labelAngle": 0}}


def amount(field: str, **more: Any) -> Spec:
    """A quantity that starts at zero. Of layers that share the axis, one alone names its `title`."""
    return {"field": field, "type": "quantitative", "scale": {"zero": True}} | more


def words(field: str) -> Spec:
    return {"field": field, "type": "nominal"}


def colour(field: str, names: Sequence[str], colours: Sequence[str], legend: Spec | None) -> Spec:
    scale = {"domain": list(names), "range": list(colours)}
    shown = None if legend is None else {"title": None, **legend}
    return {"field": field, "type": "nominal", "scale": scale, "legend": shown}


def tooltip(**titles: str) -> list[Spec]:
    """Fields and what they are called."""
    return [{"field": field, "type": "nominal", "title": title} for field, title in titles.items()]


_CONFIG: Spec = {
    "view": {"stroke": None},
    "axis": {
        "labelColor": MUTED,
        "titleColor": MUTED,
        "labelFontSize": 11,
        "titleFontSize": 11,
        "titleFontWeight": "normal",
        "gridColor": HAIR,
        "domainColor": "#9aa5b1",
        "ticks": False,
        "labelPadding": 6,
    },
    "legend": {"labelColor": INK, "labelFontSize": 11, "symbolType": "square", "symbolStrokeWidth": 0},
    "text": {"color": INK, "fontSize": 11},
    "scale": {"bandPaddingInner": 0.28},
}


def rupiah_unit(largest: int) -> tuple[int, str]:
    """The unit in which the largest amount reads best: (1_000_000_000, "Rp miliar")."""
    for unit, word in _UNITS:
        if largest >= unit:
            return unit, f"Rp {word}"
    return 1, "Rp"


def in_unit(amount: int, unit: int) -> str:
    """At most one decimal: "12,4"; whole numbers without."""
    return format_number(round(amount / unit, 1) if amount % unit else amount // unit)
