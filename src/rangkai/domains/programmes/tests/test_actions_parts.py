"""The tables of a programme, and what it hangs together with."""

import pytest

from rangkai.domains.needs.models import Need
from rangkai.domains.needs.rules.terms import Fate
from rangkai.domains.needs.tests.factories import issue, need
from rangkai.domains.organisations.tests.factories import Actors, actors
from rangkai.domains.programmes.actions import save_lines, save_outputs, save_risks, set_links, set_ties
from rangkai.domains.programmes.models import FundingLine, Programme, ProgrammeLink, ProgrammeRisk
from rangkai.domains.programmes.queries import ProgrammeFact, programme_facts
from rangkai.domains.programmes.rules.parts import Line, Output, Risk, Ties
from rangkai.domains.programmes.rules.terms import ProgrammeStatus
from rangkai.domains.programmes.tests.factories import TODAY, fund, funding, programme
from rangkai.kit.actions import EditConflict
from rangkai.kit.history import history_of, undo
from rangkai.lib.errors import Conflict, Invalid, Missing

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Actors:
    return actors()


def line(cast: Actors, amount: int, year: int = 2027, pk: int | None = None) -> Line:
    return Line(year, fund(cast.place).pk, amount, cast.dinkes.pk, id=pk)


def fact_of(row: Programme) -> ProgrammeFact:
    return programme_facts(region_id=row.region_id, today=TODAY, ids=[row.pk])[0]


def test_it_writes_changes_and_crosses_out_lines(cast: Actors) -> None:
    row = programme(cast.dinkes)
    kept, gone = funding(row, amount=1), funding(row, amount=2)
    lines = [line(cast, 10, pk=kept.pk), line(cast, 30, 2028)]
    save_lines(cast.ani, programme=row, version=1, lines=lines, removed=[gone.pk])
    assert [(found.year, found.amount) for found in fact_of(row).funding] == [(2027, 10), (2028, 30)]


def test_it_leaves_lines_that_others_added(cast: Actors) -> None:
    row = programme(cast.dinkes)
    funding(row, amount=7)
    save_lines(cast.ani, programme=row, version=1, lines=[line(cast, 1)])
    assert fact_of(row).total == 8


def test_it_shows_both_amounts_of_a_conflict(cast: Actors) -> None:
    row = programme(cast.dinkes)
    known = funding(row, amount=5)
    save_lines(cast.budi, programme=row, version=1, lines=[line(cast, 6, pk=known.pk)])
    with pytest.raises(EditConflict) as caught:
        save_lines(cast.ani, programme=row, version=1, lines=[line(cast, 7, pk=known.pk)])
    (clash,) = caught.value.clashes
    assert (clash.field, clash.mine, clash.theirs) == ("0.amount", 7, 6)


def test_it_refuses_a_line_that_was_deleted_meanwhile(cast: Actors) -> None:
    row = programme(cast.dinkes)
    with pytest.raises(Conflict):
        save_lines(cast.ani, programme=row, version=1, lines=[line(cast, 7, pk=99)])


def test_it_refuses_a_negative_amount_and_names_its_row(cast: Actors) -> None:
    row = programme(cast.dinkes)
    with pytest.raises(Invalid) as refused:
        save_lines(cast.ani, programme=row, version=1, lines=[line(cast, 1), line(cast, -7)])
    assert [str(problem.message) for problem in refused.value.problems] == [
        "Baris 2: pagu tidak boleh kurang dari nol (-7)."
    ]
    assert not FundingLine.objects.exists()


def test_it_is_part_of_the_history_of_the_programme(cast: Actors) -> None:
    row = programme(cast.dinkes)
    save_lines(cast.ani, programme=row, version=1, lines=[line(cast, 1)])
    (change,) = history_of(row)
    assert (change.action, change.version) == ("programmes.save_lines", 2)
    undo(cast.ani, batch=change.batch)
    assert fact_of(row).funding == ()


def test_it_is_not_written_by_another_office(cast: Actors) -> None:
    with pytest.raises(Missing):
        save_lines(cast.eko, programme=programme(cast.dinkes), version=1, lines=[])


def test_it_is_not_written_once_approved(cast: Actors) -> None:
    row = programme(cast.dinkes, status=ProgrammeStatus.APPROVED)
    with pytest.raises(Invalid, match="sudah disetujui"):
        save_lines(cast.ani, programme=row, version=1, lines=[])


def test_it_writes_outputs(cast: Actors) -> None:
    row = programme(cast.dinkes)
    save_outputs(cast.ani, programme=row, version=1, outputs=[Output("Aplikasi ", unit="paket")])
    assert [(output.text, output.unit) for output in fact_of(row).outputs] == [("Aplikasi", "paket")]


def test_it_writes_risks_with_their_owner(cast: Actors) -> None:
    row = programme(cast.dinkes)
    save_risks(cast.ani, programme=row, version=1, risks=[Risk("Putus", 2, 3, owner_id=row.owner_id)])
    assert fact_of(row).risks[0].owner == row.owner.title


