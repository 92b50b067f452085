"""Vocabularies of needs: where a need comes from, how far it is approved, what became of it."""

from rangkai.lib.terms import Term


class NeedSource(Term):
    """Stated at or by."""

    OFFICE = "office", "Perangkat daerah"
    BIMTEK = "bimtek", "Bimtek"
    MUSRENBANG = "musrenbang", "Musrenbang"
    POKIR = "pokir", "Pokok pikiran DPRD"
    COMPLAINT = "complaint", "Pengaduan"
    GAP = "gap", "Analisis kesenjangan"
    CITIZEN = "citizen", "Warga"


class Authority(Term):
    """Which government may meet a need; empty while nobody has said."""

    VILLAGE = "village", "desa"
    REGENCY = "regency", "kabupaten/kota"
    PROVINCE = "province", "provinsi"
    NATION = "nation", "pusat"


class NeedStatus(Term):
    """The way out of an office: written, checked (paraf), approved by the head; or returned with a reason."""

    DRAFT = "draft", "konsep"
    SUBMITTED = "submitted", "diajukan"
    CHECKED = "checked", "diparaf"
    APPROVED = "approved", "disetujui"
    RETURNED = "returned", "dikembalikan"


class Fate(Term):
    """What becomes of a need; every one but OPEN asks for a reason."""

    OPEN = "open", "belum diputuskan"
    PROGRAMME = "programme", "masuk program"
    PASSED_ON = "passed_on", "diteruskan ke musrenbang/SIPD"
    OTHER_AUTHORITY = "other_authority", "kewenangan pihak lain"
    POSTPONED = "postponed", "ditunda"
    REFUSED = "refused", "tidak diterima"


class FateOwner(Term):
    """Whose authority a need is that the region cannot answer itself."""

    VILLAGE = "village", "Pemerintah desa"
    PROVINCE = "province", "Pemerintah provinsi"
    CENTRE = "centre", "Pemerintah pusat"
    OTHER = "other", "Instansi lain"


class ProposalState(Term):
    """What was decided on a proposed group."""

    PROPOSED = "proposed", "diusulkan"
    ACCEPTED = "accepted", "diterima"
    REJECTED = "rejected", "ditolak"
