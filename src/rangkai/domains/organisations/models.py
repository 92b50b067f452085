"""Who works where: a role is held by a post for a time, a person holds posts by appointment."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from rangkai.domains.organisations.rules import AppointmentKind, FormOfAddress, OfficeKind, Role
from rangkai.domains.regions.models import RegionalRecord


class Organisation(RegionalRecord):
    """A perangkat daerah. The name is today's; `FormerName` keeps those before it."""

    code = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=60, blank=True)
    aliases = models.TextField(blank=True, help_text="Nama lain, dipisah titik koma.")
    kind_of = models.CharField(max_length=12, choices=OfficeKind.choices())
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region", "code"], condition=Q(deleted_at__isnull=True), name="organisation_code_once"
            )
        ]
        indexes = [models.Index(fields=["region", "name"], name="organisation_by_name")]

    def __str__(self) -> str:
        return self.short_name or self.name


class FormerName(RegionalRecord):
    """What an office was called until a day."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="former_names")
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=60, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField()

    def __str__(self) -> str:
        return self.name


class Person(RegionalRecord):
    """Name without titles; titles apart. NIP, phone and rank are in `PersonPrivate`."""

    name = models.CharField(max_length=120)
    title_before = models.CharField(max_length=60, blank=True)
    title_after = models.CharField(max_length=80, blank=True)
    address = models.CharField(max_length=6, choices=FormOfAddress.choices(), blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        head = f"{self.title_before} {self.name}".strip()
        return f"{head}, {self.title_after}" if self.title_after else head


class PersonPrivate(RegionalRecord):
    """Personal data, shown to few and exported never by default (UU 27/2022)."""

    person = models.OneToOneField(Person, models.PROTECT, related_name="private")
    nip = models.CharField(max_length=18, blank=True)
    rank = models.CharField(max_length=60, blank=True)
    phone = models.CharField(max_length=20, blank=True)

    def __str__(self) -> str:
        return f"private {self.person_id}"


class Post(RegionalRecord):
    """A jabatan in an office; roles are held here, not by people."""

    code = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="posts"
    )
    roles = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region", "code"], condition=Q(deleted_at__isnull=True), name="post_code_once"
            )
        ]

    def __str__(self) -> str:
        return self.title

    def role_labels(self) -> list[str]:
        return [Role(code).label for code in self.roles]


class Appointment(RegionalRecord):
    """A person holds a post between two days; an open end means until further notice."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="appointments")
    person = models.ForeignKey(Person, models.PROTECT, related_name="appointments")
    kind_of = models.CharField(
        max_length=10, choices=AppointmentKind.choices(), default=AppointmentKind.DEFINITIF.value
    )
    number = models.CharField(max_length=80, blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_from__lte=F("valid_to")),
                name="appointment_order",
            )
        ]
        indexes = [models.Index(fields=["region", "post", "valid_from"], name="appointment_by_post")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind_of} {self.post_id}"


class Team(RegionalRecord):
    """A team by SK, with a period: Dewan Smart City, Tim Pelaksana, Tim Koordinasi SPBE, Forum Satu Data."""

    code = models.CharField(max_length=40)
    name = models.CharField(max_length=160)
    decree = models.CharField(max_length=120, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region", "code"], condition=Q(deleted_at__isnull=True), name="team_code_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class TeamMember(RegionalRecord):
    """Members sit by post, so that a rotation shows which SK it has made wrong; `named` is who the SK names."""

    team = models.ForeignKey(Team, models.PROTECT, related_name="members")
    post = models.ForeignKey(Post, models.PROTECT, related_name="+")
    named = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    position = models.CharField(max_length=80, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region", "team", "post"],
                condition=Q(deleted_at__isnull=True),
                name="teammember_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.team_id} {self.post_id}"
