"""What a person began is theirs alone (the queries see to that); whoever has a place in the region may begin."""

from rangkai.kit.policies import ANYONE, Policy, Reach

OWN = Policy(
    "own_work",
    {verb: {ANYONE: Reach.REGION} for verb in ("view", "create", "edit", "delete")},
    office_lookup="",
)
KINDS = ("importsession", "importmapping", "draft", "savedview")
