"""From the bytes of a masterplan to its programmes."""

from collections.abc import Sequence

from rangkai.engines.dossier.fields import columns_of
from rangkai.engines.dossier.formats import require_docx
from rangkai.engines.dossier.joining import PlacedTable, placed_tables
from rangkai.engines.dossier.model import Document, DocumentLimits, Dossier, Found, SeenTable
from rangkai.engines.dossier.programmes import Known, programmes_of
from rangkai.engines.dossier.refusals import no_programmes
from rangkai.engines.dossier.wordml import read_docx
from rangkai.engines.tabular import Sheet, find_tables
from rangkai.lib.errors import N_, Message

_SHOWN_HEADINGS = 12


def read_document(data: bytes, filename: str, limits: DocumentLimits = DocumentLimits()) -> Document:  # noqa: B008
    """Headings, paragraphs and tables of a .docx; raises `Invalid` for any file that cannot be read."""
    require_docx(data, filename, limits)
    return read_docx(data, filename, limits)


def find_programmes(document: Document, known: Known) -> Dossier:
    """Every programme of every table that lists programmes.

    Raises `Invalid`, naming the headings that were found, where no table does.
    """
    programmes: list[Found] = []
    seen: list[SeenTable] = []
    for placed in placed_tables(document.blocks):
        found, reason = _read_table(placed, known)
        programmes += found
        seen.append(
            SeenTable(" › ".join(placed.headings), placed.page, len(placed.grid.rows), len(found), reason)
        )
    dossier = Dossier(document, tuple(programmes), tuple(seen))
    if not programmes:
        titles = [heading.text for heading in dossier.headings[:_SHOWN_HEADINGS]]
        raise no_programmes(document.filename, len(seen), titles)
    return dossier


def _read_table(placed: PlacedTable, known: Known) -> tuple[Sequence[Found], Message]:
    """The programmes of a drawn table, which may hold several tables one below the other, and what it was taken for."""
    found: list[Found] = []
    reason = N_("Tidak berbentuk tabel berjudul kolom.")
    for table in find_tables(Sheet(placed.title or "tabel", placed.grid.rows, placed.grid.merged)):
        columns = columns_of(table)
        if isinstance(columns, Message):
            reason = columns
        else:
            found += programmes_of(placed, table, columns, known)
    if not found:
        return found, reason
    if placed.parts > 1:
        return found, N_("Daftar program, disambung dari %(parts)s bagian.", parts=placed.parts)
    return found, N_("Daftar program.")
