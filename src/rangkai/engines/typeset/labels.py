"""The words that the typesetter itself prints, by language of the book."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Labels:
    chapter: str
    appendix: str
    table: str
    figure: str
    contents: str
    tables: str
    figures: str
    source: str
    chapter_reference: str
    section_reference: str
    appendix_reference: str
    emblem: str
    imprint: str
    reference: str
    programme: str
    owner: str
    years: str
    not_placed: str
    quick_win: str


_BY_LANGUAGE = {
    "id": Labels(
        chapter="Bab",
        appendix="Lampiran",
        table="Tabel",
        figure="Gambar",
        contents="Daftar Isi",
        tables="Daftar Tabel",
        figures="Daftar Gambar",
        source="Sumber",
        chapter_reference="Bab",
        section_reference="Subbab",
        appendix_reference="Lampiran",
        emblem="lambang daerah",
        imprint="Keterangan Dokumen",
        reference="Kode",
        programme="Program",
        owner="Perangkat Daerah",
        years="Tahun",
        not_placed="belum ditempatkan",
        quick_win="quick win",
    ),
    "en": Labels(
        chapter="Chapter",
        appendix="Appendix",
        table="Table",
        figure="Figure",
        contents="Contents",
        tables="List of Tables",
        figures="List of Figures",
        source="Source",
        chapter_reference="Chapter",
        section_reference="Section",
        appendix_reference="Appendix",
        emblem="coat of arms",
        imprint="About This Document",
        reference="Ref",
        programme="Programme",
        owner="Office",
        years="Years",
        not_placed="not placed",
        quick_win="quick win",
    ),
}


def labels_of(language: str) -> Labels:
    """Indonesian for every language that has no words of its own here."""
    return _BY_LANGUAGE.get(language, _BY_LANGUAGE["id"])
