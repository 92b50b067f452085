"""Addresses inside a region: every one carries the region's code, so nobody has to."""

from typing import Any

from django.http import QueryDict
from django.urls import reverse

from rangkai.kit.web.context import Here


def link(here: Here, name: str, /, **kwargs: Any) -> str:
    """`link(here, "needs:need", ref="K-2027-00123")`; the twin of the tag `{% to %}`."""
    return reverse(name, kwargs={"region_code": here.region.code, **kwargs})


def changed_query(query: QueryDict, **changes: object) -> str:
    """`?…` with some parameters set (a list sets several, "" or None removes) and the others kept."""
    new = query.copy()
    for name, value in changes.items():
        if value is None or value in ("", []):
            new.pop(name, None)
        else:
            new.setlist(name, [str(v) for v in value] if isinstance(value, list | tuple) else [str(value)])
    return f"?{new.urlencode()}" if new else "?"
