"""The list of needs, with its filters and what is done with ticked rows."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext

from rangkai.domains.needs.policies import NEED
from rangkai.domains.needs.queries import needs
from rangkai.domains.needs.queries.choices import (
    ListChoices,
    PartChoices,
    area_names,
    in_kecamatan,
    kecamatan_options,
    list_choices,
    part_choices,
)
from rangkai.domains.needs.queries.needs import PRIORITY_BANDS
from rangkai.domains.needs.rules.priority import priority_word
from rangkai.domains.needs.rules.terms import Authority, Fate, NeedSource, NeedStatus
from rangkai.domains.regions.queries import area_facts
from rangkai.kit.policies import Actor
from rangkai.kit.web.columns import Column, Kind
from rangkai.kit.web.context import Here
from rangkai.kit.web.filters import NONE, Filter, FilterKind
from rangkai.kit.web.links import link
from rangkai.kit.web.lists import Bulk, Button, Empty, ListPage
from rangkai.lib.errors import N_
from rangkai.lib.terms import Term

type Choices = Sequence[tuple[str, str]]

SCORES = (("urgency", N_("Urgensi")), ("seriousness", N_("Keseriusan")), ("growth", N_("Pertumbuhan")))
BANDS = (
    ("tinggi", N_("tinggi (12–15)")),
    ("sedang", N_("sedang (8–11)")),
    ("rendah", N_("rendah (3–7)")),
    ("belum", N_("belum dinilai")),
)


def words(term: type[Term]) -> list[tuple[str, str]]:
    """(code, word) of a vocabulary in the reader's language."""
    return [(code, gettext(label)) for code, label in term.choices()]


def may(verb: str):  # type: ignore[no-untyped-def]
    """Whether the actor holds the verb at all."""
    return lambda actor: NEED.can(actor, verb)


def in_bands(values: Sequence[str]) -> Q:
    """Needs of any of the chosen bands of priority."""
    condition = Q()
    for value in values:
        condition |= PRIORITY_BANDS[value]
    return condition


def of_authority(values: Sequence[str]) -> Q:
    """Needs of any of the chosen authorities; those of which nobody said it are empty texts."""
    return Q(authority__in=["" if value == NONE else value for value in values])


def priority_words(need: Any) -> str:
    if need.priority is None:
        return ""
    return f"{need.priority} ({gettext(priority_word(need.priority))})"


def usg_choices(here: Here) -> list[tuple[str, str]]:
    return [(f"{name}-{n}", f"{gettext(label.text)} {n}") for name, label in SCORES for n in range(5, 0, -1)]


RARE = (
    Column(
        "isu",
        N_("Isu strategis"),
        lambda n: n.issue and n.issue.name,
        sort=("issue__name",),
        shown=False,
    ),
    Column("nasib", N_("Nasib"), lambda n: Fate(n.fate), Kind.STATE, sort=("fate",), shown=False),
    Column("tempat", N_("Tempat"), lambda n: n.place, shown=False),
    Column("sumber", N_("Sumber"), lambda n: gettext(NeedSource(n.source_kind).label), shown=False),
    Column(
        "tanggal",
        N_("Disampaikan"),
        lambda n: n.stated_on,
        Kind.DATE,
        sort=("stated_on",),
        shown=False,
    ),
    Column(
        "penerima",
        N_("Penerima manfaat"),
        lambda n: n.beneficiaries,
        Kind.NUMBER,
        sort=("beneficiaries",),
        shown=False,
    ),
    Column(
        "layanan",
        N_("Layanan yang diperbaiki"),
        lambda n: n.service and n.service.name,
        sort=("service__name",),
        shown=False,
    ),
    Column("siapa", N_("Siapa yang menerima manfaat"), lambda n: n.for_whom, shown=False),
    Column(
        "kewenangan",
        N_("Kewenangan"),
        lambda n: gettext(Authority(n.authority).label) if n.authority else "",
        sort=("authority",),
        shown=False,
    ),
    Column(
        "perkiraan",
        N_("Perkiraan biaya"),
        lambda n: n.estimate,
        Kind.MONEY,
        sort=("estimate",),
        shown=False,
    ),
)
"""Columns that show once they are chosen."""


def columns(areas: Mapping[int, str]) -> tuple[Column, ...]:
    """What a row shows; `areas` is area id → name, read once a request."""
    return (
        Column("kebutuhan", N_("Kebutuhan"), lambda n: n.statement, sort=("statement",)),
        Column("nomor", N_("Nomor"), lambda n: n.ref, sort=("ref",)),
        Column("pd", N_("Perangkat daerah"), lambda n: str(n.office), sort=("office__name",)),
        Column("wilayah", N_("Wilayah"), lambda n: areas.get(n.area_id, "")),
        Column("dimensi", N_("Dimensi"), lambda n: n.dimension, Kind.DIMENSION, sort=("dimension__order",)),
        Column("prioritas", N_("Prioritas"), priority_words, sort=("priority",), export=lambda n: n.priority),
        Column("status", N_("Status"), lambda n: NeedStatus(n.status), Kind.STATE, sort=("status",)),
        *RARE,
    )


