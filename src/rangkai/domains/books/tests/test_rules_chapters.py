"""What each chapter prints from the records."""

from dataclasses import replace

import pytest

from rangkai.domains.books.rules.action_plan import action_plan
from rangkai.domains.books.rules.analysis import stated_needs, strategic_issues
from rangkai.domains.books.rules.annexes import needs_annex, sources_annex
from rangkai.domains.books.rules.facts import OutputPart
from rangkai.domains.books.rules.goals import vision_and_goals
from rangkai.domains.books.rules.money import finding
from rangkai.domains.books.rules.quick_wins import quick_wins
from rangkai.domains.books.rules.roadmap import MOST_ROWS, roadmap
from rangkai.domains.books.rules.strategy import colour_word, strategies
from rangkai.domains.books.rules.summary import MOST_BARS, picture, summary
from rangkai.domains.books.tests.reading import said, tables, timelines
from rangkai.domains.books.tests.samples import (
    GOALS,
    MILLION,
    RISK,
    SCENARIO,
    empty,
    facts,
    need,
    programme,
)
from rangkai.engines.typeset.document import Figure, RowGroup

TOTAL = 750 * MILLION
PLACED = 450 * MILLION


def rows_of(table):
    return [row for row in table.rows if not isinstance(row, RowGroup)]


def groups_of(table):
    return [row.title for row in table.rows if isinstance(row, RowGroup)]


# Vision and goals


def test_it_prints_the_vision_with_its_source():
    assert "Mojokerto yang terpadu" in said(vision_and_goals(facts()))


def test_it_says_that_no_vision_was_written():
    assert "belum dicatat" in said(vision_and_goals(empty()))


def test_it_counts_programmes_of_a_goal_and_those_below_it():
    table = tables(vision_and_goals(facts()))["Misi, tujuan, dan sasaran RPJMD 2025–2029"]
    assert groups_of(table) == ["Misi M1: Layanan yang baik (3 program)"]
    assert [(row[0], row[3], row[4]) for row in rows_of(table)] == [("T1", "", 3), ("S1", "IKU-01", 3)]


def test_it_prints_indicators_with_baseline_and_targets():
    table = tables(vision_and_goals(facts()))["Indikator kinerja dan target 2025–2029"]
    name = "Waktu tunggu (makin rendah makin baik)"
    assert rows_of(table) == [("IKU-01", name, "menit", "S1", "45,5 (2024)", 40, None, None, None, None)]


def test_it_turns_a_table_of_many_years():
    long = replace(GOALS, last_year=2034)
    table = tables(vision_and_goals(facts(goal_plan=long)))["Indikator kinerja dan target 2025–2034"]
    assert table.landscape


def test_it_prints_a_dash_for_an_indicator_without_baseline():
    goal = GOALS.goals[-1]
    bare = replace(goal, measures=(replace(goal.measures[0], years=(), direction="up"),))
    plan = replace(GOALS, goals=(bare,))
    table = tables(vision_and_goals(facts(goal_plan=plan)))["Indikator kinerja dan target 2025–2029"]
    assert (rows_of(table)[0][1], rows_of(table)[0][4]) == ("Waktu tunggu", "–")


def test_it_leaves_out_targets_where_nothing_is_measured():
    plan = replace(GOALS, goals=GOALS.goals[:3])
    assert list(tables(vision_and_goals(facts(goal_plan=plan)))) == [
        "Misi, tujuan, dan sasaran RPJMD 2025–2029"
    ]


# Strategy


def test_it_counts_by_sub_dimension_and_adds_up():
    table = tables(strategies(facts()))["Kebutuhan, program, dan biaya menurut subdimensi"]
    assert rows_of(table) == [
        ("Prasarana kesehatan", 2, 2, 300 * MILLION),
        ("Tata kelola sampah", 1, 1, 150 * MILLION),
        ("Subdimensi belum ditetapkan", 0, 1, 300 * MILLION),
        ("Kebutuhan yang belum digolongkan", 1, None, None),
    ]
    assert table.total == ("Jumlah", 4, 4, TOTAL)


def test_it_names_colour_and_picture_of_a_dimension():
    text = said(strategies(facts()))
    assert "warna biru muda dan gambar rumah berhati" in text
    assert "warna hijau dan gambar daun" in text


def test_it_prints_the_strategy_and_what_carries_it():
    text = said(strategies(facts()))
    assert "Mendekatkan layanan." in text
    assert "2 kebutuhan; didukung P-2026-00001 dan P-2026-00002." in text


def test_it_says_where_a_strategy_or_a_programme_is_missing():
    text = said(strategies(facts(programmes=())))
    assert "Strategi subdimensi ini belum ditulis." in text
    assert "0 kebutuhan" not in text
    assert "1 kebutuhan; belum ada program." in text


