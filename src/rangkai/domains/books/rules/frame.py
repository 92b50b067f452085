"""The chapters that a book begins with. Data to be edited, not a rule.

Uncertain: the chapter frame of the national guide could not be read; this one follows what regions have published
(domain notes, masterplan §2.2, marked [?]). So a book is started with a copy of it, which the secretariat changes. The
texts state only what the records hold; no regulation and no figure stands in them but through a fill-in word.
"""

from dataclasses import dataclass

from rangkai.domains.books.rules.terms import BookNumber, Place


@dataclass(frozen=True, slots=True)
class FrameChapter:
    """`key` names the part of the records that is printed after the text; see `rules.parts`."""

    key: str
    title: str
    body: str = ""
    place: Place = Place.BODY


_BACKGROUND = """## Latar belakang
{daerah} menyusun {rencana} sebagai pegangan bersama menuju kota cerdas untuk masa {periode}. Penyusunannya bertolak \
dari kebutuhan yang dinyatakan perangkat daerah dan warga: {jumlah_kebutuhan} kebutuhan tercatat, dihimpun menjadi \
{jumlah_isu} isu strategis, dan dijawab dengan {jumlah_program} program dari {jumlah_perangkat_daerah} perangkat daerah.

Setiap kebutuhan, program, dan angka di dalam buku ini berkode. Dengan kode itu pembaca dapat menelusuri siapa yang \
menyatakannya, kapan dicatat, dan apa yang kemudian diputuskan.
"""

_PURPOSE_2 = """
## Maksud dan tujuan
Buku ini dimaksudkan sebagai acuan perangkat daerah dalam merencanakan, menganggarkan, melaksanakan, dan menilai \
program kota cerdas. Tujuannya:

- menyatakan visi dan sasaran yang hendak dicapai;
- menetapkan strategi bagi setiap dimensi dan subdimensi;
- menyusun rencana aksi beserta penanggung jawab, biaya, dan keluarannya;
- menempatkan program pada tahun yang sanggup membiayai dan melaksanakannya;
- menyebut terang-terangan apa yang belum tertampung dan alasannya.
"""

_BASIS = """
## Dasar penyusunan
Dasar yang tercatat pada rencana ini: {dasar_hukum}.
"""

_SCOPE = """
## Ruang lingkup
Rencana ini meliputi seluruh wilayah {daerah}, yaitu {jumlah_kecamatan} kecamatan serta {jumlah_desa} desa dan \
kelurahan, dan mencakup {dimensi}. Masanya {tahun_awal} sampai {tahun_akhir}, terbagi atas {jangka}.
"""

_METHOD = """
## Cara penyusunan
Kebutuhan dinilai menurut urgensi, keseriusan, dan pertumbuhannya (USG), masing-masing 1 sampai 5; jumlah ketiganya, \
3 sampai 15, menjadi prioritas. Kebutuhan yang serupa dihimpun menjadi isu strategis, dan program disusun untuk \
menjawabnya.

Program lalu ditempatkan pada tahun pelaksanaan dengan perhitungan yang mencari manfaat terbesar tanpa melewati pagu \
tiap sumber dana dan kesanggupan tiap perangkat daerah. Buku ini mencetak hasil perhitungan itu, yaitu {skenario}; \
peta jalannya {keputusan}. Data yang dipakai adalah keadaan pada {tanggal_data}.
"""

_CLOSING_2 = """Buku ini memotret rencana kota cerdas {daerah} pada {tanggal_data}: {jumlah_program} program yang \
menjawab {jumlah_kebutuhan} kebutuhan, di antaranya {jumlah_quick_win} quick win yang hasilnya diharapkan segera \
dirasakan warga.

Rencana akan terus bergerak. Bila kebutuhan, pagu, atau kesanggupan berubah, peta jalan dihitung ulang, ditetapkan \
kembali, dan dicetak sebagai edisi baru; edisi ini tetap tersimpan agar perubahannya dapat dibandingkan.
"""

_PURPOSE_1 = """
## Maksud dan tujuan
Buku ini memaparkan keadaan yang menjadi pijakan rencana kota cerdas: kebutuhan yang dinyatakan, isu strategis yang \
muncul darinya, serta tujuan dan sasaran daerah yang hendak dilayani. Strategi, rencana aksi, dan peta jalannya \
diuraikan dalam Buku 2.
"""

_METHOD_1 = """
## Cara penyusunan
Kebutuhan dihimpun dari perangkat daerah, bimtek, musrenbang, pengaduan, dan sumber lain yang disebut pada setiap \
catatannya, lalu dinilai menurut urgensi, keseriusan, dan pertumbuhannya (USG), masing-masing 1 sampai 5. Jumlah \
ketiganya, 3 sampai 15, menjadi prioritas. Data yang dipakai adalah keadaan pada {tanggal_data}.
"""

ONE = (
    FrameChapter("kata-pengantar", "Kata Pengantar", place=Place.FRONT),
    FrameChapter("pendahuluan", "Pendahuluan", _BACKGROUND + _PURPOSE_1 + _BASIS + _SCOPE + _METHOD_1),
    FrameChapter("kebutuhan", "Kebutuhan yang Dinyatakan"),
    FrameChapter("isu", "Isu Strategis"),
    FrameChapter("kesiapan", "Kesiapan Daerah"),
    FrameChapter("kesenjangan", "Analisis Kesenjangan"),
    FrameChapter("swot", "Analisis SWOT"),
    FrameChapter("visi", "Visi, Tujuan, dan Sasaran"),
    FrameChapter("lampiran-kebutuhan", "Kebutuhan dan Nasibnya", place=Place.ANNEX),
)

TWO = (
    FrameChapter("kata-pengantar", "Kata Pengantar", place=Place.FRONT),
    FrameChapter("pendahuluan", "Pendahuluan", _BACKGROUND + _PURPOSE_2 + _BASIS + _SCOPE + _METHOD),
    FrameChapter("visi", "Visi, Tujuan, dan Sasaran"),
    FrameChapter("strategi", "Strategi per Dimensi"),
    FrameChapter("rencana-aksi", "Rencana Aksi"),
    FrameChapter("peta-jalan", "Peta Jalan"),
    FrameChapter("quick-win", "Quick Win"),
    FrameChapter("penutup", "Penutup", _CLOSING_2),
    FrameChapter("lampiran-kebutuhan", "Kebutuhan dan Nasibnya", place=Place.ANNEX),
    FrameChapter("lampiran-sumber", "Sumber dan Ketertelusuran", place=Place.ANNEX),
)

THREE = (
    FrameChapter(
        "ringkasan",
        "Ringkasan Eksekutif",
        "{daerah} menyusun {rencana} dari {jumlah_kebutuhan} kebutuhan yang dinyatakan perangkat daerah dan warga. "
        "Buku ini meringkas jawabannya: {jumlah_program} program selama {periode}, dengan {jumlah_quick_win} quick "
        "win. Uraian lengkapnya ada dalam Buku 2.",
    ),
)

FRAMES: dict[BookNumber, tuple[FrameChapter, ...]] = {
    BookNumber.ONE: ONE,
    BookNumber.TWO: TWO,
    BookNumber.THREE: THREE,
}
