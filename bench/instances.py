"""Seeded phasing problems shaped like a regency's programme list: the instances of the solver bench.

`instance(programmes=300, offices=25, seed=7)` is the same on every machine: nothing but `random.Random(seed)` is asked.
"""

import random
from typing import Any

DIMENSIONS = ("governance", "branding", "economy", "living", "society", "environment")
FUNDS = ("PAD", "Dana transfer", "Bantuan provinsi")
MILLION = 1_000_000


def instance(
    *, programmes: int = 300, offices: int = 25, years: int = 10, seed: int = 0, tightness: float = 0.4
) -> dict[str, Any]:
    """A payload of the phasing format. `tightness` is the share of the total wish that the ceilings can pay.

    About 1 in 4 programmes has a predecessor, 1 in 12 an exclusive rival, 1 in 33 is a must, 1 in 5 a quick win; costs
    run 1 to 4 years and spread over two orders of magnitude; offices can run 1 to 4 programmes at once.
    """
    draw = random.Random(seed)  # noqa: S311
    first = 2027
    rows = [_programme(draw, number, offices, first, years) for number in range(programmes)]
    _relate(draw, rows)
    return {
        "years": list(range(first, first + years)),
        "phases": [
            {"name": "pendek", "until": first},
            {"name": "menengah", "until": first + years // 2 - 1},
            {"name": "panjang", "until": first + years - 1},
        ],
        "funds": _ceilings(draw, rows, years, tightness),
        "capacity": {_office(number): [draw.randint(1, 4)] * years for number in range(offices)},
        "discount": 0.05,
        "programmes": rows,
        "coverage": [
            {
                "dimension": dimension,
                "quick_win": False,
                "at_least": max(1, programmes // 30),
                "by": first + years // 2,
            }
            for dimension in DIMENSIONS
        ]
        + [{"dimension": None, "quick_win": True, "at_least": max(1, programmes // 60), "by": first + 1}],
    }


def _office(number: int) -> str:
    return f"PD-{number + 1:02d}"


def _programme(draw: random.Random, number: int, offices: int, first: int, years: int) -> dict[str, Any]:
    quick_win = draw.random() < 0.2
    duration = 1 if quick_win else draw.choices((1, 2, 3, 4), (3, 4, 3, 2))[0]
    size = draw.lognormvariate(0.0, 1.0) * (300 if quick_win else 1500) * MILLION
    main = draw.choice(FUNDS)
    costs = {main: [_round(size * draw.uniform(0.6, 1.4)) for _ in range(duration)]}
    if draw.random() < 0.3:
        other = draw.choice([fund for fund in FUNDS if fund != main])
        costs[other] = [_round(size * draw.uniform(0.1, 0.5)) for _ in range(duration)]
    total = sum(sum(amounts) for amounts in costs.values()) / (1000 * MILLION)
    value = round(10 + 12 * total**0.6 * draw.uniform(0.5, 1.5), 1)
    earliest = first + draw.randint(0, 3) if draw.random() < 0.3 else None
    return {
        "id": f"P{number + 1:04d}",
        "value": value,
        "dimension": draw.choice(DIMENSIONS),
        "owner": _office(draw.randrange(offices)),
        "costs": costs,
        "earliest": earliest,
        "latest": first + draw.randint(years // 2, years - 1) if draw.random() < 0.15 else None,
        "must": False,
        "quick_win": quick_win,
        "after": [],
        "excludes": [],
        "areas": [f"35.16.{draw.randint(1, 18):02d}" for _ in range(draw.randint(0, 3))],
    }


def _round(amount: float) -> int:
    """Budgets are written to the hundred thousand."""
    return max(1, round(amount / 100_000)) * 100_000


def _relate(draw: random.Random, rows: list[dict[str, Any]]) -> None:
    for number, row in enumerate(rows):
        if number and draw.random() < 0.25:
            row["after"] = [rows[draw.randrange(max(0, number - 40), number)]["id"]]
    for _ in range(len(rows) // 25):
        one, two = draw.sample(range(len(rows)), 2)
        if rows[two]["id"] not in rows[one]["after"] and rows[one]["id"] not in rows[two]["after"]:
            rows[one]["excludes"].append(rows[two]["id"])
    free = [row for row in rows if not row["after"] and not row["excludes"] and row["latest"] is None]
    for row in draw.sample(free, len(rows) // 33):
        row["must"] = True


def _ceilings(
    draw: random.Random, rows: list[dict[str, Any]], years: int, tightness: float
) -> dict[str, list[int]]:
    found = {}
    for fund in FUNDS:
        wish = sum(sum(row["costs"].get(fund, ())) for row in rows)
        largest = max(max(row["costs"].get(fund, [0])) for row in rows)
        even = wish * tightness / years
        found[fund] = [
            max(_round(even * draw.uniform(0.85, 1.15) * (1 + 0.03 * year)), largest) for year in range(years)
        ]
    return found
