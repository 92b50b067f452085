"""What the tables must keep, walked over every model."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

from rangkai.kit.models import Record
from tests.source import PACKAGE, ROOT

ORDER = [
    *("accounts", "regions", "organisations", "work", "evidence", "bimtek", "satudata", "surveys"),
    *(
        "architecture",
        "indicators",
        "goals",
        "assessments",
        "masterplans",
        "needs",
        "programmes",
        "roadmap",
        "books",
    ),
]
OURS = [m for m in apps.get_models() if m.__module__.startswith("rangkai.")]
DOMAIN_MODELS = [m for m in OURS if m._meta.app_label in ORDER]
GLOBAL = {
    "accounts.user",
    "regions.batch",
    "regions.region",
    "regions.regionversion",
    "masterplans.dimension",
}
GLOBAL |= {"masterplans.subdimension", "programmes.nomenclature"}


def relations(model: type[models.Model]) -> list[models.ForeignKey]:  # type: ignore[type-arg]
    return [f for f in model._meta.concrete_fields if isinstance(f, models.ForeignKey)]


@pytest.mark.parametrize("model", DOMAIN_MODELS, ids=lambda m: m._meta.label_lower)
def test_it_points_only_down_the_order_of_domains(model):
    own = ORDER.index(model._meta.app_label)
    up = [
        f.name
        for f in relations(model)
        if f.related_model._meta.app_label in ORDER and ORDER.index(f.related_model._meta.app_label) > own
    ]
    assert up == []


@pytest.mark.parametrize("model", DOMAIN_MODELS, ids=lambda m: m._meta.label_lower)
def test_it_gives_no_lower_noun_an_accessor_to_a_higher_one(model):
    crossing = [f for f in relations(model) if f.related_model._meta.app_label != model._meta.app_label]
    assert [f.name for f in crossing if not f.remote_field.hidden] == []


@pytest.mark.parametrize("model", OURS, ids=lambda m: m._meta.label_lower)
def test_it_protects_what_is_referred_to(model):
    assert [f.name for f in relations(model) if f.remote_field.on_delete is not models.PROTECT] == []


@pytest.mark.parametrize("model", DOMAIN_MODELS, ids=lambda m: m._meta.label_lower)
def test_it_has_a_version_and_a_soft_delete(model):
    assert issubclass(model, Record)


@pytest.mark.parametrize("model", DOMAIN_MODELS, ids=lambda m: m._meta.label_lower)
def test_it_begins_every_constraint_and_index_with_the_region(model):
    if model._meta.label_lower in GLOBAL:
        return
    assert "region" in {f.name for f in model._meta.concrete_fields}
    unique = [c for c in model._meta.constraints if isinstance(c, models.UniqueConstraint)]
    firsts = [c.fields[0] for c in unique] + [i.fields[0] for i in model._meta.indexes]
    assert [name for name in firsts if name != "region"] == []


@pytest.mark.parametrize("model", OURS, ids=lambda m: m._meta.label_lower)
def test_it_keeps_money_in_whole_rupiah(model):
    money = {"amount", "estimate", "ceiling"}
    wrong = [f.name for f in model._meta.concrete_fields if f.name in money]
    assert all(isinstance(model._meta.get_field(n), models.BigIntegerField) for n in wrong)


def migration_files() -> list[Path]:
    return sorted(p for p in PACKAGE.rglob("migrations/0*.py"))


@pytest.mark.parametrize("path", migration_files(), ids=lambda p: f"{p.parts[-3]}/{p.stem}")
def test_it_names_migrations_in_words(path):
    assert "_auto_" not in path.stem
    assert path.stem != "0001_initial"


@pytest.mark.parametrize("path", migration_files(), ids=lambda p: f"{p.parts[-3]}/{p.stem}")
def test_it_can_take_data_steps_back(path):
    steps = re.findall(r"RunPython\(([^)]*)\)", path.read_text())
    assert all("," in step for step in steps)


def test_it_explains_every_model_in_the_glossary():
    glossary = (ROOT / "docs" / "glossary.md").read_text()
    missing = [m.__name__ for m in OURS if not re.search(rf"\b{m.__name__}\b", glossary)]
    assert missing == []
