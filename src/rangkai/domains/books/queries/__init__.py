"""What is read of books."""

from rangkai.domains.books.queries.books import (
    chapter_by_key,
    chapters,
    edition_by_ref,
    editions,
    latest_editions,
    next_number,
    printable_chapters,
)
from rangkai.domains.books.queries.facts import book_facts

__all__ = [
    "book_facts",
    "chapter_by_key",
    "chapters",
    "edition_by_ref",
    "editions",
    "latest_editions",
    "next_number",
    "printable_chapters",
]
