"""The example tables hold together: every reference resolves, money is whole, nothing invented goes unmarked."""

import csv
import gzip
import re
from collections import Counter
from datetime import date
from graphlib import TopologicalSorter
from itertools import pairwise
from pathlib import Path

import pytest

from rangkai.domains.architecture.rules.terms import Digitalisation
from rangkai.domains.goals.rules import PARENT_LEVEL, GoalLevel
from rangkai.domains.indicators.rules import Direction
from rangkai.domains.needs.rules.terms import Authority, NeedSource
from rangkai.domains.organisations.rules import AppointmentKind, FormOfAddress, OfficeKind, Role
from rangkai.domains.programmes.rules.terms import NomenclatureLevel, ProgrammeKind

type Row = dict[str, str]

FOLDER = Path(__file__).resolve().parent.parent
REGION_CODES = FOLDER.parent.parent / "vendored" / "idn-area-data"
YEARS = range(2027, 2037)
SCORES = {"", "1", "2", "3", "4", "5"}
LEVELS = {1: "urusan", 2: "bidang", 3: "program", 5: "kegiatan", 6: "subkegiatan"}


def table(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


REFERENCE = {path.stem: table(path) for path in (FOLDER / "reference").glob("*.csv")}
DATA = {path.stem: table(path) for path in (FOLDER / "data").glob("*.csv")}
LINKS = DATA["programme_links"]
LINES = DATA["programme_funding"]


def codes(rows: list[Row], column: str = "code") -> set[str]:
    return {row[column] for row in rows}


def used(rows: list[Row], column: str) -> set[str]:
    return codes(rows, column) - {""}


OFFICES = codes(REFERENCE["offices"])
FUNDS = codes(REFERENCE["funds"])
POSTS = codes(DATA["posts"])
PEOPLE = codes(DATA["people"])
PROGRAMMES = codes(DATA["programmes"], "key")
NEEDS = codes(DATA["needs"], "key")
AREAS = codes(REFERENCE["areas_bps"])
DIMENSIONS = codes([row for row in REFERENCE["dimensions"] if row["level"] == "dimension"])
PARENTS = {row["code"]: row["parent"] for row in REFERENCE["dimensions"] if row["parent"]}
GOALS = {row["code"]: row for row in REFERENCE["goals_contoh"]}
INDICATORS = {code for code, row in GOALS.items() if row["level"] == "iku"}
SASARAN = {code for code, row in GOALS.items() if row["level"] == "sasaran"}
KEYS = {
    "areas_bps": "code",
    "dimensions": "code",
    "offices": "code",
    "funds": "code",
    "nomenclature_sample": "code",
    "goals_contoh": "code",
    "roles": "code",
    "people": "code",
    "posts": "code",
    "teams": "code",
    "services": "key",
    "needs": "key",
    "programmes": "key",
    "programme_funding": "key",
    "strategies": "subdimension",
    "capacity": "office",
}
TARGETS = {
    "after": PROGRAMMES,
    "excludes": PROGRAMMES,
    "need": NEEDS,
    "supporting_office": OFFICES,
    "goal": SASARAN,
    "indicator": INDICATORS,
    "area": AREAS,
}


def vendored(name: str) -> list[Row]:
    file = REGION_CODES / f"{name}.csv.gz"
    if not file.exists():
        pytest.skip("region codes are not installed")
    with gzip.open(file, "rt", encoding="utf-8", newline="") as text:
        return [row for row in csv.DictReader(text) if row["code"].startswith("35.16.")]


@pytest.mark.parametrize(("name", "column"), KEYS.items())
def test_it_gives_every_row_a_code_of_its_own(name: str, column: str) -> None:
    rows = (REFERENCE | DATA)[name]
    assert len(codes(rows, column) - {""}) == len(rows)


@pytest.mark.parametrize("name", sorted(REFERENCE | DATA))
def test_it_writes_cells_without_loose_spaces_or_formulas(name: str) -> None:
    cells = [cell for row in (REFERENCE | DATA)[name] for cell in row.values()]
    assert all(cell == cell.strip() and not cell.startswith(("=", "+", "-", "@")) for cell in cells)


@pytest.mark.parametrize("name", sorted(set(DATA) - {"posts"}))
def test_it_marks_every_invented_row(name: str) -> None:
    assert codes(DATA[name], "contoh") == {"1"}


def test_it_marks_invented_goals_and_leaves_the_vision_and_missions_as_facts() -> None:
    facts = {code for code, row in GOALS.items() if row["contoh"] == "0"}
    assert facts == {"V", "M1", "M2", "M3", "M4"}
    assert codes(list(GOALS.values()), "contoh") == {"0", "1"}


def test_it_counts_what_the_region_has() -> None:
    assert len(AREAS) == 18
    assert len(codes(REFERENCE["areas_bps"], "bps_code")) == 18
    assert Counter(PARENTS.values()) == dict.fromkeys(DIMENSIONS, 3)
    assert len(DIMENSIONS) == 6


def test_it_counts_the_examples() -> None:
    assert 75 <= len(NEEDS) <= 90
    assert len(PROGRAMMES) == 40
    assert 6 <= sum(row["quick_win"] == "1" for row in DATA["programmes"]) <= 8


@pytest.mark.parametrize(
    ("rows", "column", "known"),
    [
        (REFERENCE["offices"], "parent", OFFICES),
        (REFERENCE["goals_contoh"], "parent", set(GOALS)),
        (REFERENCE["goals_contoh"], "office", OFFICES),
        (DATA["posts"], "office", OFFICES),
        (DATA["appointments"], "person", PEOPLE),
        (DATA["appointments"], "post", POSTS),
        (DATA["team_members"], "team", codes(DATA["teams"])),
        (DATA["team_members"], "post", POSTS),
        (DATA["team_members"], "named", PEOPLE),
        (DATA["services"], "office", OFFICES),
        (DATA["services"], "digitalisation", set(Digitalisation)),
        (DATA["needs"], "office", OFFICES),
        (DATA["needs"], "service", codes(DATA["services"], "key")),
        (DATA["needs"], "authority", set(Authority)),
        (DATA["needs"], "dimension", DIMENSIONS),
        (DATA["needs"], "subdimension", set(PARENTS)),
        (DATA["programmes"], "office", OFFICES),
        (DATA["programmes"], "owner_post", POSTS),
        (LINES, "programme", PROGRAMMES),
        (LINES, "office", OFFICES),
        (LINES, "fund", FUNDS),
        (LINES, "nomenclature", codes(REFERENCE["nomenclature_sample"])),
        (DATA["programme_outputs"], "programme", PROGRAMMES),
        (DATA["programme_risks"], "programme", PROGRAMMES),
        (DATA["programme_risks"], "owner_post", POSTS),
        (LINKS, "programme", PROGRAMMES),
        (DATA["ceilings"], "fund", FUNDS),
        (DATA["capacity"], "office", OFFICES),
        (DATA["coverage"], "dimension", DIMENSIONS),
        (DATA["strategies"], "subdimension", set(PARENTS)),
    ],
)
def test_it_names_only_what_exists(rows: list[Row], column: str, known: set[str]) -> None:
    assert used(rows, column) <= known


@pytest.mark.parametrize(
    ("rows", "column", "vocabulary"),
    [
        (REFERENCE["offices"], "kind", OfficeKind),
        (REFERENCE["nomenclature_sample"], "level", NomenclatureLevel),
        (DATA["appointments"], "kind", AppointmentKind),
        (DATA["needs"], "source_kind", NeedSource),
        (DATA["programmes"], "kind", ProgrammeKind),
    ],
)
def test_it_uses_the_words_of_the_vocabulary(
    rows: list[Row], column: str, vocabulary: type[OfficeKind]
) -> None:
    assert codes(rows, column) <= {str(term) for term in vocabulary}


def test_it_describes_every_role_and_the_citizen() -> None:
    assert codes(REFERENCE["roles"]) == {str(role) for role in Role} | {"citizen"}


def test_it_gives_every_role_an_account() -> None:
    accounts = {row["code"] for row in DATA["people"] if row["username"]}
    held = {row["post"] for row in DATA["appointments"] if row["person"] in accounts}
    roles = {role for row in DATA["posts"] if row["code"] in held for role in row["roles"].split(";")}
    assert roles - {""} == {str(role) for role in Role}


def test_it_puts_every_subdimension_under_its_dimension() -> None:
    rows = [row for row in [*DATA["needs"], *DATA["programmes"]] if row["subdimension"]]
    assert all(PARENTS[row["subdimension"]] == row["dimension"] for row in rows)


@pytest.mark.parametrize("link", LINKS, ids=lambda row: f"{row['programme']}-{row['kind']}-{row['target']}")
def test_it_resolves_the_target_of_a_link(link: Row) -> None:
    assert link["target"] in TARGETS[link["kind"]]


def test_it_knows_the_kecamatan_and_desa_of_every_need() -> None:
    names = {row["code"]: row["name"] for row in vendored("districts") + vendored("villages")}
    for row in DATA["needs"]:
        place = (names.get(row["area_code"][:8], ""), names[row["area_code"]] if row["area_code"] else "")
        assert place == (row["kecamatan"], row["desa"] or row["kecamatan"])


def test_it_crosses_the_kecamatan_as_the_codes_name_them() -> None:
    assert {row["code"]: row["name"] for row in vendored("districts")} == {
        row["code"]: row["name"] for row in REFERENCE["areas_bps"]
    }


def test_it_finds_304_desa_and_kelurahan() -> None:
    kinds = Counter(row["code"][9] for row in vendored("villages"))
    assert kinds == {"1": 5, "2": 299}


def test_it_speaks_of_all_kecamatan_and_dimensions() -> None:
    assert used(DATA["needs"], "kecamatan") == codes(REFERENCE["areas_bps"], "name")
    assert used(DATA["needs"], "dimension") == DIMENSIONS
    assert codes(DATA["needs"], "source_kind") == {str(kind) for kind in NeedSource} - {"pokir"}


def test_it_scores_from_one_to_five_or_not_at_all() -> None:
    scores = {row[name] for row in DATA["needs"] for name in ("urgency", "seriousness", "growth")}
    risks = {row[name] for row in DATA["programme_risks"] for name in ("likelihood", "impact")}
    assert scores <= SCORES
    assert "" in scores
    assert risks <= SCORES - {""}


@pytest.mark.parametrize("rows", [LINES, DATA["ceilings"], DATA["needs"]], ids=["lines", "ceilings", "needs"])
def test_it_counts_money_in_whole_rupiah(rows: list[Row]) -> None:
    column = "amount" if "amount" in rows[0] else "estimate"
    assert all(re.fullmatch(r"\d+", amount) for amount in used(rows, column))


def test_it_gives_every_fund_a_ceiling_in_every_year() -> None:
    assert {(row["fund"], int(row["year"])) for row in DATA["ceilings"]} == {
        (fund, year) for fund in FUNDS for year in YEARS
    }
    assert len(DATA["ceilings"]) == len(FUNDS) * len(YEARS)


def test_it_asks_for_more_than_the_ceilings_hold() -> None:
    wanted = sum(int(row["amount"]) for row in LINES)
    assert wanted > sum(int(row["amount"]) for row in DATA["ceilings"])


def test_it_gives_every_programme_an_owner_in_its_office_and_money_from_its_first_year() -> None:
    offices = {row["code"]: row["office"] for row in DATA["posts"]}
    for row in DATA["programmes"]:
        years = [int(line["year"]) for line in LINES if line["programme"] == row["key"]]
        assert offices[row["owner_post"]] == row["office"]
        assert min(years) == int(row["earliest"]) <= int(row["latest"])
        assert max(years) <= YEARS[-1]
        assert 1 <= int(row["value"]) <= 100


def test_it_ties_every_programme_to_a_goal_a_need_and_an_output() -> None:
    for kind in ("goal", "need"):
        tied = {row["programme"] for row in LINKS if row["kind"] == kind}
        assert PROGRAMMES - tied <= ({"P-01"} if kind == "need" else set())
    assert codes(DATA["programme_outputs"], "programme") == PROGRAMMES


def test_it_weighs_the_risks_of_every_quick_win() -> None:
    quick = {row["key"] for row in DATA["programmes"] if row["quick_win"] == "1"}
    assert quick <= codes(DATA["programme_risks"], "programme")


def test_it_lets_no_programme_wait_for_itself() -> None:
    before: dict[str, list[str]] = {}
    for row in LINKS:
        if row["kind"] == "after":
            before.setdefault(row["programme"], []).append(row["target"])
    assert set(TopologicalSorter(before).static_order()) <= PROGRAMMES


def test_it_gives_every_leading_office_a_capacity() -> None:
    assert codes(DATA["programmes"], "office") == codes(DATA["capacity"], "office")


def test_it_hangs_every_nomenclature_code_under_its_parent() -> None:
    known = codes(REFERENCE["nomenclature_sample"])
    for row in REFERENCE["nomenclature_sample"]:
        parts = row["code"].split(".")
        assert row["level"] == LEVELS[len(parts)]
        parent = ".".join(parts[:3] if len(parts) == 5 else parts[:-1])
        assert not parent or parent in known


def test_it_hangs_goals_and_indicators_in_order() -> None:
    for row in GOALS.values():
        level = GOALS[row["parent"]]["level"] if row["parent"] else ""
        wanted = "sasaran" if row["level"] == "iku" else str(PARENT_LEVEL.get(GoalLevel(row["level"]), ""))
        assert level == wanted


def test_it_aims_every_indicator_the_way_it_should_go() -> None:
    for row in (GOALS[code] for code in INDICATORS):
        aims = [float(row["baseline"]), *(float(row[f"target_{year}"]) for year in range(2025, 2030))]
        steps = [after - before for before, after in pairwise(aims)]
        assert all(step > 0 if row["direction"] == Direction.UP else step < 0 for step in steps)


def test_it_names_no_real_person() -> None:
    """A NIP begins with a birthday: day 99 of month 13 of the year 9999 is nobody's."""
    for row in DATA["people"]:
        assert row["name"].endswith(" (contoh)")
        assert not row["nip"] or re.fullmatch(r"99991399999913[12]\d{3}", row["nip"])
        assert not row["email"] or row["email"].endswith("@contoh.example")
        assert row["form_of_address"] in {str(form) for form in FormOfAddress}


def test_it_keeps_phone_numbers_out() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in (FOLDER / "data").glob("*.csv"))
    assert not re.search(r"(?<!\d)(?:\+?62|0)8\d{7,}", text)


def test_it_ends_no_appointment_before_it_begins() -> None:
    for row in DATA["appointments"]:
        start = date.fromisoformat(row["valid_from"])
        assert not row["valid_to"] or start <= date.fromisoformat(row["valid_to"])


def test_it_seats_in_a_team_whoever_held_the_post_when_the_team_was_formed() -> None:
    formed = {row["code"]: row["valid_from"] for row in DATA["teams"]}
    terms = [
        (row["person"], row["post"], row["valid_from"], row["valid_to"] or "9999")
        for row in DATA["appointments"]
    ]
    for seat in (row for row in DATA["team_members"] if row["named"]):
        day = formed[seat["team"]]
        assert any((p, q) == (seat["named"], seat["post"]) and a <= day <= b for p, q, a, b in terms)
