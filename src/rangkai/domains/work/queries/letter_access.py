"""Who may read a letter and take a step with it: roles by the policy, paraf and signature by the posts it names."""

from django.db.models import Q

from rangkai.domains.work.models import Letter
from rangkai.kit.policies import Actor, policy_of
from rangkai.lib.errors import N_, Forbidden, Missing


def posts_of(actor: Actor) -> frozenset[int]:
    """The posts that the actor holds today in the region where they are."""
    return frozenset(h.post_id for h in actor.holdings if h.post_id and h.region_id == actor.region_id)


def seen_letters(actor: Actor) -> Q:
    """Letters that the actor may read: by role, or because their post is to put paraf or signature to it."""
    posts = posts_of(actor)
    named = Q(checker_post__in=posts) | Q(signer_post__in=posts)
    return policy_of(Letter.kind()).scope(actor) | (Q(region_id=actor.region_id) & named)


def may(actor: Actor, verb: str, letter: Letter) -> bool:
    """Whether the actor may take a step with the letter: paraf and signature belong to its posts."""
    if letter.region_id != actor.region_id:
        return False
    posts = posts_of(actor)
    checks, signs = letter.checker_post_id in posts, letter.signer_post_id in posts
    if verb == "check":
        return checks
    if verb == "sign":
        return signs or policy_of(Letter.kind()).can(actor, "edit", letter)
    if verb == "return":
        return checks or signs or policy_of(Letter.kind()).can(actor, "edit", letter)
    return policy_of(Letter.kind()).can(actor, verb, letter) or (verb == "view" and (checks or signs))


def require(actor: Actor, verb: str, letter: Letter) -> None:
    """Raise Missing for a letter that the actor may not read, Forbidden for a step that is not theirs."""
    if may(actor, verb, letter):
        return
    if not may(actor, "view", letter):
        raise Missing(N_("Surat ini tidak ada, atau bukan milik perangkat daerah Anda."))
    raise Forbidden(N_("Langkah ini dilakukan oleh pemegang jabatan yang tertulis pada surat."))
