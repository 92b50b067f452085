"""Two writers at once; SQLite lets in one writer at a time, so these need PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from rangkai.domains.needs.models import Need
from rangkai.domains.organisations.tests.factories import actors
from rangkai.kit.actions import EditConflict, recording
from rangkai.kit.refs import take_refs

pytestmark = [
    pytest.mark.postgresql,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        "connection.vendor != 'postgresql'", reason="two writers at once exist on PostgreSQL alone"
    ),
]

SECONDS = 20


def state(place, office, ref):
    return Need.objects.create(
        region=place,
        office=office,
        ref=ref,
        statement="Sumur warga keruh",
        identity=ref,
        source_kind="musrenbang",
    )


def at_once(*works):
    """The results of `works`, each in a thread with a connection of its own."""

    def run(work):
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return [one.result(SECONDS) for one in [pool.submit(run, work) for work in works]]


def test_it_gives_no_number_to_two_writers():
    cast, start = actors(), Barrier(2, timeout=SECONDS)

    def write():
        start.wait()
        taken = []
        for _ in range(10):
            with transaction.atomic():
                (ref,) = take_refs(Need, region_id=cast.place.pk, prefix="K", year=2026)
                state(cast.place, cast.dinkes, ref)
            taken.append(ref)
        return taken

    first, second = at_once(write, write)
    assert sorted([*first, *second]) == [f"K-2026-{number:05d}" for number in range(1, 21)]


def test_it_lets_one_of_two_writers_change_a_version():
    cast, start = actors(), Barrier(2, timeout=SECONDS)
    row = state(cast.place, cast.dinkes, "K-2026-00001")

    def change(urgency):
        mine = Need.objects.get(pk=row.pk)
        start.wait()
        try:
            with recording("needs.rank", cast.citra) as act:
                act.update(mine, version=row.version, urgency=urgency)
        except EditConflict:
            return "conflict"
        return "saved"

    assert sorted(at_once(lambda: change(4), lambda: change(5))) == ["conflict", "saved"]
