"""Levels of the cascade of goals (Permendagri 86/2017: visi, misi, tujuan, sasaran)."""

from rangkai.lib.terms import Term


class PlanKind(Term):
    """The document that states the goals."""

    RPJMD = "rpjmd", "RPJMD"
    RENSTRA = "renstra", "Renstra"


class GoalLevel(Term):
    """From the vision down."""

    VISI = "visi", "Visi"
    MISI = "misi", "Misi"
    TUJUAN = "tujuan", "Tujuan"
    SASARAN = "sasaran", "Sasaran"


PARENT_LEVEL: dict[GoalLevel, GoalLevel] = {
    GoalLevel.MISI: GoalLevel.VISI,
    GoalLevel.TUJUAN: GoalLevel.MISI,
    GoalLevel.SASARAN: GoalLevel.TUJUAN,
}
