"""What is done with documents."""

from rangkai.domains.evidence.actions.keep import keep_document

__all__ = ["keep_document"]
