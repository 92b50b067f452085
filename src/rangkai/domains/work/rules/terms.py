"""Vocabularies of work."""

from rangkai.lib.terms import Term


class ImportState(Term):
    """Where an import stands; nothing is written to the plan before SAVED."""

    UPLOADED = "uploaded", "berkas dibaca"
    MAPPED = "mapped", "kolom dicocokkan"
    PREVIEWED = "previewed", "siap disimpan"
    SAVED = "saved", "tersimpan"
    DROPPED = "dropped", "dibuang"


class Outcome(Term):
    """What saving would do with a row of a sheet; ALIKE waits for a person, PROBLEM for a better sheet."""

    NEW = "new", "baru"
    CHANGED = "changed", "berubah"
    UNCHANGED = "unchanged", "tetap"
    ALIKE = "alike", "perubahan?"
    PROBLEM = "problem", "bermasalah"
    SKIPPED = "skipped", "dilewati"


class RowChoice(Term):
    """What a person decided on one row; SAME goes with the number of the record."""

    NEW = "new", "catat sebagai baru"
    SAME = "same", "perubahan dari"
    SKIP = "skip", "lewati"


class SheetState(Term):
    """Where the workbook of one office stands in a round."""

    MAKING = "making", "sedang dibuat"
    WAITING = "waiting", "belum kembali"
    TROUBLED = "troubled", "ada masalah"
    PARTLY = "partly", "kembali sebagian"
    BACK = "back", "kembali"


class GatheringState(Term):
    """Where a pile of returned workbooks stands; nothing is written to the plan before SAVED."""

    UPLOADED = "uploaded", "sedang dibaca"
    READ = "read", "siap diperiksa"
    SAVED = "saved", "tersimpan"
    DROPPED = "dropped", "dibuang"
