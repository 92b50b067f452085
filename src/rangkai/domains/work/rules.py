"""Vocabularies of work."""

from rangkai.lib.terms import Term


class ImportState(Term):
    """Where an import stands; nothing is written to the plan before SAVED."""

    UPLOADED = "uploaded", "berkas dibaca"
    MAPPED = "mapped", "kolom dicocokkan"
    PREVIEWED = "previewed", "siap disimpan"
    SAVED = "saved", "tersimpan"
    DROPPED = "dropped", "dibuang"
