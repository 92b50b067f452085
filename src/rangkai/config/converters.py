"""Parts of addresses."""

from django.urls import register_converter
from django.urls.converters import get_converters


class RegionCode:
    """A Kemendagri code: `35`, `35.16`, or `00` for the nation."""

    regex = r"\d{2}(?:\.\d{2})?"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return str(value)


def register() -> None:
    """Once a process, however often the addresses are loaded."""
    if "region" not in get_converters():
        register_converter(RegionCode, "region")
