"""Where services wait for infrastructure: the region's table, or one office's."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext

from rangkai.domains.architecture.policies import SERVICE
from rangkai.domains.architecture.queries import office_choices
from rangkai.domains.architecture.queries.readiness import service_groups, waiting_for
from rangkai.domains.architecture.rules.readiness import FREE, UNKNOWN, Line, Tally, finding
from rangkai.domains.architecture.rules.readiness import readiness as summed
from rangkai.domains.architecture.rules.terms import MEANING, Digitalisation, Hindrance
from rangkai.kit.messages import render as sentence
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.links import link


@dataclass(frozen=True)
class Cell:
    """A number that leads to the services it counts."""

    label: str
    tally: Tally
    url: str


@dataclass(frozen=True)
class ShownLine:
    """A row of a table: its words, and its cells in the order of the heads."""

    word: str
    note: str
    cells: tuple[Cell, ...]


@page
def readiness(request: PlacedRequest) -> HttpResponse:
    """Degree × hindrance, offices, and who waits for what; `?pd=` narrows to one office. Five queries at most."""
    here = request.here
    SERVICE.require(here.actor, "view")
    offices = dict(office_choices(here.actor))
    chosen = request.GET.get("pd", "")
    office = chosen if chosen in offices else ""
    office_id = int(office) if office else None
    found = summed(service_groups(here.actor, office_id=office_id))
    linked = Linked(link(here, "architecture:list"), office)
    waiting = [
        waiting_for(here.actor, hindrance=one, count=found.total.by[one].services, office_id=office_id)
        for one in Hindrance
    ]
    context = {
        "found": found,
        "finding": finding(found),
        "heads": linked.heads(),
        "degrees": [linked.degree(line) for line in found.degrees],
        "total": linked.total(found.total),
        "offices": [] if office else [linked.office(line, offices) for line in found.offices],
        "waiting": [(one, linked.waiting(one.hindrance)) for one in waiting if one],
        "choices": list(offices.items()),
        "office": office,
        "office_name": offices.get(office, ""),
    }
    return render(request, "architecture/readiness.html", context)


class Linked:
    """Turns lines into rows whose numbers lead to the list, narrowed as the page is."""

    def __init__(self, address: str, office: str) -> None:
        self.address, self.office_value = address, office

    def heads(self) -> list[str]:
        return [
            *(gettext(one.label) for one in Hindrance),
            gettext("tanpa hambatan"),
            gettext("seluruhnya"),
        ]

    def degree(self, line: Line) -> ShownLine:
        if line.key == UNKNOWN:
            return ShownLine(gettext("belum dinilai"), "", self._cells(line, {"digitalisasi": UNKNOWN}))
        degree = Digitalisation(line.key)
        query = {"digitalisasi": line.key}
        return ShownLine(gettext(degree.label), sentence(MEANING[degree]), self._cells(line, query))

    def total(self, line: Line) -> ShownLine:
        return ShownLine(gettext("Seluruhnya"), "", self._cells(line, {}))

    def office(self, line: Line, names: Mapping[str, str]) -> ShownLine:
        return ShownLine(names.get(line.key, ""), f"?pd={line.key}", self._cells(line, {"pd": line.key}))

    def waiting(self, hindrance: Hindrance) -> str:
        return self._url({"hambatan": hindrance.value})

    def _cells(self, line: Line, query: Mapping[str, str]) -> tuple[Cell, ...]:
        named = [
            *((one.label, line.by[one], {"hambatan": one.value}) for one in Hindrance),
            ("tanpa hambatan", line.free, {"hambatan": FREE}),
            ("seluruhnya", line.total, {}),
        ]
        return tuple(Cell(gettext(word), tally, self._url({**query, **more})) for word, tally, more in named)

    def _url(self, query: Mapping[str, str]) -> str:
        asked = QueryDict(mutable=True)
        asked.update({**({"pd": self.office_value} if self.office_value else {}), **query})
        return f"{self.address}?{asked.urlencode()}" if asked else self.address
