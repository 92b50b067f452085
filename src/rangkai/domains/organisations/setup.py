"""What organisations offers to the kit: policies, the rail, and who is here."""

from django.urls import reverse

from rangkai.domains.organisations.here import resolve
from rangkai.domains.organisations.models import Organisation
from rangkai.domains.organisations.policies import ORGANISATION
from rangkai.domains.organisations.queries import names_of_users
from rangkai.domains.organisations.rules import OfficeKind
from rangkai.domains.regions.queries import region_code_of
from rangkai.kit.policies import register_policy
from rangkai.kit.registries import Room, register_record_url, register_room
from rangkai.kit.search import Entry, register_entry
from rangkai.kit.web.context import register_resolver
from rangkai.kit.web.history import FieldWord, register_field_words, register_user_names
from rangkai.lib.errors import N_

WORDS = {
    "code": FieldWord(N_("Kode")),
    "name": FieldWord(N_("Nama lengkap")),
    "short_name": FieldWord(N_("Nama pendek")),
    "aliases": FieldWord(N_("Nama lain")),
    "kind_of": FieldWord(N_("Jenis"), words=dict(OfficeKind.choices())),
    "note": FieldWord(N_("Catatan")),
}
KINDS = ("organisation", "formername", "person", "personprivate", "post", "appointment", "team", "teammember")


def register() -> None:
    register_resolver(resolve)
    register_field_words(Organisation.kind(), WORDS)
    register_user_names(names_of_users)
    register_entry(Organisation.kind(), entry_of)
    register_record_url(Organisation.kind(), address_of)
    for kind in KINDS:
        register_policy(f"organisations.{kind}", ORGANISATION)
    register_room(
        Room(
            "settings",
            N_("Pengaturan"),
            "settings",
            "organisations:list",
            130,
            lambda actor: ORGANISATION.can(actor, "edit"),
        )
    )


def entry_of(office: Organisation) -> Entry:
    return Entry(office.pk, office.name, f"{office.short_name} {office.aliases} {office.code}")


def address_of(office: Organisation) -> str:
    code = region_code_of(region_id=office.region_id)
    return reverse("organisations:office", kwargs={"region_code": code, "code": office.code})
