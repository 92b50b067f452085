"""Texts that are longer than a field holds."""

from collections.abc import Mapping

from rangkai.lib.errors import N_, Message, Problem


def too_long(
    values: Mapping[str, object], *, longest: Mapping[str, int], labels: Mapping[str, Message]
) -> list[Problem]:
    """A problem for each text in `values` with more characters than `longest` allows its field."""
    return [
        Problem(
            N_(
                "%(name)s berisi %(length)s karakter; paling panjang %(most)s.",
                name=labels[name],
                length=len(text),
                most=most,
            ),
            field=name,
        )
        for name, most in longest.items()
        if isinstance(text := values.get(name), str) and len(text) > most
    ]
