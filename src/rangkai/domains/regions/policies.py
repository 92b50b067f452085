"""Codes and areas are public facts: everyone with a place in a region reads them."""

from rangkai.kit.policies import ANYONE, Policy, Reach

AREA = Policy("area", {"view": {ANYONE: Reach.REGION, "national_admin": Reach.NATION}}, office_lookup="")
