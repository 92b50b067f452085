"""Vocabularies of books (Buku 1 Analisis Strategis, 2 Masterplan, 3 Ringkasan Eksekutif)."""

from rangkai.lib.terms import Term


class BookNumber(Term):
    """The three books."""

    ONE = "1", "Buku 1 Analisis Strategis"
    TWO = "2", "Buku 2 Masterplan"
    THREE = "3", "Buku 3 Ringkasan Eksekutif"


class Place(Term):
    """Where a chapter stands in its book."""

    FRONT = "front", "sebelum daftar isi"
    BODY = "body", "bab"
    ANNEX = "annex", "lampiran"
