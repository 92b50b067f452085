"""Who is here and in which region: resolved once a request by what `organisations` registers."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from typing import Any, Protocol, cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from rangkai import __version__
from rangkai.kit.policies import Actor
from rangkai.kit.registries import rooms_for


@dataclass(frozen=True)
class RegionFact:
    """The government whose pages are shown."""

    id: int
    code: str
    name: str
    timezone: str


@dataclass(frozen=True)
class Here:
    """One request's place: the person, the region, and today there."""

    actor: Actor
    region: RegionFact
    today: date
    regions: tuple[RegionFact, ...] = ()
    greeting: str = ""
    role_label: str = ""
    office_label: str = ""
    period: str = ""
    notices: int = 0
    strip: str = ""
    extra: dict[str, object] = field(default_factory=dict)


class PlacedRequest(HttpRequest):
    """A request that passed `@page`."""

    here: Here


class _View(Protocol):
    def __call__(self, request: PlacedRequest, /, *args: Any, **kwargs: Any) -> HttpResponseBase: ...


_resolver: list[Callable[[HttpRequest, str], Here]] = []


def register_resolver(resolve: Callable[[HttpRequest, str], Here]) -> None:
    """`resolve(request, region_code)` raises Missing for a region that the person has no place in."""
    _resolver[:] = [resolve]


def place_request(request: HttpRequest, region_code: str) -> PlacedRequest:
    """Put `here` on a signed-in request; raises Missing for a region where the person has no place."""
    placed = cast(PlacedRequest, request)
    placed.here = _resolver[0](request, region_code)
    return placed


def page(view: _View) -> Callable[..., HttpResponseBase]:
    """Sign-in required; takes `region_code` out of the address and gives the view `request.here`."""

    @login_required
    @wraps(view)
    def wrapped(request: HttpRequest, region_code: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
        placed = place_request(request, region_code)
        with timezone.override(placed.here.region.timezone):
            return view(placed, *args, **kwargs)

    return wrapped


def frame(request: HttpRequest) -> dict[str, object]:
    """What the base template needs; nothing for a visitor who has not signed in."""
    here: Here | None = getattr(request, "here", None)
    base: dict[str, object] = {"here": here, "app_version": __version__}
    if here is not None:
        base["rooms"] = rooms_for(here.actor)
        base["region_code"] = here.region.code
    return base
