"""What work offers to the kit: policies, drafts, saved views."""

from rangkai.domains.work.policies import KINDS, OWN
from rangkai.domains.work.stores import Drafts, SavedViews
from rangkai.kit.policies import register_policy
from rangkai.kit.web.drafts import register_drafts
from rangkai.kit.web.saved_views import register_saved_views


def register() -> None:
    for kind in KINDS:
        register_policy(f"work.{kind}", OWN)
    register_drafts(Drafts())
    register_saved_views(SavedViews())
