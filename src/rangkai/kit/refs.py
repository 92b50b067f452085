"""Numbers that people see: unique per region and kind, rising within a year (`K-2027-00123`)."""

from typing import Any

from django.db import models
from django.db.models import Max

from rangkai.kit.locks import lock


def take_refs(
    model: type[models.Model], *, region_id: int, prefix: str, year: int, count: int = 1
) -> list[str]:
    """The next `count` numbers; call inside a transaction. One query, and a lock until it ends."""
    lock(f"ref:{prefix}", region_id)
    head = f"{prefix}-{year}-"
    manager: Any = model._default_manager
    last = manager.filter(region_id=region_id, ref__startswith=head).aggregate(last=Max("ref"))["last"]
    start = int(last.rsplit("-", 1)[1]) if last else 0
    return [f"{head}{number:05d}" for number in range(start + 1, start + count + 1)]