def needs_page(here: Here) -> ListPage:
    """Made for one request: the names of areas are read once, not joined."""
    areas = area_facts(region_id=here.region.id)
    parts = part_choices()
    return ListPage(
        name="needs.needs",
        title=N_("Kebutuhan"),
        purpose=N_("Apa yang dibutuhkan layanan publik, menurut perangkat daerah, musrenbang, dan warga."),
        rows=lambda here: needs(here.actor),
        columns=columns(area_names(areas)),
        row_url=lambda here, n: link(here, "needs:need", ref=n.ref),
        row_key=lambda n: n.ref,
        order=("-priority", "id"),
        empty=Empty(
            N_("Belum ada kebutuhan"),
            N_(
                "Impor lembar kerja yang sudah ada, atau tulis satu kebutuhan. Dari sini program dan buku disusun."
            ),
        ),
        filters=filters(kecamatan_options(areas), parts, list_choices(here.actor)),
        search_kind="needs.need",
        buttons=BUTTONS,
        bulk=bulk(parts),
    )


def signs(actor: Actor) -> bool:
    """Whether needs wait for the actor's paraf or signature."""
    return NEED.can(actor, "check") or NEED.can(actor, "approve")


BUTTONS = (
    Button(N_("Kebutuhan baru"), "needs:create", "plus", may("create")),
    Button(N_("Impor"), "needs:import", "file-import", may("create")),
    Button(N_("Isu strategis"), "needs:issues", "layers-intersect"),
    Button(N_("Nasib"), "needs:fates", "gavel"),
    Button(N_("Usulan dimensi"), "needs:sorting", "category", may("classify")),
    Button(N_("Persetujuan"), "needs:approval", "clipboard-check", signs),
    Button(N_("Sampah"), "needs:bin", "trash", may("delete")),
)
EMPTY = N_("belum diisi")


def filters(kecamatan: Choices, parts: PartChoices, chosen: ListChoices) -> tuple[Filter, ...]:
    """Those whose choices come from tables, then the vocabularies."""
    return (
        Filter(
            "dimensi", N_("Dimensi"), FilterKind.MANY, "dimension_id", lambda here: parts.dimensions, EMPTY
        ),
        Filter(
            "pd",
            N_("Perangkat daerah"),
            FilterKind.MANY,
            "office_id",
            lambda here: chosen.offices,
        ),
        Filter("kecamatan", N_("Kecamatan"), FilterKind.MANY, in_kecamatan, lambda here: kecamatan),
        Filter(
            "subdimensi",
            N_("Subdimensi"),
            FilterKind.MANY,
            "subdimension_id",
            lambda here: parts.subdimensions,
            EMPTY,
        ),
        Filter(
            "layanan",
            N_("Layanan"),
            FilterKind.MANY,
            "service_id",
            lambda here: chosen.services,
            EMPTY,
        ),
        *VOCABULARIES,
    )


VOCABULARIES = (
    Filter("sumber", N_("Sumber"), FilterKind.MANY, "source_kind", lambda here: words(NeedSource)),
    Filter(
        "kewenangan", N_("Kewenangan"), FilterKind.MANY, of_authority, lambda here: words(Authority), EMPTY
    ),
    Filter("status", N_("Status"), FilterKind.MANY, "status", lambda here: words(NeedStatus)),
    Filter("nasib", N_("Nasib"), FilterKind.MANY, "fate", lambda here: words(Fate)),
    Filter(
        "prioritas",
        N_("Prioritas"),
        FilterKind.MANY,
        in_bands,
        lambda here: [(value, gettext(word.text)) for value, word in BANDS],
    ),
    Filter("berisu", N_("Sudah berisu"), FilterKind.YES_NO, lambda yes: Q(issue__isnull=not yes)),
)


def consolidates(actor: Actor) -> bool:
    return NEED.can(actor, "consolidate")


def bulk(parts: PartChoices) -> tuple[Bulk, ...]:
    """What is done with ticked rows; issue and fate ask on a page of their own."""
    return (
        Bulk(N_("Ajukan"), "needs:bulk-submit", "send", may("edit")),
        Bulk(
            N_("Atur dimensi"),
            "needs:bulk-dimension",
            "category",
            may("classify"),
            lambda here: parts.subdimensions,
        ),
        Bulk(N_("Nilai USG"), "needs:bulk-usg", "star", may("rank"), usg_choices),
        Bulk(N_("Masukkan ke isu"), "needs:bulk-issue", "layers-intersect", consolidates),
        Bulk(N_("Putuskan nasib"), "needs:bulk-fate", "gavel", consolidates),
        Bulk(N_("Unduh untuk diubah"), "needs:export", "table-export"),
        Bulk(
            N_("Hapus"),
            "needs:bulk-delete",
            "trash",
            may("delete"),
            confirm=N_("Hapus kebutuhan yang dicentang? Semuanya dapat dikembalikan dari Sampah."),
        ),
    )
