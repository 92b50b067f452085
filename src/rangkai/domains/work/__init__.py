"""What a person has to do and has begun.

Owns: asks with a due date, comments, notices, drafts of forms, saved views of lists, imports under way and the mappings
that are remembered of them.
Does not own: what a sheet means; every noun that comes from sheets registers how it is gathered, decided and recorded.
Verbs: start, map, preview, save and drop an import; keep and drop a draft; save and drop a view; send a
round of sheets, gather, answer and save what comes back.
Knows: organisations, regions, accounts. Rule book: `rules/` (plan, reading, names, columns, options, merging).
"""
