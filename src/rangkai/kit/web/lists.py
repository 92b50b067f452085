"""The list: declared once a noun, with filters, sorting, columns, ticked rows, saved views and export.

Everything that it shows is in the address. Two queries (counts, rows), one for the saved views, and what the choices of
the filters cost.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.db.models.expressions import OrderBy
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.html import format_html
from django.utils.safestring import SafeString

from rangkai.kit.messages import render as sentence
from rangkai.kit.policies import Actor
from rangkai.kit.search import matching
from rangkai.kit.web import exports, saved_views
from rangkai.kit.web.columns import Column, cell
from rangkai.kit.web.context import Here, PlacedRequest
from rangkai.kit.web.filters import Chip, Filter, OpenFilter, chips, open_filter
from rangkai.kit.web.links import changed_query, link
from rangkai.lib.errors import N_, Invalid, Message

PAGE = 50
FRONT = 3
DOWNLOADS = (("xlsx", N_("Lembar kerja (.xlsx)")), ("csv", N_("Teks berpemisah (.csv)")))


@dataclass(frozen=True)
class Bulk:
    """A button for the ticked rows: posts to `url_name`, whose view reads them with `ListPage.ticked(request)`.

    `choices(here)` adds a select named `value` before the button; `confirm` asks first.
    """

    label: Message
    url_name: str
    icon: str
    allowed: Callable[[Actor], bool] = lambda actor: True
    choices: Callable[[Here], Sequence[tuple[str, str]]] | None = None
    confirm: Message | None = None


@dataclass(frozen=True)
class Button:
    """A way out of a page; the first of a page is its main action."""

    label: Message
    url_name: str
    icon: str = "plus"
    allowed: Callable[[Actor], bool] = lambda actor: True


@dataclass(frozen=True)
class Empty:
    """What belongs here and why; the one thing to do is the page's main action."""

    title: Message
    text: Message


@dataclass(frozen=True)
class Head:
    """A header cell: which way a click sorts, and how it is sorted now."""

    name: str
    label: str
    css: str
    sort_query: str
    sorted: str


@dataclass(frozen=True)
class Row:
    """A row with its cells as markup; the first cell is the link."""

    id: int
    key: str
    cells: SafeString


@dataclass(frozen=True)
class ListPage:
    """`rows(here)` gives the rows that the person may see (policy applied), with all that the columns read joined in.

    `row_url(here, row)` and `row_key(row)` (its ref) make no query. `order` is the order when nobody asked for one.
    A template of one's own extends kit/list.html and fills `above_list`, `below_list` with what `around(here)` gathers.
    """

    name: str
    title: Message
    purpose: Message
    rows: Callable[[Here], QuerySet[Any]]
    columns: Sequence[Column]
    row_url: Callable[[Here, Any], str]
    row_key: Callable[[Any], str]
    empty: Empty
    order: Sequence[str]
    filters: Sequence[Filter] = ()
    search_kind: str = ""
    buttons: Sequence[Button] = ()
    bulk: Sequence[Bulk] = ()
    template: str = "kit/list.html"
    around: Callable[[Here], dict[str, object]] = field(default=lambda here: {})

    def respond(self, request: PlacedRequest) -> HttpResponse:
        """The page, its list alone (htmx), or the sheet (`?unduh=xlsx|csv`).

        A form without JavaScript also sends its empty fields; the address is then cleaned once.
        """
        view = View(self, request.here, request.GET)
        if kind := request.GET.get("unduh"):
            return exports.sheet(view.export_name(), kind, view.shown_columns(), view.all_rows())
        if request.headers.get("HX-Target", "").endswith("#list"):
            response = render(request, "kit/list.html#list", view.context())
            response["HX-Push-Url"] = request.path + view.address()
            return response
        if any("" in values for _, values in request.GET.lists()):
            return redirect(request.path + view.address())
        return render(request, self.template, {**view.context(), **self.around(request.here)})

    def ticked(self, request: PlacedRequest) -> QuerySet[Any]:
        """The rows that a bulk button was pressed for: the ticked ones, or all that the filters show (`all=1`)."""
        view = View(self, request.here, request.GET)
        if request.POST.get("all") == "1":
            return view.all_rows()
        ids = [int(value) for value in request.POST.getlist("id") if value.isdigit()]
        if not ids:
            raise Invalid(N_("Belum ada baris yang dicentang. Centang dahulu, lalu tekan tombolnya."))
        return self.rows(request.here).filter(pk__in=ids)


