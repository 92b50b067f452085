"""Rangkai: from a need to a phased, printed and proven Smart City masterplan."""

__version__ = "0.1.0"
