"""Programmes with fixed, meaningful values."""

import json
from datetime import date

from rangkai.domains.masterplans.tests.factories import dimension
from rangkai.domains.organisations.models import Organisation, Post
from rangkai.domains.programmes.models import (
    Fund,
    FundingLine,
    Nomenclature,
    PriorBook,
    PriorProgramme,
    Programme,
)
from rangkai.domains.programmes.rules.prior.lines import OldLine, Read, read_to_json
from rangkai.domains.programmes.rules.terms import NomenclatureLevel, ProgrammeKind
from rangkai.domains.regions.models import Region
from rangkai.gateways import files

TODAY = date(2026, 11, 24)


def fund(place: Region, code: str = "PAD", name: str = "Pendapatan Asli Daerah") -> Fund:
    found = Fund.objects.filter(region=place, code=code).first()
    return found or Fund.objects.create(region=place, code=code, name=name)


def nomenclature(
    code: str = "1.02.02.2.02.0001", name: str = "Pengelolaan Pelayanan Kesehatan"
) -> Nomenclature:
    found = Nomenclature.objects.filter(code=code).first()
    return found or Nomenclature.objects.create(
        code=code, level=NomenclatureLevel.SUBKEGIATAN, name=name, valid_from=date(2021, 1, 1)
    )


def owner_post(office: Organisation) -> Post:
    """The first post of the office; made when it has none."""
    found = Post.objects.filter(region=office.region, organisation=office).order_by("id").first()
    return found or Post.objects.create(
        region=office.region, code=f"kepala-{office.code}", title=f"Kepala {office.name}", organisation=office
    )


def programme(office: Organisation, name: str = "Antrean daring puskesmas", **values: object) -> Programme:
    number = Programme.objects.filter(region=office.region).count() + 1
    given: dict[str, object] = {
        "kind_of": ProgrammeKind.SERVICE,
        "dimension": dimension(),
        "owner": owner_post(office),
        **values,
    }
    return Programme.objects.create(
        region=office.region,
        office=office,
        ref=f"P-2026-{number:05d}",
        name=name,
        identity=f"test-{number}",
        **given,
    )


def funding(of: Programme, year: int = 2027, amount: int = 250_000_000, **values: object) -> FundingLine:
    given: dict[str, object] = {"office": of.office, "fund": fund(of.region), **values}
    return FundingLine.objects.create(region=of.region, programme=of, year=year, amount=amount, **given)


def prior_line(office: Organisation, name: str = "Antrean lama") -> PriorProgramme:
    """An undecided line of the old plan, in a book that has one more file waiting to be looked over."""
    read = Read((OldLine(name),), "unknown", None)
    draft = files.keep(json.dumps(read_to_json(read)).encode(), folder="rencana-lama", suffix=".json")
    title = f"Buku 2 {office.code}"
    book = PriorBook.objects.create(
        region=office.region, title=title, first_year=2022, last_year=2026, draft=draft
    )
    return PriorProgramme.objects.create(
        region=office.region, book=book, order=1, name=name, office=office, dimension=dimension()
    )
