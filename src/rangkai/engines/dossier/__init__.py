"""Reading a masterplan that exists: the programmes in its tables, each with its page and the headings above it.

`read_document` turns a .docx into headings, paragraphs and tables, `find_programmes` finds the lists of programmes
among the tables. See docs/algorithms/dossier.md.
"""

from rangkai.engines.dossier.cells import MOST_RUPIAH as MOST_RUPIAH
from rangkai.engines.dossier.formats import require_docx as require_docx
from rangkai.engines.dossier.model import Document as Document
from rangkai.engines.dossier.model import DocumentLimits as DocumentLimits
from rangkai.engines.dossier.model import Dossier as Dossier
from rangkai.engines.dossier.model import Found as Found
from rangkai.engines.dossier.model import Grid as Grid
from rangkai.engines.dossier.model import Heading as Heading
from rangkai.engines.dossier.model import PageBasis as PageBasis
from rangkai.engines.dossier.model import Paragraph as Paragraph
from rangkai.engines.dossier.model import SeenTable as SeenTable
from rangkai.engines.dossier.programmes import Known as Known
from rangkai.engines.dossier.reading import find_programmes as find_programmes
from rangkai.engines.dossier.reading import read_document as read_document
