"""A book of example programmes ("contoh"): invented, and the same on every run."""

from datetime import UTC, datetime

from rangkai.engines.typeset.charts import (
    Chart,
    Share,
    Spending,
    budget_by_year_and_fund,
    running_by_year,
    share_by_dimension,
    to_figure,
)
from rangkai.engines.typeset.document import (
    Appendix,
    Bar,
    BarGroup,
    Block,
    BulletList,
    Callout,
    Chapter,
    Column,
    CrossReference,
    Document,
    Emphasis,
    Figure,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Phase,
    RowGroup,
    Section,
    Signature,
    Source,
    Strong,
    Table,
    Timeline,
    Traced,
)

DIMENSIONS = ("Governance", "Branding", "Economy", "Living", "Society", "Environment")
YEARS = tuple(range(2027, 2037))
PHASES = (Phase("Jangka pendek", 2027), Phase("Jangka menengah", 2031), Phase("Jangka panjang", 2036))
AS_OF = "24 November 2026"
OFFICES = (
    "Diskominfo",
    "Bappeda",
    "Disdukcapil",
    "Dinas Kesehatan",
    "Dinas Pendidikan",
    "DLH",
    "Disperindag",
)
FUNDS = ("PAD", "DAU", "DAK", "Dana Desa")
WORK = (
    "Layanan perizinan satu pintu yang selesai dalam satu kunjungan",
    "Penataan data kependudukan desa",
    "Pemantauan mutu air sungai dan sumur warga dengan sensor yang dapat dibaca semua orang",
    "Kelas keterampilan digital bagi pelaku usaha mikro",
    "Peta wisata budaya",
    "Titik kumpul dan peringatan dini banjir",
    "Bank sampah desa yang tercatat",
)


def programme(number: int) -> tuple[str, str, str]:
    """Ref, name and owner of example programme `number`, from 1."""
    name = f"{WORK[number % len(WORK)]} (contoh {number})"
    return f"P-2026-{number:05d}", name, OFFICES[number % len(OFFICES)]


def cost(number: int, year: int) -> int:
    start = YEARS[number % 8]
    return 125_000_000 * (number % 9 + 1) if start <= year < start + number % 3 + 1 else 0


def source(*refs: str) -> Source:
    return Source(refs or ("Rangkai",), AS_OF)


def chunk(dimension: int, programmes: int) -> range:
    return range(dimension + 1, programmes + 1, len(DIMENSIONS))


def programme_table(dimension: int, programmes: int) -> Table:
    numbers = chunk(dimension, programmes)
    rows = tuple(
        (at, *programme(n), FUNDS[n % len(FUNDS)], sum(cost(n, year) for year in YEARS))
        for at, n in enumerate(numbers, start=1)
    )
    columns = (
        Column("No.", 0.4, "number"),
        Column("Kode", 1.0, "code"),
        Column("Program", 3.2),
        Column("Perangkat daerah", 1.4),
        Column("Sumber dana", 0.9),
        Column("Pagu (Rp)", 1.2, "money"),
    )
    total = ("", "", "Jumlah", "", "", sum(row[-1] for row in rows))
    name = DIMENSIONS[dimension]
    return Table(f"Program dimensi {name}", columns, rows, total, source(), key=f"program-{name}")


