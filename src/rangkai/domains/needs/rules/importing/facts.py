"""What an import of needs must know of the region before it can decide; gathered by `queries.import_facts`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rangkai.domains.needs.rules.terms import Authority, NeedStatus
from rangkai.domains.work.rules.names import NameBook, squashed_place
from rangkai.domains.work.rules.plan import Json

AUTHORITY_NAMES: Mapping[Authority, tuple[str, ...]] = {
    Authority.VILLAGE: ("pemerintah desa", "kewenangan desa", "kelurahan"),
    Authority.REGENCY: ("kabupaten", "kota", "daerah", "pemkab", "pemkot", "pemda"),
    Authority.PROVINCE: ("pemprov", "pemerintah provinsi", "propinsi"),
    Authority.NATION: ("pemerintah pusat", "nasional", "kementerian", "apbn"),
}


@dataclass(frozen=True, slots=True)
class Office:
    """`names` begin with the one to show."""

    id: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A kecamatan (`parent_id` None), or a desa or kelurahan of one."""

    id: int
    name: str
    parent_id: int | None


@dataclass(frozen=True, slots=True)
class Part:
    """A dimension (`parent_id` None), or a sub-dimension of one."""

    id: int
    names: tuple[str, ...]
    parent_id: int | None


@dataclass(frozen=True, slots=True)
class KnownService:
    """A service of the register, of one office."""

    id: int
    ref: str
    name: str
    office_id: int

    @property
    def title(self) -> str:
        """As our own export writes it: number and name, so that it is found again whatever shares its name."""
        return f"{self.ref} {self.name}"


@dataclass(frozen=True, slots=True)
class KnownNeed:
    """A live need with its columns as JSON keeps them."""

    id: int
    ref: str
    version: int
    identity: str
    status: NeedStatus
    values: Mapping[str, Json]

    @property
    def office_id(self) -> int:
        return int(str(self.values["office_id"]))


@dataclass(frozen=True)
class NeedFacts:
    """`may_write` are the offices whose needs the person may enter (None: all); `own_office_id` stands in for an
    empty office; `may_mend` lets the person change what an office has signed. `source` is the name of the source.
    """

    offices: Sequence[Office]
    places: Sequence[Place]
    parts: Sequence[Part]
    known: Sequence[KnownNeed]
    services: Sequence[KnownService] = ()
    source: str = ""
    may_write: frozenset[int] | None = None
    own_office_id: int | None = None
    may_mend: bool = False

    @cached_property
    def office_index(self) -> NameBook[Office]:
        return NameBook((office, office.names) for office in self.offices)

    @cached_property
    def kecamatan_index(self) -> NameBook[Place]:
        heads = (place for place in self.places if place.parent_id is None)
        return NameBook(((place, (place.name,)) for place in heads), key=squashed_place)

    @cached_property
    def place_book(self) -> NameBook[Place]:
        """Every area by its name with its kecamatan, as our own lists print it: "Japan, Kec. Sooko"."""
        return NameBook((place, (self.place_names[place.id],)) for place in self.places)

    @cached_property
    def villages(self) -> Mapping[int, NameBook[Place]]:
        """Desa and kelurahan by kecamatan: their names repeat within a region."""
        inside: dict[int, list[Place]] = {place.id: [] for place in self.places if place.parent_id is None}
        for place in self.places:
            if place.parent_id is not None:
                inside.setdefault(place.parent_id, []).append(place)
        return {
            head: NameBook(((place, (place.name,)) for place in places), key=squashed_place)
            for head, places in inside.items()
        }

    @cached_property
    def dimension_index(self) -> NameBook[Part]:
        return NameBook((part, part.names) for part in self.parts if part.parent_id is None)

    @cached_property
    def subdimension_index(self) -> NameBook[Part]:
        return NameBook((part, part.names) for part in self.parts if part.parent_id is not None)

    @cached_property
    def service_index(self) -> NameBook[KnownService]:
        """By name, number, or both; a name that two offices use finds neither."""
        return NameBook((one, (one.name, one.ref, one.title)) for one in self.services)

    @cached_property
    def services_of(self) -> Mapping[int, NameBook[KnownService]]:
        """Those of an office, among which its own names are clear."""
        found: dict[int, list[KnownService]] = {}
        for one in self.services:
            found.setdefault(one.office_id, []).append(one)
        return {pk: NameBook((one, (one.name,)) for one in services) for pk, services in found.items()}

    @cached_property
    def authority_index(self) -> NameBook[Authority]:
        return NameBook((one, (one.label, one.value, *AUTHORITY_NAMES[one])) for one in Authority)

    @cached_property
    def service_names(self) -> Mapping[int, str]:
        return {one.id: one.name for one in self.services}

    @cached_property
    def by_identity(self) -> Mapping[str, KnownNeed]:
        return {need.identity: need for need in self.known}

    @cached_property
    def by_ref(self) -> Mapping[str, KnownNeed]:
        return {need.ref.casefold(): need for need in self.known}

    @cached_property
    def values_by_ref(self) -> Mapping[str, Mapping[str, Json]]:
        return {need.ref: need.values for need in self.known}

    @cached_property
    def office_names(self) -> Mapping[int, str]:
        return {office.id: office.names[0] for office in self.offices}

    @cached_property
    def place_names(self) -> Mapping[int, str]:
        """Desa with their kecamatan: "Puri, Kec. Puri"."""
        heads = {place.id: f"Kec. {place.name}" for place in self.places if place.parent_id is None}
        inside = {
            place.id: f"{place.name}, {heads.get(place.parent_id, '')}"
            for place in self.places
            if place.parent_id is not None
        }
        return {**heads, **inside}

    @cached_property
    def dimension_names(self) -> Mapping[int, str]:
        return {part.id: part.names[0] for part in self.parts if part.parent_id is None}

    @cached_property
    def subdimension_names(self) -> Mapping[int, str]:
        return {part.id: part.names[0] for part in self.parts if part.parent_id is not None}
