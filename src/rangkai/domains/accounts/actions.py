"""Making users and changing passwords."""

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from rangkai.domains.accounts.models import User
from rangkai.kit.actions import recording
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Forbidden, Invalid, Message, Problem


def create_user(actor: Actor, *, username: str, password_hash: str, email: str = "", nip: str = "") -> User:
    """A user who signs in by name, e-mail or NIP. Only the product makes users; who they are is an appointment.

    `password_hash` comes from Django's `make_password`, which is slow on purpose: hash once for several accounts.
    """
    if not actor.superuser:
        raise Forbidden(N_("Akun dibuat oleh admin dari baris perintah."))
    if User.objects.filter(username__iexact=username).exists():
        raise Invalid(N_("Nama akun %(name)s sudah dipakai.", name=username))
    user = User(username=username, email=email, nip=nip, password=password_hash)
    with recording("accounts.create_user", actor) as act:
        act.create(user)
    return user


def change_password(actor: Actor, *, user: User, old: str, new: str) -> None:
    """A person changes their own password; history keeps that it happened, not what it is."""
    if actor.user_id != user.pk:
        raise Forbidden(N_("Anda hanya dapat mengganti kata sandi Anda sendiri."))
    if not user.check_password(old):
        raise Invalid(
            N_("Kata sandi lama tidak cocok."), [Problem(N_("Kata sandi lama tidak cocok."), field="old")]
        )
    try:
        validate_password(new, user)
    except ValidationError as error:
        problems = [Problem(Message("%(text)s", {"text": text}), field="new") for text in error.messages]
        raise Invalid(N_("Kata sandi baru belum cukup kuat."), problems) from error
    with recording("accounts.change_password", actor) as act:
        act.update(user, version=user.version, password=make_password(new))
