"""Needs and the strategic issues that they roll up to.

Owns: what public service needs, as an office, a musrenbang or a citizen stated it; issues; proposed groups; fate.
Does not own: programmes that answer an issue (`programmes`), dimensions (`masterplans`), steps of an import (`work`).
Verbs: create, edit, rank, set dimension, assign to an issue, decide the fate, submit, check, approve, return, import.
Knows: masterplans, work, organisations, regions.
Rule book: `rules/` (identity, alike, priority, status, fate, content).
"""
