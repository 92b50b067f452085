"""The list of scenarios."""

from rangkai.domains.roadmap.policies import SCENARIO
from rangkai.domains.roadmap.queries import scenarios
from rangkai.domains.roadmap.rules.terms import ScenarioState
from rangkai.domains.roadmap.web.shown import how_good
from rangkai.kit.messages import render
from rangkai.kit.web.columns import Column, Kind
from rangkai.kit.web.links import link
from rangkai.kit.web.lists import Button, Empty, ListPage
from rangkai.lib.errors import N_

SCENARIOS = ListPage(
    name="roadmap.scenarios",
    title=N_("Skenario"),
    purpose=N_("Susunan program menurut pagu dan kapasitas; satu di antaranya ditetapkan pimpinan."),
    rows=lambda here: scenarios(region_id=here.region.id),
    columns=(
        Column("nama", N_("Skenario"), lambda s: s.name, sort=("name",)),
        Column("nomor", N_("Nomor"), lambda s: s.ref, sort=("ref",)),
        Column("keadaan", N_("Keadaan"), lambda s: ScenarioState(s.state), Kind.STATE, sort=("state",)),
        Column(
            "nilai", N_("Nilai"), lambda s: s.result.get("value") and round(s.result["value"]), Kind.NUMBER
        ),
        Column("mutu", N_("Mutu susunan"), lambda s: render(how_good(s.result)) if s.result else ""),
        Column("dihitung", N_("Dihitung"), lambda s: s.solved_at, Kind.INSTANT, sort=("solved_at",)),
    ),
    row_url=lambda here, s: link(here, "roadmap:scenario", ref=s.ref),
    row_key=lambda s: s.ref,
    order=("-id",),
    empty=Empty(
        N_("Belum ada skenario"),
        N_(
            "Buat skenario, isi pagu per sumber dana dan tahun, lalu hitung: program akan tersusun ke dalam jangka."
        ),
    ),
    buttons=(
        Button(N_("Skenario baru"), "roadmap:create", allowed=lambda actor: SCENARIO.can(actor, "create")),
        Button(N_("Keputusan"), "roadmap:decisions", "gavel"),
    ),
)
