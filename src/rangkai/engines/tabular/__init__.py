"""Reading sheets as offices keep them, and writing workbooks back.

`read_workbook` turns bytes into sheets, `find_tables` finds and types the tables of a sheet, `propose_mapping` says
which column is which field, `NameIndex` suggests the nearest known name, `picture` shows the sheet as understood,
`write_table` and `write_csv` write templates and exports,
`write_fillable` writes a workbook that goes out and `table_under` reads it when it comes back,
`annotate` writes the report of an import. See docs/algorithms/tabular.md.
"""

from rangkai.engines.tabular.addresses import Area as Area
from rangkai.engines.tabular.addresses import letter as letter
from rangkai.engines.tabular.annotating import Fault as Fault
from rangkai.engines.tabular.annotating import annotate as annotate
from rangkai.engines.tabular.fillable import Fillable as Fillable
from rangkai.engines.tabular.fillable import write_fillable as write_fillable
from rangkai.engines.tabular.known_layout import table_under as table_under
from rangkai.engines.tabular.mapping import FieldSpec as FieldSpec
from rangkai.engines.tabular.mapping import Proposal as Proposal
from rangkai.engines.tabular.mapping import fingerprint as fingerprint
from rangkai.engines.tabular.mapping import missing_fields as missing_fields
from rangkai.engines.tabular.mapping import propose_mapping as propose_mapping
from rangkai.engines.tabular.model import Cell as Cell
from rangkai.engines.tabular.model import CellProblem as CellProblem
from rangkai.engines.tabular.model import Column as Column
from rangkai.engines.tabular.model import Kind as Kind
from rangkai.engines.tabular.model import Limits as Limits
from rangkai.engines.tabular.model import Line as Line
from rangkai.engines.tabular.model import Row as Row
from rangkai.engines.tabular.model import RowKind as RowKind
from rangkai.engines.tabular.model import Sheet as Sheet
from rangkai.engines.tabular.model import Table as Table
from rangkai.engines.tabular.model import Value as Value
from rangkai.engines.tabular.model import Workbook as Workbook
from rangkai.engines.tabular.names import Choice as Choice
from rangkai.engines.tabular.names import NameIndex as NameIndex
from rangkai.engines.tabular.names import Suggestion as Suggestion
from rangkai.engines.tabular.names import nearest as nearest
from rangkai.engines.tabular.picture import Picture as Picture
from rangkai.engines.tabular.picture import Role as Role
from rangkai.engines.tabular.picture import picture as picture
from rangkai.engines.tabular.reading import read_workbook as read_workbook
from rangkai.engines.tabular.tables import find_tables as find_tables
from rangkai.engines.tabular.tables import tables_of as tables_of
from rangkai.engines.tabular.writing import Heading as Heading
from rangkai.engines.tabular.writing import SheetColumn as SheetColumn
from rangkai.engines.tabular.writing import write_csv as write_csv
from rangkai.engines.tabular.writing import write_table as write_table
