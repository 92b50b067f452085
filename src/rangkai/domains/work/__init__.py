"""Asks with due date, comments, notices, drafts, saved views, import sessions and mappings."""
