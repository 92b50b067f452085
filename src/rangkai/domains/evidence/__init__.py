"""Documents: one file of a region, kept once, used by many records.

Owns: what a file is (kind, size, SHA-256) and which files are taken. Does not own: uses; each noun links a document to
its records and decides who may fetch it there.
Verbs: keep. Knows: accounts, regions. Rule book: `rules/` (files).
"""
