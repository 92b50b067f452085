"""A document by itself is the secretariat's to tend; others meet it where it is used, under the policy of the use."""

from rangkai.domains.organisations.rules import Role
from rangkai.kit.policies import Policy, Reach

SECRETARIAT: dict[str, Reach] = {Role.SECRETARIAT: Reach.REGION}

DOCUMENT = Policy("document", {"view": SECRETARIAT, "edit": SECRETARIAT}, office_lookup="")
