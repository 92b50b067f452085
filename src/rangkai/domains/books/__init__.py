"""Chapters that people write, the three books printed from them and from the records, and frozen editions.

Owns: chapters and editions; the frame of chapters (data), the fill-in words, what is printed after each text.
Does not own: how a page is set (`engines/typeset`), nor any fact that it prints.
Verbs: start, edit, add, move, hide and delete a chapter; print an edition.
Knows: roadmap, programmes, needs, masterplans, goals, indicators, organisations, regions.
Rule book: `rules/` (facts, frame, text, a module a chapter, assembling, readiness).
"""