def budget_table(programmes: int) -> Table:
    columns = (
        Column("Kode", 1.0, "code"),
        Column("Program", 4.5),
        *(Column(str(year), 0.8, "money", group="Kebutuhan dana per tahun (Rp juta)") for year in YEARS),
    )
    rows: list[tuple[object, ...] | RowGroup] = []
    for at, dimension in enumerate(DIMENSIONS):
        rows.append(RowGroup(f"Smart {dimension}", dimension))
        rows.extend(
            (*programme(n)[:2], *(cost(n, year) // 1_000_000 or None for year in YEARS))
            for n in chunk(at, programmes)
        )
    total = ("", "Jumlah", *(sum(cost(n, y) for n in range(1, programmes + 1)) // 1_000_000 for y in YEARS))
    return Table(
        "Kebutuhan dana per program dan tahun", columns, tuple(rows), total, source(), landscape=True
    )  # type: ignore[arg-type]


def roadmap(programmes: int) -> Timeline:
    groups = tuple(
        BarGroup(
            f"Smart {dimension}",
            dimension,
            tuple(
                Bar(*programme(n), None if n % 37 == 0 else YEARS[n % 8], n % 3 + 1, n % 11 == 0)
                for n in chunk(at, programmes)
            ),
        )
        for at, dimension in enumerate(DIMENSIONS)
    )
    note = "Belah ketupat menandai quick win; garis tegak menandai akhir jangka."
    return Timeline("Peta jalan program", YEARS, PHASES, groups, source(), note, key="peta-jalan")


def needs_table(programmes: int) -> Table:
    fates = ("menjadi program", "digabung", "ditunda: pagu", "bukan kewenangan kabupaten")
    rows = tuple(
        (
            f"K-2026-{n:05d}",
            f"Kebutuhan contoh {n}: {WORK[n % len(WORK)].lower()}",
            fates[n % 4],
            programme(n)[0],
        )
        for n in range(1, programmes + 1)
    )
    columns = (
        Column("Kode", 1.0, "code"),
        Column("Kebutuhan", 3),
        Column("Nasib", 1.4),
        Column("Program", 1.0, "code"),
    )
    return Table("Kebutuhan dan nasibnya", columns, rows, None, source())


def strategy(dimension: int, programmes: int) -> Section:
    name = DIMENSIONS[dimension]
    blocks: tuple[Block, ...] = (
        Paragraph(
            (
                f"Dimensi {name} memuat ",
                Traced(f"{len(chunk(dimension, programmes))} program", source(programme(dimension + 1)[0])),
                " sebagaimana ",
                CrossReference(f"program-{name}"),
                ". Setiap program menjawab kebutuhan yang tercatat dan dapat ditelusuri ke catatannya.",
            )
        ),
        BulletList(("Mendahulukan yang segera dirasakan warga.", "Memakai ulang yang sudah ada.")),
        programme_table(dimension, programmes),
    )
    return Section(f"Smart {name}", blocks, key=f"dimensi-{name}")


def budget_chart(programmes: int) -> Chart:
    numbers = range(1, programmes + 1)
    spending = [Spending(year, FUNDS[n % len(FUNDS)], cost(n, year)) for n in numbers for year in YEARS]
    ceilings = dict.fromkeys(YEARS, sum(cost(n, 2030) for n in numbers))
    return budget_by_year_and_fund("Kebutuhan dana 2030 sama dengan pagunya (contoh)", spending, ceilings)


def share_chart(programmes: int) -> Chart:
    shares = [
        Share(
            f"Smart {name}",
            sum(cost(n, year) for n in chunk(at, programmes) for year in YEARS),
            len(chunk(at, programmes)),
        )
        for at, name in enumerate(DIMENSIONS)
    ]
    return share_by_dimension("Setiap dimensi mendapat bagian (contoh)", shares)


def figures(programmes: int) -> tuple[Figure, ...]:
    busy = running_by_year("Pelaksanaan paling padat di tengah jangka (contoh)", roadmap(programmes))
    return (
        to_figure(
            budget_chart(programmes), "Kebutuhan dana per tahun menurut sumber dana", source(), "grafik-dana"
        ),
        to_figure(share_chart(programmes), "Pagu dan jumlah program per dimensi", source()),
        to_figure(busy, "Program berjalan per tahun", source()),
    )


def book(programmes: int = 24, pictures: tuple[Figure, ...] = ()) -> Document:
    chapters = (
        Chapter(
            "Pendahuluan",
            (
                Section(
                    "Latar belakang",
                    (
                        Paragraph(
                            "Buku ini adalah contoh. Isinya dibuat untuk memeriksa cetakan, bukan rencana "
                            "suatu daerah. Rencana yang sesungguhnya disusun dari kebutuhan yang dinyatakan "
                            "perangkat daerah dan warga, dikelompokkan, diberi prioritas, lalu ditempatkan "
                            "pada tahun yang sanggup membiayainya."
                        ),
                        Paragraph(
                            (
                                "Rangkaian itu ",
                                Strong("satu"),
                                " dan ",
                                Emphasis("utuh"),
                                ": satu fakta dicatat sekali.",
                            )
                        ),
                        KeyFigures(
                            (
                                KeyFigure(str(programmes), "program dalam rencana", source()),
                                KeyFigure("6", "dimensi"),
                                KeyFigure("10 tahun", "jangka rencana"),
                            )
                        ),
                        Callout(
                            "Perlu diputuskan",
                            "Pagu 2029 habis sebelum semua program ditempatkan.",
                            "penting",
                        ),
                        Callout("Cara membaca", "Kode di setiap baris membawa ke catatan asalnya."),
                    ),
                ),
                Section(
                    "Maksud dan tujuan",
                    (
                        BulletList(
                            ("Memberi arah.", "Menjaga kesinambungan.", "Menyediakan ukuran."), ordered=True
                        ),
                        Section("Ruang lingkup", (Paragraph("Seluruh perangkat daerah, contoh."),)),
                        Section("Dasar penyusunan", (Paragraph("Catatan pada aplikasi, contoh."),)),
                    ),
                ),
            ),
        ),
        Chapter("Strategi per Dimensi", tuple(strategy(at, programmes) for at in range(len(DIMENSIONS)))),
        Chapter(
            "Peta Jalan", (Paragraph(("Lihat ", CrossReference("peta-jalan"), ".")), roadmap(programmes))
        ),
        Chapter("Anggaran per Tahun dan Sumber Dana", (*pictures, budget_table(programmes))),
    )
    foreword = Chapter(
        "Kata Pengantar",
        (
            Paragraph("Puji syukur kami panjatkan. Kata pengantar ini adalah contoh."),
            Signature("Mojokerto, 24 November 2026", "Bupati Contoh", "Dr. Nama Contoh, S.H., M.Si."),
        ),
    )
    return Document(
        title="Masterplan Smart City",
        subtitle="Buku 2 (contoh)",
        region="Pemerintah Kabupaten Contoh",
        period="2027–2036",
        edition="Edisi 1 (contoh)",
        date_text=AS_OF,
        created=datetime(2026, 11, 24, 9, 30, tzinfo=UTC),
        parts=(*chapters, Appendix("Kebutuhan dan Nasibnya", (needs_table(programmes),))),
        front=(foreword,),
        imprint=(("Edisi", "1 (contoh)"), ("Data per", AS_OF), ("Sidik jari", "contoh-0000")),
        dimensions=DIMENSIONS,
    )
