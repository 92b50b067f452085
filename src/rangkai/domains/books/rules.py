"""Vocabularies of books (Buku 1 Analisis Strategis, 2 Masterplan, 3 Ringkasan Eksekutif)."""

from rangkai.lib.terms import Term


class BookNumber(Term):
    """The three books."""

    ONE = "1", "Buku 1 Analisis Strategis"
    TWO = "2", "Buku 2 Masterplan"
    THREE = "3", "Buku 3 Ringkasan Eksekutif"