@pytest.mark.parametrize(
    ("colour", "word"),
    [
        ("#0072B2", "biru"),
        ("#CC79A7", "merah muda"),
        ("#E69F00", "jingga"),
        ("#56B4E9", "biru muda"),
        ("#D55E00", "merah jingga"),
        ("#009E73", "hijau"),
        ("#808080", "kelabu"),
        ("#FF0000", "merah"),
        ("#FF0010", "merah"),
    ],
)
def test_it_names_colours(colour, word):
    assert colour_word(colour) == word


# Action plan


def test_it_prints_every_programme_under_its_dimension():
    found = tables(action_plan(facts()))
    living = found["Program dimensi Smart Living"]
    assert rows_of(living)[0] == (
        "P-2026-00001",
        "Program 1 ◆ (layanan)",
        "Dinkes",
        "2027",
        150 * MILLION,
        "S1; IKU-01",
        "Puskesmas terhubung: 27 puskesmas (2028)",
    )
    last = rows_of(found["Program dimensi Smart Environment"])[-1]
    assert (last[3], last[5], last[6]) == ("–", "belum dikaitkan", "belum dicatat")


def test_it_prints_an_output_without_quantity_or_year():
    row = programme(1, outputs=(OutputPart("Peraturan ditetapkan", None, "", None),))
    table = tables(action_plan(facts(programmes=(row,))))["Program dimensi Smart Living"]
    assert rows_of(table)[0][6] == "Peraturan ditetapkan"


def test_it_adds_up_to_the_sum_of_the_programmes():
    found = tables(action_plan(facts()))
    sums = [table.total[4] for caption, table in found.items() if caption.startswith("Program dimensi")]
    assert (sum(sums), found["Program menurut jenis"].total) == (TOTAL, ("Jumlah", 4, TOTAL))


def test_it_says_how_many_are_not_approved():
    rows = (programme(1, is_approved=False), programme(2))
    assert "1 dari 2 program belum disetujui" in said(action_plan(facts(programmes=rows)))


def test_it_prints_risks_with_their_weight():
    row = rows_of(tables(action_plan(facts()))["Risiko program"])[0]
    assert row == (
        "P-2026-00002",
        "Program 2",
        "Jaringan putus",
        "Jalur tunggal",
        "16 tinggi",
        "belum ditulis",
        "Kepala Dinas Kesehatan",
    )


def test_it_names_a_dimension_once_over_its_risks():
    rows = (programme(1, risks=(RISK,)), programme(2, risks=(RISK,)))
    assert groups_of(tables(action_plan(facts(programmes=rows)))["Risiko program"]) == ["Smart Living"]


def test_it_leaves_out_the_risks_where_there_are_none():
    assert "Risiko program" not in tables(action_plan(facts(programmes=(programme(1),))))


def test_it_prints_an_empty_dimension_too():
    found = action_plan(facts(programmes=()))
    assert "Belum ada program pada dimensi Smart Living." in said(found)
    assert "Belum ada biaya yang tercatat" in said(found)


def test_it_marks_examples_among_real_rows():
    mixed = facts(programmes=(programme(1, is_example=True), programme(2)))
    names = [row[1] for row in rows_of(tables(action_plan(mixed))["Program dimensi Smart Living"])]
    assert names == ["Program 1 (contoh) (layanan)", "Program 2 (layanan)"]


# Roadmap and money


def test_it_draws_every_placed_programme():
    bars = [bar for group in timelines(roadmap(facts()))[0].groups for bar in group.bars]
    assert [(bar.ref, bar.start, bar.years) for bar in bars] == [
        ("P-2026-00001", 2027, 1),
        ("P-2026-00002", 2027, 2),
        ("P-2026-00003", 2028, 2),
    ]


def test_it_lists_programmes_by_the_phase_they_start_in():
    table = tables(roadmap(facts()))["Program menurut jangka"]
    assert groups_of(table) == [
        "Jangka pendek (sampai 2027): 2 program, Rp 300.000.000",
        "Jangka menengah (sampai 2029): 1 program, Rp 150.000.000",
    ]
    assert table.total[-1] == PLACED


def test_it_names_the_programmes_of_a_long_plan_by_phase_and_dimension():
    many = tuple(programme(number) for number in range(1, MOST_ROWS + 2))
    table = tables(roadmap(facts(programmes=many)))["Program menurut jangka"]
    row = rows_of(table)[0]
    assert (len(rows_of(table)), row[:2], row[3]) == (1, ("Smart Living", 151), 151 * 150 * MILLION)
    assert row[2].startswith("P-2026-00001, P-2026-00002")


def test_it_sums_phases_and_budget_alike():
    found = tables(roadmap(facts()))
    budget = found["Pagu dan pemakaian per sumber dana dan tahun"].total
    assert (found["Jangka dan biayanya"].total[-1], budget[-1], sum(budget[1:-1])) == (PLACED, PLACED, PLACED)


