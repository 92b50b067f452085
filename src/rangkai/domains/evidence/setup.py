"""What documents offer to the kit."""

from rangkai.domains.evidence.policies import DOCUMENT
from rangkai.kit.policies import register_policy
from rangkai.kit.web.history import register_verbs
from rangkai.lib.errors import N_


def register() -> None:
    """Called once the models are loaded."""
    register_policy("evidence.document", DOCUMENT)
    register_verbs({"evidence.keep": N_("mengunggah berkas")})
