"""Drafts and saved views: a person's own, never anybody else's."""

from collections.abc import Mapping

from django.utils import timezone

from rangkai.domains.work.models import Draft, SavedView
from rangkai.domains.work.policies import OWN
from rangkai.domains.work.queries.own import draft_of, own_view, view_named
from rangkai.kit.actions import recording
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Forbidden
from rangkai.lib.text import squeeze

LONGEST_PAGE = 300
LONGEST_NAME = 80


def keep_draft(actor: Actor, *, page: str, data: Mapping[str, list[str]]) -> Draft | None:
    """Replace what was kept of a form; nothing for whoever has no account."""
    OWN.require(actor, "create")
    if actor.user_id is None:
        return None
    known = draft_of(actor, page=page[:LONGEST_PAGE])
    with recording("work.keep_draft", actor) as act:
        if known is not None:
            return act.update(known, version=known.version, data=dict(data), deleted_at=None)
        return act.create(
            Draft(region_id=actor.region_id, user_id=actor.user_id, page=page[:LONGEST_PAGE], data=dict(data))
        )


def drop_draft(actor: Actor, *, page: str) -> None:
    """Forget what was kept of a form; no error when there is nothing."""
    known = draft_of(actor, page=page[:LONGEST_PAGE])
    if known is None or known.deleted_at is not None:
        return
    with recording("work.drop_draft", actor) as act:
        act.update(known, version=known.version, data={}, deleted_at=timezone.now())


def save_view(actor: Actor, *, page: str, name: str, query: str, shared: bool) -> SavedView:
    """Keep a list's query under a name, or replace the person's own of that name."""
    OWN.require(actor, "create")
    if actor.user_id is None:
        raise Forbidden(N_("Masuk dahulu untuk menyimpan tampilan."))
    given = squeeze(name)[:LONGEST_NAME]
    known = view_named(actor, page=page, name=given)
    with recording("work.save_view", actor) as act:
        if known is not None:
            return act.update(known, version=known.version, query=query, shared=shared)
        return act.create(
            SavedView(
                region_id=actor.region_id,
                user_id=actor.user_id,
                page=page,
                name=given,
                query=query,
                shared=shared,
            )
        )


def drop_view(actor: Actor, *, view_id: int) -> None:
    """Forget a saved view; raises Missing for one that is not the person's."""
    view = own_view(actor, view_id=view_id)
    with recording("work.drop_view", actor) as act:
        act.delete(view, version=view.version)
