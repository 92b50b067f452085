"""From the records to two files, writing nothing: what an edition keeps, and what a draft only shows."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from rangkai.domains.books.queries import book_facts, printable_chapters
from rangkai.domains.books.rules.assembling import document_of
from rangkai.domains.books.rules.facts import EditionContent
from rangkai.domains.books.rules.frozen import to_json
from rangkai.domains.books.rules.readiness import obstacles
from rangkai.domains.books.rules.terms import BookNumber
from rangkai.domains.masterplans.models import Masterplan
from rangkai.engines.typeset.render import drawn, to_docx, to_pdf
from rangkai.kit.snapshots import canonical
from rangkai.lib.errors import N_, Invalid, Message

type Tell = Callable[[float, Message], None]


@dataclass(frozen=True)
class Printed:
    """A book in both files; `fingerprint` is the SHA-256 of its frozen content."""

    content: EditionContent
    fingerprint: str
    docx: bytes
    pdf: bytes
    pages: int


def quiet(share: float, doing: Message) -> None:
    """For who doesn't watch."""


def content_of(*, plan: Masterplan, book: BookNumber, at: datetime, number: int | None) -> EditionContent:
    """What would be printed now; raises Invalid with every reason why the book can't be printed honestly yet."""
    facts = book_facts(plan=plan, at=at)
    problems = obstacles(book, facts)
    if problems:
        raise Invalid(problems[0].message, problems[1:])
    return EditionContent(book.value, number, facts, printable_chapters(plan=plan, book=book))


def fingerprint_of(*, content: EditionContent) -> str:
    """The SHA-256 that the snapshot of this content will bear."""
    return hashlib.sha256(canonical(to_json(content)).encode()).hexdigest()


def print_content(*, content: EditionContent, tell: Tell = quiet) -> Printed:
    """Lay out and set the book; no query."""
    tell(0.1, N_("Menyusun bab dan gambar …"))
    fingerprint = fingerprint_of(content=content)
    document = drawn(document_of(content, fingerprint=fingerprint))
    tell(0.4, N_("Mencetak DOCX …"))
    docx = to_docx(document)
    tell(0.6, N_("Mencetak PDF …"))
    pdf = to_pdf(document)
    return Printed(content, fingerprint, docx, pdf.content, pdf.pages)
