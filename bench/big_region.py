"""A home with one region that has many programmes and needs, made up from a seed; the same on every run.

Rows are inserted in bulk, past the actions: what is measured is reading and printing them.
"""

import os
import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

OFFICES, FUNDS, YEARS = 25, ("PAD", "DAU", "DAK"), range(2027, 2037)
WORK = (
    "Layanan perizinan satu pintu yang selesai dalam satu kunjungan",
    "Penataan data kependudukan desa",
    "Pemantauan mutu air sungai dan sumur warga dengan sensor yang dapat dibaca semua orang",
    "Kelas keterampilan digital bagi pelaku usaha mikro",
    "Titik kumpul dan peringatan dini banjir",
    "Bank sampah desa yang tercatat",
)
SOLVED = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


def open_home(home: Path) -> None:
    """Point Django at `home` and bring its tables up; once a process."""
    os.environ["RANGKAI_HOME"] = str(home)
    from rangkai.cli.django_setup import migrate, set_up

    set_up()
    migrate()


def fill(*, programmes: int, needs: int) -> None:
    """A solved roadmap in which one programme of ten found no place."""
    from rangkai.domains.goals.tests.factories import small_cascade
    from rangkai.domains.masterplans.models import Masterplan
    from rangkai.domains.organisations.tests.factories import office, region
    from rangkai.domains.programmes.tests.factories import fund, owner_post
    from rangkai.surfaces.examples.chain import fill_frame

    draw = random.Random(7)  # noqa: S311 (not for secrets)
    place = region()
    fill_frame(_system(place.pk))
    goals = list(small_cascade(place).values())
    plan = Masterplan.objects.create(
        region=place,
        ref="RI-2026-00001",
        name="Rencana Induk Kota Cerdas (contoh)",
        vision="Daerah yang terpadu melayani",
        first_year=YEARS[0],
        last_year=YEARS[-1],
        rpjmd=goals[0].plan,
    )
    _phases(plan)
    offices = [office(place, f"pd-{n:02d}", f"Dinas Contoh Nomor {n}") for n in range(OFFICES)]
    posts = {one.pk: owner_post(one) for one in offices}
    funds = [fund(place, code, f"Sumber dana {code}") for code in FUNDS]
    issues = _needs(draw, place, offices, needs)
    rows = _programmes(draw, place, offices, posts, programmes)
    _hung(draw, place, rows, funds, goals[-1], issues)
    _roadmap(draw, plan, rows, funds)


def _system(region_id: int) -> Any:
    from rangkai.kit.policies import Actor

    return Actor.system(region_id)


def _phases(plan: Any) -> None:
    from rangkai.domains.masterplans.models import PlanPhase, Strategy, SubDimension
    from rangkai.domains.masterplans.rules import usual_phases

    for phase in usual_phases(YEARS[0]):
        PlanPhase.objects.create(region=plan.region, plan=plan, kind_of=phase.kind, until=phase.until)
    Strategy.objects.bulk_create(
        Strategy(
            region=plan.region, plan=plan, subdimension=part, text=f"Mendekatkan {part.name} kepada warga."
        )
        for part in SubDimension.objects.all()
    )


