"""Chapters of Buku 1–3, their build and their frozen editions."""
