"""Statements of need made up from a seed, and the ways in which people write the same one differently.

Nothing here is taken from anyone: activities are the words of the trade, names are syllables.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split())


ACTIVITIES = (
    "Pembangunan drainase lingkungan",
    "Peningkatan jalan desa",
    "Pembangunan jembatan gantung",
    "Pemasangan lampu penerangan jalan umum",
    "Penyediaan sarana air bersih perdesaan",
    "Pembangunan sanitasi dan MCK masyarakat",
    "Rehabilitasi jaringan irigasi tersier",
    "Pembangunan tembok penahan tanah",
    "Rehabilitasi ruang kelas sekolah dasar",
    "Pengadaan mebel sekolah dasar",
    "Perbaikan rumah tidak layak huni",
    "Pembangunan posyandu",
    "Pengadaan sarana pengangkut sampah",
    "Penataan lapangan olahraga",
    "Pelatihan tenaga kerja pemuda",
    "Bantuan bibit tanaman pangan",
    "Bantuan alat pertanian kelompok tani",
    "Pemasangan jaringan internet balai desa",
    "Pengembangan objek wisata desa",
    "Normalisasi sungai dan saluran",
)
SYLLABLES = _split(
    "ban ber bang ceng dar der gam gar gem jam jati kar ken kem kun lem lor man men mlir mojo nga ngor pan pung "
    "rang ring san sem sido sla sono su suko tam tir tro wa wono wring"
)
ENDINGS = _split("an ari ati eng ing iwo ono oro ung uro")
FIRST = _split("Kp. Dusun Jl. Kp. Kp.")


@dataclass(frozen=True)
class Said:
    """A statement in parts, as a form would hold it."""

    activity: str
    place: str
    desa: str
    kecamatan: str

    @property
    def text(self) -> str:
        return f"{self.activity} - {self.place}, Desa {self.desa}, Kec. {self.kecamatan}"


def made_up(count: int, seed: int) -> list[Said]:
    """`count` different statements over count / 20 villages, ten villages a district."""
    rng = Random(seed)  # noqa: S311 (not for secrets)
    villages = _names(rng, max(1, count // 20))
    districts = _names(rng, len(villages) // 10 + 1)
    said: dict[Said, None] = {}
    while len(said) < count:
        village = rng.randrange(len(villages))
        first, name = rng.choice(FIRST), _name(rng)
        place = f"{first} {name} RT {rng.randint(1, 30):02d} RW {rng.randint(1, 12):02d}"
        said[Said(rng.choice(ACTIVITIES), place, villages[village], districts[village // 10])] = None
    return list(said)


def _names(rng: Random, count: int) -> list[str]:
    names: dict[str, None] = {}
    while len(names) < count:
        names[_name(rng)] = None
    return list(names)


def _name(rng: Random) -> str:
    return "".join((rng.choice(SYLLABLES), rng.choice(SYLLABLES), rng.choice(ENDINGS))).title()


def swapped_letters(said: Said, rng: Random) -> Said:
    return _slip(said, rng, lambda word, at: word[:at] + word[at + 1] + word[at] + word[at + 2 :])


def lost_letter(said: Said, rng: Random) -> Said:
    return _slip(said, rng, lambda word, at: word[:at] + word[at + 1 :])


def doubled_letter(said: Said, rng: Random) -> Said:
    return _slip(said, rng, lambda word, at: word[: at + 1] + word[at:])


def _slip(said: Said, rng: Random, change: Callable[[str, int], str]) -> Said:
    """Change one inner letter of one long word of the place; without a long word nothing changes."""
    words = list(re.finditer(r"[A-Za-z]{6,}", said.place))
    if not words:
        return said
    found = rng.choice(words)
    start, end = found.span()
    changed = change(said.place[start:end], rng.randint(1, end - start - 3))
    return replace(said, place=said.place[:start] + changed + said.place[end:])


def other_address(said: Said, rng: Random) -> Said:
    """RT 02 RW 05 in one of the forms of the field; a bare 02/05 or 05/02 among them."""
    found = re.search(r"\bRT[ .]*0*(\d+)[ ,/]*RW[ .]*0*(\d+)", said.place, re.IGNORECASE)
    if found is None:
        return said
    rt, rw = int(found[1]), int(found[2])
    form = rng.choice(
        (
            f"RT/RW {rt:02d}/{rw:02d}",
            f"RT.{rt} RW.{rw}",
            f"Rt {rt:03d}/{rw:03d}",
            f"{rt:02d}/{rw:02d}",
            f"{rw:02d}/{rt:02d}",
        )
    )
    return replace(said, place=said.place[: found.start()] + form + said.place[found.end() :])


def other_case(said: Said, rng: Random) -> Said:
    return replace(said, place=rng.choice((said.place.upper(), said.place.lower())))


def other_label(said: Said, rng: Random) -> Said:
    """Written in full, or without the word that says what kind of place it is."""
    full = {"Kp.": ("Kampung", ""), "Jl.": ("Jalan", "Jln."), "Dusun": ("Dsn", "")}
    first, _, rest = said.place.partition(" ")
    return replace(said, place=f"{rng.choice(full.get(first, (first,)))} {rest}".strip())


def more_detail(said: Said, rng: Random) -> Said:
    return replace(
        said, place=f"{said.place} {rng.choice(('(lanjutan)', 'dekat balai desa', 'sepanjang 200 m'))}"
    )


def no_place(said: Said, _: Random) -> Said:
    return replace(said, place="")


VARIATIONS: dict[str, Callable[[Said, Random], Said]] = {
    "swapped letters": swapped_letters,
    "lost letter": lost_letter,
    "doubled letter": doubled_letter,
    "other address form": other_address,
    "other case": other_case,
    "other label": other_label,
    "more detail": more_detail,
    "place left empty": no_place,
}


def repeated(base: list[Said], count: int, seed: int) -> list[Said]:
    """`base`, then again and again with one variation each, up to `count`."""
    rng = Random(seed)  # noqa: S311 (not for secrets)
    kinds = list(VARIATIONS.values())
    said = list(base[:count])
    while len(said) < count:
        said.append(rng.choice(kinds)(base[len(said) % len(base)], rng))
    return said
