"""Reads of work: imports, drafts, saved views."""
