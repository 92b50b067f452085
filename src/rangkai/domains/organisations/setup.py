"""What organisations offers to the kit: policies, the rail, and who is here."""

from django.urls import reverse

from rangkai.domains.organisations.here import resolve
from rangkai.domains.organisations.models import Organisation
from rangkai.domains.organisations.policies import ORGANISATION
from rangkai.domains.organisations.queries import names_of_users
from rangkai.domains.organisations.rules import OfficeKind
from rangkai.domains.regions.queries import region_code_of
from rangkai.kit.policies import Actor, register_policy
from rangkai.kit.registries import Setting, register_record_url, register_setting
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


def keeps(actor: Actor) -> bool:
    return ORGANISATION.can(actor, "edit")


SETTINGS = (
    Setting(
        N_("Perangkat daerah"),
        N_("Nama, singkatan, dan nama lama kantor yang mengisi dan memimpin."),
        "building",
        "organisations:list",
        10,
        keeps,
    ),
    Setting(
        N_("Jabatan dan pejabat"),
        N_("Siapa memegang jabatan apa, definitif, Plt., Plh., atau Pj., dan sampai kapan."),
        "users",
        "organisations:posts",
        20,
        keeps,
    ),
    Setting(
        N_("Tim"),
        N_("Dewan Smart City, tim pelaksana, dan forum, dengan SK dan anggotanya."),
        "users-group",
        "organisations:teams",
        30,
        keeps,
    ),
    Setting(
        N_("Wilayah"),
        N_("Kecamatan, desa, dan kelurahan menurut kode Kemendagri dan BPS."),
        "map",
        "regions:areas",
        40,
        keeps,
    ),
)


def register() -> None:
    register_resolver(resolve)
    register_field_words(Organisation.kind(), WORDS)
    register_user_names(names_of_users)
    register_entry(Organisation.kind(), entry_of)
    register_record_url(Organisation.kind(), address_of)
    for kind in KINDS:
        register_policy(f"organisations.{kind}", ORGANISATION)
    for setting in SETTINGS:
        register_setting(setting)


def entry_of(office: Organisation) -> Entry:
    return Entry(office.pk, office.name, f"{office.short_name} {office.aliases} {office.code}")


def address_of(office: Organisation) -> str:
    code = region_code_of(region_id=office.region_id)
    return reverse("organisations:office", kwargs={"region_code": code, "code": office.code})
