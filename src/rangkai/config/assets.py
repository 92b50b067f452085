"""Copies what the browser needs, and the region codes, out of `node_modules` into `vendored/`.

    python -m rangkai.config.assets node_modules

Nothing of it is kept in git; it is packed into the wheel. Knows nothing of the framework, so that it can run first.
"""

import gzip
import hashlib
import re
import shutil
import sys
from pathlib import Path

VENDORED = Path(__file__).resolve().parent.parent / "vendored"

FILES: dict[str, str] = {
    "@tabler/core/dist/css/tabler.min.css": "tabler.min.css",
    "htmx.org/dist/htmx.min.js": "htmx.min.js",
    "vega/build/vega.min.js": "vega.min.js",
    "vega-lite/build/vega-lite.min.js": "vega-lite.min.js",
    "vega-embed/build/vega-embed.min.js": "vega-embed.min.js",
}

REGION_CODES = ("provinces", "regencies", "districts", "villages")

LICENCES: dict[str, str] = {
    "@tabler/icons/LICENSE": "tabler.txt",
    "htmx.org/LICENSE": "htmx.txt",
    "vega/LICENSE": "vega.txt",
    "vega-lite/LICENSE": "vega-lite.txt",
    "vega-embed/LICENSE": "vega-embed.txt",
    "idn-area-data/LICENSE": "idn-area-data.txt",
    "idn-area-data/data/LICENSE.md": "idn-area-data-odbl.md",
}

ICONS: tuple[str, ...] = (
    *("adjustments", "alert-circle", "alert-octagon", "alert-triangle", "arrow-back-up", "arrow-down"),
    *(
        "arrow-left",
        "arrow-right",
        "arrow-up",
        "arrows-sort",
        "arrows-split",
        "award",
        "bell",
        "bolt",
        "book",
    ),
    *("bookmark", "building", "building-bank", "building-store", "bulb", "calendar", "category", "chart-bar"),
    *("check", "chevron-down", "chevron-left", "chevron-right", "chevron-up", "circle", "circle-check"),
    *("circle-dashed", "circle-half-2", "circle-x", "clipboard-check", "clipboard-list", "clock", "coins"),
    *("columns-3", "copy", "database", "device-floppy", "dots", "dots-vertical", "download", "edit"),
    *("external-link", "eye", "file-check", "file-import", "file-spreadsheet", "file-text", "filter", "flag"),
    *("gavel", "git-branch", "git-merge", "help-circle", "history", "home", "home-heart", "hourglass"),
    *("info-circle", "language", "layers-intersect", "leaf", "link", "list", "list-check", "lock", "logout"),
    *("mail", "map", "map-pin", "menu-2", "message", "photo", "player-pause", "player-play", "player-stop"),
    *("plus", "printer", "refresh", "restore", "route", "scale", "school", "search", "send", "settings"),
    *(
        "signature",
        "sitemap",
        "speakerphone",
        "stack-2",
        "star",
        "table-export",
        "table-import",
        "tag",
        "target",
    ),
    *(
        "target-arrow",
        "timeline",
        "trash",
        "upload",
        "user",
        "user-circle",
        "users",
        "users-group",
        "versions",
    ),
    *("world", "writing-sign", "x"),
)

SOURCE_MAP = re.compile(rb"(?:/\*[#@]\s*sourceMappingURL=.*?\*/|//[#@]\s*sourceMappingURL=\S*)")


def fingerprint(lock: Path) -> str:
    """Changes when a package or this list does."""
    return hashlib.sha256(lock.read_bytes() + Path(__file__).read_bytes()).hexdigest()


def copy_assets(modules: Path, target: Path = VENDORED) -> bool:
    """Fill `target` anew unless it is up to date; returns whether anything was copied.

    Raises FileNotFoundError when a package of the lock file is not installed.
    """
    stamp = target / ".stamp"
    now = fingerprint(modules.parent / "package-lock.json")
    if stamp.exists() and stamp.read_text() == now:
        return False
    shutil.rmtree(target, ignore_errors=True)
    for folder in ("static/vendored", "icons", "licences", "idn-area-data"):
        (target / folder).mkdir(parents=True)
    for source, name in FILES.items():
        # The maps are not shipped, and the hashing storage refuses a link to a file that is not there.
        (target / "static/vendored" / name).write_bytes(SOURCE_MAP.sub(b"", (modules / source).read_bytes()))
    for name in ICONS:
        source_icon = modules / "@tabler/icons/icons/outline" / f"{name}.svg"
        (target / "icons" / f"{name}.svg").write_text(
            inner(source_icon.read_text(encoding="utf-8")), encoding="utf-8"
        )
    for source, name in LICENCES.items():
        shutil.copyfile(modules / source, target / "licences" / name)
    for name in REGION_CODES:
        data = (modules / "idn-area-data/data" / f"{name}.csv").read_bytes()
        (target / "idn-area-data" / f"{name}.csv.gz").write_bytes(gzip.compress(data, mtime=0))
    stamp.write_text(now)
    return True


def inner(svg: str) -> str:
    """The drawing without its frame and without the invisible square that every icon carries."""
    body = svg[svg.index(">") + 1 : svg.rindex("</svg>")]
    drawing = [line.strip() for line in body.splitlines() if line.strip() and 'd="M0 0h24v24H0z"' not in line]
    return "".join(drawing)


def main(arguments: list[str]) -> int:
    """Exit status 0 done, 1 a package is missing, 2 wrong use."""
    if len(arguments) not in {1, 2}:
        sys.stderr.write("usage: python -m rangkai.config.assets node_modules [TARGET]\n")
        return 2
    folders = [Path(argument).resolve() for argument in arguments]
    try:
        copy_assets(*folders)
    except FileNotFoundError as missing:
        sys.stderr.write(f"{missing.filename} is missing: run `npm ci` first.\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
