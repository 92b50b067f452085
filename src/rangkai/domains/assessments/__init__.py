"""Instruments, rounds, scores and findings (issue of evidence and instruments; empty until then)."""