def _needs(draw: random.Random, place: Any, offices: list[Any], count: int) -> list[Any]:
    """Issues of two needs each, approved and ranked."""
    from rangkai.domains.masterplans.models import SubDimension
    from rangkai.domains.needs.models import Need, StrategicIssue

    parts = list(SubDimension.objects.select_related("dimension"))
    issues = StrategicIssue.objects.bulk_create(
        StrategicIssue(
            region=place, ref=f"I-2026-{n:05d}", name=f"Isu {n}", dimension=parts[n % len(parts)].dimension
        )
        for n in range(1, count // 2 + 2)
    )
    rows = []
    for n in range(1, count + 1):
        part = parts[n % len(parts)]
        rows.append(
            Need(
                region=place,
                ref=f"K-2026-{n:05d}",
                statement=f"{draw.choice(WORK)} di lokasi {n}",
                office=draw.choice(offices),
                identity=f"bench-{n}",
                source_kind="musrenbang",
                dimension=part.dimension,
                subdimension=part,
                priority=draw.randint(3, 15),
                status="approved",
                issue=issues[n // 2],
                fate="programme",
                fate_reason="Dijawab program rencana induk",
            )
        )
    Need.objects.bulk_create(rows, batch_size=500)
    return issues


def _programmes(
    draw: random.Random, place: Any, offices: list[Any], posts: dict[int, Any], count: int
) -> list[Any]:
    from rangkai.domains.masterplans.models import SubDimension
    from rangkai.domains.programmes.models import Programme
    from rangkai.domains.programmes.rules.terms import ProgrammeKind

    parts = list(SubDimension.objects.select_related("dimension"))
    kinds = [kind.value for kind in ProgrammeKind]
    rows = []
    for n in range(1, count + 1):
        office, part = draw.choice(offices), parts[n % len(parts)]
        rows.append(
            Programme(
                region=place,
                ref=f"P-2026-{n:05d}",
                name=f"{draw.choice(WORK)} (contoh {n})",
                kind_of=draw.choice(kinds),
                dimension=part.dimension,
                subdimension=part,
                office=office,
                owner=posts[office.pk],
                quick_win=n % 10 == 0,
                status="approved",
                identity=f"bench-{n}",
            )
        )
    return list(Programme.objects.bulk_create(rows, batch_size=500))


def _hung(
    draw: random.Random, place: Any, rows: list[Any], funds: list[Any], goal: Any, issues: list[Any]
) -> None:
    """Funding of one to three years, an output, a risk for every third, a goal and an issue."""
    from rangkai.domains.programmes.models import (
        FundingLine,
        ProgrammeGoal,
        ProgrammeIssue,
        ProgrammeOutput,
        ProgrammeRisk,
    )

    lines, outputs, risks = [], [], []
    for n, row in enumerate(rows):
        start, fund = draw.choice(YEARS[:7]), draw.choice(funds)
        for year in range(start, start + n % 3 + 1):
            amount = draw.randint(1, 40) * 25_000_000
            lines.append(
                FundingLine(
                    region=place,
                    programme=row,
                    office_id=row.office_id,
                    year=year,
                    fund=fund,
                    amount=amount,
                    document="Renja (contoh)",
                )
            )
        outputs.append(
            ProgrammeOutput(region=place, programme=row, text="Desa terlayani", quantity=n + 1, unit="desa")
        )
        if n % 3 == 0:
            risk = "Petugas berganti sebelum layanan berjalan"
            mitigation = "Paket serah terima dan dua petugas terlatih"
            risks.append(
                ProgrammeRisk(
                    region=place, programme=row, risk=risk, likelihood=3, impact=4, mitigation=mitigation
                )
            )
    FundingLine.objects.bulk_create(lines, batch_size=500)
    ProgrammeOutput.objects.bulk_create(outputs, batch_size=500)
    ProgrammeRisk.objects.bulk_create(risks, batch_size=500)
    ProgrammeGoal.objects.bulk_create(
        [ProgrammeGoal(region=place, programme=row, goal=goal) for row in rows], batch_size=500
    )
    ProgrammeIssue.objects.bulk_create(
        [ProgrammeIssue(region=place, programme=row, issue=draw.choice(issues)) for row in rows],
        batch_size=500,
    )


def _roadmap(draw: random.Random, plan: Any, rows: list[Any], funds: list[Any]) -> None:
    from rangkai.domains.roadmap.models import Ceiling, Placement, Scenario
    from rangkai.kit.messages import dump
    from rangkai.lib.errors import N_

    place = plan.region
    scenario = Scenario.objects.create(
        region=place,
        ref="S-2026-00001",
        name="Dasar (contoh)",
        plan=plan,
        state="solved",
        result={"status": "feasible", "gap": 0.008},
        inputs_sha256="0" * 64,
        solved_at=SOLVED,
    )
    Ceiling.objects.bulk_create(
        Ceiling(region=place, scenario=scenario, fund=fund, year=year, amount=60_000_000_000)
        for fund in funds
        for year in YEARS
    )
    reason = dump(N_("Tidak muat: pagu DAK tahun itu sudah terpakai."))
    Placement.objects.bulk_create(
        [
            Placement(
                region=place,
                scenario=scenario,
                programme=row,
                start=None if n % 10 == 9 else draw.choice(YEARS[:7]),
                reason=reason if n % 10 == 9 else None,
            )
            for n, row in enumerate(rows)
        ],
        batch_size=500,
    )
