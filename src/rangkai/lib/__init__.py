"""Stateless helpers, named by subject."""