def test_it_refuses_a_risk_owned_elsewhere(cast: Actors) -> None:
    row = programme(cast.dinkes)
    foreign = cast.gita.holdings[0].post_id
    with pytest.raises(Invalid, match="risiko"):
        save_risks(cast.ani, programme=row, version=1, risks=[Risk("Putus", 2, 3, owner_id=foreign)])
    assert not ProgrammeRisk.objects.exists()


def test_it_ties_and_unties(cast: Actors) -> None:
    row = programme(cast.dinkes)
    set_ties(cast.ani, programme=row, version=1, ties=Ties(supporting=frozenset({cast.dlh.pk})))
    set_ties(cast.ani, programme=row, version=2, ties=Ties(supporting=frozenset({cast.diskominfo.pk})))
    assert [office.code for office in fact_of(row).supporting] == ["diskominfo"]


def test_it_leaves_the_kinds_that_are_not_given(cast: Actors) -> None:
    row = programme(cast.dinkes)
    set_ties(cast.ani, programme=row, version=1, ties=Ties(supporting=frozenset({cast.dlh.pk})))
    set_ties(cast.ani, programme=row, version=2, ties=Ties(issues=frozenset()))
    assert len(fact_of(row).supporting) == 1


def fate(row: Need) -> str:
    return Need.objects.get(pk=row.pk).fate


def test_it_decides_the_fate_of_the_needs_it_serves(cast: Actors) -> None:
    row, wanted = programme(cast.dinkes), need(cast.dinkes)
    set_ties(cast.ani, programme=row, version=1, ties=Ties(needs=frozenset({wanted.pk})))
    assert fate(wanted) == Fate.PROGRAMME
    set_ties(cast.ani, programme=row, version=2, ties=Ties(needs=frozenset()))
    assert fate(wanted) == Fate.OPEN


def test_it_keeps_away_from_needs_of_other_offices(cast: Actors) -> None:
    row, foreign = programme(cast.dinkes), need(cast.dlh)
    with pytest.raises(Invalid) as refused:
        set_ties(cast.ani, programme=row, version=1, ties=Ties(needs=frozenset({foreign.pk})))
    assert [problem.field for problem in refused.value.problems] == ["needs"]


def test_it_serves_needs_of_other_offices_with_their_issue(cast: Actors) -> None:
    subject = issue(cast.dinkes)
    row, foreign = programme(cast.dinkes), need(cast.dlh, issue=subject)
    ties = Ties(needs=frozenset({foreign.pk}), issues=frozenset({subject.pk}))
    set_ties(cast.ani, programme=row, version=1, ties=ties)
    assert fact_of(row).need_refs == (foreign.ref,)


def test_it_links_to_predecessors_and_exclusions(cast: Actors) -> None:
    row, first, rival = (programme(cast.dinkes, name) for name in ("Antrean", "Jaringan", "Kartu"))
    set_links(cast.ani, programme=row, version=1, after=[first.pk], excludes=[rival.pk])
    assert (fact_of(row).after, fact_of(row).excludes, fact_of(rival).excludes) == (
        (first.pk,),
        (rival.pk,),
        (row.pk,),
    )


def test_it_ends_an_exclusion_from_the_other_side(cast: Actors) -> None:
    row, rival = programme(cast.dinkes), programme(cast.dinkes, "Kartu")
    set_links(cast.ani, programme=row, version=1, after=[], excludes=[rival.pk])
    set_links(cast.ani, programme=rival, version=1, after=[], excludes=[])
    assert fact_of(row).excludes == ()


def test_it_keeps_an_exclusion_once(cast: Actors) -> None:
    row, rival = programme(cast.dinkes), programme(cast.dinkes, "Kartu")
    set_links(cast.ani, programme=row, version=1, after=[], excludes=[rival.pk])
    set_links(cast.ani, programme=rival, version=1, after=[], excludes=[row.pk])
    assert ProgrammeLink.objects.live().count() == 1


def test_it_names_the_circle_that_a_predecessor_would_close(cast: Actors) -> None:
    row, first = programme(cast.dinkes, "Antrean"), programme(cast.dinkes, "Jaringan")
    set_links(cast.ani, programme=first, version=1, after=[row.pk], excludes=[])
    with pytest.raises(Invalid) as refused:
        set_links(cast.ani, programme=row, version=1, after=[first.pk], excludes=[])
    assert "Antrean → P-2026-00002 Jaringan → P-2026-00001 Antrean" in str(refused.value.problems[0].message)


def test_it_refuses_a_predecessor_of_another_region(cast: Actors) -> None:
    row = programme(cast.dinkes)
    with pytest.raises(Invalid, match="ditandai"):
        set_links(cast.ani, programme=row, version=1, after=[12_345], excludes=[])
