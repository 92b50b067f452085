"""What a person has to do and has begun: asks, comments, notices, drafts, saved views, imports, rounds of sheets."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from rangkai.domains.organisations.models import Organisation, Post
from rangkai.domains.regions.models import RegionalRecord
from rangkai.domains.work.rules import GatheringState, ImportState, SheetState
from rangkai.domains.work.rules.letter_status import LetterState
from rangkai.kit.models import Job, Snapshot


class Ask(RegionalRecord):
    """Something asked of an office (or of a role in it) by a day. Done when `done_at` is set."""

    title = models.CharField(max_length=200)
    body = models.TextField(blank=True)
    about_kind = models.CharField(max_length=60, blank=True)
    about_id = models.BigIntegerField(null=True, blank=True)
    url = models.CharField(max_length=300, blank=True)
    office = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    role = models.CharField(max_length=30, blank=True)
    due = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["region", "office", "done_at", "due"], name="ask_by_office")]

    def __str__(self) -> str:
        return self.title


class Comment(RegionalRecord):
    """A remark on any record."""

    about_kind = models.CharField(max_length=60)
    about_id = models.BigIntegerField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    text = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["region", "about_kind", "about_id"], name="comment_by_record")]

    def __str__(self) -> str:
        return self.text[:60]


class Notice(RegionalRecord):
    """Something a person should know; read when opened."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    text = models.CharField(max_length=300)
    url = models.CharField(max_length=300, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["region", "user", "read_at"], name="notice_by_user")]

    def __str__(self) -> str:
        return self.text


class Draft(RegionalRecord):
    """What a person typed into a form and has not saved yet; `page` is the form's address."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    page = models.CharField(max_length=300)
    data = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["region", "user", "page"], name="draft_once")]

    def __str__(self) -> str:
        return self.page


class SavedView(RegionalRecord):
    """A list's query under a name; `shared` shows it to everyone of the region."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    page = models.CharField(max_length=60)
    name = models.CharField(max_length=80)
    query = models.TextField()
    shared = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region", "user", "page", "name"],
                condition=Q(deleted_at__isnull=True),
                name="savedview_once",
            )
        ]

    def __str__(self) -> str:
        return self.name


class ImportMapping(RegionalRecord):
    """Which column is which, remembered for a source and the shape of its header."""

    noun = models.CharField(max_length=40)
    source = models.CharField(max_length=120)
    fingerprint = models.CharField(max_length=64)
    columns = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region", "noun", "source", "fingerprint"], name="importmapping_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.noun} {self.source}"


class ImportSession(RegionalRecord):
    """One uploaded file on its way to being saved: file → table → columns → preview → saved."""

    noun = models.CharField(max_length=40)
    source = models.CharField(max_length=120, blank=True)
    filename = models.CharField(max_length=200)
    file = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=ImportState.choices(), default=ImportState.UPLOADED.value)
    table = models.PositiveSmallIntegerField(default=0)
    columns = models.JSONField(default=dict)
    options = models.JSONField(default=dict)
    summary = models.JSONField(default=dict)
    job = models.ForeignKey(Job, models.PROTECT, null=True, blank=True, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    office = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["region", "noun", "id"], name="importsession_by_noun")]

    def __str__(self) -> str:
        return self.filename


class Letterhead(RegionalRecord):
    """Kop surat of a region, one in force: `lines` under each other, the first is the name of the government."""

    lines = models.TextField()
    place = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region"], condition=Q(deleted_at__isnull=True), name="letterhead_once"
            )
        ]

    def __str__(self) -> str:
        return self.lines.split("\n", 1)[0]


class Letter(RegionalRecord):
    """A letter of the region. `kind_of` is a registered kind (`needs.reply`), `about` what it is about within it.

    `number` is what the agenda of the office gave, never made here. `signed` is the signed PDF as it came back.
    """

    ref = models.CharField(max_length=20)
    kind_of = models.CharField(max_length=40)
    about = models.CharField(max_length=120, blank=True)
    office = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    number = models.CharField(max_length=80, blank=True)
    dated = models.DateField(null=True, blank=True)
    addressee = models.TextField(blank=True)
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True)
    checker_post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    signer_post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    on_behalf = models.CharField(max_length=120, blank=True)
    shows_nip = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=LetterState.choices(), default=LetterState.DRAFT.value)
    state_reason = models.CharField(max_length=300, blank=True)
    snapshot = models.ForeignKey(Snapshot, models.PROTECT, null=True, blank=True, related_name="+")
    signed = models.CharField(max_length=200, blank=True)
    signed_sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["region", "ref"], name="letter_ref_once")]
        indexes = [
            models.Index(fields=["region", "state"], name="letter_by_state"),
            models.Index(fields=["region", "kind_of", "about"], name="letter_by_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.subject}"


class SheetRound(RegionalRecord):
    """Sebaran: one workbook for each office, to be filled in and given back by a day."""

    noun = models.CharField(max_length=40)
    title = models.CharField(max_length=120)
    due = models.DateField(null=True, blank=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    job = models.ForeignKey(Job, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["region", "-id"], name="sheetround_newest")]

    def __str__(self) -> str:
        return self.title


class OfficeSheet(RegionalRecord):
    """The workbook of one office in a round. `base` names the kept JSON of what was sent (record → column → value),
    renewed by what came back; `returned` lists the files that were saved: name, sha256, at.
    """

    round = models.ForeignKey(SheetRound, models.PROTECT, related_name="sheets")
    office = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=SheetState.choices(), default=SheetState.MAKING.value)
    filename = models.CharField(max_length=120, blank=True)
    file = models.CharField(max_length=300, blank=True)
    base = models.CharField(max_length=300, blank=True)
    rows = models.PositiveIntegerField(default=0)
    returned = models.JSONField(default=list)
    returned_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["region", "round", "office"], name="officesheet_once"),
        ]

    def __str__(self) -> str:
        return self.filename


class Gathering(RegionalRecord):
    """Workbooks dropped in together on their way to being saved. `files` lists name, file and sha256 of each;
    `read` names the kept JSON of what they say, `answers` are the choices made on it.
    """

    files = models.JSONField(default=list)
    state = models.CharField(
        max_length=10, choices=GatheringState.choices(), default=GatheringState.UPLOADED.value
    )
    read = models.CharField(max_length=300, blank=True)
    answers = models.JSONField(default=dict)
    summary = models.JSONField(default=dict)
    job = models.ForeignKey(Job, models.PROTECT, null=True, blank=True, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["region", "-id"], name="gathering_newest")]

    def __str__(self) -> str:
        return ", ".join(str(file["name"]) for file in self.files)
