"""Kinds of governments and areas, and what their codes tell (Kemendagri: two digits a level, desa four)."""

from rangkai.lib.terms import Term


class RegionKind(Term):
    """A government."""

    NATION = "nation", "Nasional"
    PROVINCE = "province", "Provinsi"
    KABUPATEN = "kabupaten", "Kabupaten"
    KOTA = "kota", "Kota"


class AreaKind(Term):
    """A part of a kabupaten or kota."""

    KECAMATAN = "kecamatan", "Kecamatan"
    DESA = "desa", "Desa"
    KELURAHAN = "kelurahan", "Kelurahan"


class Timezone(Term):
    """The three of Indonesia; it rules display and deadlines of a region."""

    WIB = "Asia/Jakarta", "WIB"
    WITA = "Asia/Makassar", "WITA"
    WIT = "Asia/Jayapura", "WIT"


# By province code (first two digits). Source: Keppres 41/1987 as the provinces stand today.
WITA_PROVINCES = frozenset({"51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"})
WIT_PROVINCES = frozenset({"81", "82", "91", "92", "93", "94", "95", "96"})


def timezone_of(code: str) -> Timezone:
    """Time zone of a government by its Kemendagri code."""
    province = code[:2]
    if province in WITA_PROVINCES:
        return Timezone.WITA
    return Timezone.WIT if province in WIT_PROVINCES else Timezone.WIB


def region_kind(code: str) -> RegionKind:
    """Province by two digits; kota by a second part from 71 on, kabupaten below."""
    if len(code) == 2:
        return RegionKind.PROVINCE
    return RegionKind.KOTA if code[3:5] >= "71" else RegionKind.KABUPATEN


def village_kind(code: str) -> AreaKind:
    """Desa by a last part that begins with 2, kelurahan by 1."""
    return AreaKind.KELURAHAN if code.rsplit(".", 1)[1].startswith("1") else AreaKind.DESA
