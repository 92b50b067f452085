"""Which class a statement belongs to, with the words that led there, and silence where it can't be told.

Rule book: `docs/algorithms/understanding.md`.
"""
