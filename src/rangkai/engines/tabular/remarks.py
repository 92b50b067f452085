"""What a reader of a sheet should be told: what was done to it, and which cells cannot be taken as they stand."""

from collections.abc import Callable, Sequence

from rangkai.engines.tabular.addresses import letter
from rangkai.engines.tabular.body import Body
from rangkai.engines.tabular.columns import ColumnPlan, Plan
from rangkai.engines.tabular.grid import display
from rangkai.engines.tabular.kinds import Typed
from rangkai.engines.tabular.model import CellProblem, Kind, Line, Raw, RowKind
from rangkai.engines.tabular.spans import Span
from rangkai.lib.errors import N_, Message
from rangkai.lib.numbers import Style, format_number
from rangkai.lib.text import squeeze

_SHOWN = 8
_LONGEST_VALUE = 80
_MOST_PROBLEMS = 1000


def listed(rows: Sequence[int]) -> str | Message:
    """ "8, 12, 18" or, of many, the first and how many more."""
    shown = ", ".join(str(row) for row in rows[:_SHOWN])
    if len(rows) <= _SHOWN:
        return shown
    return N_("%(rows)s, dan %(more)s lagi", rows=shown, more=format_number(len(rows) - _SHOWN))


class Remarks:
    """Gathers the notes and problems of one table, in the order of the sheet."""

    def __init__(self, sheet: str) -> None:
        self.sheet = sheet
        self.notes: list[Message] = []
        self.problems: list[CellProblem] = []

    def on_layout(
        self, span: Span, plan: Plan, body: Body, titles: Sequence[Line], footnotes: Sequence[Line]
    ) -> None:
        notes: list[Message] = []
        header = span.header
        if titles:
            notes.append(
                N_(
                    "Baris judul di atas tabel dilewati: %(text)s.",
                    text="; ".join(line.text for line in titles)[:200],
                )
            )
        if len(header.rows) > 1:
            notes.append(
                N_(
                    "Judul kolom terdiri atas %(count)s baris (%(rows)s); namanya digabung dengan tanda /.",
                    count=len(header.rows),
                    rows=listed(header.rows),
                )
            )
        if header.numbering is not None:
            notes.append(N_("Baris %(row)s berisi nomor kolom dan dilewati.", row=header.numbering))
        if span.repeats:
            notes.append(N_("Judul kolom yang berulang dilewati: baris %(rows)s.", rows=listed(span.repeats)))
        notes.extend(_on_columns(plan))
        notes.extend(_on_rows(plan, body))
        if footnotes:
            notes.append(
                N_(
                    "Catatan di bawah tabel tidak dibaca sebagai data: baris %(rows)s.",
                    rows=listed(body.notes),
                )
            )
        self.notes = [*notes, *self.notes]

    def on_sum(self, row: int, name: str) -> None:
        self.notes.append(
            N_(
                "Baris %(row)s memuat jumlah kolom %(name)s, sehingga ditandai sebagai baris jumlah.",
                row=row,
                name=name,
            )
        )

    def on_long_cell(self, row: int, column: int, name: str, text: str, limit: int) -> None:
        self._add(
            (row, column, name),
            text,
            N_(
                "Isi sel %(cell)s panjangnya %(length)s karakter; hanya %(limit)s karakter pertama yang dibaca. "
                "Pindahkan naskah panjang ke lampiran.",
                cell=f"{letter(column)}{row}",
                length=format_number(len(text)),
                limit=format_number(limit),
            ),
        )

    def on_column(self, plan: ColumnPlan, typed: Typed, rows: Sequence[int], raws: Sequence[Raw]) -> None:
        def each(places: Sequence[int], say: Callable[[str, str], Message]) -> None:
            for place in places[:_MOST_PROBLEMS]:
                value = squeeze(display(raws[place]))[:_LONGEST_VALUE]
                cell = f"{letter(plan.index)}{rows[place]}"
                self._add((rows[place], plan.index, plan.name), value, say(cell, value))

        each(typed.errors, _on_error)
        each(typed.impossible, _on_impossible_day)
        each(typed.lost, _on_lost_digits)
        self._on_kind(plan, typed, rows, raws)

    def _on_kind(self, plan: ColumnPlan, typed: Typed, rows: Sequence[int], raws: Sequence[Raw]) -> None:
        if typed.mixed:
            word = N_("tanggal") if typed.kind is Kind.DATE else N_("angka")
            first = typed.mixed[0]
            self.notes.append(
                N_(
                    "Kolom %(name)s dibaca sebagai %(kind)s; %(count)s sel bukan %(kind)s dan tetap teks, misalnya "
                    "%(cell)s: %(value)s.",
                    name=plan.name,
                    kind=word,
                    count=format_number(len(typed.mixed)),
                    cell=f"{letter(plan.index)}{rows[first]}",
                    value=squeeze(display(raws[first]))[:_LONGEST_VALUE],
                )
            )
        if typed.is_month_first:
            self.notes.append(
                N_("Tanggal di kolom %(name)s ditulis bulan/hari/tahun dan dibaca demikian.", name=plan.name)
            )
        if typed.style is Style.ENGLISH:
            self.notes.append(
                N_("Angka di kolom %(name)s memakai titik sebagai tanda desimal.", name=plan.name)
            )
        if typed.unit == "%":
            self.notes.append(
                N_("Kolom %(name)s ditulis dengan tanda persen; 12,5%% dibaca 12,5.", name=plan.name)
            )

    def _add(self, where: tuple[int, int, str], value: str, message: Message) -> None:
        row, column, name = where
        if len(self.problems) < _MOST_PROBLEMS:
            cell = f"{letter(column)}{row}"
            self.problems.append(CellProblem(self.sheet, cell, row, name, value[:_LONGEST_VALUE], message))


