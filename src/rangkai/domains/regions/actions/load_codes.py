"""Region codes come from the npm package idn-area-data (official codes; names as printed there)."""

import csv
import gzip
import io
from collections.abc import Iterable, Iterator, Mapping
from itertools import batched
from pathlib import Path

from rangkai.domains.regions.models import Area, AreaVersion, Region, RegionVersion
from rangkai.domains.regions.rules import AreaKind, RegionKind, region_kind, timezone_of, village_kind
from rangkai.kit.actions import Recorder, recording
from rangkai.kit.policies import Actor

NATION = "00"
SOURCE = "idn-area-data"
UPPER_WORDS = {"dki": "DKI", "di": "DI"}


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """Rows of `name.csv.gz`, as the package's files are kept, or of a plain `name.csv`."""
    packed = path.with_name(path.name + ".gz")
    content = gzip.decompress(packed.read_bytes()) if packed.exists() else path.read_bytes()
    return csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""))


def in_words(name: str) -> str:
    """ "KABUPATEN MOJOKERTO" as a person writes it."""
    return " ".join(UPPER_WORDS.get(w, w.capitalize()) for w in name.lower().split())


def load_governments(actor: Actor, *, folder: Path) -> int:
    """Put in the nation, its provinces and their kabupaten and kota; returns how many. A few statements."""
    entries = [(NATION, "Indonesia", "")]
    entries += [(r["code"], in_words(r["name"]), NATION) for r in rows_of(folder / "provinces.csv")]
    entries += [
        (r["code"], in_words(r["name"]), r["province_code"]) for r in rows_of(folder / "regencies.csv")
    ]
    with recording("regions.load_governments", actor) as act:
        regions = {
            code: Region(
                kind_of=RegionKind.NATION if code == NATION else region_kind(code), timezone=timezone_of(code)
            )
            for code, _, _ in entries
        }
        act.load(list(regions.values()), source=SOURCE)
        versions = [
            RegionVersion(region=regions[code], code=code, name=name, parent=regions.get(parent))
            for code, name, parent in entries
        ]
        act.load(versions, source=SOURCE)
    return len(entries)


def load_areas(
    actor: Actor, *, folder: Path, regions: Mapping[str, int], bps_codes: Mapping[str, str] | None = None
) -> int:
    """Put in the kecamatan, desa and kelurahan of `regions` (code → id); returns how many.

    `bps_codes` is Kemendagri code → BPS code where a crosswalk is known. About 4 statements a thousand areas.
    """
    districts = [r for r in rows_of(folder / "districts.csv") if r["regency_code"] in regions]
    villages = [r for r in rows_of(folder / "villages.csv") if r["district_code"][:5] in regions]
    known = bps_codes or {}
    with recording("regions.load_areas", actor) as act:
        parents = _create(act, districts, regions, {}, known)
        for part in batched(villages, 20_000):
            _create(act, part, regions, parents, known)
    return len(districts) + len(villages)


def _create(
    act: Recorder,
    rows: Iterable[dict[str, str]],
    regions: Mapping[str, int],
    parents: Mapping[str, Area],
    bps_codes: Mapping[str, str],
) -> dict[str, Area]:
    areas: dict[str, Area] = {}
    versions: list[AreaVersion] = []
    for row in rows:
        code = row["code"]
        region_id = regions[code[:5]]
        kind = AreaKind.KECAMATAN if len(code) == 8 else village_kind(code)
        areas[code] = Area(region_id=region_id, kind_of=kind)
        versions.append(
            AreaVersion(
                region_id=region_id,
                area=areas[code],
                code=code,
                bps_code=bps_codes.get(code, ""),
                name=row["name"],
                parent=parents.get(code[:8]),
            )
        )
    act.load(list(areas.values()), source=SOURCE)
    act.load(versions, source=SOURCE)
    return areas
