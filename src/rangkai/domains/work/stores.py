"""The tables behind the drafts and saved views of the page patterns."""

from collections.abc import Mapping, Sequence

from rangkai.domains.work.actions.own import drop_draft, drop_view, keep_draft, save_view
from rangkai.domains.work.queries.own import draft_of, saved_views
from rangkai.kit.web.context import Here
from rangkai.kit.web.drafts import DraftFact
from rangkai.kit.web.saved_views import SavedViewFact


class Drafts:
    """Drafts of the person in the region of the request."""

    def read(self, here: Here, page: str) -> DraftFact | None:
        draft = draft_of(here.actor, page=page)
        if draft is None or draft.deleted_at is not None:
            return None
        return DraftFact(draft.data, draft.updated_at)

    def keep(self, here: Here, page: str, data: Mapping[str, list[str]]) -> None:
        keep_draft(here.actor, page=page, data=data)

    def drop(self, here: Here, page: str) -> None:
        drop_draft(here.actor, page=page)


class SavedViews:
    """Saved views of the person, and those that others share."""

    def views(self, here: Here, page: str) -> Sequence[SavedViewFact]:
        return [
            SavedViewFact(view.pk, view.name, view.query, view.user_id == here.actor.user_id, view.shared)
            for view in saved_views(here.actor, page=page)
        ]

    def save(self, here: Here, page: str, *, name: str, query: str, shared: bool) -> None:
        save_view(here.actor, page=page, name=name, query=query, shared=shared)

    def drop(self, here: Here, view_id: int) -> None:
        drop_view(here.actor, view_id=view_id)
