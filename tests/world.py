"""A small world for tests that walk every address: the same records in one office, another, and another region."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from rangkai.domains.architecture.models import Service
from rangkai.domains.architecture.tests.factories import service
from rangkai.domains.books.actions import build_edition
from rangkai.domains.books.models import Edition
from rangkai.domains.books.rules.terms import BookNumber
from rangkai.domains.evidence.rules.files import PNG
from rangkai.domains.goals.models import Goal
from rangkai.domains.goals.tests.factories import small_cascade
from rangkai.domains.indicators.tests.factories import indicator
from rangkai.domains.masterplans.models import Masterplan
from rangkai.domains.masterplans.tests.factories import dimension, masterplan, subdimension
from rangkai.domains.needs.actions import attach_file
from rangkai.domains.needs.models import GroupMember, GroupProposal, Need, NeedDocument, StrategicIssue
from rangkai.domains.needs.tests.factories import issue, need
from rangkai.domains.organisations.models import Appointment, Organisation
from rangkai.domains.organisations.rules import Role
from rangkai.domains.organisations.tests.factories import Actors, actors, holder, region
from rangkai.domains.programmes.models import Fund, PriorProgramme, Programme
from rangkai.domains.programmes.tests.factories import fund, funding, nomenclature, prior_line, programme
from rangkai.domains.regions.models import RegionVersion
from rangkai.domains.roadmap.actions import ScenarioWish, create_scenario
from rangkai.domains.roadmap.models import Scenario
from rangkai.domains.work.actions.imports.preview import make_preview
from rangkai.domains.work.actions.imports.upload import Upload, start_import
from rangkai.domains.work.actions.letters.write import begin_letter
from rangkai.domains.work.actions.sheets.gathering import Dropped, start_gathering
from rangkai.domains.work.actions.sheets.making import RoundWish, make_workbooks, start_round
from rangkai.domains.work.actions.sheets.reading import read_gathering
from rangkai.domains.work.models import Gathering, ImportSession, Letter, OfficeSheet, SavedView
from rangkai.domains.work.queries.sheets import workbook_of
from rangkai.gateways.files import keep
from rangkai.kit.actions import recording
from rangkai.kit.models import Job, JobState
from rangkai.kit.policies import Actor

TODAY = date(2026, 11, 24)
SHEET = b"Kebutuhan;Perangkat Daerah;Tahun\nAntrean daring;Dinas Kesehatan;2027\n"


@dataclass(frozen=True)
class Begun:
    """What one person began: an import, background work, a saved view."""

    session: ImportSession
    job: Job
    view: SavedView
    lists: Job


@dataclass(frozen=True)
class Spot:
    """One office with a record of every kind; `begun` is person (user id) → what they began, 0 for anyone else."""

    code: str
    office: Organisation
    appointment: Appointment
    need: Need
    attachment: NeedDocument
    deleted_need: Need
    issue: StrategicIssue
    proposal: GroupProposal
    service: Service
    deleted_service: Service
    programme: Programme
    deleted_programme: Programme
    prior: PriorProgramme
    fund: Fund
    scenario: Scenario
    goal: Goal
    subdimension_id: int
    edition: Edition
    letter: Letter
    sheet: OfficeSheet
    gathering: Gathering
    batch: UUID
    begun: Mapping[int, Begun]

    def begun_by(self, user_id: int) -> Begun:
        return self.begun.get(user_id, self.begun[0])


@dataclass(frozen=True)
class World:
    """`people` is role → someone of Dinas Kesehatan in 35.16 who holds only that role (the ministry's sits in 00)."""

    cast: Actors
    people: Mapping[Role, Actor]
    spots: Mapping[str, Spot]


def build() -> World:
    """Everything, in about a hundred rows."""
    cast = actors()
    dimension()
    subdimension()
    nomenclature()
    people = {role: holder(cast.place, role.value, role, cast.dinkes) for role in Role}
    ministry = region("00", "Nasional")
    people[Role.NATIONAL_ADMIN] = holder(ministry, "pusat", Role.NATIONAL_ADMIN)
    spots = {
        "own": spot(cast.dinkes, cast.ani, list(people.values())),
        "other_office": spot(cast.dlh, cast.eko, []),
        "other_region": spot(Organisation.objects.get(region=cast.elsewhere, code="dinkes"), cast.gita, []),
    }
    return World(cast, people, spots)


def spot(office: Organisation, owner: Actor, people: list[Actor]) -> Spot:
    place = office.region
    boss = Actor.system(place.pk)
    plan = masterplan(place)
    of_goal = small_cascade(place)["sasaran"]
    indicator(place)
    wanted = need(office, f"Antrean daring {office.code}")
    need(office, f"Loket yang disetujui {office.code}", status="approved")
    gone = need(office, f"Kursi tunggu {office.code}")
    unserved = service(office, f"Papan antrean {office.code}")
    serves = programme(office, f"Antrean daring puskesmas {office.code}")
    funding(serves)
    dropped = programme(office, f"Papan nama {office.code}")
    with recording("needs.delete", boss) as act:
        act.delete(gone, version=gone.version)
        act.delete(unserved, version=unserved.version)
        act.delete(dropped, version=dropped.version)
    attachment = attach_file(owner, need=wanted, name="foto.png", content=PNG + office.code.encode())
    with recording("needs.edit", owner) as act:
        act.update(wanted, version=wanted.version, place="Puskesmas Mojosari")
        batch = act.batch
    offered = GroupProposal.objects.create(region=place, label="Antrean", score=0.9, size=2, gain=0.9)
    for member in (wanted, need(office, f"Antrean lewat telepon {office.code}")):
        GroupMember.objects.create(region=place, proposal=offered, need=member)
    return Spot(
        code=RegionVersion.objects.get(region=place).code,
        office=office,
        appointment=Appointment.objects.get(person__user=owner.user_id),
        need=wanted,
        attachment=attachment,
        deleted_need=gone,
        issue=issue(office, f"Antrean panjang {office.code}"),
        proposal=offered,
        service=service(office, f"Pendaftaran pasien {office.code}"),
        deleted_service=unserved,
        programme=serves,
        deleted_programme=dropped,
        prior=prior_line(office, f"Antrean lama {office.code}"),
        fund=fund(place),
        scenario=create_scenario(boss, wish=ScenarioWish(f"Dasar {office.code}", seconds=5), today=TODAY),
        goal=of_goal,
        subdimension_id=subdimension().pk,
        edition=edition(boss, plan),
        letter=letter(office, boss, owner),
        sheet=(sheet := sent_sheet(boss, office)),
        gathering=gathered(boss, sheet),
        batch=batch,
        begun={person.user_id or 0: begin(person, boss) for person in people} | {0: begin(owner, boss)},
    )


def letter(office: Organisation, boss: Actor, owner: Actor) -> Letter:
    """A draft that its owner signs, with a file as if it had come back."""
    row = begin_letter(boss, kind="needs.reply", about=f"pd:{office.code}", office_id=office.pk, today=TODAY)
    row.signer_post_id = owner.holdings[0].post_id
    row.signed = keep(b"%PDF-1.7 %%EOF", folder="surat", suffix=".pdf")
    row.save()
    return row


def edition(boss: Actor, plan: Masterplan) -> Edition:
    """Buku 1 as it stands, printed once a region."""
    found = Edition.objects.filter(region_id=plan.region_id).first()
    at = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
    return found or build_edition(boss, plan=plan, book=BookNumber("1"), at=at)


def sent_sheet(boss: Actor, office: Organisation) -> OfficeSheet:
    """The workbook of the office in a round of its own."""
    wish = RoundWish("needs", f"Kebutuhan {office.code}", None, frozenset({office.pk}))
    found = start_round(boss, wish=wish, today=TODAY)
    make_workbooks(boss, found=found, today=TODAY)
    return OfficeSheet.objects.get(round=found)


def gathered(boss: Actor, sheet: OfficeSheet) -> Gathering:
    """The workbook given back as it was sent, and read."""
    pile = [Dropped("balasan.xlsx", workbook_of(sheet=sheet))]
    found = start_gathering(boss, dropped=pile, today=TODAY)
    read_gathering(boss, gathering=found, today=TODAY)
    return found


def begin(person: Actor, boss: Actor) -> Begun:
    """An import with a preview, a job and a saved view of a person, whatever their role allows by itself."""
    session = start_import(boss, noun="needs", upload=Upload("kebutuhan.csv", SHEET))
    make_preview(boss, session=session, today=TODAY)
    session.user_id = person.user_id
    session.region_id = boss.region_id
    session.save()
    here = {"region_id": boss.region_id}
    return Begun(
        session,
        Job.objects.create(name="needs.import.save", actor_id=person.user_id, **here),
        SavedView.objects.create(page="needs", name="Semua", query="?", user_id=person.user_id, **here),
        Job.objects.create(
            name="needs.fate_lists",
            actor_id=person.user_id,
            state=JobState.DONE,
            finished_at=datetime(2026, 11, 24, 3, 0, tzinfo=UTC),
            result={"file": keep(b"PK", folder="nasib", suffix=".zip"), "lists": 1},
            **here,
        ),
    )
