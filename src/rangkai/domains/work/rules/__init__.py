"""Pure rules of work."""

from rangkai.domains.work.rules.terms import ImportState

__all__ = ["ImportState"]
