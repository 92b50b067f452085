"""Pages that mix nouns; they call queries and actions and hold no tables."""
