"""Outward clients, one module a third party."""
