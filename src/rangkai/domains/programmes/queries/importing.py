"""The facts that an import of programmes is decided from: about fifteen statements, whatever the size of the region."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from rangkai.domains.goals.models import Goal
from rangkai.domains.indicators.models import Indicator
from rangkai.domains.masterplans.queries import dimensions, plan_facts
from rangkai.domains.needs.models import Need
from rangkai.domains.needs.rules.importing.facts import Office, Part
from rangkai.domains.organisations.models import Post
from rangkai.domains.organisations.queries import office_facts
from rangkai.domains.programmes.models import (
    Fund,
    FundingLine,
    Nomenclature,
    Programme,
    ProgrammeOutput,
)
from rangkai.domains.programmes.queries.choices import Lead
from rangkai.domains.programmes.queries.known import known
from rangkai.domains.programmes.queries.ties import ties_of
from rangkai.domains.programmes.rules.importing.facts import (
    Code,
    KnownLine,
    KnownProgramme,
    Named,
    ProgrammeFacts,
)
from rangkai.domains.programmes.rules.importing.fields import fields_for
from rangkai.domains.programmes.rules.terms import NomenclatureLevel, ProgrammeStatus
from rangkai.domains.work.rules.columns import Fields
from rangkai.kit.policies import Actor, policy_of

COLUMNS = (
    "name",
    "description",
    "kind_of",
    "dimension_id",
    "subdimension_id",
    "office_id",
    "owner_id",
    "value",
    "earliest",
    "latest",
    "must",
    "quick_win",
    "source",
    "source_key",
)
YEARS_AHEAD = 10


def fund_codes(*, region_id: int) -> list[str]:
    rows = Fund.objects.live().filter(region_id=region_id).order_by("order", "code")
    return list(rows.values_list("code", flat=True))


def money_years(*, region_id: int) -> tuple[int, ...]:
    """The years of the plan in force and the one before; without a plan, ten from this year. Three queries."""
    plan = plan_facts(region_id=region_id)
    first = plan.first_year - 1 if plan else timezone.now().year
    last = plan.last_year if plan else first + YEARS_AHEAD
    return tuple(range(first, last + 1))


def import_fields(actor: Actor) -> Fields:
    """Every column that a sheet of this region may have; four queries."""
    region_id = actor.region_id
    return fields_for(money_years(region_id=region_id), fund_codes(region_id=region_id))


def import_facts(
    actor: Actor,
    *,
    source: str,
    default_office_id: int | None = None,
    default_fund_id: int | None = None,
) -> ProgrammeFacts:
    """Everything of the region; an operator of one office enters for that office where the sheet names none."""
    policy = policy_of(Programme.kind())
    region_id = actor.region_id
    about = known(region_id=region_id)
    writable = frozenset(pk for pk in about.offices if policy.can(actor, "create", Lead(region_id, pk)))
    own = None if len(writable) == len(about.offices) else writable
    only = next(iter(own)) if own and len(own) == 1 else None
    return ProgrammeFacts(
        offices=tuple(
            Office(office.id, (office.name, *filter(None, (office.short_name, *office.aliases))))
            for office in office_facts(region_id=region_id)
        ),
        posts=_named(Post.objects.filter(organisation__isnull=False), region_id, "title", "code"),
        heads=about.heads,
        parts=_parts(),
        funds=_named(Fund.objects, region_id, "code", "name"),
        codes=subkegiatan(),
        goals=_named_goals(region_id),
        indicators=_named(Indicator.objects, region_id, "name", "code", "ref"),
        needs=dict(Need.objects.live().filter(policy_of(Need.kind()).scope(actor)).values_list("ref", "pk")),
        known=known_programmes(region_id=region_id),
        source=source,
        may_write=own,
        own_office_id=default_office_id or only,
        may_mend=policy.can(actor, "mend"),
        default_fund_id=default_fund_id,
    )


def _named(rows: Any, region_id: int, *fields: str) -> tuple[Named, ...]:
    """Live rows of the region by the names in `fields`; one query."""
    found = rows.live().filter(region_id=region_id).values_list("pk", *fields)
    return tuple(Named(pk, tuple(filter(None, names))) for pk, *names in found)


def _parts() -> tuple[Part, ...]:
    """Dimensions and sub-dimensions by all their names; "Smart Living" is also called "Living"."""
    parts: list[Part] = []
    for dimension in dimensions():
        bare = dimension.name.removeprefix("Smart ")
        parts.append(Part(dimension.id, (dimension.name, bare, dimension.name_en, dimension.code), None))
        parts.extend(
            Part(part.id, (part.name, part.name_en, part.code), dimension.id)
            for part in dimension.subdimensions
        )
    return tuple(parts)


def _named_goals(region_id: int) -> tuple[Named, ...]:
    """Goals by code; of codes that several documents use, those of the youngest."""
    rows = Goal.objects.live().filter(region_id=region_id, plan__deleted_at__isnull=True)
    newest: dict[str, Named] = {}
    for pk, code, text in rows.order_by("plan__first_year", "id").values_list("pk", "code", "text"):
        newest[code] = Named(pk, (code, f"{code} {text}", text))
    return tuple(newest.values())


def subkegiatan() -> tuple[Code, ...]:
    """The codes that a funding line may bear, those in force first; one query."""
    rows = Nomenclature.objects.live().filter(level=NomenclatureLevel.SUBKEGIATAN).order_by("-valid_from")
    return tuple(
        Code(pk, code, name, first.year, end.year - 1 if end else None)
        for pk, code, name, first, end in rows.values_list("pk", "code", "name", "valid_from", "valid_to")
    )


def known_programmes(*, region_id: int) -> tuple[KnownProgramme, ...]:
    """Every live programme with its columns, lines, links and outputs; four queries."""
    rows = Programme.objects.live().filter(region_id=region_id).order_by("id")
    lines = lines_by_programme(region_id=region_id)
    outputs: dict[int, set[str]] = defaultdict(set)
    texts = ProgrammeOutput.objects.live().filter(region_id=region_id)
    for programme_id, text in texts.values_list("programme_id", "text"):
        outputs[programme_id].add(text)
    ties = ties_of(region_id, rows.order_by().values("pk"))
    return tuple(
        KnownProgramme(
            id=pk,
            ref=ref,
            version=version,
            identity=identity,
            status=ProgrammeStatus(status),
            values=dict(zip(COLUMNS, values, strict=True)),
            lines=lines.get(pk, ()),
            ties={kind: frozenset(tie.id for tie in found.get(pk, ())) for kind, found in ties.items()},
            outputs=frozenset(outputs[pk]),
        )
        for pk, ref, version, identity, status, *values in rows.values_list(
            "id", "ref", "version", "identity", "status", *COLUMNS
        )
    )


def lines_by_programme(*, region_id: int) -> Mapping[int, tuple[KnownLine, ...]]:
    """One query."""
    rows = FundingLine.objects.live().filter(region_id=region_id).order_by("year", "id")
    found: dict[int, list[KnownLine]] = defaultdict(list)
    columns = ("id", "year", "fund_id", "office_id", "nomenclature_id", "amount", "document")
    for programme_id, *values in rows.values_list("programme_id", *columns):
        found[programme_id].append(KnownLine(*values))
    return {pk: tuple(lines) for pk, lines in found.items()}
