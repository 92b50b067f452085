"""The frame of six dimensions by three, loaded once for the nation."""

from collections.abc import Sequence
from dataclasses import dataclass

from rangkai.domains.masterplans.models import Dimension, SubDimension
from rangkai.kit.actions import recording
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Forbidden


@dataclass(frozen=True)
class NewDimension:
    """A dimension, or (with `parent`) one of its parts."""

    code: str
    name: str
    name_en: str
    order: int
    parent: str = ""
    colour: str = ""
    icon: str = ""
    gloss: str = ""


def load_dimensions(actor: Actor, *, frame: Sequence[NewDimension], source: str) -> None:
    """Put in what is not there yet; only the product itself does it. Four statements."""
    if not actor.superuser:
        raise Forbidden(N_("Kerangka dimensi dimuat oleh admin dari baris perintah."))
    known = {d.code: d for d in Dimension.objects.all()}
    parts = set(SubDimension.objects.values_list("code", flat=True))
    with recording("masterplans.load_dimensions", actor) as act:
        heads = [
            Dimension(
                code=d.code,
                name=d.name,
                name_en=d.name_en,
                gloss=d.gloss,
                icon=d.icon,
                colour=d.colour,
                order=d.order,
            )
            for d in frame
            if not d.parent and d.code not in known
        ]
        act.load(heads, source=source)
        known.update({d.code: d for d in heads})
        act.load(
            [
                SubDimension(
                    dimension=known[d.parent],
                    code=d.code,
                    name=d.name,
                    name_en=d.name_en,
                    gloss=d.gloss,
                    order=d.order,
                )
                for d in frame
                if d.parent and d.code not in parts
            ],
            source=source,
        )
