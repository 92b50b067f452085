"""The one way to lock something scarce (a run of numbers, an adopted plan): once a transaction, before the check."""

import zlib

from django.db import connection


def lock(name: str, region_id: int) -> None:
    """Hold `name` of a region until the transaction ends.

    PostgreSQL: an advisory lock. SQLite: nothing to do, for BEGIN IMMEDIATE lets in one writer at a time.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_advisory_xact_lock(%s, %s)",
                [zlib.crc32(name.encode()) - 2**31, region_id % 2**31],
            )
