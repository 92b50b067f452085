"""What is known of a sheet before it is opened, kept within the limits while counting.

The reader of workbooks lays a sheet out as one dense rectangle and drops the cells that hold errors. A file of 5 kB
with a cell at A1 and one at XFD1048576 would ask for 500 GB and end the process. So every sheet is walked first.
"""

from dataclasses import dataclass, field

from rangkai.engines.tabular.addresses import Area, letter
from rangkai.engines.tabular.model import Limits
from rangkai.engines.tabular.refusals import too_many_rows, too_much_text, too_wide


@dataclass(slots=True)
class Scan:
    """The extent of one sheet, its error cells and merged areas; rows count from 1, columns from 0."""

    name: str
    last_row: int = 0
    last_column: int = -1
    text_chars: int = 0
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)

    def reach(self, row: int, column: int) -> None:
        if row > self.last_row:
            self.last_row = row
        if column > self.last_column:
            self.last_column = column

    def check(self, filename: str, limits: Limits) -> None:
        """Refuses a sheet beyond the limits: `Invalid`."""
        if self.last_row > limits.rows:
            raise too_many_rows(filename, self.name, limits)
        width = self.last_column + 1
        if width > limits.columns or width * self.last_row > limits.cells:
            raise too_wide(filename, self.name, f"{letter(self.last_column)}{self.last_row}", limits)
        if self.text_chars > limits.text_chars:
            raise too_much_text(filename, self.name)
