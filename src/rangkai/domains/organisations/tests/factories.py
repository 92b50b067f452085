"""Named actors with fixed relations, and the small region they work in."""

from dataclasses import dataclass
from datetime import date

from rangkai.domains.accounts.models import User
from rangkai.domains.organisations.models import Appointment, Organisation, Person, Post
from rangkai.domains.organisations.rules import Role
from rangkai.domains.regions.models import Area, AreaVersion, Region, RegionVersion
from rangkai.domains.regions.rules import AreaKind, RegionKind
from rangkai.kit.policies import Actor, Holding

SINCE = date(2025, 1, 2)


def region(code: str = "35.16", name: str = "Kabupaten Mojokerto") -> Region:
    found = RegionVersion.objects.filter(code=code).first()
    if found:
        return found.region
    row = Region.objects.create(kind_of=RegionKind.KABUPATEN)
    RegionVersion.objects.create(region=row, code=code, name=name)
    return row


def area(place: Region, code: str, name: str, parent: Area | None = None) -> Area:
    """A kecamatan, or a desa when it has a parent."""
    found = AreaVersion.objects.filter(region=place, code=code).first()
    if found:
        return found.area
    row = Area.objects.create(region=place, kind_of=AreaKind.DESA if parent else AreaKind.KECAMATAN)
    AreaVersion.objects.create(region=place, area=row, code=code, name=name, parent=parent)
    return row


def office(place: Region, code: str = "dinkes", name: str = "Dinas Kesehatan") -> Organisation:
    found = Organisation.objects.filter(region=place, code=code).first()
    return found or Organisation.objects.create(region=place, code=code, name=name, kind_of="dinas")


def holder(place: Region, name: str, role: Role, at: Organisation | None = None) -> Actor:
    """A person with a user (password: "rahasia-sekali"), a post and a definitif appointment."""
    username = f"{name.lower()}.{RegionVersion.objects.get(region=place).code}"
    user = User.objects.filter(username=username).first()
    if user is None:
        user = User(username=username)
        user.set_password("rahasia-sekali")
        user.save()
        person = Person.objects.create(region=place, name=name, user=user)
        post = Post.objects.create(
            region=place, code=username, title=f"{role.label} {name}", organisation=at, roles=[str(role)]
        )
        Appointment.objects.create(region=place, post=post, person=person, valid_from=SINCE)
    held = Appointment.objects.get(person__user=user)
    return Actor(
        user.pk,
        name,
        place.pk,
        (Holding(str(role), place.pk, at.pk if at else None, held.post_id),),
        held.person_id,
    )


@dataclass(frozen=True)
class Actors:
    """The cast. `place` is 35.16; `dinkes` and `dlh` are two of its offices; Fajar and Gita belong to 35.15."""

    place: Region
    elsewhere: Region
    dinkes: Organisation
    dlh: Organisation
    diskominfo: Organisation
    ani: Actor  # operator of Dinas Kesehatan
    hadi: Actor  # planner of Dinas Kesehatan (paraf)
    budi: Actor  # head of Dinas Kesehatan
    citra: Actor  # secretariat
    dewi: Actor  # planner of the region (Bappeda)
    lina: Actor  # leader
    eko: Actor  # operator of another office
    fajar: Actor  # secretariat of another region
    gita: Actor  # operator of another region


def actors() -> Actors:
    """Everyone, in the two regions; made once a test."""
    place, elsewhere = region(), region("35.15", "Kabupaten Sidoarjo")
    dinkes = office(place)
    dlh = office(place, "dlh", "Dinas Lingkungan Hidup")
    diskominfo = office(place, "diskominfo", "Dinas Komunikasi dan Informatika")
    other = office(elsewhere, "dinkes", "Dinas Kesehatan")
    return Actors(
        place=place,
        elsewhere=elsewhere,
        dinkes=dinkes,
        dlh=dlh,
        diskominfo=diskominfo,
        ani=holder(place, "Ani", Role.OPERATOR, dinkes),
        hadi=holder(place, "Hadi", Role.OFFICE_PLANNER, dinkes),
        budi=holder(place, "Budi", Role.OFFICE_HEAD, dinkes),
        citra=holder(place, "Citra", Role.SECRETARIAT, diskominfo),
        dewi=holder(
            place, "Dewi", Role.PLANNER, office(place, "bappeda", "Badan Perencanaan Pembangunan Daerah")
        ),
        lina=holder(place, "Lina", Role.LEADER),
        eko=holder(place, "Eko", Role.OPERATOR, dlh),
        fajar=holder(elsewhere, "Fajar", Role.SECRETARIAT, other),
        gita=holder(elsewhere, "Gita", Role.OPERATOR, other),
    )
