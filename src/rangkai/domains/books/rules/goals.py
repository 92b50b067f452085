"""Vision, cascade of goals and indicators with their targets."""

from collections.abc import Iterator, Mapping

from rangkai.domains.books.rules.facts import BookFacts, GoalFact, GoalPlanFacts, MeasureFact
from rangkai.domains.books.rules.wording import from_goals, from_plan, tidy
from rangkai.engines.typeset.document import (
    Block,
    Callout,
    Cell,
    Column,
    CrossReference,
    Paragraph,
    RowGroup,
    Section,
    Strong,
    Table,
    Traced,
)
from rangkai.lib.numbers import format_number

HEADS = frozenset({"visi", "misi"})
MOST_YEARS = 6
"""A table of more years is turned sideways."""

CASCADE, TARGETS = "tabel-tujuan", "tabel-indikator"


def vision_and_goals(facts: BookFacts) -> tuple[Block, ...]:
    """The plan's vision, then what the RPJMD wants, then how it is measured."""
    return (_vision(facts), *_goal_sections(facts))


def _vision(facts: BookFacts) -> Section:
    plan = facts.plan
    if not plan.vision:
        return Section("Visi kota cerdas", (Paragraph("Visi kota cerdas belum dicatat pada rencana induk."),))
    return Section(
        "Visi kota cerdas",
        (
            Paragraph((f"Visi kota cerdas {facts.place.name} untuk masa {plan.period} berbunyi:",)),
            Callout("Visi", (Traced(plan.vision, from_plan(facts)),)),
        ),
    )


def _goal_sections(facts: BookFacts) -> Iterator[Block]:
    plan = facts.goal_plan
    if plan is None or not plan.goals:
        said = "Dokumen tujuan daerah (RPJMD) belum dicatat, jadi tujuan dan sasarannya belum dapat dicetak."
        yield Section("Tujuan dan sasaran daerah", (Paragraph(said),))
        return
    intro = Paragraph(
        (
            f"Rencana ini melayani tujuan dan sasaran {plan.name}. ",
            CrossReference(CASCADE),
            " menyebut setiap misi, tujuan, dan sasaran, indikator yang mengukurnya, serta banyaknya program "
            "dalam buku ini yang mendukungnya.",
        )
    )
    vision = [
        Paragraph((Strong(f"Visi {plan.name}: "), goal.text)) for goal in plan.goals if goal.level == "visi"
    ]
    yield Section("Tujuan dan sasaran daerah", (intro, *vision, cascade_table(facts, plan)))
    measures = measures_of(plan)
    if measures:
        wide = len(plan.years) > MOST_YEARS
        yield Section("Indikator dan targetnya", _targets(facts, plan, measures), landscape=wide)


def _targets(
    facts: BookFacts, plan: GoalPlanFacts, measures: Mapping[str, tuple[MeasureFact, str]]
) -> tuple[Block, ...]:
    said = "Nilai awal adalah capaian tahun pertama yang tercatat; tahunnya disebut dalam kurung."
    return (Paragraph(said), target_table(facts, plan, measures))


def served_by(facts: BookFacts) -> dict[str, int]:
    """Goal code → how many programmes serve it or a goal below it."""
    direct: dict[str, set[str]] = {}
    for programme in facts.programmes:
        for code in programme.goals:
            direct.setdefault(code, set()).add(programme.ref)
    goals = facts.goal_plan.goals if facts.goal_plan else ()
    served: dict[str, set[str]] = {}
    above: list[GoalFact] = []
    for goal in goals:
        del above[goal.depth :]
        above.append(goal)
        for one in above:
            served.setdefault(one.code, set()).update(direct.get(goal.code, ()))
    return {code: len(refs) for code, refs in served.items()}


def cascade_table(facts: BookFacts, plan: GoalPlanFacts) -> Table:
    """A row a tujuan or sasaran under its misi, with its indicators and the number of programmes that serve it."""
    served = served_by(facts)
    rows: list[RowGroup | tuple[Cell, ...]] = []
    for goal in plan.goals:
        if goal.level == "visi":
            continue
        if goal.level in HEADS:
            rows.append(RowGroup(f"{goal.level_name} {goal.code}: {goal.text} ({served[goal.code]} program)"))
        else:
            labels = ", ".join(one.label for one in goal.measures)
            rows.append((goal.code, goal.level_name, goal.text, labels, served[goal.code]))
    columns = (
        Column("Kode", 0.8, "code"),
        Column("Tingkat", 0.8),
        Column("Uraian", 3.4),
        Column("Indikator", 1.1),
        Column("Program", 0.8, "number"),
    )
    note = "Program sebuah tujuan mencakup program yang mendukung sasaran di bawahnya."
    caption = f"Misi, tujuan, dan sasaran {plan.name}"
    return Table(caption, columns, tuple(rows), source=from_goals(facts), note=note, key=CASCADE)


def measures_of(plan: GoalPlanFacts) -> dict[str, tuple[MeasureFact, str]]:
    """Every indicator once, by ref, with the code of the first goal that it measures."""
    found: dict[str, tuple[MeasureFact, str]] = {}
    for goal in plan.goals:
        for measure in goal.measures:
            found.setdefault(measure.ref, (measure, goal.code))
    return found


def target_table(
    facts: BookFacts, plan: GoalPlanFacts, measures: Mapping[str, tuple[MeasureFact, str]]
) -> Table:
    """A row an indicator: its goal, unit, baseline, and a column for each year of the RPJMD."""
    columns = (
        Column("Kode", 0.9, "code"),
        Column("Indikator", 3.6),
        Column("Satuan", 1.3),
        Column("Sasaran", 0.8, "code"),
        Column("Nilai awal", 1.3, "code", align="right"),
        *(Column(str(year), 0.7, "number", group="Target per tahun") for year in plan.years),
    )
    rows = tuple(_target_row(measure, goal, plan) for measure, goal in measures.values())
    caption = f"Indikator kinerja dan target {plan.first_year}–{plan.last_year}"
    wide = len(plan.years) > MOST_YEARS
    return Table(caption, columns, rows, source=from_goals(facts), landscape=wide, key=TARGETS)


def _target_row(measure: MeasureFact, goal: str, plan: GoalPlanFacts) -> tuple[Cell, ...]:
    targets = {one.year: tidy(one.target) for one in measure.years if one.target is not None}
    name = measure.name + (" (makin rendah makin baik)" if measure.direction == "down" else "")
    years = (targets.get(year) for year in plan.years)
    return (measure.label, name, measure.unit, goal, baseline_text(measure), *years)


def baseline_text(measure: MeasureFact) -> str:
    """ "85,1 (2024)", or a dash."""
    first = measure.baseline
    if first is None or first.actual is None:
        return "–"
    return f"{format_number(tidy(first.actual))} ({first.year})"
