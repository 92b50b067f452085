"""Like needs: one proposal said twice, many proposals about one thing, the words by which they are found.

Rule book: `docs/algorithms/similarity.md`. `words` gives the roots that the search index and this engine use.
"""
