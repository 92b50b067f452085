"""What pays for a programme: several offices, subkegiatan, years and funds. Money is whole rupiah."""

from django.db import models
from django.db.models import F, Q

from rangkai.domains.organisations.models import Organisation
from rangkai.domains.programmes.models.programme import Programme
from rangkai.domains.programmes.rules.terms import NomenclatureLevel
from rangkai.domains.regions.models import RegionalRecord
from rangkai.kit.models import Record


class Fund(RegionalRecord):
    """A source of money; editable data."""

    code = models.CharField(max_length=20)
    name = models.CharField(max_length=100)
    is_apbd = models.BooleanField(default=True)
    order = models.PositiveSmallIntegerField(default=0)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region", "code"], condition=Q(deleted_at__isnull=True), name="fund_code_once"
            )
        ]
        ordering = ["order", "code"]

    def __str__(self) -> str:
        return self.name


class Nomenclature(Record):
    """Urusan → bidang → program → kegiatan → subkegiatan, by validity; of the nation, not of a region."""

    code = models.CharField(max_length=30)
    level = models.CharField(max_length=12, choices=NomenclatureLevel.choices())
    name = models.CharField(max_length=400)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="nomenclature_once"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_from__lt=F("valid_to")),
                name="nomenclature_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class FundingLine(RegionalRecord):
    """Baris pendanaan; `year` is the year that the office proposes, `amount` whole rupiah."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="funding")
    office = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    nomenclature = models.ForeignKey(Nomenclature, models.PROTECT, null=True, blank=True, related_name="+")
    year = models.PositiveSmallIntegerField()
    fund = models.ForeignKey(Fund, models.PROTECT, related_name="+")
    amount = models.BigIntegerField()
    document = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gte=0), name="fundingline_not_negative"),
        ]
        indexes = [models.Index(fields=["region", "programme", "year"], name="fundingline_by_programme")]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.year} {self.amount}"
