"""Which service a row improves, and whose authority it is."""

from typing import Protocol

from rangkai.domains.needs.rules.importing.facts import KnownService, NeedFacts
from rangkai.domains.work.rules.plan import Json
from rangkai.domains.work.rules.reading import RowReader, cut
from rangkai.lib.errors import N_


class Filled(Protocol):
    """The columns that a row fills."""

    values: dict[str, Json]

    def put(self, name: str, value: Json) -> None: ...


def read_served(reader: RowReader, facts: NeedFacts, found: Filled) -> None:
    """After the office was read: a name is first looked for among the services of the row's own office."""
    if reader.has("service"):
        _read_service(reader, facts, found)
    if reader.has("authority"):
        authority = reader.name(
            "authority",
            facts.authority_index,
            lambda value: N_("Kewenangan “%(value)s” tidak dikenal.", value=value),
        )
        found.put("authority", authority.value if authority else None)


def _read_service(reader: RowReader, facts: NeedFacts, found: Filled) -> None:
    """A service that is not registered does not stop the row; the preview offers the nearest names."""
    text = reader.raw("service")
    if not text:
        found.put("service_id", None)
        return
    service = _service(text, found.values.get("office_id"), facts)
    if service is not None:
        found.put("service_id", service.id)
        return
    reader.fault(
        "service",
        N_("Layanan “%(value)s” belum terdaftar; kebutuhan dicatat tanpa layanan.", value=cut(text)),
        suggestions=facts.service_index.suggest(text),
        blocks=False,
        key=reader.written_key("service"),
    )


def _service(text: str, office_id: Json, facts: NeedFacts) -> KnownService | None:
    own = facts.services_of.get(int(office_id)) if office_id is not None else None
    return (own.find(text) if own else None) or facts.service_index.find(text)
