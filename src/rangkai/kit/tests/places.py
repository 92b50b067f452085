"""A place and a request for page patterns, without any noun."""

from datetime import date
from urllib.parse import urlencode

from django.contrib.messages.storage.fallback import FallbackStorage
from django.test import RequestFactory

from rangkai.kit.policies import Actor
from rangkai.kit.web.context import Here, PlacedRequest, RegionFact

TODAY = date(2026, 11, 24)


def here(**changes) -> Here:
    facts = {
        "actor": Actor(user_id=None, name="Citra", region_id=1),
        "region": RegionFact(1, "35.16", "Kabupaten Mojokerto", "Asia/Jakarta"),
        "today": TODAY,
    }
    return Here(**{**facts, **changes})


def request(path: str = "/35.16/proses/", *, post: dict | None = None, **headers: str) -> PlacedRequest:
    """A GET, or a POST of `post` (lists send several values)."""
    if post is None:
        made = RequestFactory().get(path, headers=headers)
    else:
        body = urlencode(post, doseq=True)
        made = RequestFactory().post(
            path, body, content_type="application/x-www-form-urlencoded", headers=headers
        )
    made.here = here()
    made.session = {}
    made._messages = FallbackStorage(made)
    return made
