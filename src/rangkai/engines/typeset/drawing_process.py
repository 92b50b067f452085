"""Draw charts; run in a process of its own.

The drawer (V8 and fonts) keeps some 75 MB for as long as its process lives, which would add to what Typst needs.
"""

import json
import sys
from base64 import b64encode

from rangkai.engines.typeset.chart_style import LOCALE
from rangkai.engines.typeset.pictures import raster


def main() -> None:
    """Standard input: a JSON list of Vega-Lite specs as text. Standard output: a list of [SVG, PNG in base 64]."""
    json.dump([draw(json.loads(spec)) for spec in json.load(sys.stdin)], sys.stdout)


def draw(spec: dict[str, object]) -> tuple[str, str]:
    """SVG and PNG of one spec."""
    import vl_convert

    svg: str = vl_convert.vegalite_to_svg(spec, format_locale=LOCALE)
    return svg, b64encode(raster(svg.encode())).decode()