def test_it_prints_ceiling_use_and_rest_of_each_fund_that_has_any():
    table = tables(roadmap(facts()))["Pagu dan pemakaian per sumber dana dan tahun"]
    assert groups_of(table) == ["Pendapatan Asli Daerah"]
    assert rows_of(table)[2] == ("Sisa", 50 * MILLION, 50 * MILLION, 200 * MILLION, 300 * MILLION)


def test_it_gives_the_reason_for_what_is_left_out():
    table = tables(roadmap(facts()))["Program yang belum masuk peta jalan"]
    assert rows_of(table)[0] == (
        "P-2026-00004",
        "Program 4",
        "Smart Environment",
        "Dinkes",
        300 * MILLION,
        "pagu tidak cukup",
    )


def test_it_says_that_everything_found_a_place():
    assert "Semua program mendapat tempat." in said(roadmap(facts(programmes=(programme(1),))))


def test_it_names_the_decision():
    text = said(roadmap(facts()))
    assert "Ditetapkan 23 November 2026 oleh Bupati dengan keputusan KEP-2026-00001: Paling berdampak" in text


def test_it_warns_of_a_roadmap_that_is_stale_and_not_decided():
    notes = ("Kapasitas DLH belum diisi.",)
    scenario = replace(SCENARIO, is_stale=True, is_adopted=False, decision=None, notes=notes)
    text = said(roadmap(facts(scenario=scenario)))
    assert "Peta jalan perlu dihitung ulang" in text
    assert "belum ditetapkan pimpinan" in text
    assert notes[0] in text


def test_it_says_that_there_is_no_roadmap():
    assert said(roadmap(empty())).strip() == "Peta jalan belum dihitung."


@pytest.mark.parametrize(
    ("used", "title"),
    [
        (100, "Pagu paling banyak terpakai pada 2027: 40 %"),
        (250, "Pagu 2027 habis terpakai"),
        (300, "Kebutuhan 2027 melewati pagu"),
        (0, "Belum ada dana yang terpakai"),
    ],
)
def test_it_titles_the_budget_with_its_finding(used, title):
    first = facts().money[0]
    assert finding(facts(money=(replace(first, used=used * MILLION),))) == title


def test_it_says_that_no_money_was_entered():
    assert "Pagu dan biaya belum diisi." in said(roadmap(facts(money=())))


# Quick wins


def test_it_prints_what_quick_wins_answer_and_deliver():
    found = tables(quick_wins(facts()))
    assert found["Quick win"].total[-1] == 150 * MILLION
    answers = rows_of(found["Kebutuhan yang dijawab quick win dan keluarannya"])
    assert answers == [("P-2026-00001", "K-2026-00001", "Puskesmas terhubung: 27 puskesmas (2028)")]
    assert len(rows_of(found["Risiko dan mitigasi quick win"])) == 1


def test_it_names_quick_wins_without_risk_analysis():
    rows = (programme(1, quick_win=True, needs=()),)
    text = said(quick_wins(facts(programmes=rows)))
    assert "Analisis risiko belum ada untuk P-2026-00001." in text
    assert "belum dikaitkan" in text


def test_it_says_that_there_are_no_quick_wins():
    assert "Belum ada program yang ditandai" in said(quick_wins(empty()))


# Annexes


def test_it_lists_every_need_with_its_fate():
    table = tables(needs_annex(facts()))["Kebutuhan dan nasibnya"]
    refs = [row[0] for row in rows_of(table)]
    assert refs == ["K-2026-00001", "K-2026-00002", "K-2026-00003", "K-2026-00004"]
    assert groups_of(table) == ["Smart Living (2)", "Smart Environment (1)", "Dimensi belum ditetapkan (1)"]
    assert rows_of(table)[0] == (
        "K-2026-00001",
        "Kebutuhan 1",
        "Dinkes, Sooko",
        13,
        "masuk program: Dijawab antrean daring",
        "P-2026-00001",
    )


def test_it_says_which_needs_are_not_approved():
    draft = need(1, is_approved=False, status="diajukan", kecamatan="")
    row = rows_of(tables(needs_annex(facts(needs=(draft,))))["Kebutuhan dan nasibnya"])[0]
    assert row[1:3] == ("Kebutuhan 1 [diajukan]", "Dinkes, seluruh daerah")


def test_it_names_the_year_in_which_a_need_is_met():
    table = tables(needs_annex(facts(needs=(need(1, fate_year=2028),))))["Kebutuhan dan nasibnya"]
    assert rows_of(table)[0][4] == "masuk program (2028): Dijawab antrean daring"


def test_it_counts_fates():
    table = tables(needs_annex(facts()))["Kebutuhan menurut nasibnya"]
    assert (rows_of(table)[0], table.total) == (("masuk program", 2), ("Jumlah", 4))


