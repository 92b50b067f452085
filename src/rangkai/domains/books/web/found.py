"""The plan and the book that an address names."""

from typing import Any

from rangkai.domains.books.rules.terms import BookNumber
from rangkai.domains.masterplans.queries import current_plan
from rangkai.kit.web.context import PlacedRequest
from rangkai.lib.errors import N_, Invalid, Missing


def book_of(number: int) -> BookNumber:
    """Raises Missing for a number that no book bears."""
    try:
        return BookNumber(str(number))
    except ValueError:
        raise Missing(N_("Buku %(number)s tidak ada; bukunya tiga.", number=number)) from None


def plan_here(request: PlacedRequest) -> Any:
    """The plan in force; refuses with what to do while there is none. One query."""
    plan = current_plan(region_id=request.here.region.id)
    if plan is None:
        raise Invalid(
            N_("Belum ada rencana induk yang berlaku. Buat rencana induk dahulu, lalu cetak bukunya.")
        )
    return plan
