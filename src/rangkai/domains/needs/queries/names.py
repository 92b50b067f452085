"""Names behind ids, for history; one query each."""

from collections.abc import Iterable, Mapping

from rangkai.domains.masterplans.models import Dimension, SubDimension
from rangkai.domains.needs.models import StrategicIssue
from rangkai.domains.organisations.models import Organisation
from rangkai.domains.regions.models import AreaVersion


def area_names_of(ids: Iterable[int]) -> Mapping[int, str]:
    rows = AreaVersion.objects.filter(area_id__in=list(ids), valid_to__isnull=True)
    return dict(rows.values_list("area_id", "name"))


def office_names_of(ids: Iterable[int]) -> Mapping[int, str]:
    return dict(Organisation.objects.filter(pk__in=list(ids)).values_list("pk", "name"))


def dimension_names_of(ids: Iterable[int]) -> Mapping[int, str]:
    return dict(Dimension.objects.filter(pk__in=list(ids)).values_list("pk", "name"))


def subdimension_names_of(ids: Iterable[int]) -> Mapping[int, str]:
    return dict(SubDimension.objects.filter(pk__in=list(ids)).values_list("pk", "name"))


def issue_names_of(ids: Iterable[int]) -> Mapping[int, str]:
    return dict(StrategicIssue.objects.filter(pk__in=list(ids)).values_list("pk", "name"))
