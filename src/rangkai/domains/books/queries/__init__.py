"""What is read of books."""

from rangkai.domains.books.queries.books import (
    chapter_by_key,
    chapters,
    current_versions,
    edition_by_ref,
    edition_of_job,
    editions,
    is_behind_decision,
    latest_editions,
    next_number,
    outline,
    printable_chapters,
    saved_chapter,
)
from rangkai.domains.books.queries.editions import (
    EditionRow,
    drift_since,
    edition_row,
    edition_rows,
    frozen_content,
)
from rangkai.domains.books.queries.facts import book_facts

__all__ = [
    "EditionRow",
    "book_facts",
    "chapter_by_key",
    "chapters",
    "current_versions",
    "drift_since",
    "edition_by_ref",
    "edition_of_job",
    "edition_row",
    "edition_rows",
    "editions",
    "frozen_content",
    "is_behind_decision",
    "latest_editions",
    "next_number",
    "outline",
    "printable_chapters",
    "saved_chapter",
]
