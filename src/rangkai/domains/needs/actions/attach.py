"""Files are attached to a need and detached from it; what its office signed is no longer changed by it."""

from rangkai.domains.evidence.actions import keep_document
from rangkai.domains.evidence.rules.files import checked_file
from rangkai.domains.needs.actions.enter import require_open
from rangkai.domains.needs.models import Need, NeedDocument
from rangkai.domains.needs.policies import NEED
from rangkai.domains.needs.queries.documents import attached
from rangkai.kit.actions import recording
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Invalid, Message, Problem

MOST = 20
"""Files of one need; more is a folder, not an attachment."""


def attach_file(actor: Actor, *, need: Need, name: str, content: bytes) -> NeedDocument:
    """Attach a file; raises Invalid for one that is not taken, is attached already, or is one too many."""
    NEED.require(actor, "edit", need)
    require_open(actor, need=need)
    fact = checked_file(name, content)
    document = keep_document(actor, name=name, content=content)
    with recording("needs.attach", actor) as act:
        act.touch(need, version=need.version)
        known = list(attached(need=need))
        if any(one.document_id == document.pk for one in known):
            raise _refused(N_("Berkas ini sudah terlampir."))
        if len(known) >= MOST:
            raise _refused(N_("Satu kebutuhan memuat paling banyak %(most)s berkas.", most=MOST))
        return act.create(
            NeedDocument(region_id=need.region_id, need=need, document=document, name=fact.name)
        )


def _refused(message: Message) -> Invalid:
    return Invalid(message, [Problem(message, field="file")])


def detach_file(actor: Actor, *, attachment: NeedDocument) -> None:
    """Take a file off a need; the document stays where else it is used."""
    need = attachment.need
    NEED.require(actor, "edit", need)
    require_open(actor, need=need)
    with recording("needs.detach", actor) as act:
        act.touch(need, version=need.version)
        act.delete(attachment, version=attachment.version)
