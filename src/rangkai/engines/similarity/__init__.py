"""Like needs: one proposal said twice, many proposals about one thing, the words by which they are found.

Rule book: `docs/algorithms/similarity.md`. Each thing is imported from its module, so that who needs only `words` (the
roots that the search index and this engine share) or `statements` does not load NumPy, as `pairs` and `groups` do.
"""