def test_it_says_how_many_needs_are_still_with_their_office():
    assert "7 kebutuhan masih disusun" in said(needs_annex(facts(withheld=7)))
    assert "7 kebutuhan masih disusun" in said(needs_annex(replace(empty(), withheld=7)))


def test_it_traces_every_rupiah_and_every_record():
    table = tables(sources_annex(facts()))["Catatan dan pendanaan setiap program"]
    assert table.total[4] == TOTAL
    assert rows_of(table)[0] == (
        "P-2026-00001",
        "v2, 24 Nov 2026, disetujui; Kepala Dinas Kesehatan",
        "PAD, Dinkes, 1.02.02.2.02.0001",
        "2027: 100.000.000; 2028: 50.000.000",
        150 * MILLION,
        1,
    )
    assert rows_of(table)[-1][2:] == ("PAD, DLH", "2027: 300.000.000", 300 * MILLION, "–")


def test_it_gives_each_source_of_money_a_row_of_its_own():
    first = programme(1).funding[0]
    row = programme(1, funding=(first, replace(first, fund="DAK")))
    table = tables(sources_annex(facts(programmes=(row, programme(2, funding=())))))
    cells = rows_of(table["Catatan dan pendanaan setiap program"])
    assert [(one[0], one[2], one[4]) for one in cells] == [
        ("P-2026-00001", "PAD, Dinkes, 1.02.02.2.02.0001", 100 * MILLION),
        ("", "DAK, Dinkes, 1.02.02.2.02.0001", 100 * MILLION),
        ("P-2026-00002", "belum ada pendanaan", None),
    ]


def test_it_lists_the_data_that_the_book_used():
    rows = rows_of(tables(sources_annex(facts()))["Data yang dipakai buku ini"])
    assert rows[4] == ("Program", 4, "P-2026-00001 s.d. P-2026-00004", "24 November 2026")
    assert [row[0] for row in rows[-2:]] == ["Skenario peta jalan", "Keputusan"]


def test_it_lists_the_data_of_an_empty_plan():
    undecided = replace(SCENARIO, decision=None)
    rows = rows_of(tables(sources_annex(replace(empty(), scenario=undecided)))["Data yang dipakai buku ini"])
    assert (rows[3][1:], rows[-1][0]) == ((0, "", ""), "Skenario peta jalan")
    assert "Dokumen pendanaan" not in tables(sources_annex(empty()))


# Buku 1


def test_it_counts_needs_by_where_they_come_from():
    found = tables(stated_needs(facts()))
    assert rows_of(found["Kebutuhan menurut sumbernya"]) == [("Musrenbang", 4)]
    assert rows_of(found["Kebutuhan menurut dimensi"]) == [
        ("Smart Living", 2),
        ("Smart Environment", 1),
        ("Dimensi belum ditetapkan", 1),
    ]
    assert rows_of(found["Kebutuhan menurut kecamatan"]) == [("Sooko", 3), ("seluruh daerah", 1)]


def test_it_names_the_most_urgent_needs():
    rows = rows_of(tables(stated_needs(facts()))["Kebutuhan berprioritas tertinggi"])
    assert [row[0] for row in rows] == ["K-2026-00001", "K-2026-00004"]


def test_it_leaves_out_urgency_where_nothing_was_ranked():
    assert "Kebutuhan berprioritas tertinggi" not in tables(stated_needs(facts(needs=(need(1, priority=5),))))


def test_it_says_that_nothing_was_stated():
    assert "Belum ada kebutuhan" in said(stated_needs(empty()))
    assert "belum dihimpun" in said(strategic_issues(empty()))


def test_it_lists_issues_under_their_dimension():
    table = tables(strategic_issues(facts()))["Isu strategis"]
    assert groups_of(table) == ["Smart Living", "Dimensi belum ditetapkan"]
    assert rows_of(table) == [("I-2026-00001", "Antrean", 2, 200), ("I-2026-00002", "Lain", 1, None)]


# Buku 3


def test_it_sums_up_dimensions_phases_and_years():
    found = tables(summary(facts()))
    assert rows_of(found["Dimensi kota cerdas"])[0] == ("Kelayakan hidup.", 2, 2, 300 * MILLION)
    assert found["Pagu dan pemakaian per tahun"].total == ("Jumlah", TOTAL, PLACED, 300 * MILLION)


def test_it_sums_up_an_empty_plan():
    text = said(summary(empty()))
    assert "Peta jalan belum dihitung." in text
    assert "Belum ada program yang ditandai" in text


def test_it_shows_a_long_roadmap_by_year():
    many = tuple(programme(number) for number in range(1, MOST_BARS + 2))
    assert isinstance(picture(facts(programmes=many)), Figure)
