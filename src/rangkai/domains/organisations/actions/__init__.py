"""What is done with offices, posts, people and teams."""

from rangkai.domains.organisations.actions.offices import (
    create_office,
    create_offices,
    edit_office,
    place_under,
)
from rangkai.domains.organisations.actions.people import appoint, create_person, create_post, end_appointment
from rangkai.domains.organisations.actions.teams import create_team

__all__ = [
    "appoint",
    "create_office",
    "create_offices",
    "create_person",
    "create_post",
    "create_team",
    "edit_office",
    "end_appointment",
    "place_under",
]
