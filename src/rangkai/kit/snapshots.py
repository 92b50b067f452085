"""Frozen editions of books, rounds and adopted scenarios."""

import hashlib
import json
from typing import Any

from rangkai.kit.models import Snapshot
from rangkai.kit.policies import Actor


def canonical(body: object) -> str:
    """JSON with sorted keys and no blanks: the same content has the same text, and so the same fingerprint."""
    return json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def freeze(actor: Actor, *, kind: str, object_id: int, body: object, schema: int = 1) -> Snapshot:
    """Keep `body` for ever; call inside the action's transaction. One insert."""
    text = canonical(body)
    return Snapshot.objects.create(
        region_id=actor.region_id,
        kind=kind,
        object_id=object_id,
        schema=schema,
        body=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        actor_id=actor.user_id,
    )


def body_of(snapshot: Snapshot) -> Any:
    """What was frozen; raises ValueError when it no longer matches its fingerprint."""
    if hashlib.sha256(snapshot.body.encode()).hexdigest() != snapshot.sha256:
        raise ValueError(f"snapshot {snapshot.pk} was altered")
    return json.loads(snapshot.body)