def bulk_value(request: PlacedRequest) -> str:
    """What was chosen in the select beside the bulk button that was pressed."""
    return request.POST.get(request.POST.get("value-name", ""), "")


@dataclass
class View:
    """One look at a list: the address, read."""

    page: ListPage
    here: Here
    query: QueryDict
    filters: list[OpenFilter] = field(init=False)

    def __post_init__(self) -> None:
        self.query = self.cleaned(self.query)
        self.filters = [open_filter(found, self.here, self.query) for found in self.page.filters]

    def condition(self) -> Q:
        """Everything that the address asks for, as one condition."""
        condition = Q()
        for opened in self.filters:
            condition &= opened.condition
        words = self.query.get("q", "").strip()
        if words and self.page.search_kind:
            found = matching(region_id=self.here.region.id, kind=self.page.search_kind, query=words)
            condition &= Q() if found is None else Q(pk__in=found)
        return condition

    def shown_columns(self) -> list[Column]:
        """The chosen columns, in the list's own order; the first is always there, for it is the link."""
        first, *others = self.page.columns
        wanted = self.query.getlist("kolom")
        return [first, *(c for c in others if (c.name in wanted if wanted else c.shown))]

    def sorting(self) -> tuple[str, bool]:
        """Column and whether it runs down, as `?urut=-nilai` asks; ("", False) for the list's own order."""
        asked = self.query.get("urut", "")
        name, down = asked.lstrip("-"), asked.startswith("-")
        known = {column.name for column in self.page.columns if column.sort}
        return (name, down) if name in known else ("", False)

    def order(self) -> list[str | OrderBy]:
        """Rows without a value come last, whichever way the column runs."""
        name, down = self.sorting()
        keys = next((column.sort for column in self.page.columns if column.name == name), ())
        asked = [
            F(key.removeprefix("-")).desc(nulls_last=True)
            if key.startswith("-") != down
            else F(key.removeprefix("-")).asc(nulls_last=True)
            for key in keys
        ]
        return [*asked, *self.page.order]

    def all_rows(self) -> QuerySet[Any]:
        """Every row that the filters show."""
        return self.page.rows(self.here).filter(self.condition()).order_by(*self.order())

    def cleaned(self, query: QueryDict) -> QueryDict:
        """The query without what says nothing: empty fields, the first page, the columns of every day."""
        usual = [column.name for column in self.page.columns[1:] if column.shown]
        clean = QueryDict(mutable=True)
        for name, values in query.lists():
            said = [value for value in values if value]
            if said and not (name == "kolom" and said == usual) and (name, said) != ("page", ["1"]):
                clean.setlist(name, said)
        return clean

    def address(self) -> str:
        return f"?{self.query.urlencode()}" if self.query else ""

    def export_name(self) -> str:
        return f"{self.page.name}-{self.here.region.code}-{self.here.today.isoformat()}"

    def context(self) -> dict[str, object]:
        """What the template shows; the counts are one query, the rows another."""
        condition = self.condition()
        counts = (
            self.page.rows(self.here)
            .order_by()
            .aggregate(every=Count("pk"), shown=Count("pk", filter=condition) if condition else Count("pk"))
        )
        pages = max(1, -(-counts["shown"] // PAGE))
        number = min(max(1, _int(self.query.get("page", "1"))), pages)
        found = list(self.all_rows()[(number - 1) * PAGE : number * PAGE]) if counts["shown"] else []
        columns = self.shown_columns()
        in_force: list[Chip] = chips(self.filters, self.query)
        return {
            "list": self.page,
            "heads": self.heads(columns),
            "rows": self.markup(columns, found),
            "every": counts["every"],
            "shown": counts["shown"],
            "filters_front": self.filters[:FRONT],
            "filters_more": self.filters[FRONT:],
            "chosen_more": sum(len(opened.chosen) for opened in self.filters[FRONT:]),
            "chips": in_force,
            "words": self.query.get("q", ""),
            "pages": pages,
            "first": (number - 1) * PAGE + 1 if counts["shown"] else 0,
            "last": min(number * PAGE, counts["shown"]),
            "column_choices": [(c.name, sentence(c.label), c in columns) for c in self.page.columns[1:]],
            "sort": self.query.get("urut", ""),
            "buttons": [b for b in self.page.buttons if b.allowed(self.here.actor)],
            "bulk": self.bulk(),
            "panel_url": self.panel_url(found),
            "address": self.address(),
            "view_query": changed_query(self.query, page=None, panel=None),
            "before": changed_query(self.query, page=number - 1, panel=None) if number > 1 else "",
            "after": changed_query(self.query, page=number + 1, panel=None) if number < pages else "",
            "downloads": [
                (word, changed_query(self.query, unduh=kind, page=None, panel=None))
                for kind, word in DOWNLOADS
            ],
            **self.saved(),
        }

    def heads(self, columns: Sequence[Column]) -> list[Head]:
        name, down = self.sorting()
        return [
            Head(
                name=column.name,
                label=sentence(column.label),
                css=column.css,
                sort_query=changed_query(
                    self.query,
                    urut=f"-{column.name}" if column.name == name and not down else column.name,
                    page=None,
                )
                if column.sort
                else "",
                sorted=("descending" if down else "ascending") if column.name == name else "",
            )
            for column in columns
        ]

    def markup(self, columns: Sequence[Column], found: Sequence[Any]) -> list[Row]:
        """Cells are put together here and not in the template: four hundred of them cost a few milliseconds."""
        opening = [
            format_html('<td class="{}" role="cell" data-label="{}">', column.css, sentence(column.label))
            for column in columns
        ]
        rows = []
        for row in found:
            cells = [cell(column, row) for column in columns]
            cells[0] = format_html(
                '<a class="row-link" href="{}">{}</a>', self.page.row_url(self.here, row), cells[0]
            )
            markup = "".join(f"{head}{body}</td>" for head, body in zip(opening, cells, strict=True))
            rows.append(Row(row.pk, self.page.row_key(row), SafeString(markup)))
        return rows

    def bulk(self) -> list[dict[str, object]]:
        """The bulk buttons that the person may press; the address keeps the filters, for "all that is shown"."""
        query = changed_query(self.query, page=None, panel=None)
        return [
            {
                "label": found.label,
                "icon": found.icon,
                "url": link(self.here, found.url_name) + query,
                "choices": found.choices(self.here) if found.choices else (),
                "confirm": sentence(found.confirm) if found.confirm else "",
            }
            for found in self.page.bulk
            if found.allowed(self.here.actor)
        ]

    def panel_url(self, found: Sequence[Any]) -> str:
        """The record that the address holds open beside the list, if it is on this page."""
        key = self.query.get("panel", "")
        return next(
            (self.page.row_url(self.here, row) for row in found if key and self.page.row_key(row) == key), ""
        )

    def saved(self) -> dict[str, object]:
        store = saved_views.store()
        if store is None:
            return {"can_save_view": False}
        return {"can_save_view": True, "saved_views": store.views(self.here, self.page.name)}


def _int(text: str) -> int:
    return int(text) if text.isdigit() and len(text) < 8 else 1
