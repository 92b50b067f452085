"""What indicators offers to the kit."""

from rangkai.domains.indicators.policies import INDICATOR
from rangkai.kit.policies import register_policy

KINDS = ("indicator", "indicatortarget")


def register() -> None:
    for kind in KINDS:
        register_policy(f"indicators.{kind}", INDICATOR)
