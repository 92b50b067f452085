"""First words of the letters about needs: plain formal Indonesian to start from, every word of it to be changed."""

from collections.abc import Sequence

from rangkai.domains.needs.rules.fate_list import FateRow, summary
from rangkai.domains.needs.rules.terms import FateOwner
from rangkai.lib.numbers import format_number

THANKS = "Demikian kami sampaikan. Atas perhatian dan kerja samanya kami ucapkan terima kasih."
COLUMNS = (("No.", 0.35), ("Kode", 0.95), ("Usulan", 2.6), ("Tempat", 1.4), ("Nasib dan alasan", 3.0))


def reply_body(name: str, rows: Sequence[FateRow]) -> str:
    """The answer to those who proposed: how many met which fate, and the list attached."""
    counts = "\n".join(f"- {line}" for line in summary(rows))
    return (
        "Dengan hormat.\n\n"
        f"Menindaklanjuti usulan kebutuhan dari {name} dalam penyusunan rencana induk, bersama ini kami sampaikan "
        f"keputusan atas {format_number(len(rows))} usulan beserta alasannya sebagaimana daftar terlampir:\n\n"
        f"{counts}\n\n"
        "Usulan yang ditunda ditinjau kembali pada tahun yang disebutkan. Pertanyaan atas daftar tersebut dapat "
        "disampaikan kepada kami.\n\n"
        f"{THANKS}"
    )


def request_body(owner: FateOwner, rows: Sequence[FateRow]) -> str:
    """The request to whoever has the authority."""
    return (
        "Dengan hormat.\n\n"
        f"Dalam penyusunan rencana induk, kami menerima {format_number(len(rows))} usulan kebutuhan yang menurut "
        f"penelaahan kami merupakan kewenangan {owner.label.lower()}. Usulan tersebut beserta alasannya kami sampaikan "
        "sebagaimana daftar terlampir.\n\n"
        "Kami mohon usulan tersebut dapat dipertimbangkan dalam perencanaan Saudara, dan tanggapannya disampaikan "
        "kepada kami agar dapat kami teruskan kepada pengusul.\n\n"
        f"{THANKS}"
    )


def addressee_of(head: str) -> str:
    """Two lines; the post is a guess from the name and stays to be checked by whoever writes."""
    return f"Yth. {head}\ndi tempat"


def annex_rows(rows: Sequence[FateRow]) -> tuple[tuple[str, ...], ...]:
    """Cells in the order of COLUMNS."""
    return tuple(
        (str(number), row.ref, row.statement, row.place or "–", row.outcome)
        for number, row in enumerate(rows, start=1)
    )


def annex_title(name: str, rows: Sequence[FateRow]) -> str:
    """Invented records are named as such wherever they are printed."""
    return f"{name} (memuat data contoh)" if any(row.is_example for row in rows) else name
