"""Smart city programmes.

Owns: programmes, their outputs, risks and funding lines; their links to needs, issues, goals, indicators, offices,
areas and each other; the funds of a region; the nomenclature of the nation.
Does not own: when a programme runs (`roadmap`), how it is printed (`books`), what wants it (`goals`, `needs`).
Verbs: create, edit, save its tables, link, submit, approve, return, stop, import, delete and restore.
Knows: needs, masterplans, goals, indicators, work, organisations, regions.
Rule book: `rules/` (content, money, precedence, status, nomenclature, importing).
"""
