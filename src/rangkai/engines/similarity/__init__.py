"""Like needs: one proposal said twice, many proposals about one thing, the words by which they are found.

Rule book: `docs/algorithms/similarity.md`. `words` gives the roots that the search index and this engine use.
"""

from rangkai.engines.similarity.groups import Group, propose_groups
from rangkai.engines.similarity.pairs import Pair, similar_pairs
from rangkai.engines.similarity.statements import Statement

__all__ = ["Group", "Pair", "Statement", "propose_groups", "similar_pairs"]
