"""Whether the ids that a programme names belong together: office and owner, dimension and sub-dimension."""

from collections.abc import Collection, Mapping

from rangkai.lib.errors import N_, Problem


def place_problems(
    values: Mapping[str, object],
    *,
    offices: Collection[int],
    posts: Collection[int],
    dimensions: Collection[int],
    subdimensions: Mapping[int, int],
) -> list[Problem]:
    """`values` holds all of office_id, owner_id, dimension_id, subdimension_id as they would be saved."""
    problems = []
    if values["office_id"] not in offices:
        problems.append(Problem(N_("Perangkat daerah ini tidak ada di daerah Anda."), field="office"))
    if values["owner_id"] is None:
        message = N_(
            "Perangkat daerah ini belum mempunyai jabatan kepala. Pilih jabatan penanggung jawab, "
            "atau tambahkan jabatan kepalanya."
        )
        problems.append(Problem(message, field="owner"))
    elif values["owner_id"] not in posts:
        problems.append(Problem(N_("Jabatan penanggung jawab ini tidak ada di daerah Anda."), field="owner"))
    if values["dimension_id"] not in dimensions:
        problems.append(Problem(N_("Pilih salah satu dimensi."), field="dimension"))
    part = values["subdimension_id"]
    if part is not None and subdimensions.get(part) != values["dimension_id"]:  # type: ignore[call-overload]
        message = N_("Subdimensi ini bukan bagian dari dimensi yang dipilih.")
        problems.append(Problem(message, field="subdimension"))
    return problems
