"""The pages and lists of a region with many needs and programmes: milliseconds and queries, in this process."""

import os
import statistics
import tempfile
import time
from typing import Any

NEEDS, PROGRAMMES, RUNS = 5_000, 500, 7
PAGE_MS, JSON_MS, HINT_MS, QUERIES = 60, 100, 30, 12
LOOKS = (
    ("needs_page", "needs:list", "", PAGE_MS),
    ("needs_hint", "needs:alike", "?statement=Sumur+warga+di+lok", HINT_MS),
    ("needs_search", "needs:list", "?q=sumur", PAGE_MS),
    ("programmes_page", "programmes:list", "", PAGE_MS),
    ("home", "home:home", "", PAGE_MS),
    ("needs_json", "/api/v1/35.16/needs", "", JSON_MS),
    ("programmes_json", "/api/v1/35.16/programmes", "", JSON_MS),
)


def run() -> dict[str, Any]:
    """Medians of several looks after one that warms up; CPU beside wall, for the machine may be shared."""
    with tempfile.TemporaryDirectory(prefix="rangkai-bench-") as home:
        os.environ["RANGKAI_HOME"] = home
        from rangkai.cli.django_setup import migrate, set_up

        set_up()
        migrate()
        from rangkai.config.server import collect_static

        collect_static()
        return _measured()


def _measured() -> dict[str, Any]:
    from django.conf import settings
    from django.urls import reverse

    settings.ALLOWED_HOSTS = ["testserver"]
    client = _signed_in()
    figures = {}
    print(f"{'what':16} {'wall ms':>8} {'CPU ms':>8} {'target':>7} {'ratio':>6} {'queries':>8} (≤ {QUERIES})")
    for name, where, query, target in LOOKS:
        url = where if where.startswith("/") else reverse(where, kwargs={"region_code": "35.16"})
        wall, cpu, queries = _look(client, url + query)
        figures[name] = {"ms": wall, "cpu_ms": cpu, "target_ms": target, "queries": queries}
        print(f"{name:16} {wall:8.1f} {cpu:8.1f} {target:7} {wall / target:6.2f} {queries:8}")
    return figures


def _look(client: Any, url: str) -> tuple[float, float, int]:
    """Median wall and CPU milliseconds, and the queries of one look (the next look empties their log)."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as seen:
        response = client.get(url)
    queries = len(seen)
    assert response.status_code == 200, f"{url}: {response.status_code}"
    walls, cpus = [], []
    for _ in range(RUNS):
        wall, cpu = time.perf_counter(), time.process_time()
        client.get(url)
        walls.append(1000 * (time.perf_counter() - wall))
        cpus.append(1000 * (time.process_time() - cpu))
    return round(statistics.median(walls), 1), round(statistics.median(cpus), 1), queries


def _signed_in() -> Any:
    """A client of the secretariat of a filled region."""
    from django.test import Client

    from rangkai.domains.accounts.models import User
    from rangkai.domains.organisations.tests.factories import actors

    cast = actors()
    _fill(cast)
    client = Client()
    client.force_login(User.objects.get(pk=cast.citra.user_id))
    return client


def _fill(cast: Any) -> None:
    """Rows go in past the actions, with their entries for the search: what is measured is reading."""
    from django.db import transaction

    from rangkai.domains.masterplans.tests.factories import dimension
    from rangkai.domains.needs.models import Need
    from rangkai.domains.programmes.models import FundingLine, Programme
    from rangkai.domains.programmes.rules.terms import ProgrammeKind
    from rangkai.domains.programmes.tests.factories import fund, owner_post
    from rangkai.kit.actions import recording

    place, offices = cast.place, (cast.dinkes, cast.dlh, cast.diskominfo)
    words = ("Sumur warga keruh", "Jalan desa gelap", "Antrean puskesmas panjang", "Saluran air tersumbat")
    needs = [
        Need(
            region=place,
            office=offices[n % 3],
            ref=f"K-2026-{n:05d}",
            statement=f"{words[n % 4]} di lokasi {n}",
            identity=f"bench-{n}",
            source_kind="musrenbang",
            dimension=dimension(),
        )
        for n in range(1, NEEDS + 1)
    ]
    programmes = [
        Programme(
            region=place,
            office=offices[n % 3],
            owner=owner_post(offices[n % 3]),
            ref=f"P-2026-{n:05d}",
            name=f"Program contoh {n}",
            identity=f"bench-{n}",
            kind_of=ProgrammeKind.SERVICE,
            dimension=dimension(),
        )
        for n in range(1, PROGRAMMES + 1)
    ]
    with transaction.atomic(), recording("bench.fill", cast.citra) as act:
        act.create_all(needs)
        act.create_all(programmes)
        act.create_all(
            [
                FundingLine(
                    region=place,
                    programme=one,
                    office=one.office,
                    fund=fund(place),
                    year=year,
                    amount=250_000_000,
                )
                for one in programmes
                for year in (2027, 2028, 2029)
            ]
        )
