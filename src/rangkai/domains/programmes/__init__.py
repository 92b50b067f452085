"""Smart city programmes: quick wins, funding lines, risks, links to needs and goals."""
