"""Vocabularies of organisations: roles (design §1), kinds of offices and of appointments."""

from rangkai.lib.terms import Term


class Role(Term):
    """A set of permissions, held by a post; what each may do stands in the policies of the nouns."""

    OPERATOR = "operator", "Operator PD"
    OFFICE_PLANNER = "office_planner", "Perencana PD"
    OFFICE_HEAD = "office_head", "Kepala PD"
    SECRETARIAT = "secretariat", "Sekretariat (Diskominfo)"
    PLANNER = "planner", "Perencana daerah (Bappeda)"
    LEADER = "leader", "Pimpinan"
    WALIDATA = "walidata", "Walidata"
    SUPPORTING_WALIDATA = "supporting_walidata", "Walidata pendukung"
    PRODUCER = "producer", "Produsen data"
    DATA_STEWARD = "data_steward", "Pembina data"
    ORGANISATION_UNIT = "organisation_unit", "Bagian Organisasi"
    LEGAL_UNIT = "legal_unit", "Bagian Hukum"
    INSPECTORATE = "inspectorate", "Inspektorat"
    INTERNAL_ASSESSOR = "internal_assessor", "Asesor internal"
    EXTERNAL_ASSESSOR = "external_assessor", "Asesor eksternal"
    MENTOR = "mentor", "Tenaga ahli"
    NATIONAL_ADMIN = "national_admin", "Admin nasional"


class OfficeKind(Term):
    """What sort of perangkat daerah an office is."""

    SEKRETARIAT = "sekretariat", "Sekretariat"
    DINAS = "dinas", "Dinas"
    BADAN = "badan", "Badan"
    BAGIAN = "bagian", "Bagian Setda"
    INSPEKTORAT = "inspektorat", "Inspektorat"
    SATPOL = "satpol", "Satuan Polisi Pamong Praja"
    RSUD = "rsud", "Rumah sakit daerah"
    KECAMATAN = "kecamatan", "Kecamatan"
    PUSKESMAS = "puskesmas", "Puskesmas"
    INSTANSI = "instansi", "Instansi vertikal atau mitra"


class AppointmentKind(Term):
    """How a post is held."""

    DEFINITIF = "definitif", "Definitif"
    PLT = "plt", "Plt."
    PLH = "plh", "Plh."
    PJ = "pj", "Pj."


class FormOfAddress(Term):
    """A field of the person, never guessed."""

    BAPAK = "bapak", "Bapak"
    IBU = "ibu", "Ibu"
    NONE = "", "Tanpa sapaan"
