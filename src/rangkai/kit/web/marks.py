"""Icon, dimension and state as markup: a colour is never alone, the word and the shape go with it."""

from functools import lru_cache
from pathlib import Path
from typing import Protocol

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

ICONS = Path(__file__).resolve().parents[2] / "vendored" / "icons"

TONES: dict[str, frozenset[str]] = {
    "good": frozenset(
        {"approved", "accepted", "adopted", "back", "done", "saved", "solved", "published", "programme"}
    ),
    "busy": frozenset(
        {"running", "submitted", "checked", "queued", "proposed", "previewed", "mapped", "uploaded"}
        | {"making", "read"}
    ),
    "late": frozenset({"late", "partly", "returned", "postponed"}),
    "blocked": frozenset({"blocked", "failed", "refused", "rejected", "troubled"}),
    "stopped": frozenset({"stopped", "cancelled", "dropped"}),
}
SHAPES = {
    "good": "circle-check",
    "busy": "circle-half-2",
    "late": "alert-triangle",
    "blocked": "alert-octagon",
    "stopped": "player-stop",
    "plain": "circle-dashed",
}


class DimensionLike(Protocol):
    """What a chip needs of a dimension."""

    code: str
    name: str
    name_en: str
    icon: str


@lru_cache(maxsize=256)
def icon(name: str, css: str = "") -> SafeString:
    """An inline SVG for the eye only; the word beside it speaks. Raises LookupError for a name not in `ICONS`."""
    path = ICONS / f"{name}.svg"
    if not path.is_file():
        raise LookupError(f"icon {name!r} is not listed in rangkai.config.assets.ICONS")
    drawing = mark_safe(path.read_text(encoding="utf-8"))  # noqa: S308 (a file of an installed package)
    return format_html(
        '<svg class="icon {}" width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor"'
        ' stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">'
        "{}</svg>",
        css,
        drawing,
    )


def dimension(found: DimensionLike | None) -> SafeString:
    """A chip with colour, icon and word; a dash where there is none."""
    if found is None:
        return nothing()
    return _chip(found.code, found.name_en if get_language() == "en" else found.name, found.icon)


@lru_cache(maxsize=64)
def _chip(code: str, name: str, icon_name: str) -> SafeString:
    return format_html(
        '<span class="dim dim-{}">{}<span>{}</span></span>', code.lower(), icon(icon_name), name
    )


def tone_of(code: str) -> str:
    """The tone of a state; `plain` for one that says neither good nor bad."""
    return next((tone for tone, codes in TONES.items() if code in codes), "plain")


def state(value: object, label: object = "") -> SafeString:
    """A badge with shape and word. `value` is a Term, a Choices member, or a code with its `label`."""
    code = str(getattr(value, "value", value))
    word = str(label or getattr(value, "label", "") or code)
    return _badge(tone_of(code), gettext(word) if word else "")


@lru_cache(maxsize=512)
def _badge(tone: str, word: str) -> SafeString:
    return format_html(
        '<span class="state state-{}">{}<span>{}</span></span>', tone, icon(SHAPES[tone]), word
    )


def nothing() -> SafeString:
    """What an empty cell shows: a dash for the eye, a word for the ear."""
    return format_html(
        '<span class="text-secondary" aria-hidden="true">–</span><span class="visually-hidden">{}</span>',
        gettext("kosong"),
    )


def shown(value: object) -> SafeString:
    """Any value, escaped."""
    return conditional_escape(value if isinstance(value, str) else str(value))


def panel(name: str, title: str, body: str) -> SafeString:
    """A box on a record page; `body` is markup that a template rendered."""
    return format_html(
        '<section class="card mb-3" id="panel-{}" aria-labelledby="panel-{}-title">'
        '<div class="card-header"><h2 class="card-title" id="panel-{}-title">{}</h2></div>{}</section>',
        name,
        name,
        name,
        title,
        mark_safe(body),  # noqa: S308 (rendered by a template, which escaped it)
    )
