"""A file is kept once; whoever brings the same bytes again gets the same document."""

from rangkai.domains.evidence.models import Document
from rangkai.domains.evidence.queries import document_by_sha256
from rangkai.domains.evidence.rules.files import checked_file
from rangkai.gateways import files
from rangkai.kit.actions import recording
from rangkai.kit.locks import lock
from rangkai.kit.policies import Actor

FOLDER = "dokumen"


def keep_document(actor: Actor, *, name: str, content: bytes) -> Document:
    """Keep the file; raises Invalid for one that is not taken. The caller has asked the policy of the use.

    In a transaction of its own, so that taking a use back leaves a document that others may use by then.
    """
    fact = checked_file(name, content)
    digest = files.fingerprint(content)
    stored = files.keep(content, folder=FOLDER, suffix=f".{fact.kind.value}")
    with recording("evidence.keep", actor) as act:
        lock("document", actor.region_id)
        known = document_by_sha256(region_id=actor.region_id, sha256=digest)
        if known is not None:
            return known
        return act.create(
            Document(
                region_id=actor.region_id,
                sha256=digest,
                name=fact.name,
                kind_of=fact.kind,
                size=fact.size,
                file=stored,
                uploaded_by_id=actor.user_id,
            )
        )
