"""Files into sheets: the kind is told by content, every sheet is measured before it is opened."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rangkai.engines.tabular.addresses import Area
from rangkai.engines.tabular.biff import scan_xls
from rangkai.engines.tabular.delimited import read_delimited
from rangkai.engines.tabular.formats import kind_of
from rangkai.engines.tabular.grid import is_blank
from rangkai.engines.tabular.markup import read_markup
from rangkai.engines.tabular.model import Limits, Raw, Sheet, Workbook
from rangkai.engines.tabular.opendocument import scan_ods
from rangkai.engines.tabular.opening import open_workbook
from rangkai.engines.tabular.refusals import nothing_in_it
from rangkai.engines.tabular.scans import Scan
from rangkai.engines.tabular.spreadsheetml import scan_xlsx
from rangkai.lib.errors import N_, Message

_SPOKEN = {
    "xlsx": N_("Excel (.xlsx)"),
    "xls": N_("Excel lama (.xls)"),
    "ods": N_("OpenDocument (.ods)"),
    "html": N_("HTML"),
    "csv": N_("CSV"),
}
_ALSO_CSV = frozenset({"csv", "txt", "tsv", "tab"})
_ALSO_HTML = frozenset({"htm", "html"})
_ALSO_XLSX = frozenset({"xlsx", "xlsm", "xltx", "xltm"})


def read_workbook(data: bytes, filename: str, limits: Limits = Limits()) -> Workbook:  # noqa: B008
    """Every sheet of an xlsx, xls, ods, csv, or of HTML saved as .xls, from A1 on.

    Raises `Invalid` for a file that is empty, locked, damaged, of another kind, or beyond `limits`.
    """
    kind = kind_of(data, filename, limits)
    notes: tuple[Message, ...] = ()
    if kind == "csv":
        sheet, notes = read_delimited(data, filename, limits)
        sheets = [sheet]
    elif kind == "html":
        sheet, notes = read_markup(data, filename, limits)
        sheets = [sheet]
    else:
        sheets = _read_book(data, filename, kind, limits)
    if not any(_has_content(sheet) for sheet in sheets):
        raise nothing_in_it(filename)
    return Workbook(filename, kind, tuple(sheets), (*_renamed(filename, kind), *notes))


def _has_content(sheet: Sheet) -> bool:
    return any(not is_blank(raw) for row in sheet.grid for raw in row)


def _renamed(filename: str, kind: str) -> tuple[Message, ...]:
    suffix = filename.rsplit(".", 1)[-1].lower() if "." in filename else ""
    expected = {"csv": _ALSO_CSV, "html": _ALSO_HTML, "xlsx": _ALSO_XLSX}.get(kind, frozenset({kind}))
    if not suffix or suffix in expected:
        return ()
    return (
        N_("Nama berkas berakhiran .%(suffix)s, tetapi isinya %(kind)s.", suffix=suffix, kind=_SPOKEN[kind]),
    )


def _read_book(data: bytes, filename: str, kind: str, limits: Limits) -> list[Sheet]:
    scans = _scans(data, filename, kind, limits)
    opened = open_workbook(data, filename, limits)
    return [_completed(sheet, _scan_of(scans, sheet.name, order)) for order, sheet in enumerate(opened)]


def _scans(data: bytes, filename: str, kind: str, limits: Limits) -> dict[str, Scan] | list[Scan]:
    if kind == "xlsx":
        return scan_xlsx(data, filename, limits)
    return scan_ods(data, filename, limits) if kind == "ods" else scan_xls(data, filename, limits)


def _scan_of(scans: dict[str, Scan] | list[Scan], name: str, order: int) -> Scan:
    if isinstance(scans, dict):
        return scans.get(name) or Scan(name)
    return scans[order] if order < len(scans) else Scan(name)


def _completed(sheet: Sheet, scan: Scan) -> Sheet:
    """The sheet with its errors back in place, and its merged areas cut to what is there."""
    grid = _with_errors(sheet.grid, scan.errors) if scan.errors else sheet.grid
    return replace(sheet, grid=grid, merged=_within(scan.merged or sheet.merged, grid))


def _with_errors(grid: Sequence[Sequence[Raw]], errors: Mapping[tuple[int, int], str]) -> list[list[Raw]]:
    """Error cells that the reader left out, even beyond its last row or column."""
    completed = [list(row) for row in grid]
    for (row, column), error in errors.items():
        completed.extend([] for _ in range(row - len(completed)))
        line = completed[row - 1]
        line.extend([""] * (column + 1 - len(line)))
        line[column] = error
    return completed


def _within(areas: Sequence[Area], grid: Sequence[Sequence[Raw]]) -> tuple[Area, ...]:
    """Merged areas cut to the sheet, since a format may merge down to the last row of Excel.

    Areas never overlap; where they claim more cells than the sheet has, none of them is believed.
    """
    width = max((len(row) for row in grid), default=0)
    cut = (Area(a.top, a.left, min(a.bottom, len(grid)), min(a.right, width - 1)) for a in areas)
    kept = sorted(
        area for area in cut if area.bottom >= area.top and area.right >= area.left and area.size > 1
    )
    return tuple(kept) if sum(area.size for area in kept) <= len(grid) * width else ()
