"""Vocabularies of programmes."""

from rangkai.lib.terms import Term


class ProgrammeKind(Term):
    """A programme need not be an application."""

    POLICY = "policy", "Kebijakan"
    SERVICE = "service", "Layanan"
    APPLICATION = "application", "Aplikasi"
    INFRASTRUCTURE = "infrastructure", "Infrastruktur"
    PEOPLE = "people", "Sumber daya manusia"
    DATA = "data", "Data"


class ProgrammeStatus(Term):
    """The way out of an office, then the life of the programme."""

    DRAFT = "draft", "konsep"
    SUBMITTED = "submitted", "diajukan"
    APPROVED = "approved", "disetujui"
    RETURNED = "returned", "dikembalikan"
    STOPPED = "stopped", "dihentikan"


class LinkKind(Term):
    """How one programme stands to another."""

    AFTER = "after", "dimulai sesudah"
    EXCLUDES = "excludes", "tidak bersama"


class NomenclatureLevel(Term):
    """Levels of Permendagri 90/2019 and its updates."""

    URUSAN = "urusan", "Urusan"
    BIDANG = "bidang", "Bidang urusan"
    PROGRAM = "program", "Program"
    KEGIATAN = "kegiatan", "Kegiatan"
    SUBKEGIATAN = "subkegiatan", "Subkegiatan"


class PriorDecision(Term):
    """What becomes of a programme of the old plan."""

    OPEN = "open", "belum diputuskan"
    CONTINUE = "continue", "lanjut"
    CHANGE = "change", "ubah"
    MERGE = "merge", "gabung"
    STOP = "stop", "henti"
