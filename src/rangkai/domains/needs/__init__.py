"""Needs, their sources, grouping into strategic issues, priority and fate."""
