"""The lists of fates are printed: one kecamatan or office, or all of them, into one zip."""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime

from rangkai.domains.needs.models import Need
from rangkai.domains.needs.policies import NEED
from rangkai.domains.needs.queries.fate_lists import fate_list, fate_sheet, list_names
from rangkai.domains.needs.rules.fate_list import ListKind, file_stem, list_document
from rangkai.domains.organisations.queries import office_by_code
from rangkai.domains.regions.queries import RegionName
from rangkai.engines.typeset.render import to_docx, to_pdf
from rangkai.gateways import files
from rangkai.kit import jobs
from rangkai.kit.actions import recording
from rangkai.kit.models import Job
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Invalid, Message, Missing

type Tell = Callable[[float, Message], None]
NAMES = 40


def ask_for_lists(actor: Actor, *, kind: ListKind, keys: Sequence[str], moment: datetime) -> Job:
    """Print lists in the background; an office prints its own, those who consolidate print all."""
    known = list_names(region_id=actor.region_id, kind=kind)
    wanted = list(dict.fromkeys(keys))
    if not wanted:
        raise Invalid(N_("Belum ada daftar yang dipilih. Pilih kecamatan atau perangkat daerahnya."))
    if unknown := [key for key in wanted if key not in known]:
        raise Missing(N_("“%(code)s” tidak ada di daerah Anda.", code=unknown[0]))
    if not NEED.can(actor, "consolidate"):
        _require_own(actor, kind=kind, keys=wanted)
    with recording("needs.ask_for_lists", actor):
        return jobs.start("needs.fate_lists", actor, kind=kind.value, keys=wanted, moment=moment.isoformat())


def _require_own(actor: Actor, *, kind: ListKind, keys: Sequence[str]) -> None:
    if kind is not ListKind.OFFICE:
        NEED.require(actor, "consolidate")
    for key in keys:
        office = office_by_code(region_id=actor.region_id, code=key)
        NEED.require(actor, "create", Need(region_id=actor.region_id, office=office))


def print_lists(
    *, place: RegionName, kind: ListKind, keys: Sequence[str], moment: datetime, tell: Tell
) -> str:
    """DOCX, tagged PDF and XLSX of every list in one zip; returns the name under which it is kept."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for at, key in enumerate(keys):
            one = fate_list(region_id=place.id, region=place.name, kind=kind, key=key, moment=moment)
            tell(at / len(keys), N_("Mencetak %(name)s …", name=one.name[:NAMES]))
            document, stem = list_document(one), file_stem(one)
            for suffix, content in (
                (".pdf", to_pdf(document).content),
                (".docx", to_docx(document)),
                (".xlsx", fate_sheet(one)),
            ):
                archive.writestr(f"{stem}{suffix}", content)
    return files.keep(packed.getvalue(), folder=f"{place.code}/nasib", suffix=".zip")
