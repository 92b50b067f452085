"""Pure rules of work."""

from rangkai.domains.work.rules.terms import GatheringState, ImportState, SheetState

__all__ = ["GatheringState", "ImportState", "SheetState"]
