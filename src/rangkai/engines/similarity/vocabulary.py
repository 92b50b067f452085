"""Word lists that the reader of statements needs: facts of the Indonesian language, not of a region.

All entries are roots as `words.stem` gives them. Weights of words that stand in no list come from their rarity.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STOPWORDS = _words(
    """
    dan di ke dari yang untuk serta atau dengan pada dalam oleh bagi para agar guna per lain nya sebut
    nomor no yg jumlah jumah ada adalah akan telah sudah bisa dapat jadi antara tiap setiap tersebut
    yaitu sampai
    """
)
"""Say nothing; left out everywhere."""

ACTIONS = _words(
    """
    bangun tingkat sedia pelihara rehabilitasi rehab baik kembang kelola laksana giat program tata
    selenggara buat pasang fasilitas optimalisasi normalisasi revitalisasi renovasi lanjut tambah kuat
    dukung mohon usul minta butuh perlu adakan guna manfaat bina identifikasi evaluasi peroleh bantu
    lengkap ganti
    """
)
"""What is done to the object; the same object may be built, repaired or kept."""

GENERIC = _words(
    """
    sarana prasarana infrastruktur umum masyarakat desa kota kabupaten camat lurah daerah wilayah
    kawasan unit paket jenis lokasi objek obyek warga banyak panjang luas
    """
)
"""Stands in half of all proposals whatever they ask for."""

MEASURES = frozenset({"banyak", "panjang", "luas"})
"""How much of it; never part of a name for a group."""

PLACE_LABELS = _words(
    """
    kp kampung kmp kpg jl jln gg gang blok lingk perum km lokasi ruas poros jalur sepanjang depan
    samping sekitar sebelah pinggir komplek kompleks titik tempat alamat
    """
)
"""Come before a name of a place and are no name."""

PLACE_KINDS = _words(
    """
    jalan sungai kali irigasi saluran salur selokan solokan lapang lapangan jembatan sdn sd smp smpn
    sma paud tk kelompok
    tani poktan gapoktan kantor masjid mushola bendung bendungan embung tpu puskesmas posyandu pasar
    balai gedung sekolah gantung raya panjang negeri perintah pemerintah
    """
)
"""Say what kind of place it is; by themselves they do not make two places one."""

RT_LABELS = frozenset({"rt", "rtr"})
RW_LABELS = frozenset({"rw"})
DUSUN_LABELS = frozenset({"dusun", "dsn", "kadus", "kedusunan", "kadusunan", "dukuh"})
AREA_LABELS = frozenset({"desa", "ds", "kel", "kelurahan", "kec", "kecamatan", "kab", "kabupaten"})
WHOLE = frozenset({"semua", "seluruh", "se", "setiap", "tiap", "sedesa", "sekecamatan", "tersebar"})
"""All of the village rather than a spot in it."""

COUNTED = _words(
    """
    kelompok poktan unit titik lokasi tempat buah rumah kk meter m m2 orang paket lubang ruang lokal ha
    lokal jiwa pcs set
    """
)
"""A number before one of these is an amount and no part of an address."""

NUMBER_WORDS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9,
    "sepuluh": 10,
}  # fmt: skip
ROMAN = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
    "xi": 11, "xii": 12, "xiii": 13, "xiv": 14, "xv": 15, "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20,
}  # fmt: skip
