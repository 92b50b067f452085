"""What is done with books."""

from rangkai.domains.books.actions.chapters import (
    add_chapter,
    delete_chapter,
    edit_chapter,
    hide_chapter,
    move_chapter,
    start_book,
)
from rangkai.domains.books.actions.editions import ask_to_build, build_edition, record_edition
from rangkai.domains.books.actions.printing import Printed, content_of, print_content

__all__ = [
    "Printed",
    "add_chapter",
    "ask_to_build",
    "build_edition",
    "content_of",
    "delete_chapter",
    "edit_chapter",
    "hide_chapter",
    "move_chapter",
    "print_content",
    "record_edition",
    "start_book",
]
