"""What the register of services offers to the kit."""

from django.urls import reverse

from rangkai.domains.architecture.imports import SERVICES_IMPORT
from rangkai.domains.architecture.models import Service
from rangkai.domains.architecture.policies import SERVICE
from rangkai.domains.architecture.queries.services import office_names_of
from rangkai.domains.architecture.rules.content import LABELS
from rangkai.domains.architecture.rules.terms import Digitalisation
from rangkai.domains.regions.queries import region_code_of
from rangkai.domains.work.actions.imports.nouns import register_import
from rangkai.kit.policies import register_policy
from rangkai.kit.registries import Room, register_record_url, register_room
from rangkai.kit.search import Entry, register_entry
from rangkai.kit.web.frame import NewEntry, register_new
from rangkai.kit.web.history import FieldWord, register_field_words, register_verbs
from rangkai.lib.errors import N_

KIND = "architecture.service"
WORDS = {
    **{name: FieldWord(label) for name, label in LABELS.items()},
    "office_id": FieldWord(LABELS["office_id"], names=office_names_of),
    "digitalisation": FieldWord(LABELS["digitalisation"], words=dict(Digitalisation.choices())),
}
VERBS = {
    "architecture.create_service": N_("mencatat layanan"),
    "architecture.edit_service": N_("mengubah isian"),
    "architecture.delete_service": N_("menghapus"),
    "architecture.restore_service": N_("mengembalikan dari sampah"),
    "services.import": N_("mengimpor dari lembar kerja"),
}


def register() -> None:
    """Called once the models are loaded."""
    register_policy(KIND, SERVICE)
    register_import(SERVICES_IMPORT)
    register_entry(KIND, service_entry)
    register_room(
        Room(
            "services",
            N_("Layanan"),
            "building-store",
            "architecture:list",
            28,
            lambda a: SERVICE.can(a, "view"),
        )
    )
    register_new(
        NewEntry(
            N_("Layanan"), "architecture:create", "building-store", lambda a: SERVICE.can(a, "create"), 40
        )
    )
    register_record_url(KIND, service_url)
    register_field_words(KIND, WORDS)
    register_verbs(VERBS)


def service_entry(service: Service) -> Entry:
    return Entry(service.pk, service.name, f"{service.ref} {service.audience} {service.hindrance_note}")


def service_url(service: Service) -> str:
    code = region_code_of(region_id=service.region_id)
    return reverse("architecture:service", kwargs={"region_code": code, "ref": service.ref})