def _on_error(cell: str, value: str) -> Message:
    return N_(
        "Sel %(cell)s berisi galat rumus %(value)s. Perbaiki rumusnya di Excel.", cell=cell, value=value
    )


def _on_impossible_day(cell: str, value: str) -> Message:
    return N_(
        "Sel %(cell)s berisi tanggal %(value)s, padahal hari itu tidak ada. Perbaiki tanggalnya.",
        cell=cell,
        value=value,
    )


def _on_lost_digits(cell: str, value: str) -> Message:
    return N_(
        "Angka %(value)s di sel %(cell)s lebih dari 15 digit, sehingga digit terakhirnya sudah hilang di Excel. "
        "Ubah format sel menjadi Teks lalu ketik ulang.",
        cell=cell,
        value=value,
    )


def _on_columns(plan: Plan) -> list[Message]:
    notes = []
    renamed = [column for column in plan.columns if column.renamed_from]
    unnamed = [column for column in plan.columns if not column.header]
    outlines = [column for column in plan.columns if len(column.members) > 1]
    if renamed:
        notes.append(
            N_(
                "Nama kolom yang sama diberi nomor: %(names)s.",
                names=", ".join(column.name for column in renamed[:_SHOWN]),
            )
        )
    if unnamed:
        notes.append(
            N_(
                "Kolom tanpa judul diberi nama menurut hurufnya: %(names)s.",
                names=", ".join(column.name for column in unnamed[:_SHOWN]),
            )
        )
    if plan.dropped:
        notes.append(
            N_(
                "Kolom kosong dilewati: %(letters)s.",
                letters=", ".join(letter(index) for index in plan.dropped[:20]),
            )
        )
    for column in outlines:
        notes.append(
            N_(
                "Uraian bertingkat di kolom %(first)s sampai %(last)s dibaca sebagai satu kolom: %(name)s.",
                first=letter(column.members[0]),
                last=letter(column.members[-1]),
                name=column.name,
            )
        )
    return notes


def _on_rows(plan: Plan, body: Body) -> list[Message]:
    notes = []
    totals = [row for row, kind in body.rows if kind is RowKind.TOTAL]
    sections = [row for row, kind in body.rows if kind is RowKind.SECTION]
    if plan.filled_down:
        notes.append(
            N_(
                "Sel yang digabung ke bawah diisikan ke setiap barisnya: baris %(rows)s.",
                rows=listed(sorted(plan.filled_down)),
            )
        )
    if totals:
        notes.append(N_("Baris jumlah ditandai dan bukan data: baris %(rows)s.", rows=listed(totals)))
    if sections:
        notes.append(
            N_("Baris judul kelompok ditandai dan bukan data: baris %(rows)s.", rows=listed(sections))
        )
    if body.unused:
        notes.append(
            N_(
                "%(count)s baris hanya berisi nomor urut dan dianggap belum diisi: baris %(rows)s.",
                count=format_number(len(body.unused)),
                rows=f"{body.unused[0]}-{body.unused[-1]}" if len(body.unused) > 1 else str(body.unused[0]),
            )
        )
    return notes
