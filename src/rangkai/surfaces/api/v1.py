"""Lists for machines: everything a person may see in one answer, under the person's own session.

The bodies are written by orjson without a pass through the schemas; a test validates them against the schemas instead.
"""

from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.security import django_auth

from rangkai import __version__
from rangkai.kit.web.context import Here, place_request
from rangkai.surfaces.api import bodies
from rangkai.surfaces.api.schemas import NeedList, ProgrammeList, Refused

api = NinjaAPI(
    title="Rangkai",
    version="1",
    urls_namespace="api-v1",
    docs_url=None,
    auth=django_auth,
    description=f"Rangkai {__version__}",
)


def here_of(request: HttpRequest, region_code: str) -> Here:
    """The same place as on the pages: Missing (404) for a region where the person holds no post."""
    return place_request(request, region_code).here


def answer(body: dict[str, Any]) -> HttpResponse:
    return HttpResponse(orjson.dumps(body), content_type="application/json")


@api.get("/{region_code}/needs", response={200: NeedList, 404: Refused}, summary="Kebutuhan")
def needs(request: HttpRequest, region_code: str, q: str = "") -> HttpResponse:
    """Every live need that you may see, by number; `q` narrows by words."""
    return answer(bodies.needs_body(here_of(request, region_code), q))


@api.get("/{region_code}/programmes", response={200: ProgrammeList, 404: Refused}, summary="Program")
def programmes(request: HttpRequest, region_code: str) -> HttpResponse:
    """Every live programme that you may see, with its funding lines; money is whole rupiah."""
    return answer(bodies.programmes_body(here_of(request, region_code)))
