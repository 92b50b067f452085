"""Page patterns: lists, records, refusals, jobs."""
