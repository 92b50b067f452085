"""Documents and their bytes."""

from rangkai.domains.evidence.models import Document
from rangkai.gateways import files


def document_by_sha256(*, region_id: int, sha256: str) -> Document | None:
    """The live document of these bytes; one query."""
    found: Document | None = Document.objects.live().filter(region_id=region_id, sha256=sha256).first()
    return found


def content_of(*, document: Document) -> bytes:
    """Its bytes; raises Missing when the store has lost them. No query. Ask the policy of the use first."""
    return files.fetch(document.file)
