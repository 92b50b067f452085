"""Services as a workbook: a template to fill in, and an export that comes back as an import."""

from collections.abc import Iterable, Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from rangkai.domains.architecture.models import Service
from rangkai.domains.architecture.queries.services import office_choices
from rangkai.domains.architecture.rules import importing as f
from rangkai.domains.architecture.rules.terms import Digitalisation, Hindrance
from rangkai.engines.tabular.model import Kind, Value
from rangkai.engines.tabular.writing import Heading, SheetColumn, write_table
from rangkai.kit.policies import Actor

WIDE = 42


def services_template(actor: Actor) -> bytes:
    """An empty workbook with lists to choose from; one query."""
    return write_table(_columns(actor), [], Heading("Layanan", _guide()))


def services_workbook(actor: Actor, *, rows: QuerySet[Service]) -> bytes:
    """The given services, to edit and import again; two queries."""
    found = rows.select_related("office").iterator(chunk_size=2_000)
    return write_table(_columns(actor), _rows(found), Heading("Layanan"))


def _columns(actor: Actor) -> list[SheetColumn]:
    """In the order of `_rows`."""
    offices = tuple(name for _pk, name in office_choices(actor, verb="edit"))
    return [
        SheetColumn(f.REF, Kind.CODE, note=_("Jangan diubah. Kosongkan pada baris layanan baru.")),
        SheetColumn(f.NAME, width=WIDE, is_required=True),
        SheetColumn(f.OFFICE, width=WIDE, choices=offices, is_required=True),
        SheetColumn(f.AUDIENCE),
        SheetColumn(f.CHANNEL),
        SheetColumn(f.USERS, Kind.NUMBER),
        SheetColumn(f.DEGREE, choices=tuple(degree.label for degree in Digitalisation)),
        SheetColumn(f.HINDRANCES, note="; ".join(found.label for found in Hindrance)),
        SheetColumn(f.NOTE, width=WIDE),
    ]


def _rows(services: Iterable[Service]) -> Iterable[Sequence[Value]]:
    for service in services:
        yield (
            service.ref,
            service.name,
            service.office.name,
            service.audience or None,
            service.channel or None,
            service.users,
            Digitalisation(service.digitalisation).label if service.digitalisation else None,
            f.hindrance_words(vars(service)) or None,
            service.hindrance_note or None,
        )


def _guide() -> tuple[str, ...]:
    return (
        _("Cara mengisi"),
        _("Satu baris satu layanan. Yang wajib hanya Layanan dan Perangkat daerah; kolom lain boleh kosong."),
        _(
            "Tingkat digitalisasi dipilih dari daftar: manual, informasi daring, formulir daring, selesai daring, "
            "terintegrasi."
        ),
        _("Hambatan diisi jaringan, perangkat, atau SDM; boleh lebih dari satu, misalnya: jaringan; SDM."),
        _("Kolom Nomor diisi oleh Rangkai; kosongkan untuk layanan baru."),
    )
