"""The register of public services: who runs each, for whom, how digital it is, and what hinders it.

Owns: services; the readiness view that says where infrastructure is waited for. Later: the other elements of an SPBE
architecture and their links.
Does not own: what improves a service (`needs`), offices (`organisations`), steps of an import (`work`).
Verbs: create, edit, delete, restore, import.
Knows: work, organisations, regions.
Rule book: `rules/` (terms, content, importing, readiness).
"""
