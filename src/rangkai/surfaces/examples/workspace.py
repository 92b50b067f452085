"""Fills an empty home: codes, the workspace of Kabupaten Mojokerto, its examples, and a solved roadmap."""

from collections.abc import Callable
from datetime import date

from rangkai.domains.regions.actions import load_areas, load_governments, open_workspace
from rangkai.domains.regions.queries import government_ids, region_by_code, regions_are_loaded
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Message
from rangkai.surfaces.examples.chain import fill_needs, fill_plan
from rangkai.surfaces.examples.programmes import Ground, fill_funds, fill_programmes, fill_scenario
from rangkai.surfaces.examples.services import fill_services
from rangkai.surfaces.examples.sheets import REGION_CODES, reference
from rangkai.surfaces.examples.staff import fill_offices, fill_staff

MOJOKERTO, NATION = "35.16", "00"

type Tell = Callable[[Message], None]


def is_empty() -> bool:
    """Whether nothing was filled yet; one query."""
    return not regions_are_loaded()


def fill_home(*, today: date, password: str, tell: Tell) -> None:
    """Everything, step by step; each step is one transaction, and the first that fails stops the rest."""
    tell(N_("Memuat kode daerah …"))
    nobody = Actor.system(0)
    load_governments(nobody, folder=REGION_CODES)
    known = {row["code"]: row["bps_code"] for row in reference("areas_bps")}
    load_areas(nobody, folder=REGION_CODES, regions=government_ids(), bps_codes=known)
    tell(N_("Membuka ruang kerja Kabupaten Mojokerto …"))
    actors = {code: Actor.system(region_by_code(code).id) for code in (MOJOKERTO, NATION)}
    actor = actors[MOJOKERTO]
    open_workspace(actor, region_id=actor.region_id)
    staff = fill_staff(actors, offices=fill_offices(actor), password=password)
    tell(N_("Mengisi tujuan, rencana induk, dan kebutuhan contoh …"))
    frame = fill_plan(actor, staff=staff, today=today)
    services = fill_services(actor, staff=staff, today=today)
    needs = fill_needs(actor, staff=staff, frame=frame, services=services, today=today)
    tell(N_("Mengisi program contoh …"))
    ground = Ground(staff, frame, needs, fill_funds(actor))
    fill_programmes(actor, ground=ground, today=today)
    tell(N_("Menghitung peta jalan contoh …"))
    fill_scenario(actor, ground=ground, today=today)
